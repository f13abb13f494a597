/// Which numbers are read as years.
enum Years {
  /// A year that news is about.
  static let ofNews = 1900...2100
  /// A year that history is about, too.
  static let ofHistory = 1000...2100

  /// Whether a word is a number among these years.
  static func contain(_ word: String, _ years: ClosedRange<Int> = ofNews) -> Bool {
    Int(word).map(years.contains) == true
  }
}
