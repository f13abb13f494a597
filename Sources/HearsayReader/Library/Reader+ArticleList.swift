import HearsayModel

// The list of articles: in its order, filtered, with articles taken out and put back.
extension Reader {
  /// Takes a new list; what was selected stays selected.
  mutating func list(_ entries: [Entry]) {
    keepingListedSelection { $0.entries = entries }
  }

  /// Sorts and filters the list anew.
  mutating func relist() {
    var counts: [Article.ID: Int] = [:]
    if library.articles.order == .marks {
      for mark in marks { counts[mark.article, default: 0] += 1 }
    }
    library.articles.sort { $0.article.flatMap { counts[$0] } ?? 0 }
    showListed()
  }

  /// Shows what of the list passes.
  mutating func showListed() {
    library.articles.show(with: modes.last(ArticlesMode.self)?.place.filter ?? "")
  }

  /// Changes the list, and finds the selected article in it again.
  mutating func keepingListedSelection(_ change: (inout ArticleList) -> Void) {
    let place = modes.last(ArticlesMode.self)?.place
    let selected = place.flatMap { library.articles.entry(atRow: $0.selected)?.id }
    change(&library.articles)
    relist()
    let articles = library.articles
    let found = articles.shown.firstIndex { articles.entries[$0].id == selected }
    modes.change(ArticlesMode.self) { list in
      list.place.selected = found ?? min(list.place.selected, max(0, articles.shown.count - 1))
    }
    if modes.isTop(ArticlesMode.self) { revealSelected() }
  }

  /// Sorts the list; the first row of the new order is what one wants to see.
  mutating func sortArticles(by order: ArticleOrder) -> [Effect] {
    library.articles.order = order
    relist()
    if modes.isTop(ArticlesMode.self) {
      modes.change(ArticlesMode.self) { $0.place.goToFirst() }
    }
    message = "sorted: \(order.words)"
    return []
  }

  /// Takes an article out of the list and the library.
  mutating func remove(_ entry: Entry) -> [Effect] {
    if entry.article != nil, entry.article == reading?.article.id {
      // Nothing more is to be kept of it.
      reading = nil
      awaited.request = nil
    }
    keepingListedSelection { list in list.entries.removeAll { $0.id == entry.id } }
    let marks = marks.count { $0.article == entry.article }
    let kept = marks == 0 ? "" : marks == 1 ? ", its mark stays" : ", its \(marks) marks stay"
    let key = keys.name(of: .undo).map { ", \($0) brings it back" } ?? ""
    message = "removed\(kept)\(key): \(entry.title)"
    return [.library(.remove(entry.id))]
  }
}
