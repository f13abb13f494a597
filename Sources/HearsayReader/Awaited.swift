import HearsayModel

/// The article that was asked for and has not come yet, and what is known of it already.
struct Awaited: Sendable {
  /// What was asked for; `nil` where nothing is on its way.
  var request: Request?
  /// Where to go once it is there; `nil` for where it was left.
  var goal: Goal?
  /// Whether one comes back to it: then nothing is left behind for it.
  var isReturn = false
  /// Whether one goes there from the open article, and wants to come back to it by one step.
  var isFollowed = false
  /// The list one comes back to with it.
  var stop: Stop?
  /// What is shown of it until then, and what was typed meanwhile.
  var glimpse: Glimpse?
  /// Where an article that is about to come was left.
  var position: (left: ReadingPosition?, article: Article.ID)?
  /// The paragraphs of a long article that is about to come.
  var outline: (found: TextOutline, article: Article.ID)?

  /// What somebody wants to see of an article.
  enum Goal: Hashable, Sendable {
    case mark(Mark)
    case passage(Passage)
    /// When nobody knows better.
    case place(ArticlePlace)
  }

  /// The place to show it at, when nobody knows better.
  var place: ArticlePlace? { if case .place(let place) = goal { place } else { nil } }
}
