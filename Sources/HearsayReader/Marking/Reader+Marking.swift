import HearsayModel

// Setting and taking off marks.
extension Reader {
  /// Marks what is selected, or takes its mark off; a mark with a note goes only after a question.
  mutating func toggleMark() -> [Effect] {
    if let span = selectedText { return markText(span) }
    guard let item = selectedItem else { return refuse("There is nothing to mark here.") }
    if let mark = mark(on: item) { return remove(mark) }
    guard let mark = newMark(on: item) else { return [] }
    let times = mark.snapshot.otherSources.map { $0.count + 1 }
    let whose = times.map { ", wherever it is said (\($0) times)" } ?? ""
    return put(mark, saying: "marked: \(mark.status.rawValue)\(whose)")
  }

  /// Marks words that are selected in the text, or takes the mark on just these words off.
  private mutating func markText(_ span: Span) -> [Effect] {
    if let known = marksHere.first(where: { $0.span == span })?.mark { return remove(known) }
    guard let mark = newMark(ofText: span) else { return [] }
    dropTextSelection()
    return put(mark, saying: "marked: \(mark.status.rawValue), the selected words")
  }

  /// A mark on words of the text, credited to whoever the most of them are credited to.
  func newMark(ofText span: Span) -> Mark? {
    let items = reading?.sourcing?.items ?? []
    let sharing = items.compactMap { item in
      item.said.intersection(span).map { (item: item, shared: $0.count, length: item.said.count) }
    }
    // Of words within words the inner ones are nearer.
    let best = sharing.max { ($0.shared, $1.length) < ($1.shared, $0.length) }
    let isMost = best.map { $0.shared * 2 > span.count } ?? false
    return newMark(on: span, as: .selection, saidIn: isMost ? best?.item : nil)
  }

  /// Takes a mark off, after a question where it has a note.
  mutating func remove(_ mark: Mark) -> [Effect] {
    guard mark.notes.isEmpty else {
      return ask(RemovalQuestion(mark: mark.id))
    }
    return forget(mark.id)
  }

  mutating func forget(_ id: Mark.ID) -> [Effect] {
    guard markBook.remove(id, at: surroundings.now()) else { return [] }
    let key = keys.name(of: .undo).map { "; \($0) brings it back" } ?? ""
    marksHaveChanged()
    message = "mark removed\(key)"
    return [.removeMark(id)]
  }

  /// Adds a mark, or changes the one of the same name.
  mutating func put(_ mark: Mark, saying words: String) -> [Effect] {
    markBook.put(mark, saying: words, at: surroundings.now())
    marksHaveChanged()
    message = words
    return [.saveMark(mark)]
  }

  /// Takes back the last change of a mark.
  mutating func undoMarkChange() -> [Effect] {
    guard let change = markBook.undo() else { return refuse("There is nothing to undo.") }
    marksHaveChanged()
    message = "undone: \(change.words)"
    guard let before = change.before else { return change.after.map { [.removeMark($0.id)] } ?? [] }
    markBook.list.select(before.id)
    return [.saveMark(before)]
  }

  /// Brings everything that shows marks up to date.
  mutating func marksHaveChanged() {
    siftAnew()
    listMarksAnew()
    closeCardOfNothing()
  }
}

// MARK: - A new mark

extension Reader {
  /// A mark on an item with the state of things as it is now; on its claim where the list is arranged by claim
  /// and somebody else makes it too.
  func newMark(on item: Item) -> Mark? {
    guard let sourcing = reading?.sourcing else { return nil }
    let twins = sourcing.claim(of: item).flatMap(sourcing.analysis.claim)?.attributions ?? []
    let isClaim = listing.arrangement == .claim && item.isAttribution && twins.count > 1
    let own = sourcing.attribution(of: item)?.id
    let others = twins.filter { $0 != own }.compactMap(sourcing.analysis.attribution)
      .map { sourcing.analysis.speaker(of: $0)?.name ?? "nobody" }
    return newMark(
      on: item.said, as: isClaim ? .claim : item.isAttribution ? .attribution : .sentence,
      saidIn: item, others: isClaim ? others : nil)
  }

  /// A mark on words of the open article.
  ///
  /// - Parameters:
  ///   - item: whose words they are, as the list has it; `nil` where that is not known.
  ///   - others: who else makes the claim.
  func newMark(
    on span: Span, as subject: Mark.Snapshot.Subject, saidIn item: Item?, others: [String]? = nil
  ) -> Mark? {
    guard let reading else { return nil }
    let article = reading.article
    let sourcing = reading.sourcing
    let attribution = item.flatMap { sourcing?.attribution(of: $0) }
    let source = item.flatMap { sourcing?.source(of: $0) }
    let engine = (sourcing?.analysis.engine).map { "\($0.name) \($0.version) \($0.model)" } ?? ""
    let saying = attribution.flatMap { sourcing?.analysis.saying(of: $0, limit: 2_000) }
    let cue = attribution.flatMap { sourcing?.analysis.cueWords(of: $0) }
    let isInPieces = attribution.map { $0.contentSpans.count > 1 } ?? false
    let chain = attribution.map { sourcing?.analysis.chainNames(of: $0) ?? [] } ?? []
    let flags = item.map { sourcing?.flags(of: $0) ?? [] } ?? []
    let now = surroundings.now()
    let wanted = setup.preferences.newMark
    let snapshot = Mark.Snapshot(
      articleTitle: article.title ?? listedTitle,
      publisher: article.publisher, published: article.published,
      location: article.url ?? article.path, source: source?.name, cue: cue,
      manner: attribution?.manner, kind: source?.kind ?? .none,
      naming: source?.naming ?? .implicit, chain: chain, flags: flags, engine: engine,
      subject: subject, otherSources: others, stance: saying?.stance, context: saying?.context,
      words: isInPieces && subject != .selection ? saying?.words : nil)
    return Mark(
      id: surroundings.newID(), article: article.id, anchor: .init(span, in: article.text),
      snapshot: snapshot, status: wanted.status,
      priority: wanted.priority, tags: wanted.tags, created: now,
      modified: now)
  }
}
