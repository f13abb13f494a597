import HearsayModel

// Marks: what the reader puts on a claim for follow-up.
extension Reader {
  /// The marks of the open article that have a place in it, in order of reading.
  var marksHere: [Mark] { placedMarks.map(\.mark) }

  /// The same with their places, also of those that were made on another version of it.
  var placedMarks: [(mark: Mark, span: Span)] {
    guard let article = reading?.article else { return [] }
    return marks.compactMap { mark in
      mark.span(in: article.id).map { (mark, $0.clipped(to: article.text.count)) }
    }.sorted { $0.span < $1.span }
  }

  /// Where a mark stands in the open article; `nil` where it has no place there.
  func span(of mark: Mark) -> Span? { reading.flatMap { mark.span(in: $0.article.id) } }

  /// The mark on an item. Words and speaker decide; where the engine sees either a little differently than
  /// when the mark was made, the mark still shows. One on a claim shows wherever the claim is made.
  func mark(on item: Item, among marks: [Mark]? = nil) -> Mark? {
    let marks = marks ?? marksHere
    guard !marks.isEmpty, let sourcing = reading?.sourcing else { return nil }
    let name = sourcing.source(of: item)?.name
    func isSame(_ mark: Mark) -> Bool { span(of: mark) == item.said }
    func isBySame(_ mark: Mark) -> Bool { mark.snapshot.source == name }
    return marks.first { isSame($0) && isBySame($0) }
      ?? marks.first { isBySame($0) && (span(of: $0)?.mostlyCovers(item.said) ?? false) }
      ?? marks.first(where: isSame)
      ?? marks.first { mark in
        guard mark.snapshot.subject == .claim, let claim = sourcing.claim(of: item),
          let start = span(of: mark)?.start, let other = sourcing.item(at: start)
        else { return false }
        return sourcing.claim(of: sourcing.items[other]) == claim
      }
  }

  /// The mark that belongs to what is selected: on it, or on some words in it.
  var selectedMark: Mark? {
    guard let item = selectedItem else { return nil }
    if let mark = mark(on: item) { return mark }
    return placedMarks.first { item.extent.contains($0.span) }?.mark
  }
}

extension Span {
  /// Whether both share more than half of the longer one.
  func mostlyCovers(_ other: Span) -> Bool {
    guard let shared = intersection(other) else { return false }
    return shared.count * 2 > max(count, other.count)
  }
}

// MARK: - Going to marks

extension Reader {
  /// Goes to the next or previous mark of the open article.
  mutating func stepAlongMarks(_ step: Int) -> [Effect] {
    guard reading != nil else { return [] }
    let here = placedMarks
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
    let index = reading.sourcing?.items.firstIndex { self.mark(on: $0, among: here)?.id == mark.id }
    if let index {
      select(index)
    } else {
      self.reading?.wantedSelection = span.start
      self.reading?.reveal(span.clipped(to: reading.article.text.count))
      if let index = reading.sourcing?.nearestItem(to: span.start) { setSelection(index) }
    }
  }
}
