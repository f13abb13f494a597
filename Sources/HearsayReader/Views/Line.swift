import HearsayModel
import HearsayScreen
import HearsayText

/// A row of text in several styles, cut with an ellipsis where it is too long; what stands on the right stays.
struct Line: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    var text: String
    var style: Style
  }

  var left: [Part] = []
  var right: [Part] = []

  init(_ parts: [Part] = [], right: [Part] = []) {
    left = parts
    self.right = right
  }

  init(_ text: String, _ style: Style = .plain) { left = [Part(text: text, style: style)] }

  /// The same line with more on its left side.
  func adding(_ text: String, _ style: Style = .plain) -> Line {
    var line = self
    line.left.append(Part(text: text, style: style))
    return line
  }

  /// Its letters, without a screen: what a filter looks into.
  var text: String { (left + right).map(\.text).joined(separator: " ") }
}

extension Line.Part {
  /// The same with the dots between words, which are the program's own, as a terminal without Unicode has them.
  fileprivate func shown(by look: Look) -> Line.Part {
    guard !look.unicode else { return self }
    let ascii = text.map { $0 == "·" ? "-" : $0 == "…" ? "..." : String($0) }.joined()
    return Line.Part(text: ascii, style: style)
  }
}

// MARK: - Measuring

/// A text cut to a number of columns, with an ellipsis where something is left out.
func cut(_ text: String, to limit: Int, ellipsis: String) -> String {
  let clusters = SafeText.clusters(of: text)
  guard clusters.reduce(0, { $0 + $1.width }) > limit else { return text }
  let room = limit - SafeText.width(of: ellipsis)
  var kept = ""
  var width = 0
  for cluster in clusters {
    guard width + cluster.width <= room else { break }
    kept += cluster.text
    width += cluster.width
  }
  while kept.last == " " { kept.removeLast() }
  return room >= 0 ? kept + ellipsis : String(kept.prefix(max(0, limit)))
}

// MARK: - Drawing

extension Line {
  /// Draws the line into one row of a rectangle.
  func draw(on screen: inout Screen, row: Int, in rect: Rect, look: Look) {
    guard rect.top <= row, row < rect.bottom, rect.columns > 0 else { return }
    let left = left.map { $0.shown(by: look) }
    let right = right.map { $0.shown(by: look) }
    let rightColumns = right.reduce(0) { $0 + SafeText.width(of: $1.text) }
    // Where there is hardly any room, what stands on the left is worth more.
    let showsRight = rightColumns > 0 && rect.columns * 10 >= rightColumns * 28
    let edge = showsRight ? rect.right - rightColumns : rect.right
    var column = rect.left
    let end = edge - (showsRight ? 1 : 0)
    for (index, part) in left.enumerated() {
      let room = end - column
      guard room > 0 else { break }
      let following = left[(index + 1)...].reduce(0) { $0 + SafeText.width(of: $1.text) }
      var text = part.text
      let isLast = SafeText.width(of: text) >= room && SafeText.width(of: text) + following > room
      if isLast {
        text = cut(text + (following > 0 ? "  " : ""), to: room, ellipsis: look.signs.ellipsis)
      }
      column = screen.put(text, at: Point(row: row, column: column), part.style, clip: rect)
      if isLast { break }
    }
    guard showsRight else { return }
    column = edge
    for part in right {
      column = screen.put(part.text, at: Point(row: row, column: column), part.style, clip: rect)
    }
  }

  /// A text as lines of a width, the first behind a sign, the others below the first one's text.
  static func wrapped(
    _ text: String, _ style: Style = .plain, after sign: Part? = nil, columns limit: Int
  ) -> [Line] {
    let indent = min(sign.map { SafeText.width(of: $0.text) } ?? 0, max(0, limit - 1))
    let body = ArticleText(text.withoutLineEnds)
    let layout = TextLayout(body, columns: max(1, limit - indent))
    return layout.lines.enumerated().map { index, line in
      let first = sign ?? Part(text: "", style: style)
      let start =
        index == 0 ? first : Part(text: String(repeating: " ", count: indent), style: style)
      return Line([start, Part(text: body[Span(line.range)], style: style)])
    }
  }

  /// Facts with dots between them; a line breaks at a dot, which then is not drawn, and only where a fact is
  /// too long inside of it.
  static func facts(
    _ facts: [String], _ style: Style = .plain, after sign: Part? = nil, columns: Int
  ) -> [Line] {
    let room = columns - (sign.map { SafeText.width(of: $0.text) } ?? 0)
    var rows: [String] = []
    for fact in facts where !fact.isEmpty {
      if let last = rows.last, SafeText.width(of: "\(last) · \(fact)") <= room {
        rows[rows.count - 1] = "\(last) · \(fact)"
      } else {
        rows.append(fact)
      }
    }
    return rows.enumerated().flatMap { index, row in
      let indent = sign.map { String(repeating: " ", count: SafeText.width(of: $0.text)) }
      let start = index == 0 ? sign : indent.map { Part(text: $0, style: style) }
      return wrapped(row, style, after: start, columns: columns)
    }
  }
}
