import HearsayModel
import HearsayScreen

// Setting right what the machine got wrong.
extension Reader {
  /// Carries out an action that corrects something.
  mutating func correct(_ action: Action) -> [Effect] {
    guard let reading, let sourcing = reading.sourcing else {
      return refuse("Who said what is not known yet.")
    }
    let attribution = selectedItem.flatMap(sourcing.attribution)
    switch action {
    case .addAttribution: return askWhoSaysSelectedWords()
    case .correctSpeaker where attribution == nil: return askWhoSaysSelectedWords()
    default: break
    }
    guard let attribution else {
      return refuse("Nobody is credited with this: there is nothing to correct.")
    }
    switch action {
    case .correctSpeaker: return ask(.speaker(attribution.id))
    case .dismissAttribution:
      return set(.dismissal(of: Correction.Subject(attribution, in: reading.article.text)))
    case .correctContent, .extendContent, .correctSource, .correctCue:
      return setSpans(of: attribution, action)
    case .mergeSources, .splitSource, .correctKind, .correctNaming:
      guard let source = attribution.source else {
        return refuse("Nobody is named here. Say who it is first.")
      }
      switch action {
      case .mergeSources: return ask(.merger(source))
      case .splitSource: return ask(.separation(attribution.id))
      case .correctKind: return ask(.kind(source))
      default: return ask(.naming(source))
      }
    default: return []
    }
  }

  private mutating func ask(_ question: CorrectionQuestion) -> [Effect] {
    prompt = Prompt(.correction(question))
    guard !choices.isEmpty || question.takesNames else {
      prompt = nil
      return refuse("There is nobody else in this article.")
    }
    keepInViewWhatIsAskedFor()
    return reading.map { [.prepareCorrections($0.article.id)] } ?? []
  }

  /// Scrolls so that the answers do not cover the words that they are about.
  private mutating func keepInViewWhatIsAskedFor() {
    guard let reading, let span = selectedText ?? selectedItem?.extent else { return }
    let row = size.rows - 1
    let covered = row - ChoicesView.rows(for: choices.count, above: row) - 1
    let free = covered - frame.text.top
    let last = reading.layout.line(showing: max(span.start, span.end - 1))
    guard free > 0, last >= reading.top + free else { return }
    let first = reading.layout.line(showing: span.start)
    self.reading?.scroll(toLine: max(first - 1, min(first, last - free + 1)))
  }

  /// Asks for the speaker of the words that are selected, in the text or as a sentence of the list.
  private mutating func askWhoSaysSelectedWords() -> [Effect] {
    if let selected = selectedText { return ask(.addition([selected])) }
    guard let reading, let item = selectedItem, !item.isAttribution else {
      let key = keys.name(of: .selectText, in: keyView).map { " \($0) begins." } ?? ""
      return refuse("Select the words that were missed first.\(key)")
    }
    return ask(.addition([item.said.withoutStop(in: reading.article.text)]))
  }

  /// Takes the words that are selected for what is said, for who says it or for what hands it over.
  private mutating func setSpans(of attribution: Attribution, _ action: Action) -> [Effect] {
    guard let reading else { return [] }
    guard let selected = selectedText else {
      let effects = beginSelectingText()
      if selectedText != nil { message = "select the words, then the same keys once more" }
      return effects
    }
    var (source, cue) = (attribution.sourceSpans.first, attribution.cueSpans.first)
    var content = attribution.contentSpans
    switch action {
    case .correctContent: content = [selected]
    case .extendContent: content = (content.filter { !$0.overlaps(selected) } + [selected]).sorted()
    case .correctSource: source = selected
    default: cue = selected
    }
    let text = reading.article.text
    return set(
      .spans(
        of: Correction.Subject(attribution, in: text),
        are: Correction.Subject(source: source, cue: cue, content: content, in: text)),
      at: content.first?.start)
  }
}

extension Span {
  /// Without the full stop at its end, which is nobody's word.
  fileprivate func withoutStop(in text: ArticleText) -> Span {
    guard count > 1, text.bytes[end - 1] == UInt8(ascii: ".") else { return self }
    return Span(start, end - 1)
  }
}

// MARK: - Keeping and taking back

extension Reader {
  /// Keeps a correction; the analysis with it comes at once from outside.
  mutating func set(_ change: Correction.Change, at place: Int? = nil) -> [Effect] {
    guard let reading, let analysis = reading.sourcing?.analysis else { return [] }
    let article = reading.article
    let source = selectedItem.flatMap { reading.sourcing?.source(of: $0) }
    let correction = Correction(
      id: surroundings.newID(), article: article.id, change: change,
      snapshot: .init(
        articleTitle: article.title ?? currentEntry.map { entries[$0].title },
        publisher: article.publisher, location: article.url ?? article.path, source: source?.name,
        kind: source?.kind ?? .none, naming: source?.naming ?? .implicit,
        engine: "\(analysis.engine.name) \(analysis.engine.version) \(analysis.engine.model)"),
      created: surroundings.now())
    self.reading?.corrections.append(correction)
    markChangesBefore[correction.id] = markChanges.count
    if let place { self.reading?.wantedSelection = place }
    dropTextSelection()
    let key = keys.name(of: .undo, in: keyView).map { " · \($0) takes it back" } ?? ""
    message = correction.words + key
    return [.saveCorrection(correction)]
  }

  /// The last correction of the open article, where nothing was changed on a mark since.
  var correctionToTakeBack: Correction? {
    guard overlays.isEmpty, let last = reading?.corrections.max(by: { $0.isBefore($1) }),
      markChanges.count <= markChangesBefore[last.id] ?? 0
    else { return nil }
    return last
  }

  /// Takes a correction back.
  mutating func takeBack(_ correction: Correction) -> [Effect] {
    reading?.corrections.removeAll { $0.id == correction.id }
    message = "taken back: \(correction.words)"
    return [.removeCorrection(correction.id)]
  }
}

extension Correction {
  /// Whether it was made before another one.
  func isBefore(_ other: Correction) -> Bool {
    (created, id.uuidString) < (other.created, other.id.uuidString)
  }
}

// MARK: - Answering

extension Reader {
  /// What can be answered to the question that is asked.
  var choices: [CorrectionChoice] {
    guard let prompt, case .correction(let question) = prompt.question,
      let analysis = reading?.sourcing?.analysis
    else { return [] }
    return CorrectionChoices(
      question: question, analysis: analysis, typed: prompt.line.text, signs: look.signSet
    ).all
  }

  /// A key while a correction asks for something: a number chooses, letters narrow down, Enter takes what stands
  /// out.
  mutating func choose(_ key: Key, for question: CorrectionQuestion) -> [Effect] {
    let choices = choices
    let isBlank = prompt?.line.text.isEmpty ?? true
    switch key {
    case .character(let digit) where isBlank && digit.wholeNumberValue.map { $0 > 0 } ?? false:
      let number = (digit.wholeNumberValue ?? 1) - 1
      return choices.indices.contains(number) ? take(choices[number], for: question) : [.bell]
    case .enter:
      let choice = prompt?.choice ?? 0
      return choices.indices.contains(choice) ? take(choices[choice], for: question) : [.bell]
    case .down, .tab, .control("n"): stepAlongChoices(1, of: choices.count)
    case .up, .backTab, .control("p"): stepAlongChoices(-1, of: choices.count)
    case .backspace where isBlank: prompt = nil
    default:
      guard prompt?.line.take(key) ?? false else { return [] }
      prompt?.choice = 0
    }
    return []
  }

  private mutating func stepAlongChoices(_ step: Int, of count: Int) {
    guard count > 0, let choice = prompt?.choice else { return }
    prompt?.choice = (choice + step + count) % count
  }

  private mutating func take(
    _ choice: CorrectionChoice, for question: CorrectionQuestion
  ) -> [Effect] {
    prompt = nil
    if case .addition(let spans) = question { return set(choice.change, at: spans.first?.start) }
    return set(choice.change)
  }
}
