import HearsayFetching
import HearsayModel

/// The words of an article that stand in a page's data and not among its elements: programs show them once they run.
struct ToldText {
  /// The fewest bytes that are taken for an article.
  private static let least = 400

  /// The paragraphs; none where no data holds an article.
  let paragraphs: [Page.Paragraph]

  /// The text in the data of a page.
  ///
  /// - Parameters:
  ///   - head: what the page says of itself.
  ///   - articles: its objects that are articles.
  init(_ head: PageHead, articles: [JSONValue]) {
    let bodies = articles.compactMap { ($0["articleBody"] ?? $0["text"])?.string }
    let told = Self.paragraphs(of: bodies.max { $0.utf8.count < $1.utf8.count }.map { [$0] } ?? [])
    if Self.length(told) >= Self.least {
      paragraphs = told
      return
    }
    let found = head.scriptData.map { Self.paragraphs(of: Self.longest(in: $0)) }
    let best = found.max { Self.length($0) < Self.length($1) } ?? []
    paragraphs = Self.length(best) >= Self.least ? best : []
  }

  /// How many bytes paragraphs have.
  static func length(_ paragraphs: [Page.Paragraph]) -> Int {
    paragraphs.reduce(0) { $0 + ($1.kind == .caption ? 0 : $1.text.utf8.count) }
  }

  /// A paragraph for each line or each block of markup.
  private static func paragraphs(of texts: [String]) -> [Page.Paragraph] {
    texts.flatMap { text -> [Page.Paragraph] in
      let isMarkup = text.contains("</") || text.contains("<br")
      let lines =
        isMarkup
        ? BlockReader.blocks(of: PageTree(MarkupGuard.harmless(Array(text.utf8)))).map {
          String(decoding: $0.text, as: UTF8.self)
        }
        : text.split(whereSeparator: \.isNewline).map(String.init)
      return lines.map(\.tidy).filter { !$0.isEmpty }.map { Page.Paragraph(text: $0) }
    }
  }

  /// The strings under the keys under which most sentences stand, in their order.
  private static func longest(in value: JSONValue) -> [String] {
    var found: [String: [String]] = [:]
    var seen: Set<String> = []
    collect(value, "", 0, &found, &seen)
    let best = found.max { first, second in
      let (a, b) = (length(first.value), length(second.value))
      return (a, second.key) < (b, first.key)
    }
    return best?.value ?? []
  }

  private static func length(_ texts: [String]) -> Int {
    texts.reduce(0) { $0 + $1.utf8.count }
  }

  private static func collect(
    _ value: JSONValue, _ path: String, _ depth: Int, _ found: inout [String: [String]],
    _ seen: inout Set<String>
  ) {
    guard depth < 60 else { return }
    switch value {
    case .string(let text):
      if isProse(text), seen.insert(path + text).inserted { found[path, default: []].append(text) }
    case .array(let values):
      for value in values { collect(value, path, depth + 1, &found, &seen) }
    case .object(let object):
      for key in object.keys.sorted() {
        if let inner = object[key] { collect(inner, path + "/" + key, depth + 1, &found, &seen) }
      }
    default: break
    }
  }

  /// Whether a string reads like sentences.
  private static func isProse(_ text: String) -> Bool {
    let words = text.prefix(2000).split(separator: " ").count
    return text.utf8.count >= 60 && words >= 9 && text.contains { ".!?".contains($0) }
      && !text.contains("{") && !text.hasPrefix("http")
  }
}
