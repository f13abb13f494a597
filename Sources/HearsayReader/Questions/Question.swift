import HearsayModel
import HearsayScreen

/// Something that is asked for in the lowest row: what it is called, what typing does, what Enter does, and what giving
/// it up does.
///
/// A question is a value in the reader's ``Prompt``; all that is special about it stands in its own file. Most take a line
/// of text, and get everything but ``enter(_:in:)`` and ``line(for:columns:in:)`` from here.
protocol Question: Sendable {
  /// Which of what was typed before can be asked for again here.
  var historyKind: History.Kind? { get }
  /// Whether pasted text can be an answer.
  var takesText: Bool { get }

  /// How what is typed can go on after `text`, which ends at the cursor; `nil` where nothing can be completed.
  func completions(of text: String, in reader: Reader) -> Filter.Completions?
  /// What a key does besides what it does in every line; `nil` where it does nothing else.
  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]?
  /// Shows what the words typed so far find.
  func typed(_ text: String, in reader: inout Reader)
  /// Takes the answer, or says what is wrong with it and goes on asking.
  func enter(_ text: String, in reader: inout Reader) -> [Effect]
  /// Puts things back as they were before.
  func giveUp(in reader: inout Reader)
  /// What a macro answers, as if it were typed and then Enter.
  func answer(_ words: String, in reader: inout Reader) -> [Effect]
  /// What is to be kept of what was typed when the terminal goes away.
  func end(_ text: String, in reader: inout Reader) -> [Effect]

  /// What the lowest row shows.
  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine
  func draw(_ prompt: Prompt, on screen: inout Screen, for reader: Reader)
  /// What a click does.
  func press(at point: Point, _ prompt: Prompt, in reader: inout Reader) -> [Effect]
  /// What a wheel does that is turned by a step.
  func turn(by step: Int, _ prompt: Prompt, in reader: inout Reader) -> [Effect]
}

extension Question {
  var historyKind: History.Kind? { nil }
  var takesText: Bool { true }

  func completions(of text: String, in reader: Reader) -> Filter.Completions? { nil }
  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]? { nil }
  func typed(_ text: String, in reader: inout Reader) {}
  func giveUp(in reader: inout Reader) {}
  func end(_ text: String, in reader: inout Reader) -> [Effect] { [] }

  func answer(_ words: String, in reader: inout Reader) -> [Effect] {
    _ = reader.paste(words)
    return reader.press(.enter)
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine { PromptLine("") }

  func draw(_ prompt: Prompt, on screen: inout Screen, for reader: Reader) {
    view(prompt, in: reader).draw(on: &screen)
  }

  func press(at point: Point, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    guard let offered = reader.completions,
      let index = view(prompt, in: reader).candidate(at: point)
    else { return [] }
    reader.prompt?.complete(offered, choosing: index)
    reader.showTyped()
    return []
  }

  func turn(by step: Int, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    guard prompt.completing != nil else { return [] }
    return reader.press(step > 0 ? .tab : .backTab)
  }

  /// The row as it is on the screen.
  private func view(_ prompt: Prompt, in reader: Reader) -> PromptView {
    PromptView(
      line: line(for: prompt, columns: reader.size.columns, in: reader), prompt: prompt,
      candidates: prompt.completing?.candidates ?? reader.completions?.candidates ?? [],
      look: reader.look, size: reader.size)
  }
}
