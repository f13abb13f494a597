import Foundation

/// What stands at a path at the moment.
struct FileState {
  /// A file's own identity, the same by whatever path it is reached.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private let info: stat

  /// What stands there, links followed unless said otherwise; `nil` where nothing does.
  init?(_ path: String, followingLinks: Bool = true) {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    self.info = info
  }

  /// What an open file is; `nil` where it is closed.
  init?(descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    self.info = info
  }

  var identity: Identity {
    Identity(device: UInt64(info.st_dev), number: UInt64(info.st_ino))
  }

  /// What changes when somebody writes to it: when that was, and how long it is.
  struct Stamp: Hashable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var identity: Identity
  }

  var stamp: Stamp {
    #if canImport(Glibc)
      let time = info.st_mtim
    #else
      let time = info.st_mtimespec
    #endif
    return Stamp(
      seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(info.st_size),
      identity: identity)
  }

  var isFile: Bool { info.st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { info.st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { info.st_mode & S_IFMT == S_IFLNK }
  /// How many names it has.
  var names: Int { Int(info.st_nlink) }
  /// Who may do what with it.
  var permissions: mode_t { info.st_mode & 0o7777 }
  var owner: uid_t { info.st_uid }
  var group: gid_t { info.st_gid }
}
