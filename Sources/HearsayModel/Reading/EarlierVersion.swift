/// What a note about an article remembers of it, so that another version of the article can be told.
public protocol RemembersArticle {
  /// The headline.
  var articleTitle: String? { get }
  /// The outlet.
  var publisher: String? { get }
  /// The file or address.
  var location: String? { get }
}

extension Mark.Snapshot: RemembersArticle {}
extension Correction.Snapshot: RemembersArticle {}

extension RemembersArticle {
  /// Whether the remembered article looks like an earlier version of another one: the same address or file, or the same
  /// headline of the same outlet.
  ///
  /// - Parameters:
  ///   - article: the other one.
  ///   - known: the remembered article, where the library still has it.
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

extension Mark {
  /// Whether the article it is on looks like an earlier version of this one, and is not this one.
  ///
  /// - Parameters:
  ///   - article: the one that is open.
  ///   - known: the article it is on, where the library still has it.
  public func isOnEarlierVersion(of article: Article, known: Article?) -> Bool {
    self.article != article.id && snapshot.isOfEarlierVersion(of: article, known: known)
  }
}
