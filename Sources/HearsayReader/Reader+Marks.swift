import HearsayModel

// Marks: what the reader puts on a claim for follow-up.
extension Reader {
  /// The marks of the open article, in order of reading.
  var marksHere: [Mark] {
    guard let id = reading?.article.id else { return [] }
    return marks.filter { $0.article == id }.sorted { $0.anchor.span < $1.anchor.span }
  }

  /// The mark on an item. Words and speaker decide; where the engine sees either a little differently than
  /// when the mark was made, the mark still shows.
  func mark(on item: Item, among marks: [Mark]? = nil) -> Mark? {
    let marks = marks ?? marksHere
    let name = reading?.sourcing?.source(of: item)?.name
    func isSame(_ mark: Mark) -> Bool { mark.anchor.span == item.said }
    func isBySame(_ mark: Mark) -> Bool { mark.snapshot.source == name }
    return marks.first { isSame($0) && isBySame($0) }
      ?? marks.first { isBySame($0) && $0.anchor.span.mostlyCovers(item.said) }
      ?? marks.first(where: isSame)
  }
}

extension Span {
  /// Whether both share more than half of the longer one.
  func mostlyCovers(_ other: Span) -> Bool {
    guard let shared = intersection(other) else { return false }
    return shared.count * 2 > max(count, other.count)
  }
}

// MARK: - Setting and taking off

extension Reader {
  /// Marks what is selected, or takes its mark off; a mark with a note goes only after a question.
  mutating func toggleMark() -> [Effect] {
    guard let item = selectedItem else { return refuse("There is nothing to mark here.") }
    if let mark = mark(on: item) { return remove(mark) }
    return put(newMark(on: item))
  }

  /// Takes a mark off, after a question where it has a note.
  mutating func remove(_ mark: Mark) -> [Effect] {
    guard mark.note.isEmpty else {
      prompt = Prompt(.removal(mark.id))
      return []
    }
    return forget(mark.id)
  }

  mutating func forget(_ id: Mark.ID) -> [Effect] {
    marks.removeAll { $0.id == id }
    siftAnew()
    message = "mark taken off"
    return [.removeMark(id)]
  }

  /// Adds a mark, or changes the one of the same name.
  mutating func put(_ mark: Mark) -> [Effect] {
    if let index = marks.firstIndex(where: { $0.id == mark.id }) {
      marks[index] = mark
    } else {
      marks.append(mark)
    }
    siftAnew()
    message = "marked: \(mark.status.rawValue)"
    return [.saveMark(mark)]
  }

  /// A mark on an item with the state of things as it is now.
  private func newMark(on item: Item) -> Mark? {
    guard let reading, let sourcing = reading.sourcing else { return nil }
    let article = reading.article
    let attribution = sourcing.attribution(of: item)
    let source = sourcing.source(of: item)
    let engine = sourcing.analysis.engine
    let now = surroundings.now()
    return Mark(
      id: surroundings.newID(), article: article.id,
      anchor: .init(item.said, in: article.text),
      snapshot: .init(
        articleTitle: article.title ?? currentEntry.map { entries[$0].title },
        publisher: article.publisher, published: article.published,
        location: article.url ?? article.path, source: source?.name,
        cue: attribution.flatMap { attribution in
          attribution.cueSpans.first.map { article.text[$0.clipped(to: article.text.count)] }
        },
        manner: attribution?.manner, kind: source?.kind ?? .none,
        naming: source?.naming ?? .implicit,
        chain: attribution.map(sourcing.analysis.chainNames) ?? [],
        flags: sourcing.flags(of: item),
        engine: "\(engine.name) \(engine.version) \(engine.model)"),
      status: preferences.newMark.status, priority: preferences.newMark.priority,
      tags: preferences.newMark.tags, created: now, modified: now)
  }

  private mutating func put(_ mark: Mark?) -> [Effect] { mark.map { put($0) } ?? [] }
}

// MARK: - Status and note

extension Reader {
  mutating func askForStatus() -> [Effect] {
    guard let selected = reading?.selected, let item = selectedItem else {
      return refuse("There is nothing to mark here.")
    }
    let status = mark(on: item)?.status ?? .todo
    prompt = Prompt(.status(.item(selected)), choice: position(of: status))
    return []
  }

  func position(of status: Mark.Status) -> Int {
    Mark.Status.allCases.firstIndex(of: status) ?? 0
  }

  /// Sets the status that was chosen; marks what was not marked.
  mutating func set(_ status: Mark.Status, on target: MarkTarget) -> [Effect] {
    let found: Mark?
    switch target {
    case .mark(let id): found = marks.first { $0.id == id }
    case .item(let index):
      guard let items = reading?.sourcing?.items, items.indices.contains(index) else { return [] }
      found = mark(on: items[index]) ?? newMark(on: items[index])
    }
    guard var mark = found else { return [] }
    mark.status = status
    mark.modified = surroundings.now()
    return put(mark)
  }

  /// Opens the editor on the note of what is selected; marks what was not marked.
  mutating func editNote() -> [Effect] {
    guard let item = selectedItem else { return refuse("There is nothing to write a note on.") }
    if let mark = mark(on: item) { return [.editNote(mark)] }
    guard let mark = newMark(on: item) else { return [] }
    return put(mark) + [.editNote(mark)]
  }

  /// Keeps what was written in the editor.
  mutating func keep(note: String, on id: Mark.ID) -> [Effect] {
    guard var mark = marks.first(where: { $0.id == id }) else { return [] }
    let note = String(note[...].trimmed)
    guard mark.note != note else { return [] }
    mark.note = note
    mark.modified = surroundings.now()
    let effects = put(mark)
    message = note.isEmpty ? "note taken off" : "note kept"
    return effects
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
      step > 0
      ? here.first { $0.anchor.start > from } : here.last { $0.anchor.start < from }
    guard let next else {
      return refuse(step > 0 ? "There is no further mark." : "There is no earlier mark.")
    }
    go(to: next)
    return []
  }

  /// Shows a mark of the open article.
  mutating func go(to mark: Mark) {
    guard let reading else { return }
    let here = marksHere
    let index = reading.sourcing?.items.firstIndex { self.mark(on: $0, among: here)?.id == mark.id }
    if let index {
      select(index)
    } else {
      self.reading?.wantedSelection = mark.anchor.start
      self.reading?.reveal(mark.anchor.span.clipped(to: reading.article.text.count))
    }
  }
}
