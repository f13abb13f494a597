import HearsayModel

/// All that can be pressed and typed, for pages outside the program: the README and the manual.
///
/// The same tables make the help, so that none of the three can say something else.
package enum CheatSheet {
  /// The actions of a group that some key reaches, with how their keys are written.
  package static func rows(
    of group: Action.Group, in keys: KeyMap
  ) -> [(keys: [String], action: Action)] {
    Action.allCases.filter { $0.group == group }.compactMap { action in
      let names = keys.names(of: action)
      let own = keys.ownNames(of: action).filter { !$0.names.isEmpty }
        .map { "\($0.names.joined(separator: ", ")) in \($0.view.words)" }
      return names.isEmpty && own.isEmpty ? nil : (names + own, action)
    }
  }

  /// What can be typed behind a colon besides the names of actions.
  package static let commands: [(typed: String, words: String)] =
    [
      (":12, :a12", "to the twelfth attribution"), (":u2", "to an unattributed sentence"),
      (":s3", "to the next words of the third source"), (":p6", "to a paragraph"),
    ] + Command.words.map { (":\($0.name) …", $0.words) }

  /// What a filter can ask.
  package static let filters: [(typed: String, words: String)] =
    Filter.Key.allCases.map { ("\($0.rawValue):", $0.words) } + [
      ("naming:bare,described", "several values with commas: any of them"),
      ("source:\"The National\"", "quotation marks around what has spaces"),
      ("and, or, not, -, ( )", "terms beside each other must all hold"),
    ]
}

// MARK: - Markdown

extension CheatSheet {
  /// A table for each group, as the README has them.
  package static func markdown(_ keys: KeyMap) -> String {
    Action.Group.allCases.map { group in
      let rows = rows(of: group, in: keys).map { row in
        "| \(row.keys.map(code).joined(separator: " ")) | \(row.action.words) | `\(row.action.rawValue)` |"
      }
      return (["| \(group.rawValue) | | |", "|---|---|---|"] + rows).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// Keys as code; a bar would end the cell of a table, and a backtick the code.
  private static func code(_ keys: String) -> String {
    let parts = keys.components(before: " in ")
    let escaped = parts.head.map { $0 == "|" ? "\\|" : String($0) }.joined()
    let code = escaped.contains("`") ? "`` \(escaped) ``" : "`\(escaped)`"
    return code + parts.tail
  }
}

extension String {
  /// What stands before a separator, and the rest with it.
  fileprivate func components(before separator: String) -> (head: String, tail: String) {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(separator) {
        return (String(self[..<start]), String(self[start...]))
      }
      start = index(after: start)
    }
    return (self, "")
  }
}
