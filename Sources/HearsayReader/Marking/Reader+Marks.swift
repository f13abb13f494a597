import HearsayModel

// Marks: what the reader puts on a claim for follow-up.
extension Reader {
  /// The marks that have a place in the open article, in order of reading; also those that were made on another
  /// version of it.
  var marksHere: [PlacedMark] {
    guard let article = reading?.article else { return [] }
    let sourcing = reading?.sourcing
    return marks.compactMap { mark in
      guard let span = mark.span(in: article.id)?.clipped(to: article.text.count) else {
        return nil
      }
      guard mark.snapshot.subject == .claim, let sourcing, let item = sourcing.item(at: span.start)
      else { return PlacedMark(mark: mark, span: span) }
      return PlacedMark(mark: mark, span: span, claim: sourcing.claim(of: sourcing.items[item]))
    }.sorted { $0.span < $1.span }
  }

  /// Where a mark stands in the open article; `nil` where it has no place there.
  func span(of mark: Mark) -> Span? { reading.flatMap { mark.span(in: $0.article.id) } }

  /// The mark that belongs to what is selected: on it, or on some words in it.
  var selectedMark: Mark? {
    guard let item = selectedItem else { return nil }
    let here = marksHere
    return mark(on: item, among: here) ?? here.first { item.extent.contains($0.span) }?.mark
  }

  /// The mark on an item.
  ///
  /// - Parameter marks: those of the article, where they were looked up before.
  func mark(on item: Item, among marks: [PlacedMark]? = nil) -> Mark? {
    reading?.sourcing?.mark(on: item, among: marks ?? marksHere)
  }
}

// MARK: - Going to marks

extension Reader {
  /// Goes to the next or previous mark of the open article.
  mutating func stepAlongMarks(_ step: Int) -> [Effect] {
    guard reading != nil else { return [] }
    let here = marksHere
    guard !here.isEmpty else { return refuse("Nothing is marked in this article.") }
    let from = selectedItem?.said.start ?? reading?.visible.lowerBound ?? 0
    let next =
      step > 0 ? here.first { $0.span.start > from } : here.last { $0.span.start < from }
    guard let next else {
      return refuse(step > 0 ? "There is no further mark." : "There is no earlier mark.")
    }
    go(to: next.mark)
    return []
  }

  /// Shows a mark of the open article.
  mutating func go(to mark: Mark) {
    guard let reading, let span = span(of: mark) else { return }
    let here = marksHere
    // Its item begins not far before it, if it has one.
    let items = reading.sourcing?.items ?? []
    let first = reading.sourcing?.firstItem(from: max(0, span.start - 16_384)) ?? 0
    let index = items[min(first, items.count)...].indices.lazy
      .prefix { items[$0].extent.start <= span.end }
      .first { reading.sourcing?.mark(on: items[$0], among: here)?.id == mark.id }
    if let index {
      select(index)
    } else {
      self.reading?.wantedSelection = span.start
      self.reading?.reveal(span.clipped(to: reading.article.text.count))
      if let index = reading.sourcing?.nearestItem(to: span.start) {
        liftFilter(hiding: index)
        setSelection(index)
      }
    }
  }
}
