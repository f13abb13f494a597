import Foundation
import GRDB
import HearsayModel

extension Store {
  /// What was read, the last first; no analysis is decoded for it.
  ///
  /// - Parameter limit: how many entries at most; all of them where it is `nil`.
  public func library(limit: Int? = nil) throws(StoreError) -> [LibraryEntry] {
    try read(.library) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT article.*, isReadThrough, attributions, unnamed, relayed, unattributed,
            (SELECT count(*) FROM mark WHERE mark.article = article.id) AS marks
          FROM article
          LEFT JOIN position ON position.article = article.id
          LEFT JOIN analysis ON analysis.article = article.id
          ORDER BY lastRead DESC, article.rowid DESC
          LIMIT ?
          """,
        arguments: [limit ?? -1])
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
      isReadThrough: fields.integer("isReadThrough") == 1, figures: Figures(fields),
      marks: fields.integer("marks") ?? 0)
  }
}

extension LibraryEntry.Figures {
  fileprivate init?(_ fields: Fields) {
    guard let attributions = fields.integer("attributions"),
      let unnamed = fields.integer("unnamed"), let relayed = fields.integer("relayed"),
      let unattributed = fields.integer("unattributed")
    else { return nil }
    self.init(
      attributions: attributions, unnamed: unnamed, relayed: relayed, unattributed: unattributed)
  }
}
