/// The plain text of a message as its writer meant it.
enum LetterText {
  /// Without the signature, and with one kind of line end.
  static func tidied(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // Two dashes and a blank open a signature, since Usenet.
    if let signature = lines.firstIndex(of: "-- ") { lines.removeSubrange(signature...) }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Whether somebody else's lines stand in it, with `>` before them.
  static func quotes(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix(">") && $0.count > 2 }
  }
}
