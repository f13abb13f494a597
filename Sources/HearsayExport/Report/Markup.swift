import HearsayModel
import HearsayScreen

/// A piece of HTML or SVG in which every text is escaped: written so that an XML parser reads it as well.
struct Markup {
  private(set) var source: String

  /// Words, as they are.
  init(_ text: String) { source = flat(text).escapedForMarkup }

  /// An element; an attribute whose value is `nil` is left out.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Markup] = [])
  {
    let written = attributes.compactMap { name, value in
      value.map { " \(name)=\"\(flat($0).escapedForMarkup)\"" }
    }.joined()
    let isVoid = content.isEmpty && Self.voids.contains(name)
    source =
      isVoid
      ? "<\(name)\(written)/>"
      : "<\(name)\(written)>" + content.map(\.source).joined() + "</\(name)>"
    if Self.blocks.contains(name) { source += "\n" }
  }

  /// An element with nothing but words in it.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    self.init(name, attributes, [Markup(text)])
  }

  /// A piece that was not made of anybody's words.
  init(trusted source: String) { self.source = source }

  private static let voids: Set<String> = ["meta", "rect", "path", "line", "circle", "br"]
  private static let blocks: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "h1", "h2", "p",
    "ul", "li", "table", "tr", "blockquote", "figure", "figcaption", "svg", "g", "text", "rect",
    "path", "div", "footer", "desc",
  ]
}

/// A text of at most so many columns.
func shortened(_ text: String, to columns: Int) -> String {
  oneLine(flat(text), width: columns, ellipsis: "…")
}
