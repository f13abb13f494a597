import Foundation

/// A file that the program writes for somebody: whoever reads it sees the old one or all of the new one.
///
/// The new one is on the disk, with the owner and permissions of the old one, before it takes its place: so nothing is lost
/// where the disk is full. A symbolic link is replaced, and what it leads to stays as it is; but a pipe or a terminal is
/// written to. A file that has several names, or is somebody else's, stays the same file and gets other words.
struct OutputFile {
  /// Where it is.
  let path: String

  /// A file of this name.
  init(_ path: String) { self.path = path }

  /// Whether something of that name is there.
  var isThere: Bool { FileState(path, followingLinks: false) != nil }

  /// Whether it is the same file as another, by whatever names.
  func isSame(as other: String) -> Bool {
    guard let state = FileState(path, followingLinks: false) else { return false }
    return [FileState(other), FileState(other, followingLinks: false)]
      .contains { $0?.identity == state.identity }
  }

  /// Writes it.
  func write(_ bytes: [UInt8]) throws(WriteFailure) {
    do throws(SystemReason) {
      guard let old = FileState(path, followingLinks: false) else {
        return try replace(nil, with: bytes)
      }
      if old.isFolder { throw SystemReason(code: EISDIR) }
      if !isReplaceable(old) { return try writeThrough(bytes) }
      if old.isLink { return try replace(nil, with: bytes) }
      guard access(path, W_OK) == 0 else { throw .last }
      let folder = path.folderOfPath
      let mayBeReplaced = old.names == 1 && (old.owner == geteuid() || geteuid() == 0)
      if mayBeReplaced, access(folder, W_OK) == 0 { return try replace(old, with: bytes) }
    } catch {
      throw .refused(place: .file(path), error)
    }
    try overwrite(with: bytes)
  }
}

// MARK: - Ways of writing

extension OutputFile {
  /// Whether a new file may take its place: not where it is a pipe or a device, or leads to one. Links of the system, like
  /// `/dev/stdout`, lead to what somebody has opened.
  private func isReplaceable(_ state: FileState) -> Bool {
    guard state.isLink else { return state.isFile }
    let isOfSystem = ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
    return !isOfSystem && FileState(path).map { $0.isFile || $0.isFolder } ?? true
  }

  private func writeThrough(_ bytes: [UInt8]) throws(SystemReason) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor)
  }

  private func replace(_ old: FileState?, with bytes: [UInt8]) throws(SystemReason) {
    // Without an old one it may be read by whom any new file may be.
    let spare = try SpareFile(
      bytes, in: path.folderOfPath, permissions: old == nil ? 0o666 : 0o600
    ) { descriptor in
      guard let old else { return }
      // Whoever may not give a file to that group lets no group do anything with it.
      let isGiven = fchown(descriptor, old.owner, old.group) == 0
      _ = fchmod(descriptor, isGiven ? old.permissions : old.permissions & 0o707)
    }
    try spare.take(path)
  }

  /// Gives the file other words. Where that ends half-way, all of them are in a file of their own.
  private func overwrite(with bytes: [UInt8]) throws(WriteFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .refused(place: .file(path), .last) }
    defer { close(descriptor) }
    let spare = try copy(bytes)
    do throws(SystemReason) {
      try writeAll(bytes, to: descriptor)
      guard ftruncate(descriptor, off_t(bytes.count)) == 0, fsync(descriptor) == 0 else {
        throw .last
      }
    } catch {
      throw .unfinished(path: path, error, copy: spare.path)
    }
    spare.remove()
  }

  private func copy(_ bytes: [UInt8]) throws(WriteFailure) -> SpareFile {
    do throws(SystemReason) {
      return try SpareFile(bytes, in: SpareFile.writableFolder(near: path), isKept: true)
    } catch {
      throw .refused(place: .file(path), error)
    }
  }
}

// MARK: - The program's own files

extension OutputFile {
  /// Writes a file that nobody but its owner may read. Whatever stood there is replaced, a pipe too.
  func writePrivately(_ bytes: [UInt8]) throws(SystemReason) {
    try SpareFile(bytes, in: path.folderOfPath).take(path)
  }

  /// Adds a line to a file, in one go and at the end, so that two sessions at once lose nothing. A new one may be read by
  /// nobody but its owner.
  ///
  /// A last line that somebody has left without its end gets one, and what a full disk has cut off is taken away again.
  func append(line: String) throws(SystemReason) {
    // A pipe would keep whoever opens it waiting.
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    guard let state = FileState(descriptor: descriptor), state.isFile else {
      throw SystemReason(code: ESPIPE)
    }
    let length = state.stamp.size
    var last = UInt8(ascii: "\n")
    if length > 0 { _ = pread(descriptor, &last, 1, off_t(length - 1)) }
    let bytes = Array(((last == UInt8(ascii: "\n") ? "" : "\n") + line + "\n").utf8)
    let count = writeOnce(bytes, to: descriptor)
    guard count != bytes.count else { return }
    let reason = count < 0 ? SystemReason.last : SystemReason(code: ENOSPC)
    // Unless somebody else has added a line meanwhile.
    if count > 0, FileState(descriptor: descriptor)?.stamp.size == length + count {
      ftruncate(descriptor, off_t(length))
    }
    throw reason
  }
}
