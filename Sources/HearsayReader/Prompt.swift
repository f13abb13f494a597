import HearsayModel

/// What is being asked for in the lowest row.
struct Prompt: Hashable, Sendable {
  enum Question: Hashable, Sendable {
    /// Words to find in the article; with the place where the search began, and the search before it.
    case search(from: Place, before: TextSearch?)
    /// Words that the rows of a list must have; with the words before.
    case filter(before: String)
    /// What the list of who said what is to answer to; with the filter and the place before.
    case sift(before: Filter?, from: Place)
    /// What the list of marks is to answer to; with the filter before.
    case siftMarks(before: Filter?)
    /// Something about a mark.
    case field(MarkField, MarkTarget)
    /// Something to do, by its name.
    case command
    /// Which command the claim goes to, or the whole article.
    case pipe(wholeArticle: Bool)
    /// How far the follow-up has come.
    case status(MarkTarget)
    /// What is right where the machine is wrong.
    case correction(CorrectionQuestion)
    /// Whether a mark with a note may go.
    case removal(Mark.ID)
    /// Something of the library.
    case library(LibraryQuestion)
  }

  enum LibraryQuestion: Hashable, Sendable {
    /// Words to find in all articles.
    case find
    /// What the articles of the list are to answer to.
    case sift
    /// What a source is called.
    case name(VoiceKey)
  }

  var question: Question
  /// What was typed.
  var line: LineEditor
  /// Which status stands out.
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

  init(_ question: Question, line: String = "", choice: Int = 0) {
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
