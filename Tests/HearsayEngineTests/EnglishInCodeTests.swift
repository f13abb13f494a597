import Foundation
import HearsayTestSupport
import Testing

/// What is known of English stands in `Resources/languages/en`: the code that reads articles compares no word with a
/// word of its own.
@Suite("Words of English in the engine's code")
struct EnglishInCodeTests {
  /// Strings with letters that are compared with something of a text, and are no words of a language.
  private static let compared: [String: [String]] = [
    // How addresses of the web begin, in any language.
    "RelayedNoLink.swift": ["http", "www."],
    "Tokeniser.swift": ["http://", "https://", "www."],
    // Letters of ASCII by their ranges.
    "Scalars.swift": ["a", "z", "A", "Z"],
    // Ligatures, by the letters that they are drawn for.
    "Typesetting.swift": ["ff", "fi", "fl", "ffi", "ffl", "st"],
    // Names that stand in word lists and tables: of features, frames and files.
    "Cue.swift": ["t", "c", "q", "e", "n", "i", "g", "p:"],
    "Lexicon.swift": [
      "loaded", "denial", "reported", "carrier", "addressee", "felt", "noun", "person", "inverted",
      "naming", "about-only",
    ],
    "Weights.swift": ["feature"],
    "Countries.swift": ["people"],
  ]

  /// What makes names of features, which stand in `Resources/pronouns`, out of pieces.
  private static let makesNames: Set<String> = ["PronounReading.swift"]

  private static let modules = ["HearsayLanguage", "HearsayEngine"]

  @Test func `No word of a text is compared with a word in the code`() throws {
    var wrong: [String] = []
    for file in try Self.files() where !Self.makesNames.contains(file.name) {
      let excused = Set(Self.compared[file.name] ?? [])
      for literal in file.literals where literal.isCompared && !excused.contains(literal.text) {
        wrong.append("\(file.name), line \(literal.line): “\(literal.text)”")
      }
    }
    #expect(wrong == [])
  }

  @Test func `Nothing is excused that is not there`() throws {
    let files = Dictionary(
      try Self.files().map { ($0.name, $0.literals) }, uniquingKeysWith: { $0 + $1 })
    for (name, words) in Self.compared {
      let there = Set((files[name] ?? []).filter(\.isCompared).map(\.text))
      #expect(Set(words).subtracting(there) == [], "\(name)")
    }
  }

  /// All strings with letters, headings and columns of word lists among them, were 2,151 before the words moved out.
  @Test func `Strings with letters do not grow in number`() throws {
    let count = try Self.files().reduce(0) { $0 + $1.literals.count }
    #expect(count <= 376)
  }

  @Test(
    arguments: [
      (#"guard word == "the" else { return }"#, ["the"]),
      (#"return ["and", "but"].contains(last.lower)"#, ["and", "but"]),
      (#"let days: Set = ["monday", "tuesday"]"#, ["monday", "tuesday"]),
      (#"case "of", "in": true"#, ["of", "in"]),
      (#"word.hasSuffix("ing")"#, ["ing"]),
      (#"roles = try lists.words("roles", "posts")"#, []),
      (#"  // A comment: word == "the""#, []),
      (#"let columns = ["noun", "plural"]"#, []),
      (#"preconditionFailure("There is nothing to join.")"#, []),
    ])
  func `A word that is compared is told from the name of a list`(line: String, words: [String]) {
    #expect(SourceFile(name: "", text: line).literals.filter(\.isCompared).map(\.text) == words)
  }

  private static func files() throws -> [SourceFile] {
    let sources = Page.root.appendingPathComponent("Sources")
    return try modules.flatMap { module -> [SourceFile] in
      let folder = sources.appendingPathComponent(module)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      let found = try paths.filter { $0.hasSuffix(".swift") }.map { path in
        let file = folder.appendingPathComponent(path)
        return SourceFile(
          name: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
      }
      #expect(found.count > 20)
      return found
    }
  }
}

/// A file of code, and the strings with letters in it.
private struct SourceFile {
  struct Literal {
    var line: Int
    var text: String
    /// Whether something is compared with it: a word of a text, as far as the line tells.
    var isCompared: Bool
  }

  let name: String
  private(set) var literals: [Literal] = []

  init(name: String, text: String) {
    self.name = name
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let isCompared = Self.compares(line)
      for text in Self.strings(in: line)
      where text.first != "\\" && text.contains(where: \.isLetter) {
        literals.append(Literal(line: index + 1, text: text, isCompared: isCompared))
      }
    }
  }

  /// Whether a line compares, lists words, or chooses between them.
  private static func compares(_ line: Substring) -> Bool {
    let signs = ["==", "!=", ".contains", "hasPrefix(", "hasSuffix(", ".lower", "Set ", "Set<"]
    return signs.contains { line.contains($0) } && !line.contains("lists.words(")
      || line.contains(/^\s*case ".*:/) || line.contains(/case 0x.*: "/)
  }

  /// The strings of a line, without what is said in a comment.
  private static func strings(in line: Substring) -> [String] {
    var found: [String] = []
    var open: String?
    var isEscaped = false
    var last: Character = " "
    for letter in line {
      if let text = open {
        if letter == "\"", !isEscaped {
          found.append(text)
          open = nil
        } else {
          open = text + String(letter)
        }
        isEscaped = letter == "\\" && !isEscaped
      } else if letter == "\"" {
        open = ""
      } else if letter == "/", last == "/" {
        return found
      }
      last = letter
    }
    return found
  }
}
