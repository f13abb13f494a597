import Foundation
import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Whatever an article says, the files stay what they are")
struct MarksSafetyTests {
  private static let evil = [
    "a;=1+1", "a\n=1+1", "a\";@SUM(A1)", "=HYPERLINK(\"http://evil.example\")", "+1", "-2+3",
    "@SUM(A1)", "\t=1", "\r=1", "a\"b,c\nd",
    "* a headline :tag:\n#+end_quote\n:END:", "- [x] <script>alert(1)</script> ^id\n\n# heading",
    "[[elisp:(ding)][a]] <2024-01-01 Mon 10:00> elisp:(ding) <%%(ding)> {{{a}}} src_sh{ls} call_a() [1/2] \\input{a}",
    "<<a>> file:/etc/passwd shell:ls [2024-01-01] file+sys:a [fn:a] <elisp:a> [a](javascript:b) https://a.example/b",
    "x 2024-01-01 +project @context due:2020-01-01", "\u{1B}[31m\u{0}", "1. one", "|a|b|", "",
  ]

  private func mark(_ words: String) -> Mark {
    var mark = Mark.samples[0]
    mark.anchor.exact = words
    mark.snapshot.source = words
    mark.snapshot.articleTitle = words
    mark.note = words
    mark.tags = [words]
    mark.due = words
    mark.evidence = [Mark.Evidence(words, added: mark.created)]
    return mark
  }

  @Test("No cell of the table is a formula, unless it was asked for raw", arguments: evil)
  func formulas(words: String) throws {
    let row = try rows(MarksFormat.csv.text(of: [mark(words)]))[1]
    for cell in row {
      #expect(cell.unicodeScalars.first.map { "=+-@\t\r\n\0".unicodeScalars.contains($0) } != true)
    }
    // Nor where cells are divided by semicolons, and a quotation mark inside of one says nothing.
    for field in try MarksFormat.csv.text(of: [mark(words)]).split(whereSeparator: {
      ";\n\r\r\n".contains($0)
    }) {
      let first = field.drop { $0 == "\"" }.first
      #expect(first.map { "=+-@".contains($0) } != true, "\(field)")
    }
    let raw = try rows(MarksFormat.csv.text(of: [mark(words)], isRaw: true))[1]
    #expect(raw[0] == words)
    #expect(raw.count == row.count)
  }

  @Test("One task stays one line, with one project", arguments: evil)
  func todo(words: String) throws {
    let text = try MarksFormat.todo.text(of: [mark(words)])
    #expect(text.split(whereSeparator: \.isNewline).count == 1)
    let parts = text.split(separator: " ")
    #expect(parts.count { $0.hasPrefix("+") } == 1)
    #expect(parts.count { $0.hasPrefix("due:") && $0 != "due:" } == (words.isEmpty ? 0 : 1))
    #expect(!text.hasPrefix("x "))
  }

  @Test("An org file has two headlines and no foreign line", arguments: evil)
  func org(words: String) throws {
    let lines = try MarksFormat.org.text(of: [mark(words)]).split(separator: "\n").dropFirst(2)
    #expect(lines.count { $0.hasPrefix("*") } == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("*") || $0.hasPrefix("   ") })
    #expect(lines.count { $0 == "   :END:" } == 2)
  }

  @Test("Nothing in an org file is followed or run", arguments: evil)
  func orgIsInert(words: String) throws {
    var mark = mark(words)
    mark.snapshot.publisher = words
    mark.snapshot.chain = [words, words]
    let text = try MarksFormat.org.text(of: [mark])
      // Those of ours.
      .replacing(/\[\d{4}-\d\d-\d\d\]$/.anchorsMatchLineEndings(), with: "")
    for live in [
      #"\[\["#, #"<[0-9%<a-z]"#, #"\[[0-9%/]"#, #"\{\{"#, #"\\[a-z]"#, #"src_[a-z]+[\[{]"#,
      #"call_[a-z]+[\[(]"#,
      #"\b(elisp|file|shell|file\+sys|fn|javascript):\S"#,
    ] {
      #expect(try text.firstMatch(of: Regex(live)) == nil, "\(live) in \(text)")
    }
    // It reads as before.
    let seen = text.replacing("\u{200B}", with: "")
    if words.contains("elisp") { #expect(seen.contains(words)) }
  }

  @Test("Markdown has one task, one heading and no tag of HTML", arguments: evil)
  func markdown(words: String) throws {
    let text = try MarksFormat.markdown.text(of: [mark(words)])
    let lines = text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- [") } == 1)
    #expect(lines.count { $0.hasPrefix("#") } == 1)
    #expect(!text.replacing("\\<", with: "").contains("<script"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  /// A table of RFC 4180, read letter by letter.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        cell.unicodeScalars.append("\"")
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
