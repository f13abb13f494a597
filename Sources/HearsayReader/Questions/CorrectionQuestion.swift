import HearsayModel
import HearsayScreen

/// What is asked for before something is set right.
enum CorrectionQuestion: Hashable, Sendable {
  /// Who says this attribution.
  case speaker(Attribution.ID)
  /// Who says these words.
  case addition([Span])
  /// Who a source really is.
  case merger(Source.ID)
  /// Which words are not this source's: from this attribution on, or all with these words for it.
  case separation(Attribution.ID)
  /// What kind of thing a source is.
  case kind(Source.ID)
  /// How a source is named.
  case naming(Source.ID)
}

extension CorrectionQuestion {
  /// Whether a name can be typed that is not in the list.
  var takesNames: Bool {
    switch self {
    case .speaker, .addition: true
    case .merger, .separation, .kind, .naming: false
    }
  }

  /// The question in the lowest row.
  func words(in analysis: Analysis) -> String {
    func name(_ id: Source.ID) -> String { analysis.source(id)?.nameFirst ?? "nobody" }
    switch self {
    case .speaker(let id): return "Who says #\(id.number)?"
    case .addition: return "Who says this?"
    case .merger(let id): return "Who is “\(name(id))”?"
    case .separation(let id):
      let source = analysis.attribution(id).flatMap(analysis.speaker)
      return "What does somebody other than “\(source?.nameFirst ?? "nobody")” say?"
    case .kind(let id): return "What is “\(name(id))”?"
    case .naming(let id): return "How is “\(name(id))” named?"
    }
  }
}

// MARK: - Asking

extension CorrectionQuestion: Question {
  /// The answers that have the typed words in them.
  func choices(in analysis: Analysis, typed: String, signs: SignSet) -> [CorrectionChoice] {
    CorrectionChoices(question: self, analysis: analysis, typed: typed, signs: signs).all
  }

  private func choices(_ prompt: Prompt, in reader: Reader) -> [CorrectionChoice] {
    guard let analysis = reader.reading?.sourcing?.analysis else { return [] }
    return choices(in: analysis, typed: prompt.line.text, signs: reader.look.signSet)
  }

  /// A number chooses, letters narrow down, Enter takes what stands out.
  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]? {
    let choices = choices(prompt, in: reader)
    let isBlank = prompt.line.text.isEmpty
    switch key {
    case .character(let digit) where isBlank && digit.wholeNumberValue.map { $0 > 0 } ?? false:
      return take((digit.wholeNumberValue ?? 1) - 1, of: choices, in: &reader)
    case .enter, .tab: return take(prompt.choice, of: choices, in: &reader)
    case .down, .control("n"): step(1, prompt, of: choices.count, in: &reader)
    case .up, .backTab, .control("p"): step(-1, prompt, of: choices.count, in: &reader)
    case .backspace where isBlank: reader.prompt = nil
    default: if reader.prompt?.line.take(key) ?? false { reader.prompt?.choice = 0 }
    }
    return []
  }

  private func step(_ step: Int, _ prompt: Prompt, of count: Int, in reader: inout Reader) {
    guard count > 0 else { return }
    reader.prompt?.choice = (prompt.choice + step + count) % count
  }

  private func take(_ index: Int, of choices: [CorrectionChoice], in reader: inout Reader)
    -> [Effect]
  {
    guard choices.indices.contains(index) else { return [.bell] }
    reader.prompt = nil
    if case .addition(let spans) = self {
      return reader.set(choices[index].change, at: spans.first?.start)
    }
    return reader.set(choices[index].change)
  }

  /// What was pasted narrows the answers down as what is typed does.
  func typed(_ text: String, in reader: inout Reader) { reader.prompt?.choice = 0 }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] { [] }
}

// MARK: - Drawing

extension CorrectionQuestion {
  private func view(_ prompt: Prompt, in reader: Reader) -> ChoicesView {
    ChoicesView(
      choices: choices(prompt, in: reader), chosen: prompt.choice,
      hasKeys: prompt.line.text.isEmpty, sourcing: reader.reading?.sourcing, look: reader.look)
  }

  func draw(_ prompt: Prompt, on screen: inout Screen, for reader: Reader) {
    let bounds = screen.bounds
    guard bounds.rows > 0 else { return }
    view(prompt, in: reader).draw(on: &screen, above: bounds.rows - 1)
    let words = reader.reading?.sourcing.map { self.words(in: $0.analysis) } ?? ""
    let room = max(4, bounds.columns - max(8, bounds.columns / 3))
    let line = PromptLine(
      cut(words, to: room, ellipsis: reader.look.signs.ellipsis) + " ",
      status: bounds.columns >= 60 ? "number, name or Enter" : "")
    PromptView(line: line, prompt: prompt, candidates: [], look: reader.look, size: bounds.size)
      .draw(on: &screen)
  }

  func press(at point: Point, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    let row = reader.size.rows - 1
    guard let index = view(prompt, in: reader).choice(at: point, above: row) else { return [] }
    reader.prompt?.choice = index
    return reader.press(.enter)
  }

  func turn(by step: Int, _ prompt: Prompt, in reader: inout Reader) -> [Effect] {
    reader.press(step > 0 ? .down : .up)
  }
}
