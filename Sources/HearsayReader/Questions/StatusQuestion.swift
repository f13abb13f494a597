import HearsayModel
import HearsayScreen

/// How far the follow-up of a mark has come: chosen by number, or with the arrows and Enter.
struct StatusQuestion: Question {
  let target: MarkTarget
  let takesText = false

  private static let statuses = Mark.Status.allCases

  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]? {
    let count = Self.statuses.count
    switch key {
    case .character(let digit)
    where digit.wholeNumberValue.map { (1...count).contains($0) } ?? false:
      return choose((digit.wholeNumberValue ?? 1) - 1, in: &reader)
    case .enter, .tab, .character(" "): return choose(prompt.choice, in: &reader)
    case .down, .right, .character("j"), .character("l"), .character("t"):
      reader.prompt?.choice = (prompt.choice + 1) % count
    case .up, .left, .backTab, .character("k"), .character("h"):
      reader.prompt?.choice = (prompt.choice + count - 1) % count
    case .character("q"): reader.prompt = nil
    default: break
    }
    return []
  }

  private func choose(_ choice: Int, in reader: inout Reader) -> [Effect] {
    reader.prompt = nil
    return reader.set(Self.statuses[choice], on: target)
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] { [] }

  func answer(_ words: String, in reader: inout Reader) -> [Effect] {
    guard let choice = Self.statuses.firstIndex(where: { $0.rawValue == words }) else {
      let hint = nearest(to: words, among: Self.statuses.map(\.rawValue)).map { "; \($0)?" } ?? ""
      return reader.refuse("There is no status “\(words)”\(hint)")
    }
    reader.prompt?.choice = choice
    return reader.press(.enter)
  }

  func press(at point: Point, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    let place = places(in: reader.size, chosen: prompt.choice).first { $0.rect.contains(point) }
    guard let place else { return [] }
    reader.prompt?.choice = place.index
    return reader.press(.enter)
  }

  func turn(by step: Int, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    reader.press(step > 0 ? .down : .up)
  }
}

// MARK: - Drawing

extension StatusQuestion {
  /// All statuses in one row, or, where that is too narrow, one above the other.
  func draw(_ prompt: Prompt, on screen: inout Screen, for reader: Reader) {
    let look = reader.look
    let places = places(in: screen.size, chosen: prompt.choice)
    let bounds = screen.bounds
    let rows = Set(places.map(\.rect.top)).count
    screen.fill(Rect(top: bounds.rows - rows, columns: bounds.columns, rows: rows), .plain)
    for place in places {
      let style =
        place.index == prompt.choice
        ? look[.focusedRow].with(Style(attributes: .reverse)) : look[.text]
      Line(" \(place.name) ", style)
        .draw(on: &screen, row: place.rect.top, in: place.rect, look: look)
    }
  }

  /// Where the statuses stand that are shown.
  private func places(in size: Size, chosen: Int) -> [(index: Int, name: String, rect: Rect)] {
    let names = Self.statuses.enumerated().map { "\($0 + 1) \($1.rawValue)" }
    if names.reduce(2, { $0 + $1.count + 2 }) <= size.columns {
      var left = 1
      return names.enumerated().map { index, name in
        defer { left += name.count + 2 }
        return (index, name, Rect(top: size.rows - 1, left: left, columns: name.count + 2, rows: 1))
      }
    }
    let rows = min(names.count, size.rows)
    let first = min(max(0, chosen - rows + 1), names.count - rows)
    return (0..<rows).map { row in
      (
        first + row, names[first + row],
        Rect(top: size.rows - rows + row, columns: size.columns, rows: 1)
      )
    }
  }
}
