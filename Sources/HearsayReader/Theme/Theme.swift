package import HearsayScreen

/// How everything looks: data, read from a file and never written into code.
///
/// ```
/// # comment
/// source = bold
/// match = black on yellow
/// flag = 160/red bold           colour 160 where there are 256, else red
/// named = cyan, magenta, green  the hues of sources with a name, one after the other
/// ```
package struct Theme: Hashable, Sendable {
  /// What can look different.
  package enum Role: Int, CaseIterable, Hashable, Sendable {
    // The article
    case text, headline, link, content, cue, source, mention, unattributed, voice
    case selectedContent, selectedCue, selectedSource, selectedBar, selectedText
    case match, currentMatch
    // Signs
    case flag, caution, good, mark
    // Lists and detail
    case row, quiet, strong, verb, denial
    case selectedRow, focusedRow
    case rule, focusedRule
    // Around them
    case title, summary, progress, hint, hintKey, message, prompt

    /// What themes call it: `selected-content`.
    package var name: String { Self.names[rawValue] }

    /// In the order of the cases. Written out, because asking the runtime for them takes longer than the first screen.
    static let names = [
      "text", "headline", "link", "content", "cue", "source", "mention", "unattributed", "voice",
      "selected-content", "selected-cue", "selected-source", "selected-bar", "selected-text",
      "match", "current-match",
      "flag", "caution", "good", "mark",
      "row", "quiet", "strong", "verb", "denial", "selected-row", "focused-row", "rule",
      "focused-rule",
      "title", "summary", "progress", "hint", "hint-key", "message", "prompt",
    ]

    /// The role of this name; `nil` where there is none.
    init?(named name: String) {
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: index)
    }
  }

  /// A colour for terminals with 256 and more, and one for the others; `nil` is the terminal's own.
  struct Paint: Hashable, Sendable {
    var rich: Color?
    var poor: Color?
  }

  /// What a file says of a role.
  struct Rule: Hashable, Sendable {
    var foreground: Paint?
    var background: Paint?
    var attributes: Attributes = []
  }

  /// Of every role, in their order: every start asks for all of them, and never by a key that must be found.
  private var rules = [Rule](repeating: Rule(), count: Role.allCases.count)
  /// The hues of sources with a name, in order of use.
  var named: [Rule] = []
  /// The hues of sources without one: muted.
  var muted: [Rule] = []

  subscript(role: Role) -> Rule {
    get { rules[role.rawValue] }
    set { rules[role.rawValue] = newValue }
  }

  /// Whether it names colours by red, green and blue, which only some terminals have.
  package var hasTrueColor: Bool {
    (rules + named + muted).contains { rule in
      [rule.foreground, rule.background].contains { paint in
        if case .rgb? = paint?.rich { true } else { false }
      }
    }
  }

  /// A theme in which everything looks alike.
  package init() {}
}
