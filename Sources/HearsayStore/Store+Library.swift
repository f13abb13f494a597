import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// What was read, the last first; no analysis is decoded for it.
  ///
  /// - Parameter limit: how many entries at most; all of them where it is `nil`.
  public func library(limit: Int? = nil) throws(StoreError) -> [LibraryEntry] {
    try entries("ORDER BY lastRead DESC, article.rowid DESC LIMIT ?", arguments: [limit ?? -1])
  }

  /// One of those; `nil` where the library does not have it.
  public func entry(of article: Article.ID) throws(StoreError) -> LibraryEntry? {
    try entries("WHERE article.id = ?", arguments: [stored(article)]).first
  }

  private func entries(
    _ condition: String, arguments: StatementArguments
  ) throws(StoreError) -> [LibraryEntry] {
    try read(.library) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT article.*, isReadThrough, attributions, unnamed, implicit, relayed, unattributed,
            grave, namedWords, unnamedWords, nobodysWords,
            (SELECT count(*) FROM mark WHERE mark.article = article.id) AS marks
          FROM article
          LEFT JOIN position ON position.article = article.id
          LEFT JOIN analysis ON analysis.article = article.id
          \(condition)
          """,
        arguments: arguments)
      var entries: [LibraryEntry] = []
      while let row = try rows.next() { entries.append(LibraryEntry(Fields(row))) }
      return entries
    }
  }
}

extension LibraryEntry {
  fileprivate init(_ fields: Fields) {
    let firstRead = fields.date("firstRead") ?? Date(timeIntervalSinceReferenceDate: 0)
    self.init(
      id: fields.text("id") ?? "", title: fields.text("title"),
      publisher: fields.text("publisher"), published: fields.text("published"),
      url: fields.text("url"), path: fields.text("path"), words: fields.integer("words") ?? 0,
      firstRead: firstRead, lastRead: fields.date("lastRead") ?? firstRead,
      isOpened: fields.integer("opened") != 0,
      isReadThrough: fields.integer("isReadThrough") == 1, figures: SourcingFigures(fields),
      marks: fields.integer("marks") ?? 0)
  }
}

extension SourcingFigures {
  fileprivate init?(_ fields: Fields) {
    guard let attributions = fields.integer("attributions"),
      let unnamed = fields.integer("unnamed"), let relayed = fields.integer("relayed"),
      let unattributed = fields.integer("unattributed")
    else { return nil }
    self.init(
      attributions: attributions, unnamed: unnamed, implicit: fields.integer("implicit") ?? 0,
      relayed: relayed, unattributed: unattributed, grave: fields.integer("grave") ?? 0,
      words: fields.integer("namedWords").flatMap { named in
        guard let unnamed = fields.integer("unnamedWords"),
          let nobodys = fields.integer("nobodysWords")
        else { return nil }
        return Words(named: named, unnamed: unnamed, nobodys: nobodys)
      })
  }
}
