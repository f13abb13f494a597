package import HearsayModel

// Where somebody was in an earlier session.
extension Reader {
  /// Goes to where an article was left, unless the person has gone somewhere meanwhile: then one key goes there.
  ///
  /// The library may answer before the analysis is there, or after; the same is selected in the end.
  mutating func recall(_ position: ReadingPosition?, in id: Article.ID) -> [Effect] {
    guard let reading, reading.article.id == id else {
      awaited.position = (position, id)
      return []
    }
    if reading.isPlaced { return keptPlace }
    guard let position else { return reading.isMoved ? keptPlace : [] }
    // Its number means nothing yet where only a part of the article was read for sources.
    let whole = reading.read == nil ? reading.sourcing : nil
    let item = position.selected.flatMap { whole?.start(of: $0) }
    guard !reading.isMoved else {
      if let left = visit(at: ArticlePlace(top: position.offset, selection: item)) {
        trail.jumps.leave(left)
      }
      return keptPlace
    }
    self.reading?.scroll(toByte: min(max(0, position.offset), reading.article.text.count))
    guard let sourcing = whole else {
      self.reading?.wantedItem = position.selected
      return []
    }
    if let item {
      setSelection(sourcing.firstItem(from: item))
    } else {
      self.reading?.selected = nil
      selectWhatIsInView()
    }
    return []
  }

  /// Asks for the place of the open article to be kept.
  private var keptPlace: [Effect] {
    guard let reading, let place else { return [] }
    return [.savePlace(place, reading.article.id)]
  }
}

extension Reader {
  /// What begins at a byte of the open article, in the library's words; `nil` as long as not all of it was read.
  package func item(at byte: Int) -> ReadingPosition.Item? {
    guard let reading, reading.read == nil, let sourcing = reading.sourcing else { return nil }
    let here = sourcing.items[sourcing.firstItem(from: byte)...].prefix { $0.extent.start == byte }
    let item = here.first { $0.isAttribution } ?? here.first
    return item.flatMap { sourcing.position(of: $0) }
  }
}

extension Sourcing {
  /// An item by its number in the analysis.
  fileprivate func position(of item: Item) -> ReadingPosition.Item? {
    if let attribution = attribution(of: item) { return .attribution(attribution.id) }
    return sentence(of: item).map { .sentence($0.id) }
  }

  /// The first byte of something that was selected; `nil` where the analysis does not have it.
  func start(of item: ReadingPosition.Item) -> Int? {
    switch item {
    case .attribution(let id): analysis.attribution(id)?.extent.start
    case .sentence(let id): analysis.unattributed.first { $0.id == id }?.span.start
    }
  }
}
