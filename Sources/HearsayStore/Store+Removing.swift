public import Foundation
import GRDB
public import HearsayModel

/// An article that was taken out of the library, with all that belonged to it: enough to put it back.
public struct RemovedArticle: Sendable, Codable {
  /// The article.
  public let id: Article.ID
  /// The rows that went, by table.
  private let rows: [RemovedRow]

  fileprivate init(id: Article.ID, rows: [RemovedRow]) {
    self.id = id
    self.rows = rows
  }

  fileprivate func restore(in db: Database) throws {
    for row in rows { try row.restore(in: db) }
  }
}

private struct RemovedRow: Sendable, Codable {
  let table: String
  let columns: [String]
  let values: [RemovedValue]

  init(_ row: Row, of table: String) {
    self.table = table
    columns = Array(row.columnNames)
    values = row.databaseValues.map(RemovedValue.init)
  }

  func restore(in db: Database) throws {
    // What was kept for a later session comes from a file: only what is ours goes into the question.
    guard Store.articleTables.contains(where: { $0.name == table }) else { return }
    let known = Set(try db.columns(in: table).map(\.name))
    guard known.isSuperset(of: columns) else { return }
    let names = columns.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table) (\(names)) VALUES (\(places)) ON CONFLICT DO NOTHING",
      arguments: StatementArguments(values.map(\.databaseValue)))
  }
}

/// A value of the database that can be written down.
private enum RemovedValue: Sendable, Codable {
  case nothing
  case integer(Int64)
  case number(Double)
  case text(String)
  case bytes(Data)

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .nothing
    case .int64(let integer): self = .integer(integer)
    case .double(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .blob(let bytes): self = .bytes(bytes)
    }
  }

  var databaseValue: DatabaseValue {
    switch self {
    case .nothing: .null
    case .integer(let integer): integer.databaseValue
    case .number(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): bytes.databaseValue
    }
  }
}

extension Store {
  /// Forgets an article with its analysis and position. Its marks stay: they keep what they are about.
  ///
  /// The last ``keptRemovals`` can be put back in a later session, too.
  ///
  /// - Returns: what `restore(_:)` puts back; `nil` where there was no such article.
  @discardableResult
  public func removeArticle(
    _ id: Article.ID, at moment: Date = Date()
  ) throws(StoreError) -> RemovedArticle? {
    try write(.article) { db in
      var rows: [RemovedRow] = []
      for table in Self.articleTables {
        let found = try Row.fetchAll(
          db, sql: "SELECT * FROM \(table.name) WHERE \(table.key) = ?", arguments: [stored(id)])
        rows += found.map { RemovedRow($0, of: table.name) }
      }
      guard !rows.isEmpty else { return nil }
      try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [stored(id)])
      let removed = RemovedArticle(id: id, rows: rows)
      try keep(removed, at: moment, in: db)
      return removed
    }
  }

  /// The article that was taken out last, in this session or before, and has not come back.
  public func lastRemoved() throws(StoreError) -> RemovedArticle? {
    let kept = try read(.article) { db in
      try Data.fetchOne(db, sql: "SELECT rows FROM removedArticle ORDER BY number DESC LIMIT 1")
    }
    return kept.flatMap { try? PropertyListDecoder().decode(RemovedArticle.self, from: $0) }
  }

  /// Puts an article back, as it was when it was removed. One that came back by itself stays as it is now.
  public func restore(_ removed: RemovedArticle) throws(StoreError) {
    try write(.article) { db in
      try removed.restore(in: db)
      try db.execute(
        sql: "DELETE FROM removedArticle WHERE article = ?", arguments: [stored(removed.id)])
      // Its statements went with it: they are made anew from the analysis.
      try db.execute(
        sql: "UPDATE analysis SET hasStatements = 0 WHERE article = ?",
        arguments: [stored(removed.id)])
      try catchUp(article: removed.id, in: db)
    }
  }

  /// What belongs to an article, in an order in which nothing comes before what it belongs to.
  fileprivate static let articleTables: [(name: String, key: String)] = [
    ("article", "id"), ("articleText", "article"), ("analysis", "article"),
    ("analysisText", "article"), ("position", "article"),
  ]

  /// How many articles that were taken out are kept, the last ones.
  public static let keptRemovals = 20

  private func keep(_ removed: RemovedArticle, at moment: Date, in db: Database) throws {
    let encoder = PropertyListEncoder()
    encoder.outputFormat = .binary
    try db.execute(
      sql: """
        DELETE FROM removedArticle WHERE article = ?;
        INSERT INTO removedArticle (article, removed, rows) VALUES (?, ?, ?);
        DELETE FROM removedArticle WHERE number <=
          (SELECT max(number) FROM removedArticle) - \(Self.keptRemovals);
        """,
      arguments: [
        stored(removed.id), stored(removed.id), moment.timeIntervalSinceReferenceDate,
        try encoder.encode(removed),
      ])
  }
}

// MARK: - The table

extension Schema {
  /// What was taken out stands apart from what is read, so that nothing finds it but who asks for it back.
  static func articlesTakenOut(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE removedArticle (
          number INTEGER PRIMARY KEY,
          article TEXT NOT NULL UNIQUE,
          removed REAL NOT NULL,
          rows BLOB NOT NULL
        );
        """)
  }
}
