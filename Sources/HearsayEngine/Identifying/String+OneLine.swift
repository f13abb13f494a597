import HearsayLanguage

extension String {
  /// Line breaks and runs of blanks as one blank, and words whole that soft hyphens or a line's end have cut.
  var onOneLine: String {
    Typesetting.plain(self).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// With a capital at the start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
