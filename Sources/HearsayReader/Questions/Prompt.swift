import HearsayModel

/// What is being asked for in the lowest row, and what was typed so far.
struct Prompt: Sendable {
  var question: any Question
  /// What was typed.
  var line: LineEditor
  /// Which of the answers stands out, where one is chosen.
  var choice: Int
  /// The ways to complete what was typed, while they are gone through.
  var completing: Completing?
  /// Whether what was typed was refused, and nothing typed since.
  var isRefused = false
  /// How far back in the history one is, and what was typed before going there.
  var recalled: (back: Int, draft: String) {
    get { (recalledBack, recalledDraft) }
    set { (recalledBack, recalledDraft) = newValue }
  }
  private var recalledBack = 0
  private var recalledDraft = ""

  init(_ question: any Question, line: String = "", choice: Int = 0) {
    self.question = question
    self.line = LineEditor(line)
    self.choice = choice
  }
}

extension Prompt {
  /// Ways to complete what was typed.
  struct Completing: Hashable, Sendable {
    /// What stood before the cursor, without what is replaced.
    var stem: String
    /// What stood behind it.
    var rest: String
    var candidates: [String]
    /// The one that stands there now.
    var chosen: Int
  }

  /// Puts one of the candidates where the last one stood, or what is typed.
  mutating func complete(_ offered: Filter.Completions, choosing index: Int) {
    if completing == nil { complete(offered, by: 1) }
    guard var next = completing, next.candidates.indices.contains(index) else { return }
    next.chosen = index
    line = LineEditor(next.stem + next.candidates[index], before: next.rest)
    completing = next
  }

  /// Puts the next candidate where the last one stood.
  mutating func complete(_ offered: Filter.Completions, by step: Int) {
    var next: Completing
    if let completing {
      next = completing
      next.chosen = (next.chosen + step + next.candidates.count) % next.candidates.count
    } else {
      guard !offered.candidates.isEmpty else { return }
      let before = line.characters.prefix(line.cursor)
      next = Completing(
        stem: String(before.dropLast(offered.replaced)),
        rest: String(line.characters.dropFirst(line.cursor)), candidates: offered.candidates,
        chosen: step > 0 ? 0 : offered.candidates.count - 1)
    }
    line = LineEditor(next.stem + next.candidates[next.chosen], before: next.rest)
    // A single way needs no going through: the next Tab goes on from there.
    completing = next.candidates.count > 1 ? next : nil
  }
}

// MARK: - What is wrong

extension Prompt {
  /// Puts the cursor on what is wrong with what was typed.
  mutating func refuse(at place: Int) {
    let text = line.text
    line = LineEditor(String(text.prefix(place)), before: String(text.dropFirst(place)))
    isRefused = true
  }
}
