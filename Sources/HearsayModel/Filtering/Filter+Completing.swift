extension Filter {
  /// Ways in which what is being typed can go on.
  public struct Completions: Hashable, Sendable {
    /// How many characters before the cursor they replace.
    public var replaced: Int
    /// What may stand there instead, likeliest first.
    public var candidates: [String]

    /// These candidates instead of the last `replaced` characters.
    public init(replaced: Int, candidates: [String]) {
      self.replaced = replaced
      self.candidates = candidates
    }
  }

  /// How a filter can go on.
  ///
  /// - Parameters:
  ///   - text: what was typed up to the cursor.
  ///   - analysis: whose sources and outlets are offered as names.
  public static func completions(of text: String, in analysis: Analysis? = nil) -> Completions {
    let sources = analysis?.sources ?? []
    return completions(of: text) { key in
      switch key {
      case .source: sources.map(\.name)
      case .through: sources.filter { $0.kind == .outlet }.map(\.name)
      default: nil
      }
    }
  }

  /// How a filter over marks can go on after `text`, which ends at the cursor; their sources, outlets, tags and
  /// articles are offered.
  public static func completions(of text: String, among marks: [Mark]) -> Completions {
    completions(of: text) { key in
      switch key {
      case .source: marks.compactMap(\.snapshot.source)
      case .through: marks.flatMap { $0.snapshot.chain.dropFirst().dropLast() }
      case .tag: marks.flatMap(\.tags)
      case .article:
        marks.flatMap { [$0.snapshot.articleTitle, $0.snapshot.publisher].compactMap(\.self) }
      default: nil
      }
    }
  }

  /// - Parameter names: what a key is asked with that is no word of its list; `nil` where it has such a list.
  private static func completions(of text: String, names: (Key) -> [String]?) -> Completions {
    let term = lastTerm(of: text)
    guard let colon = term.firstIndex(of: ":") else {
      let names = Key.allCases.map { "\($0.rawValue):" } + ["and", "or", "not"]
      let begun = term.lowercased()
      let fitting = names.filter { $0.hasPrefix(begun) && $0 != begun }
      let shown = onScreen(goingOnFrom: text)
      // What goes on from several words is no name of a key.
      if let shown, shown.replaced > term.count { return shown }
      return Completions(
        replaced: term.count,
        candidates: fitting.isEmpty && !term.isEmpty ? shown?.candidates ?? [] : fitting)
    }
    let after = term[term.index(after: colon)...]
    guard let key = Key(rawValue: term[..<colon].lowercased()) else {
      return Completions(replaced: 0, candidates: [])
    }
    let isQuoted = after.first == "\"" || after.first == "“"
    let value = isQuoted ? after.dropFirst() : after.split(separator: ",").last ?? ""
    let begun = after.last == "," ? "" : value.lowercased()
    let candidates =
      names(key).map { fitting($0, with: begun) }
      ?? key.values.filter { $0.lowercased().hasPrefix(begun) && $0 != begun }
    let replaced = after.last == "," ? 0 : value.count + (isQuoted ? 1 : 0)
    return Completions(replaced: replaced, candidates: candidates)
  }

  /// The words of the screen that the last words typed are the beginning of.
  private static func onScreen(goingOnFrom text: String) -> Completions? {
    let words = text.lowercased().split(separator: " ")
    for count in stride(from: min(6, words.count), through: 1, by: -1) {
      let begun = words.suffix(count).joined(separator: " ") + (text.last == " " ? " " : "")
      let fitting = screenWords.map(\.words).filter { $0.hasPrefix(begun) && $0 != begun }
      if !fitting.isEmpty { return Completions(replaced: begun.count, candidates: fitting) }
    }
    return nil
  }

  /// What stands after the last space or parenthesis that no quotation mark holds.
  private static func lastTerm(of text: String) -> Substring {
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      let character = text[index]
      if character == "\"" || character == "“" || character == "”" { isQuoted.toggle() }
      guard !isQuoted else { continue }
      let isSign = character == "(" || character == ")" || character == "!"
      let isMinus = character == "-" && index == start
      if character.isWhitespace || isSign || isMinus { start = text.index(after: index) }
    }
    return text[start...]
  }

  /// Names with these letters at the beginning of a word, in quotation marks where they need them.
  private static func fitting(_ names: [String], with begun: String) -> [String] {
    var seen: Set<String> = []
    return names.filter { name in
      let lower = name.lowercased()
      let begins =
        lower.hasPrefix(begun) || lower.split(separator: " ").contains { $0.hasPrefix(begun) }
      return begins && !name.contains("\"") && seen.insert(name).inserted
    }.map { $0.contains(where: { " (),".contains($0) }) ? "\"\($0)\"" : $0 }
  }
}
