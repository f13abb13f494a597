public import HearsayModel

/// A text with its attributions marked in it, as tests write them.
///
/// ```
/// {content:1 "No,"} {source:1 the MP} {cue:1 told} {addressee:1 The National}.
/// ```
///
/// A mark is a role, perhaps a label after a colon, a space, and the words, which may hold further marks.
/// `\{` and `\}` are braces of the text.
public struct MarkedText: Hashable, Sendable {
  /// The words without the marks.
  public var text: ArticleText
  /// What was marked, in order of reading, outer marks before the inner ones.
  public var marks: [MarkedSpan]

  /// Words with a role.
  public struct MarkedSpan: Hashable, Sendable {
    /// What the words are: `source`, `cue`, `content`, ….
    public var role: String
    /// What tells it from others of the role; empty where nothing was written.
    public var label: String
    /// Where the words stand in ``MarkedText/text``.
    public var span: Span
  }

  /// Reads a marked text.
  ///
  /// - Precondition: every brace is closed, and every mark has a role and words.
  public init(_ marked: String) {
    var words: [UInt8] = []
    var found: [MarkedSpan] = []
    var open: [Int] = []
    var rest = Array(marked.utf8)[...]

    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\")
      where rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "}"):
        words.append(rest.removeFirst())
      case UInt8(ascii: "{"):
        let name = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "}") }
        rest = rest.dropFirst(name.count)
        precondition(rest.popFirst() == UInt8(ascii: " "), "A mark has a role, a space and words.")
        let parts = String(decoding: name, as: UTF8.self).split(separator: ":", maxSplits: 1)
        open.append(found.count)
        found.append(
          MarkedSpan(
            role: String(parts[0]), label: parts.count > 1 ? String(parts[1]) : "",
            span: Span(words.count, words.count)))
      case UInt8(ascii: "}"):
        precondition(!open.isEmpty, "A brace is closed that was never opened.")
        found[open.removeLast()].span.end = words.count
      default: words.append(byte)
      }
    }
    precondition(open.isEmpty, "A brace is never closed.")
    text = ArticleText(String(decoding: words, as: UTF8.self))
    marks = found
  }

  /// The spans of a role, those of one label where one is given.
  public func spans(_ role: String, _ label: String? = nil) -> [Span] {
    marks.filter { $0.role == role && (label == nil || $0.label == label) }.map(\.span)
  }
}
