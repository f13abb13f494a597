#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A stretch of a file, to be read as long as the file is what it was.
struct FilePiece: Hashable {
  let path: String
  let range: Range<Int>
  let stamp: FileStamp

  /// Its bytes; `nil` where the file has changed, or does not open.
  var bytes: [UInt8]? {
    let descriptor = FileName.withSystemName(of: path) {
      open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard FileStamp(ofDescriptor: descriptor) == stamp else { return nil }
    let piece = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress?.advanced(by: count), range.count - count,
          off_t(range.lowerBound + count))
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          break
        }
      }
    }
    return piece.count == range.count ? piece : nil
  }
}

/// What tells a file from what it was before: which file it is, its size, and when it was changed.
struct FileStamp: Hashable {
  private var identity: FileIdentity
  private var size: Int
  private var seconds: Int
  private var nanoseconds: Int

  /// `nil` where there is no file.
  init?(of path: String) {
    var info = stat()
    guard FileName.withSystemName(of: path, { stat($0, &info) }) == 0 else { return nil }
    self.init(info)
  }

  /// `nil` where it is no file.
  init?(ofDescriptor descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    self.init(info)
  }

  private init?(_ info: stat) {
    guard FileKind(mode: info.st_mode) == .file else { return nil }
    identity = FileIdentity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
    size = Int(info.st_size)
    #if os(Linux)
      let changed = info.st_mtim
    #else
      let changed = info.st_mtimespec
    #endif
    (seconds, nanoseconds) = (Int(changed.tv_sec), Int(changed.tv_nsec))
  }
}
