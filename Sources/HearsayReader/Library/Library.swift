import HearsayModel

/// What is known of the articles besides the open one.
struct Library: Hashable, Sendable {
  /// The articles in their order, as they are filtered.
  var articles = ArticleList()
  /// How far the analysis of many articles has come.
  var batch: BatchProgress?
  /// What was found last.
  var found: Passages?
}
