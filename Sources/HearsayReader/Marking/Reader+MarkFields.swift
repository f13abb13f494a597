import HearsayModel
import HearsayText

// What is said of a mark: status, priority, due day, tags, notes, evidence.
extension Reader {
  /// What an action means wherever one mark is meant; `nil` where it has nothing to do with marks.
  mutating func actOnMark(_ action: Action) -> [Effect]? {
    switch action {
    case .setStatus: askForStatus()
    case .setPriority: turnPriority()
    case .setDue: ask(for: .due)
    case .setTags: ask(for: .tags)
    case .addNote: ask(for: .note(nil))
    case .addEvidence: ask(for: .evidence(nil))
    case .editNote: editNote()
    case .confirmWords: settle(asSame: true)
    case .loseWords: settle(asSame: false)
    default: nil
    }
  }

  /// The mark of a target; for what is not marked yet a new one.
  func mark(of target: MarkTarget) -> Mark? {
    switch target {
    case .mark(let id): return markBook[id]
    case .item(let index):
      guard let items = reading?.sourcing?.items, items.indices.contains(index) else { return nil }
      return mark(on: items[index]) ?? newMark(on: items[index])
    case .text(let span): return newMark(ofText: span)
    }
  }

  /// Changes a mark, or makes one and changes that; nothing is kept where nothing changes on a mark that is there.
  mutating func change(
    _ target: MarkTarget, saying words: String, _ change: (inout Mark) -> Void
  ) -> [Effect] {
    guard var mark = mark(of: target) else { return [] }
    let before = mark
    change(&mark)
    if mark == before, target.isMark { return [] }
    if case .text = target { dropTextSelection() }
    mark.modified = surroundings.now()
    return put(mark, saying: words)
  }

  /// Does something with what the keys are about, or says that there is nothing.
  private mutating func withTarget(_ body: (inout Reader, MarkTarget) -> [Effect]) -> [Effect] {
    guard let target else { return refuse("There is nothing to mark here.") }
    return body(&self, target)
  }
}

// MARK: - Asking

extension Reader {
  mutating func askForStatus() -> [Effect] {
    withTarget { reader, target in
      let status = reader.mark(of: target)?.status ?? .todo
      let choice = Mark.Status.allCases.firstIndex(of: status) ?? 0
      return reader.ask(StatusQuestion(target: target), choice: choice)
    }
  }

  /// Asks for something that is typed, with what is there now to begin with.
  mutating func ask(for field: MarkField) -> [Effect] {
    withTarget { reader, target in
      reader.ask(
        FieldQuestion(field: field, target: target), line: reader.line(of: field, on: target))
    }
  }

  /// What is there now, in one line; nothing for a new note or new evidence.
  func line(of field: MarkField, on target: MarkTarget) -> String {
    let mark = mark(of: target)
    return switch field {
    case .due: mark?.due ?? ""
    case .tags: mark?.tags.joined(separator: ", ") ?? ""
    case .note(let place?): line(mark?.notes.map(\.text), place)
    case .evidence(let place?): line(mark?.evidence.map(\.text), place)
    case .note(nil), .evidence(nil): ""
    }
  }

  private func line(_ texts: [String]?, _ place: Int) -> String {
    guard let texts, texts.indices.contains(place) else { return "" }
    return texts[place].withoutLineEnds
  }

  /// High, low, normal, and on from there.
  mutating func turnPriority() -> [Effect] {
    withTarget { reader, target in
      let next: Mark.Priority =
        switch reader.mark(of: target)?.priority {
        case .normal, nil: .high
        case .high: .low
        case .low: .normal
        }
      return reader.change(target, saying: "priority: \(next.rawValue)") { $0.priority = next }
    }
  }

  /// Opens the editor on the notes of what the keys are about; marks what was not marked.
  mutating func editNote() -> [Effect] {
    withTarget { reader, target in
      guard let mark = reader.mark(of: target) else { return [] }
      if target.isMark { return [.editNote(mark)] }
      return reader.put(mark, saying: "marked: \(mark.status.rawValue)") + [.editNote(mark)]
    }
  }
}

// MARK: - Keeping what was said

extension Reader {
  /// Sets the status that was chosen; marks what was not marked.
  mutating func set(_ status: Mark.Status, on target: MarkTarget) -> [Effect] {
    change(target, saying: "marked: \(status.rawValue)") { $0.status = status }
  }

  /// Keeps what was typed.
  ///
  /// - Throws: a sentence, where that is no day, or more tags than a mark may have.
  mutating func keep(
    _ text: String, as field: MarkField, of target: MarkTarget
  ) throws(MarkFieldProblem) -> [Effect] {
    let text = String(text[...].trimmed)
    // Nothing said of what is not marked marks nothing.
    if text.isEmpty, !target.isMark { return [] }
    let now = surroundings.now()
    switch field {
    case .due:
      let day: Day?
      do { day = try dueDay(text) } catch { throw MarkFieldProblem(sentence: error.sentence) }
      let words = day.map { "due \($0.longWords)" } ?? "no due day"
      return change(target, saying: words) { $0.due = day?.description }
    case .tags:
      let tags = try Self.tags(in: text)
      let words = tags.isEmpty ? "no tags" : "tags: \(tags.joined(separator: ", "))"
      return change(target, saying: words) { $0.tags = tags }
    case .note(let place):
      let effects = keep(text, at: place, of: target, "note", in: \.notes, text: \.text) {
        Mark.Note($0, written: now)
      }
      if place == nil { revealOnCard { .note($0.notes.count - 1) } }
      return effects
    case .evidence(let place):
      let effects = keep(text, at: place, of: target, "evidence", in: \.evidence, text: \.text) {
        Mark.Evidence($0, added: now)
      }
      if place == nil { revealOnCard { .evidence($0.evidence.count - 1) } }
      return effects
    }
  }

  /// Adds a text to a list of a mark, changes the one at a place, or takes it away where it is empty.
  private mutating func keep<Entry>(
    _ text: String, at place: Int?, of target: MarkTarget, _ what: String,
    in list: WritableKeyPath<Mark, [Entry]>, text old: KeyPath<Entry, String>,
    make: (String) -> Entry
  ) -> [Effect] {
    guard let place else {
      guard !text.isEmpty else { return [] }
      return change(target, saying: "\(what) added") { $0[keyPath: list].append(make(text)) }
    }
    return change(target, saying: text.isEmpty ? "\(what) removed" : "\(what) saved") { mark in
      guard mark[keyPath: list].indices.contains(place) else { return }
      let before = mark[keyPath: list][place][keyPath: old]
      if text.isEmpty {
        mark[keyPath: list].remove(at: place)
      } else if before.withoutLineEnds != text {
        mark[keyPath: list][place] = make(text)
      }
    }
  }

  /// The day of what was typed; `nil` for none.
  func dueDay(_ text: String) throws(Day.Problem) -> Day? {
    let none: Set<String> = ["", "none", "no", "-"]
    if none.contains(text[...].trimmed.lowercased()) { return nil }
    return try Day(typed: String(text[...].trimmed), today: surroundings.today())
  }

  /// `money, ask again` are two tags; a `#` before them is only a sign.
  static func tags(in text: String) throws(MarkFieldProblem) -> [String] {
    var seen: Set<String> = []
    let tags = text.split(separator: ",").map {
      String($0.drop { $0 == "#" || $0 == " " }[...].trimmed)
    }
    .filter { !$0.isEmpty && seen.insert($0).inserted }
    guard tags.count <= Mark.mostTags else {
      throw MarkFieldProblem(sentence: "A mark has at most \(Mark.mostTags) tags.")
    }
    return tags
  }

  /// Keeps what was written in the editor: lines that were there keep their day, new ones have today's.
  mutating func keep(note: String, on id: Mark.ID) -> [Effect] {
    let note = String(note[...].trimmed)
    let now = surroundings.now()
    guard let mark = markBook[id], mark.note != note else { return [] }
    return change(.mark(id), saying: note.isEmpty ? "note removed" : "note saved") {
      $0.rewriteNotes(as: note, at: now)
    }
  }
}

// MARK: - Changed words

extension Reader {
  /// Says that the changed words a mark stands on are still the same claim, or that they are not.
  mutating func settle(asSame isSame: Bool) -> [Effect] {
    withTarget { reader, target in
      guard let mark = reader.mark(of: target), let drift = mark.drift,
        let text = reader.reading?.article.text, drift.article == reader.reading?.article.id
      else { return reader.refuse("The words of this mark have not changed.") }
      guard drift.place.span != nil else {
        return reader.refuse(isSame ? "It has no place here." : "It is already marked as lost.")
      }
      guard var settled = isSame ? mark.settled(in: text) : mark.refused else { return [] }
      // On the card the question is gone: what was below it stands there now.
      if reader.modes.isTop(CardMode.self) {
        reader.modes.change(CardMode.self) { ($0.selected, $0.top) = (0, 0) }
      }
      settled.modified = reader.surroundings.now()
      return reader.put(
        settled, saying: isSame ? "the new words are marked" : "marked as lost")
    }
  }
}
