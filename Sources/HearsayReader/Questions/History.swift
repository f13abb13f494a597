/// What was typed before, at each kind of question, the latest last.
package struct History: Hashable, Sendable {
  /// What was asked for.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case search, filter, command, pipe
  }

  /// A line that was typed.
  package struct Line: Hashable, Sendable {
    /// What was asked for.
    package var kind: Kind
    /// What was typed.
    package var text: String

    /// An answer to a question.
    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  private var lines: [Kind: [String]] = [:]

  /// How many lines of each kind are worth keeping.
  package static let limit = 200

  /// Nothing typed yet.
  package init() {}

  /// What was typed in earlier sessions, the latest last.
  package init(_ lines: [Line]) {
    for line in lines { keep(line.text, as: line.kind) }
  }

  /// All lines, those of one kind together.
  package var all: [Line] {
    Kind.allCases.flatMap { kind in lines[kind, default: []].map { Line(kind, $0) } }
  }

  /// Keeps a line, once and as the latest.
  mutating func keep(_ line: String, as kind: Kind) {
    guard line.contains(where: { !$0.isWhitespace }) else { return }
    lines[kind, default: []].removeAll { $0 == line }
    lines[kind, default: []].append(line)
    if lines[kind, default: []].count > Self.limit { lines[kind]?.removeFirst() }
  }

  /// The line typed `back` lines ago that begins with `start`.
  func line(_ back: Int, _ kind: Kind, startingWith start: String) -> String? {
    let fitting = lines[kind, default: []].filter { $0.hasPrefix(start) }
    return back >= 1 && back <= fitting.count ? fitting[fitting.count - back] : nil
  }
}

extension Reader {
  /// Keeps what was typed, for this session and the next ones.
  mutating func remember(_ line: String, as kind: History.Kind) -> [Effect] {
    guard line.contains(where: { !$0.isWhitespace }) else { return [] }
    history.keep(line, as: kind)
    return [.keepLine(.init(kind, line))]
  }

  /// Takes what was typed in earlier sessions.
  package mutating func recall(_ history: History) { self.history = history }
}
