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
    let spare = try SpareFile(bytes, in: path.folderOfPath, likewise: old)
    guard rename(spare.path, path) == 0 else {
      let reason = SystemReason.last
      spare.remove()
      throw reason
    }
  }

  /// Gives the file other words. Where that ends half-way, all of them are in a file of their own.
  private func overwrite(with bytes: [UInt8]) throws(WriteFailure) {
    let spare: SpareFile
    let descriptor: Int32
    do throws(SystemReason) {
      spare = try SpareFile(bytes, in: SpareFile.writableFolder(near: path))
      descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else {
        let reason = SystemReason.last
        spare.remove()
        throw reason
      }
    } catch {
      throw .refused(place: .file(path), error)
    }
    defer { close(descriptor) }
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
}

// MARK: - The new one

/// All that a file is to have, on the disk under a name of its own.
private struct SpareFile {
  let path: String

  /// Writes it down.
  ///
  /// - Parameter old: the file whose owner and permissions it gets; without one it has those of any new file.
  init(
    _ bytes: [UInt8], in folder: String, likewise old: FileState?
  ) throws(SystemReason) {
    try self.init(bytes, in: folder, permissions: old == nil ? 0o666 : 0o600) { descriptor in
      guard let old else { return }
      // Whoever may not give a file to that group lets no group do anything with it.
      let isGiven = fchown(descriptor, old.owner, old.group) == 0
      _ = fchmod(descriptor, isGiven ? old.permissions : old.permissions & 0o707)
    }
  }

  /// Writes down a copy that nobody else may read.
  init(_ bytes: [UInt8], in folder: String) throws(SystemReason) {
    try self.init(bytes, in: folder, permissions: 0o600) { _ in }
  }

  private init(
    _ bytes: [UInt8], in folder: String, permissions: mode_t, finish: (Int32) -> Void
  ) throws(SystemReason) {
    var path = ""
    var descriptor: Int32 = -1
    repeat {
      path = "\(folder)/.hearsay-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
      descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
    } while descriptor < 0 && errno == EEXIST
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    self.path = path
    do throws(SystemReason) {
      try writeAll(bytes, to: descriptor)
      finish(descriptor)
      // A disk that is full may say so only here.
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      remove()
      throw error
    }
  }

  func remove() { unlink(path) }

  /// The folder in which a file is, or the one for such copies where nothing may be added to it.
  static func writableFolder(near path: String) -> String {
    let folder = path.folderOfPath
    return access(folder, W_OK) == 0 ? folder : FileManager.default.temporaryDirectory.path
  }
}
