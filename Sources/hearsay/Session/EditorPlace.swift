import Foundation

/// A line of a file, in the words of an editor: `vim +12 FILE`, `code --goto FILE:12`.
struct EditorPlace: Hashable {
  /// The editor with its arguments, for the shell.
  var command: String
  /// What the shell hands over as the last argument.
  var file: String

  /// The line of a file for an editor; where nobody knows how to tell it, the file alone.
  init(editor: String, path: String, line: Int) {
    let name = editor.split(separator: " ").first { !$0.contains("=") } ?? ""
    switch Self.habits[(String(name) as NSString).lastPathComponent] {
    case .plus: (command, file) = ("\(editor) +\(line)", path)
    case .colon: (command, file) = (editor, "\(path):\(line)")
    case .goto: (command, file) = ("\(editor) --goto", "\(path):\(line)")
    case nil: (command, file) = (editor, path)
    }
  }

  /// How an editor is told a line.
  private enum Habit {
    case plus, colon, goto
  }

  private static let habits: [String: Habit] = [
    "vi": .plus, "vim": .plus, "nvim": .plus, "vim.tiny": .plus, "vim.basic": .plus, "view": .plus,
    "gvim": .plus, "nano": .plus, "rnano": .plus, "pico": .plus, "emacs": .plus,
    "emacsclient": .plus, "kak": .plus, "micro": .plus, "joe": .plus, "jed": .plus, "mg": .plus,
    "ne": .plus, "mcedit": .plus, "less": .plus, "editor": .plus, "sensible-editor": .plus,
    "hx": .colon, "helix": .colon, "subl": .colon, "zed": .colon, "code": .goto, "codium": .goto,
    "cursor": .goto,
  ]
}
