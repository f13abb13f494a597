import HearsayModel
import HearsayScreen

// What happened outside.
extension Reader {
  mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .entriesListed(let entries):
      list(entries)
    case .beginningRead(let beginning, let request):
      glance(at: beginning, from: request)
    case .outlined(let outline, let id):
      awaited.outline = (outline, id)
    case .articleLoaded(let article, let request, let place):
      return show(article, asked: request, place: place)
    case .placeRecalled(let position, let id):
      return recall(position, in: id)
    case .articleFailed(let request, let sentence):
      if awaited.request == request { (awaited.request, awaited.glimpse) = (nil, nil) }
      awaited.goal = nil
      message = sentence
      keepSomethingShown()
    case .analysisProgress(let id, let part):
      guard reading?.article.id == id, isReadingOn else { break }
      reading?.analysis = .running(min(1, max(0, part)))
    case .analysisPart(let part):
      guard reading?.article.id == part.analysis.article.id else { break }
      take(part)
    case .analysisStopped(let id):
      guard reading?.article.id == id, isReadingOn else { break }
      setStopped()
    case .analysisFinished(let analysis):
      guard reading?.article.id == analysis.article.id else { break }
      take(analysis)
    case .analysisFailed(let id, let sentence):
      guard reading?.article.id == id else { break }
      reading?.analysis = .failed(sentence)
      message = sentence
    case .fileChanged(let id):
      guard reading?.article.id == id else { break }
      let key = keys.name(of: .reload).map { "; \($0) reloads it" } ?? ""
      message = "The file has changed\(key)."
    case .correctionsLoaded(let corrections, let id):
      if reading?.article.id == id { reading?.corrections = corrections }
    case .marksLoaded(let marks):
      markBook.all = marks
      if library.articles.order == .marks { keepingListedSelection { _ in } }
      marksHaveChanged()
    case .library(let answer):
      return take(answer)
    case .compared(let changes, let id): return list(changes, of: id)
    case .newVersion(let id): tellNewVersion(of: id)
    case .marksCarried(let sentence): tellCarriedMarks(sentence)
    case .newsListed(let feeds, let entries): list(feeds, entries)
    case .newsRefreshed(let progress): return take(progress)
    case .batchProgress(let progress):
      library.batch = progress
    case .noteEdited(let id, let note):
      return keep(note: note, on: id)
    case .patternSearched(let pattern, let id, let found, let isComplete):
      return take(found, of: pattern, in: id, isComplete: isComplete)
    case .resized(let size):
      window.size = size
      fit()
    case .message(let sentence):
      message = sentence
    }
    return []
  }

  /// Shows an article at the place where it was left, and asks for its analysis.
  private mutating func show(_ article: Article, asked request: Request, place: ArticlePlace?)
    -> [Effect]
  {
    // A slow answer to a question that is not asked any more.
    guard awaited.request == request else { return [] }
    if message == fetchingWords { message = nil }
    if case .page(let address) = request { noteOpened(address) }
    var effects: [Effect] = []
    if let reading, reading.analysis != .done {
      effects.append(.cancelAnalysis(reading.article.id))
    }
    let stop = awaited.stop
    if !awaited.isReturn {
      if let visit, !isOpen(visit, of: article, request) { trail.jumps.leave(visit) }
      if awaited.isFollowed { leaveForPage() } else { leaveForArticle() }
    }
    window.focus = stop?.focus ?? .article
    let outline = awaited.outline?.article == article.id ? awaited.outline?.found : nil
    reading = Reading(
      article, request: request, place: place ?? awaited.place, outline: outline,
      columns: frame.text.columns)
    reading?.analysis = .running(0)
    reading?.search = stop?.search
    reading?.isPlaced = awaited.isReturn
    library.lastEntry = currentEntry.map { library.articles.entries[$0].id } ?? library.lastEntry
    fit()
    if let sift = library.articles.sift { listing.filter = sift.filter }
    if let goal = awaited.goal { go(to: goal) }
    if let (position, id) = awaited.position, id == article.id {
      effects += recall(position, in: id)
    }
    let typed = awaited.glimpse?.typed ?? []
    if message == nil, !awaited.isReturn { message = article.notes.first?.words }
    awaited = Awaited()
    return effects + [.analyse(article.id)] + typed.flatMap { receive($0) }
  }

  /// Whether an article that has come is the one of a place, read anew.
  private func isOpen(_ visit: Visit, of article: Article, _ request: Request) -> Bool {
    visit.article == article.id || visit.request == request
  }

  /// Goes to what was wanted of the article that has just come.
  private mutating func go(to goal: Awaited.Goal) {
    switch goal {
    case .passage(let passage):
      reading?.wantedSelection = nil
      reading?.isMoved = true
      go(to: passage)
    case .mark(let mark):
      reading?.isMoved = true
      reading?.wantedSelection = mark.anchor.start
      let length = reading?.article.text.count ?? 0
      reading?.reveal(mark.anchor.span.clipped(to: length))
    case .place: break
    }
  }
}

extension Sourcing {
  /// The nearest item to a byte; of several near it the one whose cue, or where it has none whose content, begins at
  /// `words`: another speaker may have other words further away, and the attribution is the same.
  func nearestItem(to offset: Int, handedOverAt words: Int?) -> Int? {
    guard let nearest = nearestItem(to: offset) else { return nil }
    guard let words else { return nearest }
    let around = max(0, nearest - 12)..<min(items.count, nearest + 13)
    return around.first { attribution(of: items[$0])?.handedOverAt == words } ?? nearest
  }

  /// The item that begins at a byte, or holds it, or begins next to it.
  func nearestItem(to offset: Int) -> Int? {
    guard !items.isEmpty else { return nil }
    let first = firstItem(from: offset)
    if first < items.count, items[first].extent.start == offset { return first }
    return item(at: offset) ?? min(first, items.count - 1)
  }
}

extension Attribution {
  /// Where its cue begins, or its content where it has none.
  var handedOverAt: Int? { (cueSpans.first ?? contentSpans.first)?.start }
}
