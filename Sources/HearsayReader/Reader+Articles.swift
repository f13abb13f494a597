// From article to article.
extension Reader {
  /// The place of the open article, or of the one that is on its way, in the list.
  var currentEntry: Int? {
    let request = awaited ?? reading?.request
    return entries.firstIndex { entry in
      switch request {
      case .entry(let id): entry.id == id
      case .stored(let id): entry.article == id
      case nil: false
      }
    }
  }

  mutating func request(_ request: Request) -> [Effect] {
    awaited = request
    awaitedMark = nil
    awaitedPassage = nil
    awaitedPlace = nil
    return [.open(request)]
  }

  mutating func stepAlongArticles(_ step: Int) -> [Effect] {
    guard let current = currentEntry else { return refuse("There is no list of articles.") }
    let next = placeInList(of: current) + step
    let order = articleList.shown.contains(current) ? articleList.shown : Array(entries.indices)
    guard order.indices.contains(next) else {
      return refuse(step > 0 ? "This is the last article." : "This is the first article.")
    }
    return request(.entry(entries[order[next]].id))
  }

  /// Where an entry stands in the list as it is sorted and filtered; where it is not listed, among all.
  func placeInList(of entry: Int) -> Int { articleList.shown.firstIndex(of: entry) ?? entry }

  /// How many articles those are.
  func countInList(with entry: Int) -> Int {
    articleList.shown.contains(entry) ? articleList.shown.count : entries.count
  }
}
