import HearsayModel
import HearsayPatterns
import HearsayScreen

// Keys and pasted text.
extension Reader {
  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    if prompt != nil { return answer(with: key) }
    let sequence = pending + [key]
    let table = keys.table(in: keyView)
    pending = []
    switch table.meaning(of: sequence) {
    case .action(.cancel) where key == .control("c"): return interrupt()
    case .action(let action): return act(action)
    case .macro(let name): return play(macro: name)
    case .prefix:
      pending = sequence
      return []
    case .nothing:
      // A key that breaks off a sequence may mean something by itself.
      if sequence.count > 1 {
        switch table.meaning(of: [key]) {
        case .action(.cancel): return []
        case .action(let action): return act(action)
        case .macro(let name): return play(macro: name)
        case .prefix, .nothing: break
        }
      }
      return refuse(
        keys.name(of: .help, in: keyView).map {
          "\(sequence.written) does nothing; \($0) lists the keys"
        } ?? "")
    }
  }

  /// Pasted text is never a command.
  mutating func paste(_ text: String) -> [Effect] {
    guard let prompt else {
      return refuse("Pasted text goes only where something is asked for.")
    }
    switch prompt.question {
    case .search, .filter, .sift, .siftMarks, .field, .command, .pipe, .library:
      self.prompt?.line.insert(text)
      typed()
    case .correction:
      self.prompt?.line.insert(text)
      self.prompt?.choice = 0
    case .status, .removal: break
    }
    return []
  }
}

// MARK: - Prompts

extension Reader {
  /// A key while something is asked for.
  private mutating func answer(with key: Key) -> [Effect] {
    guard let question = prompt?.question else { return [] }
    if key == .escape || key == .control("c") || key == .control("g") {
      giveUp(question)
      return []
    }
    // These two are about the terminal, not about the question.
    if case .control = key, case .action(let action) = keys.table(in: keyView).meaning(of: [key]),
      action == .suspend || action == .redraw
    {
      return act(action)
    }
    switch question {
    case .search, .filter, .sift, .siftMarks, .field, .command, .pipe, .library:
      if turnPages(with: key, at: question) { return [] }
      if key == .enter { return finishTyping(question) }
      // Backspace in an empty line leaves it, as in every pager.
      if key == .backspace, prompt?.line.text.isEmpty ?? true {
        giveUp(question)
      } else if prompt?.line.take(key) ?? false {
        typed()
      }
      return []
    case .status(let target): return choose(key, for: target)
    case .correction(let question): return choose(key, for: question)
    case .removal(let id):
      prompt = nil
      if key == .character("y") || key == .character("Y") { return forget(id) }
      message = "the mark stays"
      return []
    }
  }

  /// Puts things back as they were before the question.
  private mutating func giveUp(_ question: Prompt.Question) {
    prompt = nil
    switch question {
    case .search(let origin, let before):
      search = before
      reading?.scroll(toByte: origin.top)
      if let selection = origin.selection,
        let index = reading?.sourcing?.nearestItem(to: selection)
      {
        setSelection(index)
      }
    case .filter(let before): setFilter(before)
    case .sift(let before, let origin):
      sift(by: before)
      go(to: origin)
    case .siftMarks(let before): siftMarks(by: before)
    case .command, .pipe, .field, .status, .removal, .correction, .library: break
    }
  }

  /// Completes with Tab, and goes through what was typed before with the arrows.
  ///
  /// - Returns: whether the key was one for that.
  private mutating func turnPages(with key: Key, at question: Prompt.Question) -> Bool {
    prompt?.isRefused = false
    switch key {
    case .tab where question.isPipe, .backTab where question.isPipe:
      if case .pipe(let wholeArticle) = question {
        prompt?.question = .pipe(wholeArticle: !wholeArticle)
      }
    case .up where question.isListFilter: moveInOverlay(by: -1)
    case .down where question.isListFilter: moveInOverlay(by: 1)
    case .pageUp where question.isListFilter: turnOverlay(by: -max(1, size.rows - 4))
    case .pageDown where question.isListFilter: turnOverlay(by: max(1, size.rows - 4))
    case .tab, .backTab:
      guard let offered = completions, prompt?.completing != nil || !offered.candidates.isEmpty
      else { return true }
      prompt?.complete(offered, by: key == .tab ? 1 : -1)
    case .up, .down, .control("p"), .control("n"):
      guard let kind = question.historyKind, var prompt else { return true }
      prompt.completing = nil
      var (back, draft) = prompt.recalled
      if back == 0 { draft = prompt.line.text }
      back += key == .up || key == .control("p") ? 1 : -1
      guard back >= 0,
        let line = back == 0 ? draft : history.line(back, kind, startingWith: draft)
      else { return true }
      prompt.recalled = (back, draft)
      prompt.line = LineEditor(line)
      self.prompt = prompt
    default:
      prompt?.completing = nil
      prompt?.recalled = (0, "")
      return false
    }
    typed()
    return true
  }

  /// Shows what the words typed so far find.
  mutating func typed() {
    guard let prompt else { return }
    switch prompt.question {
    case .search(let origin, _): searchAsTyped(prompt.line.text, from: origin)
    case .filter: setFilter(prompt.line.text)
    case .sift(_, let origin):
      // What is half typed is no filter yet: the list stays as it was.
      let mayBecomeKey = completions?.candidates.contains { $0.hasSuffix(":") } ?? false
      let isBlank = prompt.line.text.allSatisfy(\.isWhitespace)
      guard isBlank || !mayBecomeKey, let filter = try? Filter(prompt.line.text) else { break }
      // From where it began, so that half a word leads nobody away.
      go(to: origin)
      sift(by: filter)
      selectWhatPasses()
    case .siftMarks:
      let mayBecomeKey = completions?.candidates.contains { $0.hasSuffix(":") } ?? false
      let isBlank = prompt.line.text.allSatisfy(\.isWhitespace)
      guard isBlank || !mayBecomeKey, let filter = try? Filter(prompt.line.text) else { break }
      siftMarks(by: filter)
    case .command, .pipe, .field, .status, .removal, .correction, .library: break
    }
  }

  private mutating func finishTyping(_ question: Prompt.Question) -> [Effect] {
    let text = prompt?.line.text ?? ""
    let isEmpty = text.isEmpty
    if case .sift(_, let origin) = question { return finishFilter(text, from: origin) }
    if case .library(.sift) = question { return finishLibraryFilter(text) }
    if case .siftMarks = question { return finishMarksFilter(text) }
    if case .field(let field, let target) = question { return finish(field, of: target, text) }
    if case .search = question, search?.matches.isEmpty ?? true, Pattern.isPattern(text),
      let problem = PatternProblem(in: text)
    {
      // It does not occur as it stands, and it is no pattern: the cursor goes to what is wrong.
      prompt?.line = LineEditor(
        String(text.prefix(problem.place.lowerBound)),
        before: String(text.dropFirst(problem.place.lowerBound)))
      prompt?.isRefused = true
      return [.bell]
    }
    prompt = nil
    if case .library(.find) = question { return find(text) }
    if case .library(.name(let voice)) = question { return [.library(.rename(voice, text))] }
    let kept = question.historyKind.map { remember(text, as: $0) } ?? []
    if case .command = question { return kept + run(text) }
    if case .pipe(let wholeArticle) = question {
      return kept + pipe(to: text, wholeArticle: wholeArticle)
    }
    guard case .search(let origin, let before) = question else { return kept }
    if isEmpty {
      search = before
      return before == nil ? [] : stepAlongMatches(1)
    }
    if let search, search.matches.isEmpty, search.awaitedFrom == nil {
      return kept + refuse("“\(search.query)” does not occur.")
    }
    jumps.leave(origin)
    return kept
  }

  /// Statuses are chosen by number, or with the arrows and Enter.
  private mutating func choose(_ key: Key, for target: MarkTarget) -> [Effect] {
    let statuses = Mark.Status.allCases
    let choice = prompt?.choice ?? 0
    switch key {
    case .character(let digit)
    where digit.wholeNumberValue.map { (1...statuses.count).contains($0) } ?? false:
      prompt = nil
      return set(statuses[(digit.wholeNumberValue ?? 1) - 1], on: target)
    case .enter, .character(" "):
      prompt = nil
      return set(statuses[choice], on: target)
    case .down, .right, .tab, .character("j"), .character("l"), .character("t"):
      prompt?.choice = (choice + 1) % statuses.count
    case .up, .left, .backTab, .character("k"), .character("h"):
      prompt?.choice = (choice + statuses.count - 1) % statuses.count
    case .character("q"): prompt = nil
    default: break
    }
    return []
  }
}
