extension Correction.Snapshot {
  /// Whether the article that a correction was made in looks like an earlier version of another one: the same address
  /// or file, or the same headline of the same outlet.
  ///
  /// - Parameter known: the article it was made in, where the library still has it.
  public func isOfEarlierVersion(of article: Article, known: Article?) -> Bool {
    func same(_ one: String?, _ other: String?) -> Bool { one != nil && one == other }
    // A file may have been read by another way to it; an address says more than a file.
    if let one = known?.url, let other = article.url { return one == other }
    if same(known?.path, article.path) { return true }
    if same(location, article.url) || same(location, article.path) { return true }
    guard same(articleTitle, article.title) || same(known?.title, article.title) else {
      return false
    }
    let outlet = known?.publisher ?? publisher
    return outlet == nil || article.publisher == nil || outlet == article.publisher
  }
}
