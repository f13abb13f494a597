import GRDB
public import HearsayModel

/// An article that was taken out of the library, with all that belonged to it: enough to put it back.
public struct RemovedArticle: Sendable {
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

private struct RemovedRow: Sendable {
  let table: String
  let columns: [String]
  let values: [DatabaseValue]

  init(_ row: Row, of table: String) {
    self.table = table
    columns = Array(row.columnNames)
    values = Array(row.databaseValues)
  }

  func restore(in db: Database) throws {
    let names = columns.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table) (\(names)) VALUES (\(places)) ON CONFLICT DO NOTHING",
      arguments: StatementArguments(values))
  }
}

extension Store {
  /// Forgets an article with its analysis and position. Its marks stay: they keep what they are about.
  ///
  /// - Returns: what ``restore(_:)`` puts back; `nil` where there was no such article.
  @discardableResult
  public func removeArticle(_ id: Article.ID) throws(StoreError) -> RemovedArticle? {
    try write(.article) { db in
      var rows: [RemovedRow] = []
      for table in Self.articleTables {
        let found = try Row.fetchAll(
          db, sql: "SELECT * FROM \(table.name) WHERE \(table.key) = ?", arguments: [stored(id)])
        rows += found.map { RemovedRow($0, of: table.name) }
      }
      guard !rows.isEmpty else { return nil }
      try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [stored(id)])
      return RemovedArticle(id: id, rows: rows)
    }
  }

  /// Puts an article back, as it was when it was removed. One that came back by itself stays as it is now.
  public func restore(_ removed: RemovedArticle) throws(StoreError) {
    try write(.article) { db in
      try removed.restore(in: db)
      // Its statements went with it: they are made anew from the analysis.
      try db.execute(
        sql: "UPDATE analysis SET hasStatements = 0 WHERE article = ?",
        arguments: [stored(removed.id)])
      try catchUp(article: removed.id, in: db)
    }
  }

  /// What belongs to an article, in an order in which nothing comes before what it belongs to.
  private static let articleTables: [(name: String, key: String)] = [
    ("article", "id"), ("articleText", "article"), ("analysis", "article"),
    ("analysisText", "article"), ("position", "article"),
  ]
}
