import Foundation
import HearsayModel

extension MarksFormat {
  /// A list of objects with every field.
  public static var json: Self {
    ExportFormat(
      .json, about: "one array, with everything that is kept of a mark (schema hearsay.mark/1)"
    ) {
      try marksObjects(of: $0.marks, texts: $0.texts)
    }
  }

  /// The same objects, each on one line: what is read back in.
  public static var jsonl: Self {
    ExportFormat(.jsonl, about: "the same, each mark on one line; --import reads it back") {
      try marksLines(of: $0.marks, texts: $0.texts)
    }
  }
}

/// Every field of every mark, for programs.
///
/// Offsets are code points of the article's text and `null` where that text is not known; bytes, the words
/// themselves and those around them always are.
func marksObjects(of marks: [Mark], texts: [Article.ID: ArticleText]) throws -> String {
  let objects = marks.map { MarkJSON($0, in: texts[$0.article]) }
  return try jsonText(of: objects, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

/// The same, each mark on one line.
func marksLines(of marks: [Mark], texts: [Article.ID: ArticleText]) throws -> String {
  try marks.map {
    try jsonText(of: MarkJSON($0, in: texts[$0.article]), [.sortedKeys, .withoutEscapingSlashes])
  }.joined()
}

/// The object `hearsay.mark/1`. Keys may be added to it; none is taken away or given another meaning.
///
/// Of what is read only the name, the article and the words have to be there: everything else may have been
/// left out by an older hearsay, or by somebody who wrote the file by hand.
struct MarkJSON: Codable {
  static let schema = "hearsay.mark/1"

  var schema = MarkJSON.schema
  var id: String
  var article: ArticleJSON
  var target: TargetJSON
  var claim: ClaimJSON?
  var status: Mark.Status?
  var priority: Mark.Priority?
  @Written var due: String?
  var note: String?
  var notes: [NoteJSON]?
  var evidence: [EvidenceJSON]?
  var tags: [String]?
  /// Versions of the article that do not have the words any more, as the reader said.
  var refusedIn: [String]?
  var created: String?
  var modified: String?

  struct ArticleJSON: Codable {
    var id: String
    @Written var title: String?
    @Written var publisher: String?
    @Written var published: String?
    @Written var location: String?
  }

  struct TargetJSON: Codable {
    @Written var start: Int?
    @Written var end: Int?
    var unit: String? = "codepoint"
    var startByte: Int?
    var endByte: Int?
    var exact: String
    var prefix: String?
    var suffix: String?
  }

  struct ClaimJSON: Codable {
    @Written var source: String?
    @Written var cue: String?
    var stance: Stance?
    var context: String?
    var words: String?
    @Written var manner: Manner?
    var kind: SourceKind?
    var naming: Naming?
    var chain: [String]?
    var flags: [Flag]?
    var engine: String?
    var subject: Mark.Snapshot.Subject?
    var otherSources: [String]?
    var formerWords: String?
  }

  struct NoteJSON: Codable {
    var text: String
    var written: String
  }

  struct EvidenceJSON: Codable {
    var text: String
    var added: String
  }
}

/// A fact that is written as `null` where it is absent, and may be left out where it is read.
@propertyWrapper
struct Written<Value: Codable>: Codable {
  var wrappedValue: Value?

  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

extension KeyedDecodingContainer {
  func decode<Value>(_ type: Written<Value>.Type, forKey key: Key) throws -> Written<Value> {
    try decodeIfPresent(type, forKey: key) ?? Written(wrappedValue: nil)
  }
}

// MARK: - From a mark

extension MarkJSON {
  init(_ mark: Mark, in text: ArticleText?) {
    let snapshot = mark.snapshot
    id = mark.id.uuidString
    article = ArticleJSON(
      id: mark.article, title: snapshot.articleTitle, publisher: snapshot.publisher,
      published: snapshot.published, location: snapshot.location)
    target = TargetJSON(mark.anchor, in: text)
    claim = ClaimJSON(
      source: snapshot.source, cue: snapshot.cue, stance: snapshot.stance,
      context: snapshot.context, words: snapshot.words, manner: snapshot.manner,
      kind: snapshot.kind,
      naming: snapshot.naming, chain: snapshot.chain, flags: snapshot.flags,
      engine: snapshot.engine, subject: snapshot.subject, otherSources: snapshot.otherSources,
      formerWords: snapshot.formerWords)
    status = mark.status
    priority = mark.priority
    due = mark.due
    note = mark.note
    notes = mark.notes.map { NoteJSON(text: $0.text, written: momentWords($0.written)) }
    refusedIn = mark.refusedIn.isEmpty ? nil : mark.refusedIn
    evidence = mark.evidence.map { EvidenceJSON(text: $0.text, added: momentWords($0.added)) }
    tags = mark.tags
    created = momentWords(mark.created)
    modified = momentWords(mark.modified)
  }
}

extension MarkJSON.TargetJSON {
  init(_ anchor: Mark.Anchor, in text: ArticleText?) {
    exact = anchor.exact
    prefix = anchor.prefix
    suffix = anchor.suffix
    startByte = anchor.start
    endByte = anchor.end
    let scalars = scalarRange(of: anchor, in: text)
    start = scalars?.lowerBound
    end = scalars?.upperBound
  }
}

/// The code points of an anchor; `nil` where its text is not known or does not have it.
func scalarRange(of anchor: Mark.Anchor, in text: ArticleText?) -> Range<Int>? {
  let span = anchor.span
  guard let text, span.start >= 0, span.end <= text.count else { return nil }
  let scalars = text.scalarOffsets(of: [span.start, span.end])
  guard let start = scalars[span.start], let end = scalars[span.end], start <= end else {
    return nil
  }
  return start..<end
}

// MARK: - To a mark

extension MarkJSON {
  /// The mark; `nil` where its name is no UUID.
  func mark(in text: ArticleText?) -> Mark? {
    guard let id = UUID(uuidString: id) else { return nil }
    let created = created.flatMap(moment) ?? Date(timeIntervalSince1970: 0)
    var mark = Mark(
      id: id, article: article.id, anchor: target.anchor(in: text),
      snapshot: Mark.Snapshot(
        articleTitle: article.title, publisher: article.publisher, published: article.published,
        location: article.location, source: claim?.source, cue: claim?.cue, manner: claim?.manner,
        kind: claim?.kind ?? .none, naming: claim?.naming ?? .implicit, chain: claim?.chain ?? [],
        flags: claim?.flags ?? [], engine: claim?.engine ?? "", subject: claim?.subject,
        otherSources: claim?.otherSources, formerWords: claim?.formerWords, stance: claim?.stance,
        context: claim?.context, words: claim?.words),
      status: status ?? .todo, priority: priority ?? .normal, due: due, note: note ?? "",
      evidence: (evidence ?? []).map {
        Mark.Evidence($0.text, added: moment($0.added) ?? created)
      },
      tags: tags ?? [], created: created, modified: modified.flatMap(moment) ?? created)
    mark.refusedIn = refusedIn ?? []
    if let notes {
      mark.notes = notes.map { Mark.Note($0.text, written: moment($0.written) ?? created) }
      // Another program may have changed what it knows: the one text.
      if let note, note != mark.note { mark.rewriteNotes(as: note, at: mark.modified) }
    }
    return mark
  }
}

extension MarkJSON.TargetJSON {
  /// The anchor, in bytes: as they are given, else counted in the text, else looked for in it.
  func anchor(in text: ArticleText?) -> Mark.Anchor {
    var anchor = Mark.Anchor(Span(0, 0), in: ArticleText(""))
    anchor.exact = exact
    anchor.prefix = prefix ?? ""
    anchor.suffix = suffix ?? ""
    anchor.start = max(0, startByte ?? start ?? 0)
    anchor.end = max(anchor.start, endByte ?? min(anchor.start, Int.max / 2) + exact.utf8.count)
    guard let text else { return anchor }
    if anchor.end <= text.count, text[anchor.span] == exact { return anchor }
    if startByte == nil, let start, let end, 0 <= start, start <= end {
      let bytes = text.byteOffsetsOfScalars()
      if end < bytes.count, text[Span(bytes[start], bytes[end])] == exact {
        (anchor.start, anchor.end) = (bytes[start], bytes[end])
        return anchor
      }
    }
    if let span = AnchorFinder(text).place(of: anchor).span, text[span] == exact {
      (anchor.start, anchor.end) = (span.start, span.end)
    }
    return anchor
  }
}

// MARK: - Moments

/// A moment as `2024-06-13T09:30:00Z`, with thousandths where it has them.
func momentWords(_ date: Date) -> String {
  let seconds = date.timeIntervalSince1970
  let isWhole = seconds == seconds.rounded()
  return date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: !isWhole))
}

/// Reads a moment in ISO 8601, with or without parts of seconds; a day alone is its first moment in UTC.
func moment(_ words: String) -> Date? {
  for style in [
    Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true),
    Date.ISO8601FormatStyle().year().month().day(),
  ] {
    if let date = try? Date(words, strategy: style) { return date }
  }
  return nil
}
