import HearsayModel
import HearsayPatterns

// Finding words in the article.
extension Reader {
  /// What is searched for in the article.
  var search: TextSearch? {
    get { reading?.search }
    set { reading?.search = newValue }
  }

  /// Shows the first match of what was typed so far.
  mutating func searchAsTyped(_ query: String, from origin: ArticlePlace) {
    guard let reading else { return }
    search = query.isEmpty ? nil : TextSearch(query, in: reading.article.text)
    if let search, search.matches.isEmpty, Pattern.isPattern(query),
      PatternProblem(in: query) == nil
    {
      self.search?.awaitPattern(from: origin.top)
      return
    }
    if let index = search?.first(from: origin.top) ?? search?.first(from: 0) {
      goToMatch(index)
    } else {
      self.reading?.scroll(toByte: origin.top)
      selectWhatIsInView()
    }
  }

  /// Takes what was found of a pattern, if that is still what is searched for.
  mutating func take(
    _ found: [Span], of pattern: String, in article: Article.ID, isComplete: Bool
  ) -> [Effect] {
    guard reading?.article.id == article, search?.query == pattern,
      let origin = search?.awaitedFrom
    else { return [] }
    search?.take(found)
    if let index = search?.first(from: origin) ?? search?.first(from: 0) { goToMatch(index) }
    if !isComplete {
      message = "the pattern takes too long; the text was searched only in part"
    } else if found.isEmpty, prompt == nil {
      return refuse("“\(pattern)” does not occur, neither as it stands nor as a pattern.")
    }
    return []
  }

  /// Goes to the next or previous match, and on from the other end.
  mutating func stepAlongMatches(_ step: Int) -> [Effect] {
    guard let search, let reading else { return refuse("Nothing is searched for yet.") }
    let count = search.matches.count
    if search.awaitedFrom != nil { return [] }
    guard count > 0 else { return refuse("“\(search.query)” does not occur.") }
    let index: Int
    if let current = search.current, isSeen(search.matches[current]) {
      index = current + step
    } else {
      let first = search.first(from: reading.visible.lowerBound) ?? count
      index = step > 0 ? first : first - 1
    }
    if index >= count { message = "\(search.query): on from the top" }
    if index < 0 { message = "\(search.query): on from the end" }
    goToMatch((index + count) % count)
    return []
  }

  private func isSeen(_ match: Range<Int32>) -> Bool {
    guard let visible = reading?.visible else { return false }
    return visible.overlaps(Int(match.lowerBound)..<Int(match.upperBound))
  }

  private mutating func goToMatch(_ index: Int) {
    guard let match = search?.matches[index] else { return }
    search?.current = index
    focusArticle()
    reading?.reveal(.init(Int(match.lowerBound), Int(match.upperBound)))
    if let item = reading?.sourcing?.item(at: Int(match.lowerBound)), isListed(item) {
      setSelection(item)
    } else {
      selectWhatIsInView()
    }
  }
}
