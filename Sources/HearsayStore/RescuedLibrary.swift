import Foundation
import GRDB
import HearsayModel

/// What of a damaged library could be copied into a new one, and what could not.
public struct RescuedLibrary: Hashable, Sendable {
  /// The folder of the new library.
  public let folder: String
  /// What was looked for, what matters most first.
  public fileprivate(set) var parts: [Part] = []

  /// Things of one kind.
  public struct Part: Hashable, Sendable {
    /// What they are.
    public let kind: Kind
    /// How many were copied.
    public var copied = 0
    /// How many are known to have been there and could not be read.
    public var lost = 0
    /// Whether more may have been there.
    public var isUnknown = false
  }

  /// What a library is made of, in the order in which it is copied: what nobody could make anew comes first.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case mark, correction, sourceName, joinedSource, subscription, newsEntry, article, text,
      position, pageAddress, removedArticle
    case analysis, analysisText
  }
}

extension RescuedLibrary {
  /// Copies what can be read of the library in `folder` into a new one in `other`.
  ///
  /// The damaged one is not touched: a copy of its files is read, and that is gone afterwards.
  ///
  /// - Throws: a ``StoreError`` where there is no library, where there is one in `other`, or where nothing can be read.
  public static func copy(of folder: String, into other: String) throws(StoreError)
    -> RescuedLibrary
  {
    let file = StoreFolder.file(in: folder)
    let goal = StoreFolder.file(in: other)
    guard try StoreFolder.hasFile(file, in: folder) else {
      throw StoreError(.absent, path: file, during: .opening)
    }
    guard try !StoreFolder.hasFile(goal, in: other) else {
      throw StoreError(.cannotBeMade(detail: "there is one already"), path: goal, during: .opening)
    }
    do {
      let damaged = try DamagedLibrary(copyOf: file)
      let store = try Store.open(at: other)
      var rescued = RescuedLibrary(folder: other)
      for kind in Kind.allCases {
        rescued.parts.append(try damaged.copy(kind, into: store))
      }
      try store.remakeStatements()
      return rescued
    } catch {
      throw StoreError(error, path: file, during: .opening)
    }
  }
}

extension RescuedLibrary.Kind {
  /// Where it stands.
  fileprivate var table: (name: String, key: String) {
    switch self {
    case .mark: ("mark", "id")
    case .correction: ("correction", "id")
    case .sourceName: ("voiceName", "voice")
    case .joinedSource: ("voiceJoined", "voice")
    case .subscription: ("feed", "address")
    case .newsEntry: ("feedEntry", "guid")
    case .pageAddress: ("pageAddress", "place")
    case .article: ("article", "id")
    case .text: ("articleText", "article")
    case .position: ("position", "article")
    case .removedArticle: ("removedArticle", "article")
    case .analysis: ("analysis", "article")
    case .analysisText: ("analysisText", "article")
    }
  }
}

extension RescuedLibrary.Kind {
  /// Whether a row of no known table looks like one of these.
  fileprivate func mayBe(_ row: [DatabaseValue]) -> Bool {
    guard let first = row.first, let id = String.fromDatabaseValue(first) else { return false }
    func text(_ index: Int) -> String? {
      row.indices.contains(index) ? String.fromDatabaseValue(row[index]) : nil
    }
    switch self {
    case .mark:
      // Up to the words at least, and no more than there are columns.
      return (5...18).contains(row.count) && UUID(uuidString: id) != nil
        && Int.fromDatabaseValue(row[2]) != nil && text(4) != nil
    case .correction:
      return row.count == 5 && UUID(uuidString: id) != nil && text(2)?.first == "{"
    case .article: return (11...13).contains(row.count) && id.contains(":") && text(7) != nil
    case .text:
      // An analysis stands in a table of the same form.
      guard (2...3).contains(row.count), id.contains(":"), case .blob(let bytes) = row[1].storage
      else {
        return false
      }
      return bytes.first != UInt8(ascii: "{")
    case .sourceName, .joinedSource, .subscription, .newsEntry, .position, .pageAddress,
      .removedArticle, .analysis, .analysisText:
      return false
    }
  }
}

// MARK: - Reading what is left

/// A copy of a damaged library, and ways to its rows around what is damaged.
private struct DamagedLibrary {
  /// `nil` where SQLite makes nothing of it.
  private let database: DatabaseQueue?
  private let pages: PageScan

  /// Copies the files of a library to where nobody else sees them.
  init(copyOf file: String) throws {
    (database, pages) = try StoreFolder.withPrivateCopy(of: file) { copy in
      try Self.mendHeader(of: copy)
      let database = try? Self.open(copy)
      // What is mapped outlives its name, too.
      return (
        database, PageScan(try Data(contentsOf: URL(fileURLWithPath: copy), options: .alwaysMapped))
      )
    }
  }

  private static func open(_ file: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // What is wrong with one table need not be wrong with the others.
      try db.execute(sql: "PRAGMA writable_schema = ON")
    }
    let database = try DatabaseQueue(path: file, configuration: configuration)
    // Into the one file: the log is gone with its name.
    try? database.writeWithoutTransaction { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
    }
    return database
  }

  /// What stands in the first bytes of every library is the same, so it can be put back.
  private static func mendHeader(of file: String) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
    defer { try? handle.close() }
    let name = Data("SQLite format 3\0".utf8)
    guard let header = try handle.read(upToCount: 100), header.count == 100,
      header.prefix(16) != name
    else { return }
    // Pages of 4,096 bytes, a write-ahead log, no room at the end of a page, SQLite's own fractions.
    let standard = name + Data([0x10, 0, 2, 2, 0, 64, 32, 32])
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: standard)
  }
}

extension DamagedLibrary {
  /// Copies all rows of a kind that can be read.
  func copy(_ kind: RescuedLibrary.Kind, into store: Store) throws -> RescuedLibrary.Part {
    var part = RescuedLibrary.Part(kind: kind)
    let columns = try store.columns(of: kind.table.name)
    try copyTable(of: &part, columns, into: store)
    if part.lost > 0 || part.isUnknown { try copyPages(of: &part, columns, into: store) }
    return part
  }

  /// By SQLite, as far as it goes.
  private func copyTable(
    of part: inout RescuedLibrary.Part, _ columns: [ColumnInfo], into store: Store
  ) throws {
    let kind = part.kind
    let (rows, isWhole) = self.rows(of: kind, columns)
    part.isUnknown = !isWhole
    part.copied = try store.write(.library) { db in
      try rows.count { row in try row.map { try kind.keep($0, columns, in: db) } ?? false }
    }
    part.lost = rows.count - part.copied
  }

  /// All rows of a kind, `nil` for those that cannot be read, and whether that is all there were.
  private func rows(
    of kind: RescuedLibrary.Kind, _ columns: [ColumnInfo]
  ) -> (rows: [[String: DatabaseValue]?], isWhole: Bool) {
    let rows = try? database?.read { db -> ([[String: DatabaseValue]?], Bool) in
      let there = (try? db.columns(in: kind.table.name).map(\.name)) ?? []
      let names = columns.map(\.name).filter(there.contains)
      guard !names.isEmpty else { return ([], false) }
      let (numbers, isWhole) = self.numbers(of: kind, in: db)
      return (numbers.map { row($0, of: kind, names, in: db) }, isWhole)
    }
    return rows ?? ([], false)
  }

  /// By what stands on the pages, for what nobody could make anew; the newest state of each comes first.
  private func copyPages(
    of part: inout RescuedLibrary.Part, _ columns: [ColumnInfo], into store: Store
  ) throws {
    let kind = part.kind
    var rows: [[DatabaseValue]] = []
    pages.forEachRow { if kind.mayBe($0) { rows.append($0) } }
    if let time = columns.firstIndex(where: { $0.name == "modified" || $0.name == "lastRead" }) {
      func moment(_ row: [DatabaseValue]) -> Double {
        row.indices.contains(time) ? Double.fromDatabaseValue(row[time]) ?? 0 : 0
      }
      rows.sort { moment($0) > moment($1) }
    }
    let found = try store.write(.library) { db in
      try rows.count { row in
        let values = Dictionary(zip(columns.map(\.name), row)) { first, _ in first }
        return try kind.keep(values, columns, in: db)
      }
    }
    part.copied += found
    part.lost = max(0, part.lost - found)
  }

  /// The numbers of all rows, by every way that leads to them: the table and its index, each from both ends.
  private func numbers(of kind: RescuedLibrary.Kind, in db: Database) -> (
    numbers: [Int64], isWhole: Bool
  ) {
    var found: Set<Int64> = []
    var isWhole = true
    let (table, key) = kind.table
    for way in ["NOT INDEXED ORDER BY rowid", "ORDER BY \(key)"] {
      for direction in ["", " DESC"] {
        do {
          let numbers = try Int64.fetchCursor(
            db, sql: "SELECT rowid FROM \(table) \(way)\(direction)")
          while let number = try numbers.next() { found.insert(number) }
        } catch {
          isWhole = false
        }
      }
    }
    return (found.sorted(), isWhole)
  }

  /// A row; of one that cannot be read as a whole the columns that can.
  private func row(
    _ number: Int64, of kind: RescuedLibrary.Kind, _ names: [String], in db: Database
  ) -> [String: DatabaseValue]? {
    let table = kind.table.name
    func values(_ names: [String]) throws -> [String: DatabaseValue] {
      let row = try Row.fetchOne(
        db,
        sql: "SELECT \(names.joined(separator: ", ")) FROM \(table) NOT INDEXED WHERE rowid = ?",
        arguments: [number])
      guard let row else { return [:] }
      return Dictionary(zip(row.columnNames, row.databaseValues)) { first, _ in first }
    }
    if let whole = try? values(names) { return whole.isEmpty ? nil : whole }
    guard ![.text, .analysis, .analysisText].contains(kind) else { return nil }
    return names.reduce(into: [:]) { found, name in
      if let value = try? values([name])[name] { found[name] = value }
    }
  }
}

// MARK: - Keeping it

extension RescuedLibrary.Kind {
  /// Keeps a row, with nothing where something has to be and is not known.
  ///
  /// - Returns: whether it could be kept.
  fileprivate func keep(
    _ known: [String: DatabaseValue], _ columns: [ColumnInfo], in db: Database
  ) throws -> Bool {
    let (table, key) = self.table
    func text(_ name: String) -> String? { known[name].flatMap { String.fromDatabaseValue($0) } }
    guard let id = text(key), !id.isEmpty else { return false }
    if self == .mark || self == .correction {
      guard UUID(uuidString: id) != nil, text("article") != nil else { return false }
    }
    // Half a correction corrects nothing.
    if self == .correction {
      guard text("change") != nil, text("snapshot") != nil else { return false }
    }
    var row = known.filter { !$0.value.isNull }
    for column in columns where row[column.name] == nil && column.isNotNull {
      guard column.defaultValueSQL == nil else { continue }
      row[column.name] = column.type == "TEXT" ? "".databaseValue : 0.databaseValue
    }
    if self == .text { try Self.addArticle(of: id, in: db) }
    if self == .newsEntry {
      guard let feed = text("feed"), !feed.isEmpty else { return false }
      // An entry whose feed is lost is still one that somebody may have kept for later.
      try db.execute(sql: "INSERT OR IGNORE INTO feed (address) VALUES (?)", arguments: [feed])
      let state = text("state").flatMap(NewsEntry.State.init) ?? .unread
      row["state"] = state.rawValue.databaseValue
    }
    let names = row.keys.sorted()
    let places = names.map { _ in "?" }.joined(separator: ", ")
    do {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))
          """,
        arguments: StatementArguments(names.map { row[$0] }))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return false
    }
    return db.changesCount > 0
  }

  /// A text whose article is lost is still one that can be read.
  private static func addArticle(of id: String, in db: Database) throws {
    let now = stored(Date())
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO article (id, language, words, firstRead, lastRead)
        VALUES (?, 'en', 0, ?, ?)
        """, arguments: [id, now, now])
  }
}

extension Store {
  fileprivate func columns(of table: String) throws -> [ColumnInfo] {
    try read(.library) { try $0.columns(in: table) }
  }

  /// The statements of analyses are made anew from them.
  fileprivate func remakeStatements() throws(StoreError) {
    try write(.library) { try $0.execute(sql: "UPDATE analysis SET hasStatements = 0") }
  }
}
