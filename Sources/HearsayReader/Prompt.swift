import HearsayModel

/// What is being asked for in the lowest row.
struct Prompt: Hashable, Sendable {
  enum Question: Hashable, Sendable {
    /// Words to find in the article; with the place where the search began, and the search before it.
    case search(from: Place, before: TextSearch?)
    /// Words that the rows of a list must have; with the words before.
    case filter(before: String)
    /// How far the follow-up has come.
    case status(MarkTarget)
    /// Whether a mark with a note may go.
    case removal(Mark.ID)
  }

  let question: Question
  /// What was typed.
  var line: LineEditor
  /// Which status stands out.
  var choice: Int

  init(_ question: Question, line: String = "", choice: Int = 0) {
    self.question = question
    self.line = LineEditor(line)
    self.choice = choice
  }
}

/// What a status is to be set on.
enum MarkTarget: Hashable, Sendable {
  /// An item of the list, marked or not.
  case item(Int)
  /// A mark of the list of marks.
  case mark(Mark.ID)
}
