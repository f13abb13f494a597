import HearsayModel
import HearsayScreen

// The list of the marks of all articles.
extension Reader {
  /// Lists the marks anew: after they, the day or the article have changed.
  mutating func listMarksAnew() {
    guard overlays.contains(where: { $0.subject == .marks }) else { return }
    let limit = marksList.take(marks, today: surroundings.today(), first: reading?.article.id)
    if let limit { message = limit.sentence }
    revealListedMark()
  }

  mutating func openMarksList() -> [Effect] {
    let effects = open(Overlay(.marks))
    let selected = selectedMark
    listMarksAnew()
    if let selected { marksList.select(selected.id) }
    revealListedMark()
    return effects
  }

  private mutating func revealListedMark() {
    let view = MarksView(reader: self)
    marksList.reveal(height: view.body.rows, isTight: view.isTight)
  }

  /// What an action means in the list of marks; `nil` where it means the same as in other lists.
  mutating func actOnMarksList(_ action: Action) -> [Effect]? {
    let view = MarksView(reader: self)
    let page = max(1, view.body.rows / 3 - 1)
    switch action {
    case .lineDown, .nextAttribution, .nextArticle, .nextMark: moveInMarks(by: 1)
    case .lineUp, .previousAttribution, .previousArticle, .previousMark: moveInMarks(by: -1)
    case .pageDown: moveInMarks(by: page)
    case .pageUp: moveInMarks(by: -page)
    case .halfPageDown: moveInMarks(by: max(1, page / 2))
    case .halfPageUp: moveInMarks(by: -max(1, page / 2))
    case .top: moveInMarks(by: -marks.count * 100)
    case .end: moveInMarks(by: marks.count * 100)
    case .openDetail, .focusSources: return openListedMark()
    case .openCard: return openCard()
    case .search, .filter:
      prompt = Prompt(
        .siftMarks(before: marksList.filter), line: marksList.filter?.text ?? "")
    case .group:
      marksList.arrangement = marksList.arrangement.next
      listMarksAnew()
      message = marksList.arrangement.words
    case .mark:
      guard let mark = marksList.selectedMark else { return refuse(emptyWords) }
      return remove(mark)
    case .openAddress:
      return openAddress(of: marksList.selectedMark, evidence: nil)
        ?? refuse("No address is known of this article.")
    case .cancel where marksList.filter != nil:
      siftMarks(by: nil)
      message = "all marks are listed again"
    default: return actOnMark(action)
    }
    return []
  }

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

  private var emptyWords: String {
    marks.isEmpty ? "Nothing is marked yet." : "Nothing here passes the filter."
  }

  mutating func moveInMarks(by count: Int) {
    marksList.move(by: count)
    revealListedMark()
  }
}

// MARK: - Filtering

extension Reader {
  /// Lists only the marks that a filter lets pass; `nil` for all.
  mutating func siftMarks(by filter: Filter?) {
    let isBlank = filter?.text.allSatisfy(\.isWhitespace) ?? true
    marksList.filter = isBlank ? nil : filter
    listMarksAnew()
  }

  /// Takes a filter as it was typed, or points at what is wrong with it.
  mutating func finishMarksFilter(_ text: String) -> [Effect] {
    do {
      siftMarks(by: try Filter(text))
      prompt = nil
      let kept = remember(text, as: .filter)
      return kept + (marksList.marks.isEmpty ? refuse(emptyWords) : [])
    } catch {
      return pointAt(error, in: text)
    }
  }
}

// MARK: - Going to the place

extension Reader {
  /// Shows the place of a mark in its article, which is opened where it is not.
  private mutating func openListedMark() -> [Effect] {
    guard let mark = marksList.selectedMark else { return refuse(emptyWords) }
    if reading != nil, span(of: mark) != nil {
      return jumping { reader in
        reader.overlays = []
        reader.focus = .article
        reader.fit()
        reader.go(to: mark)
        return []
      }
    }
    let effects = request(.stored(mark.article))
    awaitedMark = mark
    return effects
  }
}

// MARK: - In the browser

extension Reader {
  /// Opens the address of some evidence of a mark; without one, or where it is none, that of the article.
  func openAddress(of mark: Mark?, evidence place: Int?) -> [Effect]? {
    guard let mark else { return nil }
    let evidence = place.flatMap {
      mark.evidence.indices.contains($0) ? mark.evidence[$0].text : nil
    }
    let found = [evidence, mark.snapshot.location].compactMap(\.self).compactMap(WebAddress.init)
    return found.first.map { [.openAddress($0)] }
  }
}

// MARK: - Mouse

extension Reader {
  mutating func clickMarksList(_ point: Point) -> [Effect] {
    let view = MarksView(reader: self)
    guard view.body.contains(point) else { return [] }
    let line = marksList.top + point.row - view.body.top
    let lines = marksList.lines(isTight: view.isTight)
    guard let row = lines.firstIndex(where: { $0.contains(line) }),
      case .mark(let index) = marksList.rows[row]
    else { return [] }
    // The second click on a row opens it.
    if index == marksList.selected { return openListedMark() }
    marksList.select(index)
    return []
  }
}
