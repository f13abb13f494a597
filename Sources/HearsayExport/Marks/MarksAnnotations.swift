import Foundation
import HearsayModel

extension MarksFormat {
  /// W3C Web Annotations as JSON-LD: what is read back in, here and elsewhere.
  public static var annotation: Self {
    ExportFormat(
      FileKind("annotation", endings: ["jsonld"]),
      about: "W3C Web Annotations (JSON-LD); --import reads it back, from other programs as well"
    ) { try marksAnnotations(of: $0.marks, texts: $0.texts) }
  }
}

/// Marks as W3C Web Annotations: quotation and position as selectors, status, note and tags as bodies.
///
/// What the standard has no word for stands under `hearsay:mark`, so that nothing is lost on the way back.
func marksAnnotations(of marks: [Mark], texts: [Article.ID: ArticleText]) throws -> String {
  let items = marks.map { AnnotationJSON($0, in: texts[$0.article]) }
  return try jsonText(
    of: AnnotationsJSON(items), [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
}

private struct AnnotationsJSON: Encodable {
  var context = AnnotationContext()
  var id = "urn:hearsay:marks"
  var type = "AnnotationCollection"
  var total: Int
  var first: Page

  struct Page: Encodable {
    var id = "urn:hearsay:marks:1"
    var type = "AnnotationPage"
    var startIndex = 0
    var items: [AnnotationJSON]
  }

  init(_ items: [AnnotationJSON]) {
    total = items.count
    first = Page(items: items)
  }

  enum CodingKeys: String, CodingKey {
    case context = "@context"
    case id, type, total, first
  }
}

/// The standard's vocabulary, and the prefix of hearsay's own.
private struct AnnotationContext: Encodable {
  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode("http://www.w3.org/ns/anno.jsonld")
    try list.encode(["hearsay": "urn:hearsay:"])
  }
}

/// One annotation. Read as others write it, too: a body or selector alone or in a list, a target that is only an
/// address.
struct AnnotationJSON: Codable {
  var id: String?
  var type = "Annotation"
  var motivation: OneOrMany<String>?
  var created: String?
  var modified: String?
  var body: OneOrMany<Body>?
  var target: OneOrMany<Target>
  var mark: MarkJSON?

  enum CodingKeys: String, CodingKey {
    case id, type, motivation, created, modified, body, target
    case mark = "hearsay:mark"
  }

  struct Body: Codable {
    var type: String?
    var value: String?
    var format: String?
    var purpose: String?
    var created: String?
  }

  struct Target: Codable {
    var source: String?
    var selector: OneOrMany<Selector>?

    init(source: String, selector: [Selector]) {
      self.source = source
      self.selector = OneOrMany(selector)
    }

    init(from decoder: any Decoder) throws {
      if let address = try? decoder.singleValueContainer().decode(String.self) {
        source = address
        return
      }
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      source = try keys.decodeIfPresent(String.self, forKey: .source)
      selector = try keys.decodeIfPresent(OneOrMany<Selector>.self, forKey: .selector)
    }
  }

  struct Selector: Codable {
    var type: String?
    var exact: String?
    var prefix: String?
    var suffix: String?
    var start: Int?
    var end: Int?
  }
}

/// A value, or a list of them.
struct OneOrMany<Value: Codable>: Codable {
  var all: [Value]

  init(_ all: [Value]) { self.all = all }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      all = try container.decode([Value].self)
    } catch {
      all = [try container.decode(Value.self)]
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all)
  }
}

// MARK: - From a mark

extension AnnotationJSON {
  init(_ mark: Mark, in text: ArticleText?) {
    id = "urn:uuid:" + mark.id.uuidString.lowercased()
    motivation = OneOrMany(["assessing", "commenting"])
    created = momentWords(mark.created)
    modified = momentWords(mark.modified)
    var bodies = [
      Body(
        type: "TextualBody", value: mark.status.rawValue, format: "text/plain", purpose: "assessing"
      )
    ]
    // Whoever reads only the quotation learns whose it is, and that somebody denies it.
    let saying = [mark.snapshot.source, mark.snapshot.cue].compactMap(\.self).joined(separator: " ")
    if !saying.isEmpty {
      bodies.append(
        Body(type: "TextualBody", value: saying, format: "text/plain", purpose: "describing"))
    }
    bodies += mark.notes.map {
      Body(
        type: "TextualBody", value: $0.text, format: "text/plain", purpose: "commenting",
        created: momentWords($0.written))
    }
    bodies += mark.tags.map {
      Body(type: "TextualBody", value: $0, format: "text/plain", purpose: "tagging")
    }
    body = OneOrMany(bodies)
    let anchor = mark.anchor
    var selectors = [
      Selector(
        type: "TextQuoteSelector", exact: anchor.exact, prefix: anchor.prefix,
        suffix: anchor.suffix)
    ]
    if let range = scalarRange(of: anchor, in: text) {
      selectors.append(
        Selector(type: "TextPositionSelector", start: range.lowerBound, end: range.upperBound))
    }
    target = OneOrMany([
      Target(source: mark.address ?? "urn:hearsay:" + mark.article, selector: selectors)
    ])
    self.mark = MarkJSON(mark, in: text)
  }
}
