import Foundation

/// Something in backticks, in a page or in a comment.
struct Mention {
  /// What stands between the backticks.
  var text: String
  /// Whether two backticks make it a link to a symbol, as in DocC's `Source`.
  var isLink = false
  /// File and line where its paragraph begins.
  var place: String

  init(_ text: String, isLink: Bool = false, at place: String) {
    self.text = text
    self.isLink = isLink
    self.place = place
  }

  /// All of the project, and the commands that pages show in blocks.
  static func all(below root: URL) throws -> [Mention] {
    try ProjectFiles(root: root).files.flatMap { file -> [Mention] in
      guard file.hasSuffix(".md") || file.hasSuffix(".swift") else { return [] }
      let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return file.hasSuffix(".md") ? ofPage(lines, file) : ofComments(lines, file)
    }
  }
}

// MARK: - Where they stand

extension Mention {
  private static func ofPage(_ lines: [Substring], _ file: String) -> [Mention] {
    var mentions: [Mention] = []
    var paragraphs = Paragraphs(file: file)
    var isInBlock = false
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInBlock.toggle()
      } else if isInBlock {
        if let command = command(in: line) {
          mentions.append(Mention(command, at: "\(file):\(number + 1)"))
        }
      } else {
        paragraphs.add(line, number)
        continue
      }
      paragraphs.end()
    }
    paragraphs.end()
    return mentions + paragraphs.mentions
  }

  /// A command of this project in a block, without what follows it.
  private static func command(in line: Substring) -> String? {
    let line = line.replacing(".build/release/hearsay ", with: "hearsay ")
    guard line.hasPrefix("hearsay ") || line.hasPrefix("swift test --filter"), !line.contains("[")
    else { return nil }
    return line.split(separator: "  #").first.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func ofComments(_ lines: [Substring], _ file: String) -> [Mention] {
    var paragraphs = Paragraphs(file: file)
    var isInBlock = false
    for (number, line) in lines.enumerated() {
      let line = line.drop { $0 == " " }
      let words = line.hasPrefix("//") ? line.drop { $0 == "/" || $0 == " " } : ""
      if words.hasPrefix("```") { isInBlock.toggle() }
      paragraphs.add(isInBlock || words.hasPrefix("```") ? "" : words, number)
    }
    paragraphs.end()
    return paragraphs.mentions
  }

  /// Lines that belong together: what is in backticks may go on in the next one.
  private struct Paragraphs {
    var file: String
    var mentions: [Mention] = []
    private var text = ""
    private var start = 0

    init(file: String) { self.file = file }

    mutating func add(_ line: Substring, _ number: Int) {
      // A row of a table stands alone, and so does an item of a list.
      if line.isEmpty || line.hasPrefix("|") || line.hasPrefix("- ") { end() }
      if text.isEmpty { start = number }
      text += line + " "
    }

    mutating func end() {
      defer { text = "" }
      guard text.contains("`") else { return }
      for match in text.matches(of: /``([^`]+)``|`([^`]+)`/) {
        let (_, link, code) = match.output
        guard let words = link ?? code else { continue }
        // A page writes a backtick as code between two of them.
        let isLink = link != nil && file.hasSuffix(".swift")
        mentions.append(Mention(String(words), isLink: isLink, at: "\(file):\(start + 1)"))
      }
    }
  }
}
