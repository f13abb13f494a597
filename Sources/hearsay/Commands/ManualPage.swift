import Foundation

/// The manual page hearsay(1), in the language of man, made from `Resources/MANUAL.md`.
///
/// Of Markdown it knows what that file is written in: headings, paragraphs, lists, tables, code between fences, and
/// code, emphasis and links inside a line.
struct ManualPage {
  /// The page, for man.
  var text: String { page.text }

  private var page = Roff()
  /// What the page is about, until its first paragraph says so.
  private var title: String?

  /// Turns a manual in Markdown into a page.
  init(markdown: String) {
    page.line(".TH HEARSAY 1 \"\" \"hearsay \(Version.current)\" \"\"")
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("```") {
        page.verbatim(lines.popWhile { !$0.hasPrefix("```") })
        lines = lines.dropFirst()
      } else if line.hasPrefix("#") {
        addHeading(line)
      } else if line.hasPrefix("|") {
        // The first two rows are the table's head.
        for row in lines.popWhile({ $0.hasPrefix("|") }).dropFirst() { addRow(row) }
      } else if line.hasPrefix("- ") {
        addItem(([line.dropFirst(2)] + lines.popWhile { $0.hasPrefix("  ") }).joinedToOneLine)
      } else if !line.isEmpty, !line.hasPrefix("<!--") {
        addParagraph(([line] + lines.popWhile { !$0.isEmpty }).joinedToOneLine)
      }
    }
  }
}

// MARK: - Parts of the page

extension ManualPage {
  private mutating func addHeading(_ line: Substring) {
    let level = line.prefix { $0 == "#" }.count
    let words = line.dropFirst(level).trimmingPrefix(" ")
    switch level {
    case 1:
      page.section("NAME")
      title = String(words)
    case 2: page.section(words.uppercased())
    default: page.subsection(String(words))
    }
  }

  private mutating func addParagraph(_ text: String) {
    if let name = title.take() {
      page.line(Roff.inline(name) + " \\- " + Roff.inline(text))
    } else {
      page.paragraph(text)
    }
  }

  /// A list's item: words to be typed, with what they mean behind a colon, or a sentence.
  private mutating func addItem(_ text: String) {
    guard let match = text.prefixMatch(of: #/(`[^:]+`[^:`]*): /#) else {
      return page.item("\\(bu", text)
    }
    page.item(Roff.inline(match.output.1), text[match.range.upperBound...])
  }

  /// A table's row: its first cell means the second, and is called by the third.
  private mutating func addRow(_ row: Substring) {
    let cells = row.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{0}").split(separator: " | ")
      .map { $0.replacing("\u{0}", with: "|") }
    guard cells.count > 1 else { return }
    let name = cells.count > 2 ? " (\(cells[2]))" : ""
    page.item(Roff.inline(cells[0]), cells[1] + name)
  }
}

extension ArraySlice<Substring> {
  /// Takes off the front what is so.
  fileprivate mutating func popWhile(_ isSo: (Substring) -> Bool) -> ArraySlice {
    let taken = prefix(while: isSo)
    removeFirst(taken.count)
    return taken
  }
}

extension Array<Substring> {
  fileprivate var joinedToOneLine: String {
    map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }
}
