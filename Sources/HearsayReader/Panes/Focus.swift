/// Which pane the keys go to.
package enum Focus: CaseIterable, Hashable, Sendable {
  case article, list, detail
}

extension Focus {
  var pane: any Pane {
    switch self {
    case .article: ArticlePane()
    case .list: SourcesPane()
    case .detail: DetailPane()
    }
  }
}
