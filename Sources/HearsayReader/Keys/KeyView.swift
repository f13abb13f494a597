/// Where a key is pressed: the same key may do one thing in the article and another in a list.
package enum KeyView: String, CaseIterable, Hashable, Sendable {
  // The panes
  case article, list, detail
  // What lies over them
  case help, articles, marks, card, sheet, corrections, passages, voices
  case links, feeds, news, changes

  /// What it is called in the help.
  package var words: String {
    switch self {
    case .article: "the article"
    case .list: "the list of who said what"
    case .detail: "the detail"
    case .help: "the help"
    case .articles: "the list of articles"
    case .marks: "the list of marks"
    case .card: "the card of a mark"
    case .sheet: "the sourcing sheet"
    case .passages: "the search results"
    case .voices: "the list of sources"
    case .links: "the list of links"
    case .feeds: "the list of feeds"
    case .news: "the news"
    case .changes: "the list of changes"
    case .corrections: "the list of corrections"
    }
  }
}

extension KeyView {
  /// What can lie over the article.
  static let overlays: [any Overlay.Type] = [
    HelpMode.self, ArticlesMode.self, MarksMode.self, CardMode.self, SheetMode.self,
    CorrectionsMode.self, PassagesMode.self, VoicesMode.self,
    LinksMode.self, FeedsMode.self, NewsMode.self, ChangesMode.self,
  ]
}
