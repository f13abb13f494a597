import HearsayScreen

/// Words that the rows of a list must have; the list can be gone through meanwhile.
struct RowFilterQuestion: Question {
  /// The words before.
  let before: String

  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]? {
    guard let list = reader.modes.top as? any ListMode else { return nil }
    let page = max(1, reader.size.rows - 4)
    switch key {
    case .up: list.move(by: -1, in: &reader)
    case .down: list.move(by: 1, in: &reader)
    case .pageUp: list.turn(by: -page, in: &reader)
    case .pageDown: list.turn(by: page, in: &reader)
    default: return nil
    }
    return []
  }

  func typed(_ text: String, in reader: inout Reader) {
    (reader.modes.top as? any ListMode)?.filter(by: text, in: &reader)
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    reader.prompt = nil
    return []
  }

  func giveUp(in reader: inout Reader) { typed(before, in: &reader) }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    PromptLine("only with: ")
  }

  /// A click on a row ends the question.
  func press(at point: Point, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    guard Frame.list(in: reader.size).contains(point) else { return [] }
    return reader.press(.enter) + reader.modes.top.press(at: point, in: &reader)
  }

  func turn(by step: Int, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    (reader.modes.top as? any ListMode)?.turn(by: 3 * step, in: &reader)
    return []
  }
}
