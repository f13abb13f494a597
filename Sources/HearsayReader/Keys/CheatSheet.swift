import HearsayModel

/// What can be typed behind a colon and into a filter, for the help and for the manual.
package enum CheatSheet {
  /// What can be typed behind a colon besides the names of actions.
  package static let commands: [(typed: String, words: String)] =
    [
      (":12, :a12", "to the twelfth attribution"), (":u2", "to an unattributed sentence"),
      (":s3", "to the next words of the third source"), (":p6", "to a paragraph"),
    ] + Command.words.map { (":\($0.name) …", $0.words) }

  /// What a filter can ask for.
  package static let filters: [(typed: String, words: String)] =
    Filter.Key.allCases.map { ("\($0.rawValue):", $0.words) } + [
      ("naming:bare,described", "several values with commas: any of them"),
      ("source:\"The National\"", "quotation marks around what has spaces"),
      ("and, or, not, -, ( )", "terms side by side must all match"),
    ]
}
