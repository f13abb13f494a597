import HearsayModel
import HearsayScreen

// Setting right what the machine got wrong.
extension Reader {
  /// Carries out an action that corrects something; `nil` where it corrects nothing.
  mutating func correct(_ action: Action) -> [Effect]? {
    switch action {
    case .addAttribution: correctingItem { reader, _ in reader.askWhoSaysSelectedWords() }
    case .correctSpeaker:
      correctingItem { reader, attribution in
        attribution.map { reader.ask(about: .speaker($0.id)) } ?? reader.askWhoSaysSelectedWords()
      }
    case .dismissAttribution:
      correctingAttribution { reader, attribution, text in
        reader.set(.dismissal(of: Correction.Subject(attribution, in: text)))
      }
    case .correctContent, .extendContent, .correctSource, .correctCue:
      correctingAttribution { reader, attribution, _ in reader.setSpans(of: attribution, action) }
    case .mergeSources: correctingSource { reader, source, _ in reader.ask(about: .merger(source)) }
    case .splitSource: correctingSource { reader, _, own in reader.ask(about: .separation(own)) }
    case .correctKind: correctingSource { reader, source, _ in reader.ask(about: .kind(source)) }
    case .correctNaming:
      correctingSource { reader, source, _ in reader.ask(about: .naming(source)) }
    default: nil
    }
  }

  /// Whether an action, if it is a correction, does something where one is now.
  func canCorrect(_ action: Action) -> Bool {
    guard action.group == .correcting, action != .listCorrections else { return true }
    guard modes.showsArticle else {
      let isAboutVoices = [.mergeSources, .splitSource, .renameSource].contains(action)
      return keyView == .voices && isAboutVoices
    }
    guard let sourcing = reading?.sourcing else { return false }
    let attribution = selectedItem.flatMap(sourcing.attribution)
    let source = attribution?.source
    switch action {
    case .renameSource: return false
    case .addAttribution:
      return selectedText != nil || attribution == nil && selectedItem != nil
    case .correctSpeaker: return selectedText != nil || selectedItem != nil
    case .mergeSources: return source != nil && sourcing.analysis.sources.count > 1
    case .splitSource, .correctKind, .correctNaming: return source != nil
    default: return attribution != nil
    }
  }

  /// Corrects what is selected, be it an attribution or not.
  private mutating func correctingItem(
    _ body: (inout Reader, Attribution?) -> [Effect]
  ) -> [Effect] {
    guard let sourcing = reading?.sourcing else { return refuse("Who said what is not known yet.") }
    return body(&self, selectedItem.flatMap(sourcing.attribution))
  }

  private mutating func correctingAttribution(
    _ body: (inout Reader, Attribution, ArticleText) -> [Effect]
  ) -> [Effect] {
    correctingItem { reader, attribution in
      guard let attribution, let text = reader.reading?.article.text else {
        return reader.refuse("Nobody is credited with this: there is nothing to correct.")
      }
      return body(&reader, attribution, text)
    }
  }

  private mutating func correctingSource(
    _ body: (inout Reader, Source.ID, Attribution.ID) -> [Effect]
  ) -> [Effect] {
    correctingAttribution { reader, attribution, _ in
      guard let source = attribution.source else {
        return reader.refuse("Nobody is named here. Say who it is first.")
      }
      return body(&reader, source, attribution.id)
    }
  }

  private mutating func ask(about question: CorrectionQuestion) -> [Effect] {
    guard let reading, let analysis = reading.sourcing?.analysis else { return [] }
    let choices = question.choices(in: analysis, typed: "", signs: look.signSet)
    guard !choices.isEmpty || question.takesNames else {
      return refuse("There is nobody else in this article.")
    }
    keepInViewWhatIsAskedFor(under: choices.count)
    return ask(question) + [.prepareCorrections(reading.article.id)]
  }

  /// Scrolls so that the answers do not cover the words that they are about.
  private mutating func keepInViewWhatIsAskedFor(under choices: Int) {
    guard let reading, let span = selectedText ?? selectedItem?.extent else { return }
    let row = size.rows - 1
    let covered = row - ChoicesView.rows(for: choices, above: row) - 1
    let free = covered - frame.text.top
    let last = reading.layout.line(showing: max(span.start, span.end - 1))
    guard free > 0, last >= reading.top + free else { return }
    let first = reading.layout.line(showing: span.start)
    self.reading?.scroll(toLine: max(first - 1, min(first, last - free + 1)))
  }

  /// Asks for the speaker of the words that are selected, in the text or as a sentence of the list.
  private mutating func askWhoSaysSelectedWords() -> [Effect] {
    if let selected = selectedText { return ask(about: .addition([selected])) }
    guard let reading, let item = selectedItem, !item.isAttribution else {
      let key = keys.name(of: .selectText, in: keyView).map { " \($0) begins." } ?? ""
      return refuse("First select the words that were missed.\(key)")
    }
    return ask(about: .addition([item.said.withoutStop(in: reading.article.text)]))
  }

  /// Takes the words that are selected for what is said, for who says it or for what hands it over.
  private mutating func setSpans(of attribution: Attribution, _ action: Action) -> [Effect] {
    guard let reading else { return [] }
    guard let selected = selectedText else {
      let effects = beginSelectingText()
      if selectedText != nil { message = "select the words, then press the same keys again" }
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
        articleTitle: article.title ?? listedTitle,
        publisher: article.publisher, location: article.url ?? article.path, source: source?.name,
        kind: source?.kind ?? .none, naming: source?.naming ?? .implicit,
        engine: "\(analysis.engine.name) \(analysis.engine.version) \(analysis.engine.model)"),
      created: surroundings.now())
    self.reading?.corrections.append(correction)
    markBook.note(correction.id)
    if let place { self.reading?.wantedSelection = place }
    dropTextSelection()
    let key = keys.name(of: .undo, in: keyView).map { " · \($0) undoes it" } ?? ""
    message = correction.words + key
    return [.saveCorrection(correction)]
  }

  /// The last correction of the open article, where nothing was changed on a mark since.
  var correctionToTakeBack: Correction? {
    guard let last = reading?.corrections.max(by: { $0.isBefore($1) }),
      !markBook.hasChanged(since: last)
    else { return nil }
    return last
  }

  /// Takes a correction back.
  mutating func takeBack(_ correction: Correction) -> [Effect] {
    reading?.corrections.removeAll { $0.id == correction.id }
    message = "undone: \(correction.words)"
    return [.removeCorrection(correction.id)]
  }
}

extension Correction {
  /// Whether it was made before another one.
  func isBefore(_ other: Correction) -> Bool {
    (created, id.uuidString) < (other.created, other.id.uuidString)
  }
}
