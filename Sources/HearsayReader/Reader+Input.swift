import HearsayModel
import HearsayScreen

// Keys and pasted text.
extension Reader {
  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    if let prompt { return answer(prompt, with: key) }
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
      return refuse("Text can only be pasted into a prompt.")
    }
    guard prompt.question.takesText else { return [] }
    self.prompt?.line.insert(text)
    showTyped()
    return []
  }
}

// MARK: - Questions

extension Reader {
  /// Asks for something in the lowest row.
  ///
  /// - Parameters:
  ///   - line: what stands there to begin with.
  ///   - choice: which of the answers stands out, where one is chosen.
  mutating func ask(_ question: any Question, line: String = "", choice: Int = 0) -> [Effect] {
    prompt = Prompt(question, line: line, choice: choice)
    return []
  }

  /// The terminal has gone away: keeps what was typed and not entered, where it would be missed.
  package mutating func end() -> [Effect] {
    guard let asked = prompt else { return [] }
    prompt = nil
    return asked.question.end(asked.line.text, in: &self)
  }

  /// Ways to complete what is being typed; `nil` where there is nothing to complete.
  var completions: Filter.Completions? {
    guard let prompt else { return nil }
    let before = String(prompt.line.characters.prefix(prompt.line.cursor))
    return prompt.question.completions(of: before, in: self)
  }

  /// A key while something is asked for.
  private mutating func answer(_ prompt: Prompt, with key: Key) -> [Effect] {
    if key == .escape || key == .control("c") || key == .control("g") {
      giveUp(prompt)
      return []
    }
    // These two are about the terminal, not about the question.
    if case .control = key, case .action(let action) = keys.table(in: keyView).meaning(of: [key]),
      action == .suspend || action == .redraw
    {
      return act(action)
    }
    self.prompt?.isRefused = false
    if let effects = prompt.question.press(key, prompt, in: &self) { return effects }
    if turnPages(of: prompt, with: key) { return [] }
    self.prompt?.completing = nil
    self.prompt?.recalled = (0, "")
    if key == .enter { return prompt.question.enter(prompt.line.text, in: &self) }
    // Backspace in an empty line leaves it, as in every pager.
    if key == .backspace, prompt.line.characters.isEmpty {
      giveUp(prompt)
    } else if self.prompt?.line.take(key) ?? false {
      showTyped()
    }
    return []
  }

  /// Puts things back as they were before the question.
  private mutating func giveUp(_ prompt: Prompt) {
    self.prompt = nil
    prompt.question.giveUp(in: &self)
  }

  /// Shows what the words typed so far find.
  mutating func showTyped() {
    guard let prompt else { return }
    prompt.question.typed(prompt.line.text, in: &self)
  }

  /// Completes with Tab, and goes through what was typed before with the arrows.
  ///
  /// - Returns: whether the key was one for that.
  private mutating func turnPages(of prompt: Prompt, with key: Key) -> Bool {
    switch key {
    case .tab, .backTab:
      guard let offered = completions, prompt.completing != nil || !offered.candidates.isEmpty
      else { return true }
      self.prompt?.complete(offered, by: key == .tab ? 1 : -1)
    case .up, .down, .control("p"), .control("n"):
      guard let kind = prompt.question.historyKind else { return true }
      self.prompt?.recall(kind, key == .up || key == .control("p") ? 1 : -1, in: history)
    default: return false
    }
    showTyped()
    return true
  }
}

extension Prompt {
  /// Puts a line there that was typed before, further back or less far.
  fileprivate mutating func recall(_ kind: History.Kind, _ step: Int, in history: History) {
    var (back, draft) = recalled
    if back == 0 { draft = line.text }
    back += step
    guard back >= 0,
      let found = back == 0 ? draft : history.line(back, kind, startingWith: draft)
    else { return }
    completing = nil
    recalled = (back, draft)
    line = LineEditor(found)
  }
}
