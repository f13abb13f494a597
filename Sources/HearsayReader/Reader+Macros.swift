import HearsayModel
import HearsayScreen

// Several things at once: macros of the configuration, and keys that were recorded.
extension Reader {
  /// Takes a key of the person: it may be recorded, answer a question of a macro, or stop one that waits.
  mutating func take(_ key: Key) -> [Effect] {
    let isAsked = prompt != nil
    if let stopped = tape.playing, !isAsked {
      tape.playing = nil
      if keys.table(in: keyView).meaning(of: [key]) == .action(.cancel) {
        message = "\(stopped.name) is stopped"
        return []
      }
    }
    let wasRecording = tape.recording != nil
    var effects = press(key)
    if wasRecording { tape.recording?.take(key, isHalfTyped: prompt != nil || !pending.isEmpty) }
    guard tape.playing != nil else { return effects }
    // Who gives the answer up gives up what was to come after it.
    if isAsked, key == .escape || key == .control("c") || key == .control("g") {
      tape.playing = nil
    }
    if prompt == nil { effects += playOn() }
    return effects
  }

  /// Takes pasted text of the person, which may be tape.recorded.
  mutating func takePaste(_ text: String) -> [Effect] {
    if prompt != nil {
      for character in text {
        tape.recording?.take(.character(character.isNewline ? " " : character), isHalfTyped: true)
      }
    }
    return paste(text)
  }

  /// Takes what happened outside, and goes on with what has waited for it.
  mutating func hear(_ event: Event) -> [Effect] {
    let effects = handle(event)
    switch event {
    case .library, .message: tape.playing?.awaitsLibrary = false
    default: break
    }
    return tape.playing == nil || prompt != nil ? effects : effects + playOn()
  }

  /// Does what a macro of the configuration says.
  mutating func play(macro name: String) -> [Effect] {
    guard let macro = keys.macros.first(where: { $0.name == name }) else { return [.bell] }
    return play(macro.steps.map { .command($0) }, called: name)
  }

  /// Begins to record keys, or ends it.
  mutating func toggleRecording() -> [Effect] {
    guard tape.playing == nil else { return refuse("What is played cannot be recorded.") }
    guard let ended = tape.recording else {
      tape.recording = Recording()
      let key = keys.name(of: .recordKeys, in: keyView).map { ": \($0) ends it" } ?? ""
      message = "recording\(key)"
      return []
    }
    tape.recording = nil
    guard !ended.result.isEmpty else {
      message = "nothing was recorded"
      return []
    }
    tape.recorded = ended.result
    let key = keys.name(of: .playKeys, in: keyView).map { ": \($0) plays them" } ?? ""
    message =
      tape.recorded.count == 1
      ? "1 key recorded\(key)" : "\(tape.recorded.count) keys recorded\(key)"
    return []
  }

  /// Presses the recorded keys once more.
  mutating func playRecordedKeys() -> [Effect] {
    guard tape.recording == nil else { return refuse("The recording has not ended yet.") }
    guard !tape.recorded.isEmpty else {
      let key = keys.name(of: .recordKeys, in: keyView).map { ": \($0) begins" } ?? ""
      return refuse("Nothing is recorded yet\(key).")
    }
    return play(tape.recorded.map { .key($0) }, called: "the recording")
  }
}

// MARK: - Playing

extension Reader {
  private mutating func play(_ steps: [Playing.Step], called name: String) -> [Effect] {
    guard tape.playing == nil else { return refuse("\(tape.playing?.name ?? "") is not done yet.") }
    tape.playing = Playing(name: name, steps: steps[...])
    return playOn()
  }

  /// Does what is left, as far as nothing has to be waited for. What cannot be done ends it.
  mutating func playOn() -> [Effect] {
    var effects: [Effect] = []
    while let step = tape.playing?.steps.first, isReady(for: step) {
      tape.playing?.steps.removeFirst()
      let done = carryOut(step)
      effects += done
      if done.contains(.bell) || done.contains(.quit) { tape.playing = nil }
      if done.contains(where: \.isQuestionToLibrary) { tape.playing?.awaitsLibrary = true }
    }
    if tape.playing?.steps.isEmpty ?? false { tape.playing = nil }
    return effects
  }

  private mutating func carryOut(_ step: Playing.Step) -> [Effect] {
    switch step {
    case .key(let key): return press(key)
    case .command(let text):
      message = nil
      return run(text)
    }
  }

  /// Answers what is asked, as if it were typed and then Enter.
  mutating func answer(_ words: String) -> [Effect] {
    guard let question = prompt?.question else { return refuse("Nothing is asked for.") }
    return question.answer(words, in: &self)
  }

  /// Whether nothing has to come first: an article, its analysis, an answer of the library or of the person.
  private func isReady(for step: Playing.Step) -> Bool {
    guard awaited.request == nil, !(tape.playing?.awaitsLibrary ?? false),
      search?.awaitedFrom == nil
    else {
      return false
    }
    // Of a long article the first part is enough: the rest may take minutes.
    if case .running = reading?.analysis, reading?.sourcing == nil { return false }
    guard prompt != nil, case .command(let text) = step else { return true }
    if case .answer = try? Command(text) { return true }
    return false
  }
}

extension Effect {
  /// Whether the library answers it.
  fileprivate var isQuestionToLibrary: Bool {
    guard case .library(let request) = self else { return false }
    return switch request {
    case .find, .sift, .listVoices, .listWords, .listLike, .join, .part, .rename: true
    case .remove, .restore, .analyse, .cancelAnalyses: false
    }
  }
}
