import HearsayModel
import HearsayText

/// What can be typed behind a colon: the name of an action, a place, or a word with something behind it.
enum Command: Hashable, Sendable {
  case action(Action)
  case place(ReadingPosition.Item)
  /// The first words of a source, by its short name.
  case sourceNumber(Source.ID)
  case paragraph(Int)
  /// The next words of somebody with this in their name.
  case source(String)
  case filter(String)
  /// Keep the filter in force under this name.
  case keep(String)
  case search(String)
  /// Words in all articles.
  case find(String)
  case sort(ArticleOrder)
  /// The help with these words.
  case help(String)
  /// Send the claim to a command.
  case pipe(String)
  /// Lend the terminal to this command, or to a shell without one.
  case shell(String)
  /// Write the article's sourcing into a file, over one that is there only where that is wanted.
  case write(String, isReplacing: Bool)
  /// Several things at once, by the name they have.
  case macro(String)
  /// Answer what is asked.
  case answer(String)
  case nothing

  /// Words that take something behind them, and what they do with it.
  static let words: [(name: String, words: String)] = [
    ("source", "to the next words of a source with this in its name"),
    ("filter", "list only what matches this; empty for everything"),
    ("keep", "save the filter under this name, for use as @name"),
    ("search", "search for these words"),
    ("find", "search all articles for these words"),
    ("sort", "sort the list of articles"),
    ("help", "search the help for these words"),
    ("pipe", "pipe the claim to this command"),
    ("shell", "run this command, like :!ls; without one, open a shell"),
    (
      "write",
      "write who said what to this file, such as claims.html; the extension decides the format"
    ),
    ("type", "in a macro: type this as the answer"),
  ]

  /// Why something typed is no command: a sentence.
  struct Problem: Error, Hashable, Sendable {
    var sentence: String
  }
}

// MARK: - Reading

extension Command {
  /// Reads what was typed behind the colon.
  ///
  /// - Parameter macros: the names that the person has given to several things at once.
  init(_ text: String, macros: [String] = []) throws(Problem) {
    let text = text.drop { $0 == ":" || $0.isWhitespace }.trimmed
    if text.first == "!" {
      self = .shell(String(text.dropFirst().trimmed))
      return
    }
    let name = text.prefix { !$0.isWhitespace }.lowercased()
    let rest = String(text.dropFirst(name.count).trimmed)
    if name.isEmpty {
      self = .nothing
    } else if let place = Command.place(name), rest.isEmpty {
      self = place
    } else if name == "source" {
      guard !rest.isEmpty else { throw Problem(sentence: "Whose words? :source and a name.") }
      self = .source(rest)
    } else if name == "filter" {
      self = .filter(rest)
    } else if name == "keep" {
      guard !rest.isEmpty else { throw Problem(sentence: "Under which name? :keep and a word.") }
      self = .keep(rest)
    } else if name == "search", !rest.isEmpty {
      self = .search(rest)
    } else if name == "find" {
      self = .find(rest)
    } else if name == "sort" {
      guard let order = ArticleOrder(rawValue: rest.lowercased()) else {
        let all = ArticleOrder.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(sentence: "Articles are sorted by \(all).")
      }
      self = .sort(order)
    } else if name == "help", !rest.isEmpty {
      self = .help(rest)
    } else if name == "pipe", !rest.isEmpty {
      self = .pipe(rest)
    } else if name == "shell" {
      self = .shell(rest)
    } else if name == "write" || name == "write!" {
      guard !rest.isEmpty else {
        throw Problem(
          sentence: "To which file? :write and a name, such as claims.html.")
      }
      self = .write(rest, isReplacing: name == "write!")
    } else if name == "type", !rest.isEmpty {
      self = .answer(rest)
    } else if macros.contains(name), rest.isEmpty {
      self = .macro(name)
    } else if let action = Action(rawValue: Command.shortcuts[name] ?? name) {
      guard rest.isEmpty else {
        throw Problem(sentence: "“\(action.rawValue)” takes nothing after it.")
      }
      self = .action(action)
    } else {
      let hint =
        nearest(to: name, among: Command.names + macros).map { " Did you mean “\($0)”?" } ?? ""
      throw Problem(sentence: "There is no command “\(name)”.\(hint)")
    }
  }

  /// `12` and `a12` are the twelfth attribution, `u2` a sentence, `s3` a source, `p6` a paragraph.
  private static func place(_ name: String) -> Command? {
    if let number = Int(name), number > 0 { return .place(.attribution(Attribution.ID(number))) }
    if let item = ReadingPosition.Item(name) { return .place(item) }
    if let source = Source.ID(name) { return .sourceNumber(source) }
    if name.first == "p" || name.first == "¶", let number = Int(name.dropFirst()), number > 0 {
      return .paragraph(number)
    }
    return nil
  }

  /// What fingers type that know other programs.
  private static let shortcuts = [
    "q": "back", "qa": "quit", "q!": "quit", "h": "help",
  ]

  /// All that can stand first.
  static let names: [String] = {
    let all = Action.allCases.map(\.rawValue) + words.map(\.name)
    return Array(Set(all)).sorted()
  }()
}

// MARK: - Completing

extension Command {
  /// How a command can go on after `text`, which ends at the cursor.
  static func completions(
    of text: String, in analysis: Analysis?, macros: [String] = [],
    filters: NamedFilters = NamedFilters()
  ) -> Filter.Completions {
    guard let space = text.firstIndex(of: " ") else {
      let begun = text.lowercased()
      let candidates = (names + macros).sorted().filter { $0.hasPrefix(begun) && $0 != text }
      return Filter.Completions(replaced: text.count, candidates: candidates)
    }
    let rest = text[text.index(after: space)...]
    switch text[..<space].lowercased() {
    case "filter":
      return filters.completions(of: String(rest))
        ?? Filter.completions(of: String(rest), in: analysis)
    case "keep":
      let fitting = filters.names.filter { $0.hasPrefix(rest) && $0 != rest }
      return Filter.Completions(replaced: rest.count, candidates: fitting)
    case "source":
      let begun = rest.lowercased()
      var seen: Set<String> = []
      let names = (analysis?.sources ?? []).map(\.name).filter {
        $0.lowercased().contains(begun) && $0 != rest && seen.insert($0).inserted
      }
      return Filter.Completions(replaced: rest.count, candidates: names)
    case "sort":
      let orders = ArticleOrder.allCases.map(\.rawValue)
      let begun = rest.lowercased()
      return Filter.Completions(
        replaced: rest.count, candidates: orders.filter { $0.hasPrefix(begun) && $0 != rest })
    default: return Filter.Completions(replaced: 0, candidates: [])
    }
  }
}
