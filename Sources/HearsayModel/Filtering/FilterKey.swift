extension Filter {
  /// What a filter can ask about.
  public enum Key: String, CaseIterable, Hashable, Sendable {
    case source, naming, kind, through, relayed, manner, attitude, certainty, stance
    case flag, support, unattributed, text, sure, corrected, marked, due, priority, note, tag,
      article
  }
}

extension Filter.Key {
  /// What it asks, in a line of the help.
  public var words: String {
    switch self {
    case .source: "who says it: part of the name"
    case .naming: "how the source is named"
    case .kind: "what kind of thing the source is"
    case .through: "an outlet it came through: part of the name"
    case .relayed: "whether it came through another outlet, or at least how many"
    case .manner: "how the words are reported"
    case .attitude: "what the source does with them"
    case .certainty: "how firmly it is said"
    case .stance: "whether the source denies it, gives no answer, or opposes it"
    case .flag: "what a careful reader should know"
    case .support: "what the claim rests on"
    case .unattributed: "whether nobody is credited, or which kind of sentence it is"
    case .text: "the words themselves, or /a regular expression/"
    case .sure: "how sure the engine is, in per cent: <70 or >90"
    case .corrected: "whether you have corrected it or its source"
    case .marked: "whether you marked it, or the status of the mark"
    case .due: "when your mark is due: overdue, week, fri, <2026-12-01, >+3d"
    case .priority: "the priority of your mark"
    case .note: "words in your notes and evidence"
    case .tag: "a tag of your mark"
    case .article: "title, outlet or address of the article"
    }
  }

  /// The words it can be asked with; empty where any are.
  public var values: [String] {
    switch self {
    case .naming: Naming.allCases.map(\.rawValue)
    case .kind: SourceKind.allCases.map(\.rawValue)
    case .relayed, .corrected: ["yes", "no"]
    case .manner: Manner.allCases.map(\.rawValue)
    case .attitude: Attitude.allCases.map(\.rawValue)
    case .certainty: Certainty.allCases.map(\.rawValue)
    case .stance: Stance.allCases.map(\.rawValue)
    case .flag: Filter.flags.map(\.rawValue) + ["any", "high", "medium"]
    case .support: Support.allCases.map(\.rawValue)
    case .unattributed: ["yes", "no"] + UnattributedSentence.Kind.allCases.map(\.rawValue)
    case .marked:
      ["yes", "no", "open", "done"] + Mark.Status.allCases.map(\.rawValue) + ["changed", "lost"]
    case .due: ["overdue", "today", "tomorrow", "week", "any", "none"]
    case .priority: Mark.Priority.allCases.map(\.rawValue)
    case .source, .through, .text, .sure, .note, .tag, .article: []
    }
  }

  var isAboutMarks: Bool {
    switch self {
    case .marked, .due, .priority, .note, .tag: true
    default: false
    }
  }

  /// Whether part of a text is asked for, so that a regular expression will do.
  var takesPatterns: Bool {
    switch self {
    case .text, .source, .through, .note, .tag, .article: true
    default: false
    }
  }

  /// Whether a number of at least 1 is a value too.
  var takesNumbers: Bool { self == .relayed }
}

extension Filter {
  /// The flags that a statement can have: those of the whole article are on none.
  static let flags = Flag.allCases.filter { $0.subject == .attribution || $0.subject == .claim }
}
