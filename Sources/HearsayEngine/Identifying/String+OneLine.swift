extension String {
  /// Line breaks and runs of blanks as one blank.
  var onOneLine: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}
