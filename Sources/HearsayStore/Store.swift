import GRDB

/// The reader's library: articles, what was found in them, how far they were read, and marks.
///
/// ```swift
/// let store = try Store.open(at: "/home/ann/.local/share/hearsay")
/// try store.save(article, readAt: .now)
/// let marks = try store.marks()
/// ```
///
/// Every save is on the disk when the call returns. Several stores, also of several processes, may work on one
/// library at once; a save of one is seen by the next read of the others. May be called from any thread.
/// Every error that a member throws is a ``StoreError``, whose `description` is one sentence for the reader.
public final class Store: Sendable {
  /// The file of the library; `nil` for one in memory.
  public let path: String?
  /// Whether the library can be read but not changed. Saving throws ``StoreError/Reason/readOnly`` then.
  public let isReadOnly: Bool
  /// The one door to SQLite.
  private let database: any DatabaseWriter

  init(path: String?, isReadOnly: Bool, database: any DatabaseWriter) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.database = database
  }
}

// MARK: - Asking and changing

extension Store {
  /// Reads `subject` from one consistent state of the library.
  func read<Value>(
    _ subject: StoreError.Subject, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw StoreError(error, path: path, during: .reading(subject))
    }
  }

  /// Saves `subject`: all of it is on the disk when this returns, or nothing of it.
  func write<Value>(
    _ subject: StoreError.Subject, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    guard !isReadOnly else {
      throw StoreError(.readOnly, path: path, during: .saving(subject))
    }
    do {
      return try database.write(body)
    } catch {
      throw StoreError(error, path: path, during: .saving(subject))
    }
  }
}

extension Store {
  /// A number that is another one whenever another store, also of another process, has changed the library.
  public func changesByOthers() throws(StoreError) -> Int {
    try read(.library) { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }
}

// MARK: - Hardships, for tests

extension Store {
  /// Makes the disk full once the library has so many pages.
  func limitPages(to count: Int) throws {
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
  }

  /// Gives up sooner where another program holds the library.
  func waitForOthers(seconds: Double) throws {
    try database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA busy_timeout = \(Int(seconds * 1_000))")
    }
  }
}
