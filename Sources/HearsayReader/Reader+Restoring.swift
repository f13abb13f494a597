import HearsayModel

// Where somebody was in an earlier session.
extension Reader {
  /// Goes to where an article was left, unless the person has gone somewhere meanwhile: then one key goes there.
  ///
  /// The library may answer before the analysis is there, or after; the same is selected in the end.
  mutating func recall(_ position: ReadingPosition?, in id: Article.ID) -> [Effect] {
    guard let reading, reading.article.id == id else {
      awaitedPosition = (position, id)
      return []
    }
    guard let position else { return reading.isMoved ? keptPlace : [] }
    let item = position.selected.flatMap { reading.sourcing?.start(of: $0) }
    guard !reading.isMoved else {
      jumps.leave(Place(top: position.offset, selection: item))
      return keptPlace
    }
    self.reading?.scroll(toByte: min(max(0, position.offset), reading.article.text.count))
    guard let sourcing = reading.sourcing else {
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

extension Sourcing {
  /// The first byte of something that was selected; `nil` where the analysis does not have it.
  func start(of item: ReadingPosition.Item) -> Int? {
    switch item {
    case .attribution(let id): analysis.attribution(id)?.extent.start
    case .sentence(let id): analysis.unattributed.first { $0.id == id }?.span.start
    }
  }
}
