import HearsayModel

/// A stretch of the text that somebody selects, with keys or with the mouse.
///
/// It has two edges, and one of them moves. Where that one is moved past the other, the other comes along, so that
/// the start can be carried anywhere first, and the end after that.
struct TextSelection: Hashable, Sendable {
  enum Edge: Hashable, Sendable {
    case start, end
  }

  /// What is selected; never cuts a word in two.
  private(set) var span: Span
  /// Which edge the keys move.
  private(set) var moving = Edge.start

  /// Selects a stretch, and where it cuts words these words; `nil` where there is no word.
  init?(_ span: Span, in units: TextUnits) {
    guard let first = units.unit(.word, at: span.start),
      let last = units.unit(.word, at: max(span.start, span.end - 1))
    else { return nil }
    // White space at the end belongs to no word: the word before it is the last.
    let end = last.start >= span.end ? units.previous(.word, before: span.end) ?? last : last
    self.span = Span(first.start, max(first.end, end.end))
  }

  /// The byte at which the moving edge stands.
  var edge: Int { moving == .start ? span.start : span.end }
}

// MARK: - Moving

extension TextSelection {
  /// Moves the other edge from now on.
  mutating func turn() { moving = moving == .start ? .end : .start }

  /// Moves the edge by words.
  ///
  /// - Returns: whether there was room to move.
  @discardableResult
  mutating func move(words count: Int, in units: TextUnits) -> Bool {
    step(count) { selection, step in selection.target(.word, step, in: units) }
  }

  /// Moves the edge by sentences; a start that comes to a sentence takes all of it.
  @discardableResult
  mutating func move(sentences count: Int, in units: TextUnits) -> Bool {
    step(count) { selection, step in selection.target(.sentence, step, in: units) }
  }

  /// Moves the edge to the word with a byte.
  mutating func move(toByte offset: Int, in units: TextUnits) {
    guard let word = units.unit(.word, at: offset) else { return }
    put(word)
  }

  private mutating func step(
    _ count: Int, _ target: (TextSelection, Int) -> (Span, isWhole: Bool)?
  ) -> Bool {
    var hasMoved = false
    for _ in 0..<abs(count) {
      guard let (unit, isWhole) = target(self, count.signum()) else { break }
      if isWhole { span = unit } else { put(unit) }
      hasMoved = true
    }
    return hasMoved
  }

  private func target(
    _ unit: TextUnits.Unit, _ step: Int, in units: TextUnits
  ) -> (Span, isWhole: Bool)? {
    switch (moving, step > 0) {
    case (.start, true):
      return units.next(unit, after: span.start).map { ($0, unit == .sentence) }
    case (.start, false):
      return units.previous(unit, before: span.start).map { ($0, unit == .sentence) }
    case (.end, true):
      // Out of the middle of a sentence first to its end.
      guard let here = units.unit(unit, at: span.end - 1) else { return nil }
      if here.end > span.end { return (here, false) }
      return units.next(unit, after: span.end - 1).map { ($0, false) }
    case (.end, false):
      guard let here = units.unit(unit, at: span.end - 1) else { return nil }
      return units.previous(unit, before: here.start).map { ($0, false) }
    }
  }

  /// Puts the moving edge at a unit; the other comes along where it would lie on the wrong side.
  private mutating func put(_ unit: Span) {
    switch moving {
    case .start: span = Span(unit.start, unit.start < span.end ? span.end : unit.end)
    case .end: span = Span(unit.end > span.start ? span.start : unit.start, unit.end)
    }
  }
}
