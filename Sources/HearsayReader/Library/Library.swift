import HearsayModel

/// What is known of the articles besides the open one.
struct Library: Hashable, Sendable {
  /// The articles in their order, as they are filtered.
  var articles = ArticleList()
  /// How far the analysis of many articles has come.
  var batch: BatchProgress?
  /// What the feeds tell of.
  var news = News()
  /// The article of the list that was open last.
  var lastEntry: Entry.ID?
  /// What was found last.
  var found: Passages?
}
