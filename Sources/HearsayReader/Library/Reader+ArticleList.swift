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
    if articleList.order == .marks { for mark in marks { counts[mark.article, default: 0] += 1 } }
    articleList.sort(entries) { $0.article.flatMap { counts[$0] } ?? 0 }
    showListed()
  }

  /// Shows what of the list passes.
  mutating func showListed() {
    let filter = overlays.first { $0.subject == .articles }?.filter ?? ""
    articleList.show(entries, with: filter)
  }

  /// Changes the list, and finds the selected article in it again.
  mutating func keepingListedSelection(_ change: (inout Reader) -> Void) {
    let place = overlays.firstIndex { $0.subject == .articles }
    let selected = place.flatMap { place -> Entry.ID? in
      let row = overlays[place].selected
      return articleList.shown.indices.contains(row) ? entries[articleList.shown[row]].id : nil
    }
    change(&self)
    relist()
    guard let place else { return }
    let found = articleList.shown.firstIndex { entries[$0].id == selected }
    let last = max(0, articleList.shown.count - 1)
    overlays[place].selected = found ?? min(overlays[place].selected, last)
    if place == overlays.indices.last { revealOverlayRow() }
  }

  /// The list with the open article selected.
  var articlesOverlay: Overlay {
    let row = currentEntry.flatMap { current in articleList.shown.firstIndex(of: current) }
    return Overlay(.articles, selected: row ?? 0)
  }
}

// MARK: - Order

extension Reader {
  /// Sorts the list; the first row of the new order is what one wants to see.
  mutating func sortArticles(by order: ArticleOrder) -> [Effect] {
    articleList.order = order
    relist()
    if let last = overlays.indices.last, overlays[last].subject == .articles {
      overlays[last].selected = 0
      overlays[last].top = 0
    }
    message = "sorted: \(order.words)"
    return []
  }
}

// MARK: - Taking out

extension Reader {
  /// Takes the selected article out of the list and the library.
  mutating func removeListedArticle() -> [Effect] {
    guard let overlay = overlays.last, overlay.subject == .articles,
      articleList.shown.indices.contains(overlay.selected)
    else { return refuse("There is no article to take out.") }
    let entry = entries[articleList.shown[overlay.selected]]
    if entry.article != nil, entry.article == reading?.article.id {
      // Nothing more is to be kept of it.
      reading = nil
      awaited = nil
    }
    keepingListedSelection { reader in reader.entries.removeAll { $0.id == entry.id } }
    let marks = marks.count { $0.article == entry.article }
    let kept = marks == 0 ? "" : marks == 1 ? ", its mark stays" : ", its \(marks) marks stay"
    let key = keys.name(of: .undo).map { ", \($0) brings it back" } ?? ""
    message = "taken out\(kept)\(key): \(entry.title)"
    return [.library(.remove(entry.id))]
  }
}
