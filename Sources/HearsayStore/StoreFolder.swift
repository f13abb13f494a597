import Foundation

/// The folder of a library: where it is by default, how it is made, and what the system lets us do there.
enum StoreFolder {
  /// The name of the database in the folder.
  static let fileName = "hearsay.sqlite"

  /// The database in `folder`.
  static func file(in folder: String) -> String {
    folder.hasSuffix("/") ? folder + fileName : folder + "/" + fileName
  }
}

extension Store {
  /// Where the library is kept unless somebody says otherwise: `$XDG_DATA_HOME/hearsay`, or
  /// `~/.local/share/hearsay`.
  ///
  /// - Returns: `nil` where neither `XDG_DATA_HOME` nor a home is known.
  public static func defaultFolder(environment: [String: String]) -> String? {
    // The XDG rules: a relative path is to be ignored.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/hearsay" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/share/hearsay"
  }
}

// MARK: - Making

extension StoreFolder {
  /// Makes the folder and an empty file in it, both for nobody but their owner.
  ///
  /// What is there already stays as it is.
  static func make(_ folder: String, file: String) throws(StoreError) {
    try makeFolder(folder, for: file)
    // Before SQLite does it, because SQLite would let everybody read it; its side files copy the mode.
    let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw cannotBeMade(file, errno)
    }
    keepFromOthers(folder, file: file)
  }

  /// Takes from everybody but their owner what an earlier hearsay or a copy has let them do there.
  private static func keepFromOthers(_ folder: String, file: String) {
    for path in [folder, file, file + "-wal", file + "-shm"] {
      var status = stat()
      guard stat(path, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 != 0
      else { continue }
      chmod(path, status.st_mode & 0o700)
    }
  }

  private static func makeFolder(_ folder: String, for file: String) throws(StoreError) {
    guard var problem = problemMaking(folder) else { return }
    let parent = (folder as NSString).deletingLastPathComponent
    if problem == ENOENT, parent != folder, !parent.isEmpty {
      try makeFolder(parent, for: file)
      guard let again = problemMaking(folder) else { return }
      problem = again
    }
    throw cannotBeMade(file, problem)
  }

  /// Makes one folder, or finds that somebody else did.
  private static func problemMaking(_ folder: String) -> Int32? {
    guard mkdir(folder, 0o700) != 0 else { return nil }
    let problem = errno
    guard problem == EEXIST else { return problem }
    return isFolder(folder) ? nil : ENOTDIR
  }

  private static func cannotBeMade(_ file: String, _ problem: Int32) -> StoreError {
    let isFull = problem == ENOSPC || problem == EDQUOT
    let reason: StoreError.Reason =
      isFull ? .diskFull : .cannotBeMade(detail: String(cString: strerror(problem)))
    return StoreError(reason, path: file, during: .opening)
  }
}

// MARK: - Asking the system

extension StoreFolder {
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a file where a library should be, which may still be no library.
  ///
  /// Nothing is opened for that: a pipe would keep whoever opens it waiting, and closing a file drops every lock that
  /// SQLite has on it.
  ///
  /// - Throws: where something is there that is no library, or nobody can say what.
  static func hasFile(_ file: String, in folder: String) throws(StoreError) -> Bool {
    func refusal(_ reason: StoreError.Reason) -> StoreError {
      StoreError(reason, path: file, during: .opening)
    }
    var status = stat()
    guard stat(file, &status) == 0 else {
      switch errno {
      case ENOENT:
        // A link that leads nowhere may be one to a disk that is not there now.
        guard !isLink(file), !isLink(folder) else {
          throw refusal(.failed(detail: "a link leads nowhere"))
        }
        return false
      case EACCES, EPERM: throw refusal(.noPermission)
      case let problem: throw refusal(.failed(detail: String(cString: strerror(problem))))
      }
    }
    // A file of a few bytes is none that SQLite has made, but SQLite would take it for a new one.
    let isEmpty = status.st_size == 0
    guard status.st_mode & S_IFMT == S_IFREG, isEmpty || status.st_size >= smallestDatabase else {
      throw refusal(.notALibrary)
    }
    return true
  }

  /// No page of SQLite is smaller, in bytes.
  private static let smallestDatabase = 512

  /// Whether there is a link that leads nowhere.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && lstat(path, &status) == 0
  }

  /// The size of a file in bytes; `nil` where there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  static func canWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Whether the file is there but may not be read.
  static func isForbidden(_ path: String) -> Bool { access(path, R_OK) != 0 && errno == EACCES }

  /// Whether the disk of that path has no room left.
  static func isOutOfRoom(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && status.f_blocks > 0 && status.f_bavail == 0
  }
}

// MARK: - Copies

extension StoreFolder {
  /// Opens a copy of a library that nobody else sees, and takes its name away: what is open outlives it.
  static func withPrivateCopy<Opened>(
    of file: String, open: (String) throws -> Opened
  ) throws -> Opened {
    let files = FileManager.default
    let place = files.temporaryDirectory.path
    removeAbandonedCopies(from: place)
    let folder = "\(place)/\(copyName)\(UUID().uuidString)"
    try files.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? files.removeItem(atPath: folder) }
    let lock = locked(folder)
    defer { lock.map { _ = close($0) } }
    let copy = Self.file(in: folder)
    for suffix in ["", "-wal"] where files.fileExists(atPath: file + suffix) {
      try files.copyItem(atPath: file + suffix, toPath: copy + suffix)
      // A copy has the permissions of what it is one of, and SQLite has to write in this one.
      chmod(copy + suffix, 0o600)
    }
    return try open(copy)
  }

  private static let copyName = "hearsay-copy-"

  /// Takes away the copies of programs that were ended while they made one.
  static func removeAbandonedCopies(from place: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    for name in names where name.hasPrefix(copyName) {
      let folder = "\(place)/\(name)"
      var status = stat()
      guard UUID(uuidString: String(name.dropFirst(copyName.count))) != nil,
        lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
        status.st_uid == geteuid(), let lock = locked(folder)
      else { continue }
      try? FileManager.default.removeItem(atPath: folder)
      close(lock)
    }
  }

  /// A lock on a folder; `nil` where somebody else has it, or the file system knows none.
  private static func locked(_ folder: String) -> Int32? {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
    close(descriptor)
    return nil
  }
}

// MARK: - One at a time

extension StoreFolder {
  /// Runs `body` while no other process opens a library in the folder.
  ///
  /// Two processes that both find a migration missing would otherwise both apply it. The lock is on the folder,
  /// not on the file: closing a file drops every lock that SQLite has on it.
  static func alone<Value>(
    in folder: String, for file: String, _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // Not every file system knows locks; without one SQLite's own still keep the file whole.
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    var patience = 500
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard patience > 0 else { throw StoreError(.busy, path: file, during: .opening) }
      patience -= 1
      usleep(10_000)
    }
    return try body()
  }
}
