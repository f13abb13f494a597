extension String {
  /// Line breaks and runs of blanks as one blank.
  var onOneLine: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }

  /// With a capital at the start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
