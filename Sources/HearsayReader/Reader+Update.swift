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
      awaitedOutline = (outline, id)
    case .articleLoaded(let article, let request, let place):
      return show(article, asked: request, place: place)
    case .placeRecalled(let position, let id):
      return recall(position, in: id)
    case .articleFailed(let request, let sentence):
      if awaited == request { (awaited, glimpse) = (nil, nil) }
      awaitedMark = nil
      awaitedPassage = nil
      message = sentence
      if reading == nil, overlays.isEmpty { overlays = [Overlay(.articles)] }
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
    case .correctionsLoaded(let corrections, let id):
      if reading?.article.id == id { reading?.corrections = corrections }
    case .marksLoaded(let marks):
      self.marks = marks
      if articleList.order == .marks { keepingListedSelection { _ in } }
      marksHaveChanged()
    case .library(let answer):
      return take(answer)
    case .batchProgress(let progress):
      batch = progress
    case .noteEdited(let id, let note):
      return keep(note: note, on: id)
    case .patternSearched(let pattern, let id, let found, let isComplete):
      return take(found, of: pattern, in: id, isComplete: isComplete)
    case .resized(let size):
      self.size = size
      fit()
    case .message(let sentence):
      message = sentence
    }
    return []
  }

  /// Shows an article at the place where it was left, and asks for its analysis.
  private mutating func show(_ article: Article, asked request: Request, place: Place?) -> [Effect]
  {
    // A slow answer to a question that is not asked any more.
    guard awaited == request else { return [] }
    awaited = nil
    var effects: [Effect] = []
    if let reading, reading.analysis != .done {
      effects.append(.cancelAnalysis(reading.article.id))
    }
    search = nil
    waiting = nil
    jumps = Jumps()
    focus = .article
    overlays = []
    let outline = awaitedOutline?.article == article.id ? awaitedOutline?.outline : nil
    awaitedOutline = nil
    reading = Reading(
      article, request: request, place: place ?? awaitedPlace, outline: outline,
      columns: frame.text.columns)
    reading?.analysis = .running(0)
    fit()
    if let sift = articleList.sift { filter = sift.filter }
    if let passage = awaitedPassage {
      awaitedPassage = nil
      reading?.wantedSelection = nil
      reading?.isMoved = true
      go(to: passage)
    }
    if let mark = awaitedMark {
      awaitedMark = nil
      reading?.isMoved = true
      reading?.wantedSelection = mark.anchor.start
      reading?.reveal(mark.anchor.span.clipped(to: article.text.count))
    }
    if let (position, id) = awaitedPosition, id == article.id {
      effects += recall(position, in: id)
    }
    awaitedPosition = nil
    return effects + [.analyse(article.id)] + catchUpWithTyping()
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
