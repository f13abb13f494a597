public import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// The longest text that is kept, in bytes. Of a longer one the library knows the file, the place and the marks.
  public static let longestText = 32 << 20

  /// Keeps an article that is being read.
  ///
  /// One that is here already keeps its first reading, and what was known of it where nothing better is known now.
  public func save(_ article: Article, readAt moment: Date) throws(StoreError) {
    try save(article, at: moment, isOpened: true)
  }

  /// Keeps an article that nobody has opened yet; one that is here already stays as it is.
  public func add(_ article: Article, at moment: Date) throws(StoreError) {
    try save(article, at: moment, isOpened: false)
  }

  private func save(
    _ article: Article, at moment: Date, isOpened: Bool
  ) throws(StoreError) {
    try write(.article) { db in
      try db.execute(
        sql: """
          INSERT INTO article
            (id, title, publisher, byline, published, url, path, language, words, firstRead, lastRead,
             opened, updated, notes)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET
            title = coalesce(excluded.title, title),
            publisher = coalesce(excluded.publisher, publisher),
            byline = coalesce(excluded.byline, byline),
            published = coalesce(excluded.published, published),
            url = coalesce(excluded.url, url),
            path = coalesce(excluded.path, path),
            language = excluded.language,
            updated = coalesce(excluded.updated, updated),
            notes = excluded.notes,
            lastRead = CASE WHEN excluded.opened THEN max(excluded.lastRead, lastRead) ELSE lastRead END,
            opened = max(excluded.opened, opened)
          """,
        arguments: [
          stored(article.id), stored(article.title), stored(article.publisher),
          stored(article.byline), stored(article.published), stored(article.url),
          stored(article.path), stored(article.language), article.text.wordCount, stored(moment),
          stored(moment), isOpened, stored(article.updated), stored(article.keptNotes),
        ])
      guard article.text.count <= Store.longestText else { return }
      // The id is the hash of the text: what is here already is the same.
      try db.execute(
        sql: """
          INSERT INTO articleText (article, utf8, links) VALUES (?, ?, ?)
          ON CONFLICT (article) DO UPDATE SET links = excluded.links
          WHERE excluded.links IS NOT NULL AND excluded.links IS NOT links
          """,
        arguments: [
          stored(article.id), Data(article.text.bytes),
          article.links.isEmpty ? .null : try storedJSON(article.links.map(StoredLink.init)),
        ])
    }
  }

  /// An article of the library; `nil` where it has none of that name, or not its text.
  public func article(_ id: Article.ID) throws(StoreError) -> Article? {
    try read(.article) { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT article.*, utf8, links FROM article JOIN articleText ON articleText.article = id
          WHERE id = ?
          """,
        arguments: [stored(id)])
      return row.map { Article(Fields($0), id: id) }
    }
  }

  /// The version of an article that was read before it: another text from the same address or file.
  public func earlierVersion(of article: Article) throws(StoreError) -> Article? {
    guard article.url != nil || article.path != nil else { return nil }
    let id = try read(.article) { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT id FROM article JOIN articleText ON articleText.article = id
          WHERE id <> ?1 AND (url = ?2 OR ?2 IS NULL AND path = ?3)
            AND firstRead <= coalesce((SELECT firstRead FROM article WHERE id = ?1), firstRead)
          ORDER BY firstRead DESC LIMIT 1
          """,
        arguments: [stored(article.id), stored(article.url), stored(article.path)])
    }
    guard let id else { return nil }
    return try self.article(id)
  }

  /// The article that was read last from an address of the web.
  public func article(from address: String) throws(StoreError) -> Article? {
    let id = try read(.article) { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT article FROM pageAddress WHERE place = ?
          UNION ALL SELECT id FROM article WHERE url = ? LIMIT 1
          """,
        arguments: [stored(Store.plainAddress(address)), stored(address)])
    }
    guard let id else { return nil }
    return try article(id)
  }
}

extension Article {
  fileprivate init(_ fields: Fields, id: Article.ID) {
    self.init(
      id: id, title: fields.text("title"), publisher: fields.text("publisher"),
      byline: fields.text("byline"), published: fields.text("published"), url: fields.text("url"),
      path: fields.text("path"), language: fields.text("language") ?? "en",
      text: ArticleText(String(decoding: fields.bytes("utf8") ?? Data(), as: UTF8.self)),
      updated: fields.text("updated"), notes: Article.notes(kept: fields.text("notes") ?? ""))
    let words = text
    links = (fields.json("links", as: [StoredLink].self) ?? []).reduce(into: []) { links, stored in
      // In order and apart from each other, whatever bytes have gone bad.
      guard let link = stored.link(in: words), links.last?.span.end ?? 0 <= link.span.start else {
        return
      }
      links.append(link)
    }
  }
}

extension Article {
  /// Its notes in one column; `nil` where there are none.
  fileprivate var keptNotes: String? {
    notes.isEmpty ? nil : notes.map(\.rawValue).joined(separator: " ")
  }

  /// The notes of that column; what a later hearsay has written there and this one doesn't know is left out.
  fileprivate static func notes(kept: String) -> [ArticleNote] {
    kept.split(separator: " ").compactMap { ArticleNote(rawValue: String($0)) }
  }
}

/// A link as it is kept beside the text.
private struct StoredLink: Codable {
  var start: Int
  var end: Int
  var address: String

  init(_ link: ArticleLink) {
    (start, end, address) = (link.span.start, link.span.end, link.address)
  }

  /// The link in a text; `nil` where it has no place there.
  func link(in text: ArticleText) -> ArticleLink? {
    guard 0 <= start, start < end, end <= text.count,
      [start, end].allSatisfy({ $0 == text.count || text.bytes[$0] & 0xC0 != 0x80 })
    else { return nil }
    return ArticleLink(span: Span(start, end), address: address)
  }
}

extension ArticleText {
  /// How many words a list shows until the engine has counted them: what white space separates.
  fileprivate var wordCount: Int {
    var words = 0
    var isInside = false
    for byte in bytes {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace, !isInside { words += 1 }
      isInside = !isSpace
    }
    return words
  }
}
