import ArgumentParser
import Foundation
import HearsayTestSupport

@testable import hearsay

/// The files of a repository, by their paths in it.
struct ProjectFiles {
  let files: [String]

  init(root: URL) throws {
    let hidden: Set = [".build", ".git", ".swiftpm"]
    var files: [String] = []
    let walk = FileManager.default.enumerator(atPath: root.path)
    while let path = walk?.nextObject() as? String {
      if hidden.contains(path) || path.hasSuffix("__pycache__") {
        walk?.skipDescendants()
      } else {
        files.append(path)
      }
    }
    self.files = files.sorted()
  }
}

/// Everything in this project that has a name.
struct ProjectNames {
  /// Files and folders, each with the ends of its path: `Flag.swift`, `Sourcing/Flag.swift`, and so on.
  private var paths: Set<String> = []
  /// Words of code and data, without comments: `Flag`, `next`, `next-flag`.
  private var words: Set<String> = []
  /// The code itself, for names that are put together there.
  private var code = ""

  /// Those of the project that this test belongs to.
  static var ofThisProject: ProjectNames { get throws { try cached.get() } }

  private static let cached = Result { try ProjectNames(root: Page.root) }

  init(root: URL) throws {
    for file in try ProjectFiles(root: root).files {
      let parts = file.split(separator: "/")
      for start in parts.indices { paths.insert(parts[start...].joined(separator: "/")) }
      words.formUnion(parts.map { String($0.prefix { $0 != "." }) })
      // What the test of the documentation names is there or not for its own sake.
      if file.hasSuffix("/DocumentationTests.swift") { continue }
      let isCode = Self.codeEndings.contains { file.hasSuffix($0) } || file.hasPrefix(".ci/")
      guard isCode, let data = FileManager.default.contents(atPath: root.path + "/" + file) else {
        continue
      }
      let lines = data.split(separator: UInt8(ascii: "\n")).filter { !Self.isComment($0) }
      for line in lines { Self.addWords(of: line, to: &words) }
      if file.hasPrefix("Sources/") {
        code += lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      }
    }
  }

  private static let codeEndings = [
    ".swift", ".c", ".h", ".py", ".toml", ".keys", ".theme", ".txt", ".modulemap",
  ]

  private static func isComment(_ line: Data) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    return text.starts(with: Data("//".utf8)) || text.starts(with: Data("# ".utf8))
  }

  /// Identifiers, and words with hyphens between their parts.
  private static func addWords(of line: Data, to words: inout Set<String>) {
    func isLetter(_ byte: UInt8) -> Bool {
      byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
    }
    for word in line.split(whereSeparator: { !isLetter($0) && $0 != UInt8(ascii: "-") }) {
      words.insert(String(decoding: word, as: UTF8.self))
      guard word.contains(UInt8(ascii: "-")) else { continue }
      for part in word.split(separator: UInt8(ascii: "-")) {
        words.insert(String(decoding: part, as: UTF8.self))
      }
    }
  }
}

// MARK: - What may be wrong with a name

extension ProjectNames {
  /// Why what somebody wrote in backticks cannot be right; `nil` where it is, or names nothing of this project.
  func problem(with mention: Mention) -> String? {
    let text = mention.text.trimmingCharacters(in: .whitespaces)
    if mention.isLink { return isKnown(text) ? nil : "is no symbol" }
    if text.hasPrefix("hearsay ") { return problem(withCommand: text) }
    if let filter = text.prefixMatch(of: /swift test --filter (\w+)/)?.output.1 {
      return words.contains { $0.contains(filter) } ? nil : "is no test"
    }
    if text.hasPrefix("--") {
      let option = String(text.prefix { $0 != " " && $0 != "=" })
      return isOption(option) ? nil : "is no option"
    }
    if let call = text.wholeMatch(of: /([\w.]+)\((.*)\)/) {
      let quoted = call.output.2.wholeMatch(of: /.*"([^"]*)".*/).map { String($0.output.1) }
      if let quoted, isPath(quoted), !isThere(quoted) { return "names a file that is not there" }
      let labels = quoted == nil ? String(call.output.2) : ""
      return isKnown(String(call.output.1) + "." + labels) ? nil : "is no symbol"
    }
    if isPath(text) { return isThere(text) ? nil : "is no file" }
    return isName(text) && !isKnown(text) ? "is not to be found" : nil
  }

  private func problem(withCommand line: String) -> String? {
    guard !line.contains("["), !line.contains("<") else { return nil }
    var arguments: [String] = []
    // Words in quotation marks are one argument.
    for (index, part) in line.split(separator: /['"]/, omittingEmptySubsequences: false)
      .enumerated()
    {
      let parts = part.prefix { !"|>…".contains($0) }.split(separator: " ").filter { $0 != "..." }
      arguments += index.isMultiple(of: 2) ? parts.map(String.init) : [String(part)]
    }
    arguments.removeFirst()
    if let word = arguments.first, word.allSatisfy({ $0.isLowercase }),
      !Self.commands.contains(word)
    {
      return "is no command"
    }
    do {
      _ = try Hearsay.parseAsRoot(arguments)
      return nil
    } catch {
      // Asking for help or for the version is no mistake, nor is leaving out a file in a sentence.
      let isRight = Hearsay.exitCode(for: error) == .success
      let isShort = Hearsay.message(for: error).contains("Missing expected argument")
      return isRight || isShort ? nil : "is refused: \(Hearsay.message(for: error))"
    }
  }

  private static let commands = Set(((try? Tool.described())?.subcommands ?? []).map(\.commandName))

  private static let options = Set(
    ((try? Tool.described())?.subcommands ?? []).flatMap { $0.arguments ?? [] }
      .flatMap { $0.names ?? [] }.map { "--\($0.name)" })
}

// MARK: - Options, files and symbols

extension ProjectNames {
  /// Whether a command of hearsay, one of its other programs or one in Python has this option.
  private func isOption(_ option: String) -> Bool {
    let parts = option.dropFirst(2).split(separator: "-")
    let variable =
      parts.prefix(1) + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return Self.options.contains(option) || code.contains("\"\(option)\"")
      || code.contains("var \(variable.joined()):") || code.contains("var \(variable.joined()) =")
  }

  /// Whether it is written like a path of this project, and not like one of somebody's home, or like a fraction.
  private func isPath(_ text: String) -> Bool {
    guard !text.hasPrefix("."), !text.hasPrefix("/"), text.contains(/^[\w.*+\/-]+$/) else {
      return text.contains(/^\.(ci|github)\/[\w.\/-]+$/)
    }
    if text.contains("/") { return text.contains(/[A-Za-z]/) && !text.contains(/^\d|\/\d+$/) }
    return text.contains(/^[\w+-]+\.(swift|md|py|keys|theme|model|c|h|toml)$/)
  }

  private func isThere(_ path: String) -> Bool {
    let path = path.hasSuffix("/") ? String(path.dropLast()) : path
    if paths.contains(path) || code.contains(path) { return true }
    guard path.contains("*") else { return false }
    let parts = path.split(separator: "*", omittingEmptySubsequences: false)
    return paths.contains { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[parts.count - 1]) }
  }

  /// Whether it is written like a name: letters without a space, more than one, and no key such as C-c.
  private func isName(_ text: String) -> Bool {
    text.count > 1 && text.contains(/^[A-Za-z_][\w.-]*:?$/) && !text.contains(/^([CMS]-)+\w+$/)
      && !text.contains(/^[A-Z]+$|^[acsupe]\d+$/)
  }

  /// Whether all parts of a name are words of the code: `Source.naming`, `sources(in:)`, `next-flag`.
  private func isKnown(_ name: String) -> Bool {
    name.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
      .allSatisfy { words.contains(String($0)) }
  }
}
