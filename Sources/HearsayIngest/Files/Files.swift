#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What lies at a path, links followed.
enum FileKind: Hashable {
  case file
  case folder
  case other(String)

  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .other("a pipe")
      case S_IFSOCK: .other("a socket")
      default: .other("a device")
      }
  }
}

/// A file's own identity, the same by whatever path it is reached.
struct FileIdentity: Hashable {
  var device: UInt64
  var number: UInt64
}

/// The kind and identity of what lies at `path`.
func lookUp(_ path: String) throws(IngestError) -> (kind: FileKind, identity: FileIdentity) {
  var info = stat()
  guard FileName.withSystemName(of: path, { stat($0, &info) }) == 0 else {
    throw .system(errno, path)
  }
  return (
    FileKind(mode: info.st_mode),
    FileIdentity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
  )
}

/// The names in a folder, sorted as people sort them: `9.txt` before `10.txt`, case apart.
func names(inFolder path: String) throws(IngestError) -> [String] {
  guard let folder = FileName.withSystemName(of: path, { opendir($0) }) else {
    throw .system(errno, path)
  }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
        FileName.text(Array(UnsafeBufferPointer(start: start, count: strnlen(start, 256))))
      }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted(by: isInNaturalOrder)
}

/// How many bytes a file has; `nil` where it is no file.
package func sizeOfFile(_ path: String) -> Int? {
  var info = stat()
  guard FileName.withSystemName(of: path, { stat($0, &info) }) == 0,
    FileKind(mode: info.st_mode) == .file
  else { return nil }
  return Int(info.st_size)
}

/// The first bytes of a file; `nil` where it does not open.
func openingBytes(ofFile path: String, count wanted: Int) -> [UInt8]? {
  let descriptor = FileName.withSystemName(of: path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
    count = max(0, read(descriptor, buffer.baseAddress, wanted))
  }
}

extension Ingest {
  /// All bytes of a file, which must be one: reading a pipe or a device might never end.
  ///
  /// A pipe that the shell made for `<(command)` has a writer, so it is read to its end.
  package func bytes(ofFile path: String) throws(IngestError) -> [UInt8] {
    // Without O_NONBLOCK the opening itself would wait for a pipe's writer.
    let descriptor = FileName.withSystemName(of: path) {
      open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw .system(errno, path) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .system(errno, path) }
    switch FileKind(mode: info.st_mode) {
    case .file:
      if Int(info.st_size) > sizeLimit { throw .tooLarge(path: path, limit: sizeLimit) }
      return try bytes(ofDescriptor: descriptor, named: path, expecting: Int(info.st_size))
    case .other("a pipe") where isShellPipe(path):
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
      return try bytes(ofDescriptor: descriptor, named: path)
    case .folder: throw .notAFile(path: path, kind: "a folder")
    case .other(let kind): throw .notAFile(path: path, kind: kind)
    }
  }

  /// All that comes from an open file, up to the limit.
  package func bytes(
    ofDescriptor descriptor: Int32, named name: String, expecting expected: Int = 0
  ) throws(IngestError) -> [UInt8] {
    // One byte more than expected, so that the end is seen without another allocation.
    var chunk = max(expected + 1, 1 << 16)
    var result: [UInt8] = []
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        while count < buffer.count {
          let got = read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
          if got > 0 {
            count += got
          } else if got == 0 {
            break
          } else if errno != EINTR {
            failure = errno
            break
          }
        }
      }
      guard failure == 0 else { throw .system(failure, name) }
      if result.isEmpty { result = piece } else { result += piece }
      if result.count > sizeLimit { throw .tooLarge(path: name, limit: sizeLimit) }
      if piece.count < chunk { return result }
      chunk = min(chunk * 2, sizeLimit + 1)
    }
  }

  private func isShellPipe(_ path: String) -> Bool {
    ["/dev/fd/", "/proc/self/fd/", "/dev/stdin"].contains { path.hasPrefix($0) }
  }
}

extension IngestError {
  /// What the system answered when it was asked for `path`.
  static func system(_ code: Int32, _ path: String) -> IngestError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .unreadable(path: path, reason: "permission is denied")
    case ELOOP: .unreadable(path: path, reason: "its links lead in a circle")
    case ENAMETOOLONG: .unreadable(path: path, reason: "the name is too long")
    case ENXIO: .notAFile(path: path, kind: "a socket")
    default: .unreadable(path: path, reason: String(cString: strerror(code)).lowercased())
    }
  }
}
