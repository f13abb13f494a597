import GRDB
public import HearsayModel

/// What of the library passes a filter.
public struct SiftFindings: Hashable, Sendable {
  /// How many statements of an article pass, or marks on it; what has none is not here.
  public var passing: [Article.ID: Int]
  /// How many articles nobody has analysed yet, so that they could not be asked.
  public var unknown: Int
}

extension Store {
  /// Asks all articles what a filter asks: how many of their statements and marks pass.
  ///
  /// The answer is the one that each article would give when it is open; no analysis is read for it.
  public func sift(_ filter: Filter) throws(StoreError) -> SiftFindings {
    try read(.library) { db in
      var passing: [Article.ID: Int] = [:]
      for question in FilterQuestion.all(of: filter) {
        for function in question.functions { db.add(function: function) }
        defer { for function in question.functions { db.remove(function: function) } }
        let rows = try Row.fetchCursor(db, sql: question.sql, arguments: question.arguments)
        while let row = try rows.next() {
          let fields = Fields(row)
          guard let article = fields.text("article") else { continue }
          passing[article] = max(passing[article] ?? 0, fields.integer("count") ?? 0)
        }
      }
      let unknown = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM article
          WHERE NOT EXISTS (
            SELECT * FROM analysis WHERE analysis.article = article.id AND hasStatements)
          """)
      return SiftFindings(passing: passing, unknown: unknown ?? 0)
    }
  }
}
