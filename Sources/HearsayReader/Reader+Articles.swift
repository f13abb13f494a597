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
    awaitedPlace = nil
    return [.open(request)]
  }

  mutating func stepAlongArticles(_ step: Int) -> [Effect] {
    guard let current = currentEntry else { return refuse("There is no list of articles.") }
    let next = current + step
    guard entries.indices.contains(next) else {
      return refuse(step > 0 ? "This is the last article." : "This is the first article.")
    }
    return request(.entry(entries[next].id))
  }
}
