// From article to article.
extension Reader {
  /// The place of the open article, or of the one that is on its way, in the list.
  var currentEntry: Int? {
    let request = awaited.request ?? reading?.request
    return library.articles.entries.firstIndex { entry in
      switch request {
      case .entry(let id): entry.id == id
      case .stored(let id): entry.article == id
      case .page(let address): entry.id == address.description
      case nil: false
      }
    }
  }

  /// The article of the list that was open last, where the open one is none of it.
  private var lastEntry: Int? {
    library.articles.entries.firstIndex { $0.id == library.lastEntry }
  }

  /// How the open article was asked for.
  package var openRequest: Request? { reading?.request }

  /// Whether the answer to a request is still wanted.
  package func awaits(_ request: Request) -> Bool { awaited.request == request }

  /// Asks for an article.
  ///
  /// - Parameter goal: where to go in it; `nil` for where it was left.
  mutating func request(_ request: Request, to goal: Awaited.Goal? = nil) -> [Effect] {
    awaited.request = request
    awaited.goal = goal
    (awaited.isReturn, awaited.isFollowed, awaited.stop) = (false, false, nil)
    return [.open(request)]
  }

  /// Asks for the article of a place that was left.
  ///
  /// - Parameter stop: the list that one comes back to with it.
  mutating func requestAgain(_ visit: Visit, for stop: Stop? = nil) -> [Effect] {
    var effects = request(visit.request, to: .place(visit.place))
    (awaited.isReturn, awaited.stop) = (true, stop)
    // A file is read as it is now; a page is not fetched once more for that.
    if visit.isOfTheWeb { effects = [.reopen(visit.request, visit.article)] }
    return effects
  }

  mutating func stepAlongArticles(_ step: Int) -> [Effect] {
    guard let current = currentEntry ?? lastEntry else {
      return refuse("There is no list of articles.")
    }
    let order = library.articles.order(from: current)
    let next = (order.firstIndex(of: current) ?? current) + step
    guard order.indices.contains(next) else {
      return refuse(step > 0 ? "This is the last article." : "This is the first article.")
    }
    return request(.entry(library.articles.entries[order[next]].id))
  }
}
