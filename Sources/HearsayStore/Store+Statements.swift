import Foundation
import GRDB
import HearsayModel

// What is said in the articles of the library, a row for each attribution and each sentence of nobody.
extension Store {
  /// Makes the statements of analyses that have none yet: those that an older hearsay kept.
  ///
  /// - Parameter limit: how many articles at most; the library is locked while it works.
  /// - Returns: how many articles are still without.
  @discardableResult
  public func catchUp(limit: Int = 16) throws(StoreError) -> Int {
    let waiting = try read(.library) { db in
      try String.fetchAll(
        db, sql: "SELECT article FROM analysis WHERE NOT hasStatements LIMIT ?", arguments: [limit])
    }
    guard !waiting.isEmpty else { return 0 }
    return try write(.library) { db in
      for article in waiting { try catchUp(article: article, in: db) }
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM analysis WHERE NOT hasStatements") ?? 0
    }
  }

  func catchUp(article: Article.ID, in db: Database) throws {
    let json = try Data.fetchOne(
      db, sql: "SELECT json FROM analysisText WHERE article = ?", arguments: [stored(article)])
    if let json, let analysis = try? JSONDecoder().decode(Analysis.self, from: json),
      analysis.article.id == article
    {
      try keepStatements(of: analysis, in: db)
    } else {
      // What cannot be read is not tried again and again.
      try db.execute(
        sql: "UPDATE analysis SET hasStatements = 1 WHERE article = ?", arguments: [stored(article)]
      )
    }
  }

  /// Puts the statements of an analysis in place of those that the article had.
  func keepStatements(of analysis: Analysis, in db: Database) throws {
    let id = stored(analysis.article.id)
    let number = try Int.fetchOne(
      db, sql: "SELECT number FROM articleNumber WHERE article = ?", arguments: [id])
    guard let number else { return }
    try db.execute(sql: "DELETE FROM statement WHERE article = ?", arguments: [number])
    try db.execute(sql: "DELETE FROM statementVectors WHERE article = ?", arguments: [number])
    for statement in Statement.all(of: analysis) {
      try StatementRow(statement: statement, article: number).insert(db)
      try StatementTextRow(statement: statement, number: db.lastInsertedRowID).insert(db)
    }
    let figures = SourcingFigures(analysis)
    try db.execute(
      sql: """
        UPDATE analysis SET hasStatements = 1, implicit = ?, grave = ?,
          namedWords = ?, unnamedWords = ?, nobodysWords = ? WHERE article = ?
        """,
      arguments: [
        figures.implicit, figures.grave, figures.words?.named, figures.words?.unnamed,
        figures.words?.nobodys, id,
      ])
  }
}

/// A statement as the library keeps it: everything that a filter can ask of it.
private struct Statement {
  var item: String
  var span: Span
  var words: String
  var source: String?
  var voice: VoiceKey?
  var kind = SourceKind.none
  var naming = Naming.implicit
  var manner: Manner?
  var cue: String?
  var stance: Stance?
  var attitude: Attitude?
  var certainty: Certainty?
  var support: Support?
  var sentence: UnattributedSentence.Kind?
  /// In per cent.
  var sure: Int?
  var relays: [String] = []
  var flags: [Flag] = []

  /// With a space on both sides of each, so that one is found and not another that begins like it.
  var flagWords: String {
    flags.isEmpty ? "" : " \(Set(flags.map(\.rawValue)).sorted().joined(separator: " ")) "
  }
}

/// What is asked of many statements at once.
private struct StatementRow: PersistableRecord {
  static let databaseTableName = "statement"

  var statement: Statement
  /// The number of its article.
  var article: Int

  func encode(to row: inout PersistenceContainer) {
    row["article"] = article
    row["item"] = statement.item
    row["startByte"] = statement.span.start
    row["endByte"] = statement.span.end
    row["voice"] = stored(statement.voice?.rawValue)
    row["kind"] = statement.kind.rawValue
    row["naming"] = statement.naming.rawValue
    row["manner"] = statement.manner?.rawValue
    row["cue"] = stored(statement.cue)
    row["stance"] = statement.stance?.rawValue
    row["attitude"] = statement.attitude?.rawValue
    row["certainty"] = statement.certainty?.rawValue
    row["support"] = statement.support?.rawValue
    row["sentence"] = statement.sentence?.rawValue
    row["sure"] = statement.sure
    row["relays"] = statement.relays.count
    row["flags"] = statement.flagWords
  }
}

/// The words of a statement, which stand apart.
private struct StatementTextRow: PersistableRecord {
  static let databaseTableName = "statementText"

  var statement: Statement
  var number: Int64

  func encode(to row: inout PersistenceContainer) {
    row["number"] = number
    row["source"] = stored(statement.source)
    row["relays"] = stored(statement.relays.joined(separator: "\n"))
    row["words"] = stored(statement.words)
  }
}

extension Statement {
  /// The statements of an analysis, in no particular order.
  static func all(of analysis: Analysis) -> [Statement] {
    let text = analysis.article.text
    func clipped(_ span: Span) -> Span {
      Span(min(span.start, text.count), min(span.end, text.count))
    }
    let said = analysis.attributions.map { attribution in
      let content = attribution.contentSpans.map(clipped)
      let source = analysis.speaker(of: attribution)
      let claim = analysis.claim(attribution.claim)
      return Statement(
        item: attribution.id.description,
        span: content.extent ?? clipped(attribution.extent),
        words: content.map { text[$0] }.joined(separator: " … "), source: source?.name,
        voice: source.map { VoiceKey($0, in: analysis.article.id) }, kind: source?.kind ?? .none,
        naming: source?.naming ?? .implicit, manner: attribution.manner,
        cue: analysis.cueWords(of: attribution), stance: attribution.stance,
        attitude: attribution.attitude, certainty: attribution.certainty, support: claim?.support,
        sure: Int((attribution.confidence * 100).rounded()),
        relays: analysis.relays(of: attribution).map(\.name),
        flags: attribution.flags + (claim?.flags ?? []))
    }
    let sentences = analysis.unattributed.map { sentence in
      let claim = analysis.claim(sentence.claim)
      return Statement(
        item: sentence.id.description, span: clipped(sentence.span),
        words: text[clipped(sentence.span)], support: claim?.support, sentence: sentence.kind,
        flags: claim?.flags ?? [])
    }
    return said + sentences
  }
}
