import Foundation
import Synchronization

/// All that a file is to have, on the disk under a name of its own.
///
/// Who is ended half-way leaves it behind. Whoever writes holds a lock on it, and so the next one to write in that folder can
/// tell it from those that are still being written, and takes it away.
struct SpareFile: ~Copyable {
  /// Where it is.
  let path: String
  private let descriptor: Int32

  /// Writes it down.
  ///
  /// - Parameters:
  ///   - isKept: whether somebody may need it after this program is gone.
  ///   - permissions: who may do what with it while it is written.
  ///   - finish: what is done with it once it is.
  init(
    _ bytes: [UInt8], in folder: String, isKept: Bool = false, permissions: mode_t = 0o600,
    finish: (Int32) -> Void = { _ in }
  ) throws(SystemReason) {
    Self.clear(folder)
    let (path, descriptor) = try Self.opened(in: folder, isKept: isKept, permissions)
    do throws(SystemReason) {
      try writeAll(bytes, to: descriptor)
      finish(descriptor)
      // A disk that is full may say so only here.
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      unlink(path)
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes the place of whatever is at a path.
  consuming func take(_ place: String) throws(SystemReason) {
    guard rename(path, place) == 0 else {
      let reason = SystemReason.last
      remove()
      throw reason
    }
  }

  /// Takes it away.
  func remove() { unlink(path) }

  /// The folder in which a file is, or the one for such copies where nothing may be added to it.
  static func writableFolder(near path: String) -> String {
    let folder = path.folderOfPath
    return access(folder, W_OK) == 0 ? folder : FileManager.default.temporaryDirectory.path
  }
}

// MARK: - Its name

extension SpareFile {
  private static let start = ".hearsay-"
  private static let ending = ".new"
  /// The letters of a random number.
  private static let letters = 13

  private static func opened(
    in folder: String, isKept: Bool, _ permissions: mode_t
  ) throws(SystemReason) -> (path: String, descriptor: Int32) {
    while true {
      let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let name = String(repeating: "0", count: letters - number.count) + number
      let path = "\(folder)/\(start)\(name)\(isKept ? ".copy" : ending)"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions)
      guard descriptor >= 0 else {
        if errno == EEXIST { continue }
        throw .last
      }
      // Somebody who clears the folder may have come between.
      let isTaken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      if !isTaken, FileState(descriptor: descriptor)?.names != 0 { return (path, descriptor) }
      close(descriptor)
    }
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.count == start.utf8.count + letters + ending.utf8.count && name.hasPrefix(start)
      && name.hasSuffix(ending)
      && name.utf8.dropFirst(start.utf8.count).prefix(letters).allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
  }
}

// MARK: - What others have left

extension SpareFile {
  private static let cleared = Mutex<Set<String>>([])

  /// Takes away what programs that are gone have left in a folder; looks once.
  private static func clear(_ folder: String) {
    if cleared.withLock({ $0.insert(folder).inserted }) { takeLeftovers(outOf: folder) }
  }

  /// Takes away what programs that are gone have left in a folder.
  static func takeLeftovers(outOf folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where isName(name) {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard let state = FileState(descriptor: descriptor), state.isFile, state.names == 1,
        state.owner == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0,
        FileState(path, followingLinks: false)?.identity == state.identity
      else { continue }
      unlink(path)
    }
  }
}
