import Foundation
import GRDB
public import HearsayModel

/// What a search over the library found.
public struct SearchFindings: Hashable, Sendable {
  /// The reader's own notes first, then by article, the most fitting first: what is said in it, or a place in its text.
  public var passages: [Passage]
  /// Whether there is more than is listed here.
  public var isCut: Bool
}

extension Store {
  /// Finds words in articles, in what is said in them and in notes.
  ///
  /// Words beside each other must all occur, in any form of theirs (*talks* finds *talk*); words in quotation marks
  /// follow each other; `OR`, a `-` before a word and a `*` after one mean what they mean elsewhere. Nothing that can
  /// be typed is an error, but more than a hundred words.
  ///
  /// - Parameters:
  ///   - words: what was typed.
  ///   - limit: how many passages at most of each kind.
  public func search(_ words: String, limit: Int = 100) throws(StoreError) -> SearchFindings {
    let query: SearchQuery
    do {
      query = try SearchQuery(words)
    } catch {
      throw StoreError(
        .tooManyWords(most: SearchQuery.mostWords), path: path, during: .reading(.library))
    }
    guard let match = query.match else { return SearchFindings(passages: [], isCut: false) }
    return try read(.library) { db in
      let notes = try self.notes(with: match, limit: limit, in: db)
      let statements = try self.statements(with: match, limit: limit, in: db)
      let articles = try self.articles(with: match, limit: limit, in: db)
      let isCut = [notes.count, statements.count, articles.count].contains { $0 >= limit }
      return SearchFindings(
        passages: notes + Self.byArticle(statements, articles), isCut: isCut)
    }
  }

  /// Statements stand for the text they are in: a place in the text is listed only where nothing said was found.
  private static func byArticle(_ statements: [Passage], _ articles: [Passage]) -> [Passage] {
    let said = Dictionary(grouping: statements, by: \.article)
    var order: [Article.ID] = []
    var seen: Set<Article.ID> = []
    for index in 0..<max(statements.count, articles.count) {
      for list in [articles, statements] where index < list.count {
        let article = list[index].article
        if seen.insert(article).inserted { order.append(article) }
      }
    }
    let places = Dictionary(articles.map { ($0.article, $0) }) { first, _ in first }
    return order.flatMap { article in
      said[article]?.sorted { $0.start < $1.start } ?? [places[article]].compactMap(\.self)
    }
  }
}

// MARK: - Three kinds of findings

extension Store {
  private func articles(
    with match: String, limit: Int, in db: Database
  ) throws -> [Passage] {
    // The best are found before their texts are fetched.
    let numbers = try Int.fetchAll(
      db,
      sql: """
        SELECT rowid FROM articleSearch WHERE articleSearch MATCH ?
        ORDER BY bm25(articleSearch, 6.0, 2.0, 2.0, 1.0) LIMIT ?
        """,
      arguments: [match, limit])
    return try numbers.compactMap { number in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, article.title, article.publisher, published,
            highlight(articleSearch, 3, ?, ?) AS body
          FROM articleSearch
          JOIN articleNumber ON number = articleSearch.rowid
          JOIN article ON id = articleNumber.article
          WHERE articleSearch MATCH ? AND articleSearch.rowid = ?
          """,
        arguments: [Highlighted.open, Highlighted.close, match, number])
      guard let row else { return nil }
      let fields = Fields(row)
      let body = Highlighted(fields.bytes("body").map(Array.init) ?? [])
      let best = body.best
      let (words, matches) = body.excerpt(around: best)
      return Passage(
        kind: .text, fields, start: best.map { body.matches[$0].lowerBound } ?? 0, words: words,
        matches: matches)
    }
  }

  private func statements(
    with match: String, limit: Int, in db: Database
  ) throws -> [Passage] {
    let numbers = try Int.fetchAll(
      db,
      sql: """
        SELECT rowid FROM statementSearch WHERE statementSearch MATCH ?
        ORDER BY bm25(statementSearch, 2.0, 1.0) LIMIT ?
        """,
      arguments: [match, limit])
    return try numbers.compactMap { number in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, article.title, article.publisher, published, startByte, statement.kind,
            statement.naming, manner, cue, stance, item, statementText.source,
            highlight(statementSearch, 1, ?, ?) AS said
          FROM statementSearch
          JOIN statement ON statement.number = statementSearch.rowid
          JOIN statementText ON statementText.number = statementSearch.rowid
          JOIN articleNumber ON articleNumber.number = statement.article
          JOIN article ON id = articleNumber.article
          WHERE statementSearch MATCH ? AND statementSearch.rowid = ?
          """,
        arguments: [Highlighted.open, Highlighted.close, match, number])
      guard let row else { return nil }
      let fields = Fields(row)
      let said = Highlighted(fields.bytes("said").map(Array.init) ?? [])
      let (words, matches) = said.excerpt(around: said.best)
      return Passage(
        statement: fields, words: words, matches: matches)
    }
  }

  private func notes(
    with match: String, limit: Int, in db: Database
  ) throws -> [Passage] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT mark, mark.article AS id, startByte, snapshot,
          highlight(noteSearch, 1, ?, ?) AS noted, highlight(noteSearch, 3, ?, ?) AS exact
        FROM noteSearch JOIN mark ON mark.id = noteSearch.mark
        WHERE noteSearch MATCH ? ORDER BY bm25(noteSearch) LIMIT ?
        """,
      arguments: [
        Highlighted.open, Highlighted.close, Highlighted.open, Highlighted.close, match, limit,
      ])
    return rows.compactMap { row in
      let fields = Fields(row)
      guard let id = fields.text("mark").flatMap(UUID.init) else { return nil }
      let noted = Highlighted(fields.bytes("noted").map(Array.init) ?? [])
      let exact = Highlighted(fields.bytes("exact").map(Array.init) ?? [])
      // The note, where it was found there; else the words that the mark is on.
      let shown =
        noted.bytes.isEmpty || noted.matches.isEmpty && !exact.matches.isEmpty ? exact : noted
      let (words, matches) = shown.excerpt(around: shown.best)
      let snapshot = fields.json("snapshot", as: Mark.Snapshot.self)
      return Passage(
        kind: .note(id), article: fields.text("id") ?? "", title: snapshot?.articleTitle,
        publisher: snapshot?.publisher, published: snapshot?.published,
        start: max(0, fields.integer("startByte") ?? 0), words: words, matches: matches,
        source: snapshot?.source, sourceKind: snapshot?.kind, naming: snapshot?.naming ?? .implicit,
        manner: snapshot?.manner)
    }
  }
}

// MARK: - From rows

extension Passage {
  init(
    kind: Kind, _ fields: Fields, start: Int, words: String, matches: [Range<Int>] = []
  ) {
    self.init(
      kind: kind, article: fields.text("id") ?? "", title: fields.text("title"),
      publisher: fields.text("publisher"), published: fields.text("published"), start: start,
      words: words, matches: matches)
  }

  /// A statement of a row with its article, place, source and naming.
  init(statement fields: Fields, words: String, matches: [Range<Int>] = []) {
    let isSaid = fields.text("item")?.first == Attribution.letter
    self.init(
      kind: isSaid ? .statement : .sentence, fields,
      start: max(0, fields.integer("startByte") ?? 0), words: words, matches: matches)
    source = fields.text("source")
    sourceKind = fields.text("kind").flatMap(SourceKind.init)
    naming = fields.text("naming").flatMap(Naming.init) ?? .implicit
    manner = fields.text("manner").flatMap(Manner.init)
    cue = fields.text("cue")
    stance = fields.text("stance").flatMap(Stance.init)
  }
}
