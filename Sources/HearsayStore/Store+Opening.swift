import Foundation
import GRDB

/// What a store may do with its library.
public enum StoreAccess: Hashable, Sendable {
  /// Read and save; make the library where there is none. Reads only where the system allows no more.
  case readWrite
  /// Read only.
  case readOnly
}

extension Store {
  /// Opens the library in `folder`, making it on first use and bringing it up to date.
  ///
  /// A library that is damaged, too new, or no library is reported and left as it is. One that may be read but
  /// not written is opened with ``isReadOnly`` set.
  public static func open(
    at folder: String, access: StoreAccess = .readWrite
  ) throws(StoreError) -> Store {
    let file = StoreFolder.file(in: folder)
    let isThere = try StoreFolder.hasFile(file, in: folder)
    if access == .readOnly || isThere && isWriteProtected(file, in: folder) {
      guard isThere else { throw StoreError(.absent, path: file, during: .opening) }
      return try openReadOnly(file)
    }
    try StoreFolder.make(folder, file: file)
    return try StoreFolder.alone(in: folder, for: file) { () throws(StoreError) in
      try refuseAbandonedLog(of: file)
      return try opening(file) {
        let database = try DatabaseQueue(path: file, configuration: configuration(readOnly: false))
        // Looked at before anything is changed.
        try database.read { try Schema.check($0, path: file) }
        try database.writeWithoutTransaction(prepare)
        try Schema.migrator.migrate(database)
        return Store(path: file, isReadOnly: false, database: database)
      }
    }
  }

  /// A library that is gone when the program ends: for tests, and for reading without a library.
  public static func inMemory() throws(StoreError) -> Store {
    try opening(nil) {
      let database = try DatabaseQueue(configuration: configuration(readOnly: false))
      try Schema.migrator.migrate(database)
      return Store(path: nil, isReadOnly: false, database: database)
    }
  }
}

// MARK: - Ready to write

extension Store {
  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.label = "hearsay.library"
    // Another hearsay holds its lock for milliseconds.
    configuration.busyMode = .timeout(5)
    return configuration
  }

  /// Readers and a writer side by side, and every commit on the disk before the call returns.
  private static func prepare(_ db: Database) throws {
    // Where the file system cannot do it SQLite stays with its older journal, which is as safe.
    _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    try db.execute(sql: "PRAGMA synchronous = FULL")
  }

  private static func opening(
    _ file: String?, _ body: () throws -> Store
  ) throws(StoreError) -> Store {
    do {
      return try body()
    } catch {
      throw StoreError(error, path: file, during: .opening)
    }
  }

  /// An empty file beside a log with something in it was cut off: SQLite would take it for new and drop the log.
  private static func refuseAbandonedLog(of file: String) throws(StoreError) {
    guard StoreFolder.size(of: file) == 0, (StoreFolder.size(of: file + "-wal") ?? 0) > 0 else {
      return
    }
    throw StoreError(.damaged(detail: "the file is empty"), path: file, during: .opening)
  }
}

// MARK: - Only to read

extension Store {
  private static func isWriteProtected(_ file: String, in folder: String) -> Bool {
    !(StoreFolder.canWrite(file) && StoreFolder.canWrite(folder))
  }

  private static func openReadOnly(_ file: String) throws(StoreError) -> Store {
    try opening(file) {
      let database = try original(file) ?? copy(of: file)
      try database.read {
        try Schema.check($0, path: file)
        try Schema.checkUpToDate($0, path: file)
      }
      return Store(path: file, isReadOnly: true, database: database)
    }
  }

  /// The library itself; `nil` where SQLite would have to write something to read it.
  private static func original(_ file: String) throws -> DatabaseQueue? {
    do {
      let database = try DatabaseQueue(path: file, configuration: configuration(readOnly: true))
      _ = try database.read { try $0.tableExists("article") }
      return database
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      guard !StoreFolder.isForbidden(file) else { throw error }
      return nil
    }
  }

  /// A copy that nobody else sees, of a library in a folder where nothing can be written.
  ///
  /// SQLite reads a database with a write-ahead log only where it may put files beside it.
  private static func copy(of file: String) throws -> DatabaseQueue {
    let database = try StoreFolder.withPrivateCopy(of: file) { copy in
      let database = try DatabaseQueue(path: copy, configuration: configuration(readOnly: false))
      // While it has its name: SQLite changes nothing in a file whose name is gone.
      try database.writeWithoutTransaction { db in
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        try db.execute(sql: "PRAGMA query_only = ON")
      }
      return database
    }
    return database
  }
}
