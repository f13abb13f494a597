public import Foundation
public import HearsayModel
import HearsayText

/// Marks read from a file: JSON Lines or JSON of hearsay, or W3C Web Annotations of whatever program.
///
/// What is not understood is left out and said, by line or by item; the rest is read.
public struct MarksImport: Sendable {
  /// The marks that were understood, each name once.
  public private(set) var marks: [Mark] = []
  /// What was not understood.
  public private(set) var problems: [Problem] = []

  /// Something that was not understood.
  public struct Problem: Hashable, Sendable, CustomStringConvertible {
    /// Where: *line 3* or *item 3*; empty for the whole file.
    public var place: String
    /// Why, in a few words.
    public var reason: String

    /// Place and reason.
    public var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
  }

  /// What a program that reads marks has to know of articles.
  public struct Library: Sendable {
    /// The text of an article.
    public var text: @Sendable (Article.ID) -> ArticleText?
    /// The article that was read from an address.
    public var article: @Sendable (_ address: String) -> Article?

    /// A library with these answers.
    public init(
      text: @escaping @Sendable (Article.ID) -> ArticleText? = { _ in nil },
      article: @escaping @Sendable (_ address: String) -> Article? = { _ in nil }
    ) {
      self.text = text
      self.article = article
    }
  }

  private let library: Library
  private var known: [Mark.ID: Int] = [:]

  /// Reads marks from the bytes of a file.
  public init(_ data: Data, library: Library = Library()) {
    self.library = library
    // A byte order mark is no part of JSON, but of many files.
    let data = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data
    guard data.contains(where: { !$0.isWhiteSpace }) else { return }
    if let whole = try? JSONSerialization.jsonObject(with: data) {
      for (index, item) in Self.items(of: whole).enumerated() { read(item, "item \(index + 1)") }
      return
    }
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { !$0.isWhiteSpace }) {
      let place = "line \(index + 1)"
      if let item = try? JSONSerialization.jsonObject(with: Data(line)) {
        for item in Self.items(of: item) { read(item, place) }
      } else {
        problems.append(Problem(place: place, reason: "this is not JSON"))
      }
    }
  }

  /// The objects of a list, a page or a collection of annotations; else the object itself.
  private static func items(of value: Any) -> [Any] {
    if let list = value as? [Any] { return list }
    guard let object = value as? [String: Any] else { return [value] }
    if let items = object["items"] as? [Any] { return items }
    if let first = object["first"] as? [String: Any] { return items(of: first) }
    // The service that many annotate with lists its annotations so.
    if let rows = object["rows"] as? [Any] { return rows }
    return [value]
  }
}

// MARK: - One mark

extension MarksImport {
  private mutating func read(_ item: Any, _ place: String) {
    do {
      let mark = try mark(of: item)
      if let index = known[mark.id] {
        if mark.modified > marks[index].modified { marks[index] = mark }
      } else {
        known[mark.id] = marks.count
        marks.append(mark)
      }
    } catch let reason as Reason {
      problems.append(Problem(place: place, reason: reason.words))
    } catch {
      problems.append(Problem(place: place, reason: Self.words(for: error)))
    }
  }

  private struct Reason: Error { var words: String }

  private func mark(of item: Any) throws -> Mark {
    let mark = try readMark(of: item)
    guard mark.tags.count <= Mark.mostTags else {
      throw Reason(words: "it has more than \(Mark.mostTags) tags")
    }
    return mark
  }

  private func readMark(of item: Any) throws -> Mark {
    guard let object = item as? [String: Any] else {
      throw Reason(words: "this is not an object")
    }
    let data = try JSONSerialization.data(withJSONObject: object)
    let decoder = JSONDecoder()
    if let schema = object["schema"] as? String {
      guard schema == MarkJSON.schema else {
        throw Reason(words: "its schema is \(schema), not \(MarkJSON.schema)")
      }
      return try mark(of: decoder.decode(MarkJSON.self, from: data))
    }
    guard object["target"] != nil else {
      throw Reason(words: "this is neither a mark nor a Web Annotation")
    }
    let annotation = try decoder.decode(AnnotationJSON.self, from: data)
    if let own = annotation.mark { return try mark(of: own) }
    return try mark(of: annotation)
  }

  private func mark(of json: MarkJSON) throws -> Mark {
    guard let mark = json.mark(in: library.text(json.article.id)) else {
      throw Reason(words: "“\(json.id)” is no UUID")
    }
    return mark
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” has a value that is not understood"
    default: "\(error)"
    }
  }
}

// MARK: - Annotations of other programs

extension MarksImport {
  private func mark(of annotation: AnnotationJSON) throws -> Mark {
    let targets = annotation.target.all
    guard let target = targets.first(where: { $0.selector != nil }) ?? targets.first,
      let source = target.source
    else { throw Reason(words: "its target has no source") }
    let selectors = target.selector?.all ?? []
    guard let quote = selectors.first(where: { $0.exact != nil }), let exact = quote.exact else {
      throw Reason(words: "it has no TextQuoteSelector, so nothing says which words it is on")
    }
    let position = selectors.first { $0.type == "TextPositionSelector" }
    let article = library.article(source)
    let bodies = annotation.body?.all ?? []
    func values(_ purpose: String) -> [String] {
      bodies.filter { $0.purpose == purpose }.compactMap(\.value)
    }
    let created = annotation.created.flatMap(moment) ?? Date(timeIntervalSince1970: 0)
    let place = MarkJSON.TargetJSON(
      start: position?.start, end: position?.end, exact: exact, prefix: quote.prefix,
      suffix: quote.suffix)
    var mark = Mark(
      id: Self.name(of: annotation, source, exact),
      article: article?.id ?? source.trimming(prefix: "urn:hearsay:"),
      anchor: place.anchor(in: article?.text),
      snapshot: Mark.Snapshot(
        articleTitle: article?.title, publisher: article?.publisher, published: article?.published,
        location: article?.url ?? article?.path ?? source, source: nil, cue: nil, manner: nil,
        kind: .none, naming: .implicit, chain: [], flags: [], engine: ""),
      status: values("assessing").compactMap(Mark.Status.init).first ?? .todo,
      tags: values("tagging"), created: created,
      modified: annotation.modified.flatMap(moment) ?? created)
    mark.notes = bodies.filter { $0.purpose == nil || $0.purpose == "commenting" }.compactMap {
      body in
      guard let text = body.value, !text.isEmpty else { return nil }
      return Mark.Note(text, written: body.created.flatMap(moment) ?? mark.modified)
    }
    return mark
  }

  /// The UUID of an annotation; where its name is none, one that is the same whenever it is read.
  private static func name(of annotation: AnnotationJSON, _ source: String, _ exact: String) -> UUID
  {
    let name = annotation.id ?? "\(source) \(exact)"
    let last = name.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? name
    if let id = UUID(uuidString: last) { return id }
    // FNV-1a, twice with different beginnings; version 8 is for such names.
    func hash(_ seed: UInt64) -> UInt64 {
      name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
    var bytes: [UInt8] = []
    for half in [hash(0xCBF2_9CE4_8422_2325), hash(0x8422_2325_CBF2_9CE4)] {
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: half >> ($0 * 8)) }
    }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}

extension String {
  fileprivate func trimming(prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
