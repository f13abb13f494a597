import Foundation
import HearsayModel

/// Every field of every mark, for programs.
///
/// Offsets are code points of the article's text and `null` where that text is not known; the words themselves
/// and those around them always are.
func marksObjects(of marks: [Mark], texts: [Article.ID: ArticleText]) throws -> String {
  let objects = marks.map { MarkJSON($0, in: texts[$0.article]) }
  return try json(of: objects, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

private struct MarkJSON: Encodable {
  var schema = "hearsay.mark/1"
  var id: String
  var article: ArticleJSON
  var target: TargetJSON
  var claim: ClaimJSON
  var status: Mark.Status
  var note: String
  var tags: [String]
  var created: String
  var modified: String

  init(_ mark: Mark, in text: ArticleText?) {
    let snapshot = mark.snapshot
    id = mark.id.uuidString
    article = ArticleJSON(
      id: mark.article, title: snapshot.articleTitle, publisher: snapshot.publisher,
      published: snapshot.published, location: snapshot.location)
    target = TargetJSON(mark.anchor, in: text)
    claim = ClaimJSON(
      source: snapshot.source, cue: snapshot.cue, manner: snapshot.manner, kind: snapshot.kind,
      naming: snapshot.naming, chain: snapshot.chain, flags: snapshot.flags,
      engine: snapshot.engine)
    status = mark.status
    note = mark.note
    tags = mark.tags
    created = mark.created.formatted(.iso8601)
    modified = mark.modified.formatted(.iso8601)
  }
}

// MARK: - Its parts

private struct ArticleJSON: Encodable {
  var id: String
  var title: String?
  var publisher: String?
  var published: String?
  var location: String?

  enum CodingKeys: String, CodingKey { case id, title, publisher, published, location }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(id, forKey: .id)
    // `encode`, not `encodeIfPresent`: an absent fact is written as null.
    try keys.encode(title, forKey: .title)
    try keys.encode(publisher, forKey: .publisher)
    try keys.encode(published, forKey: .published)
    try keys.encode(location, forKey: .location)
  }
}

private struct TargetJSON: Encodable {
  var start: Int?
  var end: Int?
  var unit = "codepoint"
  var exact: String
  var prefix: String
  var suffix: String

  init(_ anchor: Mark.Anchor, in text: ArticleText?) {
    exact = anchor.exact
    prefix = anchor.prefix
    suffix = anchor.suffix
    let span = anchor.span
    guard let text, span.start >= 0, span.end <= text.count else { return }
    let scalars = text.scalarOffsets(of: [span.start, span.end])
    start = scalars[span.start]
    end = scalars[span.end]
  }

  enum CodingKeys: String, CodingKey { case start, end, unit, exact, prefix, suffix }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(start, forKey: .start)
    try keys.encode(end, forKey: .end)
    try keys.encode(unit, forKey: .unit)
    try keys.encode(exact, forKey: .exact)
    try keys.encode(prefix, forKey: .prefix)
    try keys.encode(suffix, forKey: .suffix)
  }
}

private struct ClaimJSON: Encodable {
  var source: String?
  var cue: String?
  var manner: Manner?
  var kind: SourceKind
  var naming: Naming
  var chain: [String]
  var flags: [Flag]
  var engine: String

  enum CodingKeys: String, CodingKey {
    case source, cue, manner, kind, naming, chain, flags, engine
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(source, forKey: .source)
    try keys.encode(cue, forKey: .cue)
    try keys.encode(manner, forKey: .manner)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(naming, forKey: .naming)
    try keys.encode(chain, forKey: .chain)
    try keys.encode(flags, forKey: .flags)
    try keys.encode(engine, forKey: .engine)
  }
}
