import HearsayModel

/// What something about a mark is to be set on.
enum MarkTarget: Hashable, Sendable {
  /// An item of the list that is not marked yet.
  case item(Int)
  /// Words that are selected in the text.
  case text(Span)
  /// A mark.
  case mark(Mark.ID)

  /// Whether there is a mark already.
  var isMark: Bool { if case .mark = self { true } else { false } }
}

/// Something about a mark that is typed.
enum MarkField: Hashable, Sendable {
  case due, tags
  /// The note of that place; `nil` for a new one.
  case note(Int?)
  /// The evidence of that place; `nil` for a new one.
  case evidence(Int?)

  /// What stands before it while it is typed.
  var lead: String {
    switch self {
    case .due: "due: "
    case .tags: "tags: "
    case .note: "note: "
    case .evidence: "evidence: "
    }
  }

  /// What is said above it while it is typed; empty where that says itself.
  var hint: String {
    switch self {
    case .due: "2026-12-01, tomorrow, fri, +3d, 1 dec; empty for no day"
    case .tags: "with commas between them"
    case .note(nil): ""
    case .evidence(nil): "an address, or how it was checked"
    case .note, .evidence: "empty takes it away"
    }
  }
}

/// Why what was typed about a mark cannot be kept, in a sentence.
struct MarkFieldProblem: Error {
  var sentence: String
}

/// A change of a mark, so that it can be undone.
struct MarkChange: Hashable, Sendable {
  /// `nil` where there was none.
  var before: Mark?
  /// `nil` where it was taken off.
  var after: Mark?
  /// What was said of it.
  var words: String
}
