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
  package enum Role: String, CaseIterable, Hashable, Sendable {
    // The article
    case text, headline, content, cue, source, mention, unattributed
    case selectedContent = "selected-content"
    case selectedCue = "selected-cue"
    case selectedSource = "selected-source"
    case selectedBar = "selected-bar"
    case selectedText = "selected-text"
    case match
    case currentMatch = "current-match"
    // Signs
    case flag, caution, good, mark
    // Lists and detail
    case row, quiet, strong
    case selectedRow = "selected-row"
    case focusedRow = "focused-row"
    case rule
    case focusedRule = "focused-rule"
    // Around them
    case title, summary, progress, hint
    case hintKey = "hint-key"
    case message, prompt
  }

  /// A colour for terminals with 256 and more, and one for the others.
  struct Paint: Hashable, Sendable {
    var rich: Color
    var poor: Color
  }

  /// What a file says of a role.
  struct Rule: Hashable, Sendable {
    var foreground: Paint?
    var background: Paint?
    var attributes: Attributes = []
  }

  var rules: [Role: Rule] = [:]
  /// The hues of sources with a name, in order of use.
  var named: [Rule] = []
  /// The hues of sources without one: muted.
  var muted: [Rule] = []

  /// Whether it names colours by red, green and blue, which only some terminals have.
  package var hasTrueColor: Bool {
    (Array(rules.values) + named + muted).contains { rule in
      [rule.foreground, rule.background].contains { paint in
        if case .rgb? = paint?.rich { true } else { false }
      }
    }
  }

  /// A theme in which everything looks alike.
  package init() {}
}
