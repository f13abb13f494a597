import HearsayModel

/// A list that lies over the article: help, articles, marks, the card of a mark.
struct Overlay: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    case help, articles, marks, sheet, corrections, passages, voices
    case card(Mark.ID)
  }

  let subject: Subject
  /// The selected row of those that are shown; the help selects none.
  var selected = 0
  /// The first visible row.
  var top = 0
  /// Only rows with these words are shown.
  var filter = ""

  init(_ subject: Subject, selected: Int = 0) {
    self.subject = subject
    self.selected = selected
  }

  /// Whether a row is to be shown: whether all words of the filter are in it.
  func shows(_ text: String) -> Bool {
    guard !filter.isEmpty else { return true }
    let text = text.lowercased()
    return filter.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}
