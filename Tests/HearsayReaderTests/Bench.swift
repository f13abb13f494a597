import Foundation
import HearsayModel
import HearsayScreen
import HearsayTestSupport
import Testing

@testable import HearsayReader

/// A reader on a screen of a fixed size, with the clock stopped and names that count: keys in, screens and
/// effects out.
struct Bench: CustomTestStringConvertible, CustomReflectable {
  private(set) var reader: Reader
  /// All effects so far, in order.
  private(set) var effects: [Effect] = []

  // What a failed expectation shows: not the whole state.
  var testDescription: String { "reader" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  init(
    _ columns: Int, _ rows: Int, colors: Int = 256, unicode: Bool = true,
    theme: Theme? = nil, keys: KeyMap? = nil, entries: [Entry] = [],
    showing: Reader.Beginning = .firstArticle, preferences: Preferences = Preferences(),
    panes: Panes? = nil
  ) throws {
    let counter = Counter()
    reader = Reader(
      size: Size(columns: columns, rows: rows),
      abilities: Abilities(colors: colors, unicode: unicode),
      keys: try keys ?? KeyMap(parsing: Bench.resource("keys/default.keys")),
      theme: try theme ?? Theme(parsing: Bench.resource("themes/default.theme")),
      monochrome: try Theme(parsing: Bench.resource("themes/monochrome.theme")),
      preferences: preferences, panes: panes,
      surroundings: Surroundings(
        now: { Date(timeIntervalSince1970: 1_750_000_000) },
        // As in Greenwich, wherever the tests run. That moment is on a Sunday.
        day: { Day($0, in: .greenwich) },
        newID: { counter.next() }))
    effects += reader.start(with: entries, showing: showing)
  }

  /// A reader in the middle of an analysed article.
  static func reading(
    _ analysis: Analysis = .sample, _ columns: Int = 112, _ rows: Int = 30, colors: Int = 256,
    unicode: Bool = true, theme: Theme? = nil, keys: KeyMap? = nil,
    preferences: Preferences = Preferences(), panes: Panes? = nil
  ) throws -> Bench {
    let entry = Entry(id: "one", title: "one.txt", article: analysis.article.id)
    var bench = try Bench(
      columns, rows, colors: colors, unicode: unicode, theme: theme, keys: keys, entries: [entry],
      preferences: preferences, panes: panes)
    bench.tell(.articleLoaded(analysis.article, from: .entry("one")))
    bench.tell(.analysisFinished(analysis))
    bench.forgetEffects()
    return bench
  }

  /// The same with a theme of the program.
  static func reading(
    _ analysis: Analysis, _ columns: Int, _ rows: Int, colors: Int, theme: String
  ) throws -> Bench {
    try reading(
      analysis, columns, rows, colors: colors,
      theme: Theme(parsing: resource("themes/\(theme).theme")))
  }

  /// A reader in an article with this text, of which nothing is analysed.
  static func opening(_ text: String, _ columns: Int = 60, _ rows: Int = 12) throws -> Bench {
    let article = Article(id: "sha256:one", text: ArticleText(text))
    var bench = try Bench(columns, rows, entries: [Entry(id: "one", title: "one.txt")])
    bench.tell(.articleLoaded(article, from: .entry("one")))
    return bench
  }

  /// A file of the program's Resources.
  static func resource(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent("Resources/\(path)"), encoding: .utf8)
  }
}

extension Calendar {
  fileprivate static var greenwich: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }
}

/// Counts names for marks.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var last = 0

  func next() -> UUID {
    lock.withLock {
      last += 1
      let digits = String(format: "%012d", last)
      return UUID(uuidString: "00000000-0000-0000-0000-\(digits)") ?? UUID()
    }
  }
}

// MARK: - In

extension Bench {
  /// Presses keys, written as in a key map and with spaces between them.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let key = Key(named: name) else {
        Issue.record("There is no key \(name).")
        continue
      }
      effects += reader.receive(.key(key))
    }
  }

  /// Types letters as they are, spaces too.
  mutating func type(_ text: String) {
    for character in text { effects += reader.receive(.key(.character(character))) }
  }

  mutating func perform(_ action: Action) { effects += reader.perform(action) }

  mutating func tell(_ event: Event) { effects += reader.update(event) }

  mutating func receive(_ input: Input) { effects += reader.receive(input) }

  mutating func recall(_ changes: [MarkChange]) { reader.recall(changes) }

  mutating func reload() { effects += reader.reload() }

  mutating func end() { effects += reader.end() }

  mutating func recall(_ history: History) { reader.recall(history) }

  mutating func forgetEffects() { effects = [] }
}

// MARK: - Out

extension Bench {
  var screen: Screen {
    var screen = Screen(reader.size)
    reader.draw(on: &screen)
    return screen
  }

  var text: String { screen.text }

  /// The effects that are not about the place, the panes or what was typed.
  var deeds: [Effect] {
    effects.filter {
      switch $0 {
      case .savePlace, .savePanes, .keepLine, .noteEnd: false
      default: true
      }
    }
  }

  /// The panes that were to be kept, in order.
  var keptPanes: [Panes] {
    effects.compactMap { if case .savePanes(let panes) = $0 { panes } else { nil } }
  }

  /// The lines that were to be kept, in order.
  var keptLines: [History.Line] {
    effects.compactMap { if case .keepLine(let line) = $0 { line } else { nil } }
  }

  /// The last place that was to be kept.
  var keptPlace: ArticlePlace? {
    effects.reversed().lazy.compactMap {
      if case .savePlace(let place, _) = $0 { place } else { nil }
    }
    .first
  }

  /// The words of the text that are selected.
  var selectedWords: String? {
    guard let text = reader.reading?.article.text else { return nil }
    return reader.selectedText.map { text[$0] }
  }

  /// What stands in the row with this text.
  func row(with text: String) -> String? {
    screen.text.split(separator: "\n").first { $0.contains(text) }.map(String.init)
  }

  /// How the first letter of a text on the screen looks.
  func style(of text: String) -> Style? {
    let screen = screen
    for row in 0..<screen.size.rows {
      let cells = (0..<screen.size.columns).map { screen[Point(row: row, column: $0)] }
      for start in cells.indices {
        var seen = ""
        var column = start
        while seen.count < text.count, column < cells.count {
          seen += cells[column].text
          column += 1
        }
        if seen == text { return cells[start].style }
      }
    }
    return nil
  }
}
