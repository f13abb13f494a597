import Foundation
import HearsayConfiguration
import HearsayModel
import HearsayPatterns
import HearsayReader
import HearsayResources
import HearsayScreen
import HearsayStore
import HearsayTestSupport

// What a person has typed, into a prompt or a file of settings.
extension FuzzTarget {
  /// A filter says what it does not understand and where, or asks every statement and mark.
  static let filter = FuzzTarget("filter", text: "filters", longest: 2_000) { text in
    let analysis = Analysis.sample
    for completions in [
      Filter.completions(of: text, in: analysis),
      Filter.completions(of: text, among: Mark.samples),
    ] {
      try require((0...text.count).contains(completions.replaced), "More is replaced than is there")
    }
    do {
      let filter = try Filter(text)
      let facts =
        analysis.attributions.map { Filter.Facts($0, in: analysis) }
        + analysis.unattributed.map { Filter.Facts($0, in: analysis) }
        + Mark.samples.map { Filter.Facts($0) }
      _ = try filter.passing(facts, today: Day("2025-05-14"), patience: .milliseconds(200))
    } catch let problem as Filter.Problem {
      try requireSentence(problem.sentence)
      try require(
        problem.place.lowerBound >= 0 && problem.place.upperBound <= text.count,
        "A problem lies outside of what was typed")
    } catch let limit as PatternLimit {
      try require(!limit.sentence.isEmpty, "A limit says nothing")
    }
  }

  /// Words that are looked for in the library.
  static let search = FuzzTarget("search", text: "filters", longest: 1_000) { text in
    do {
      for passage in try keptSamples.get().search(text).passages {
        try require(!"\(passage)".isEmpty, "A passage is empty")
      }
    } catch let error as StoreError {
      try requireSentence("\(error)")
    }
  }

  private static let keptSamples = Result {
    let store = try Store.inMemory()
    try store.save(Analysis.sample.article, readAt: Date(timeIntervalSince1970: 1_750_000_000))
    try store.save(Analysis.sample)
    for mark in Mark.samples { try store.save(mark) }
    while try store.catchUp() > 0 {}
    return store
  }

  /// A regular expression: the place that it finds lies between letters, and looking for it comes to an end.
  static let pattern = FuzzTarget("pattern", text: "patterns", longest: 300) { text in
    let start = ContinuousClock.now
    do {
      let pattern = try Pattern(text)
      let words = Array(
        (Analysis.sample.article.text.string + String(repeating: "a", count: 60)).utf8)
      words.withUnsafeBufferPointer { words in
        _ = PatternMatcher(pattern).first(in: words) { .now - start < .milliseconds(200) }
      }
    } catch let problem as PatternProblem {
      try require(!problem.reason.isEmpty, "A pattern is refused without a reason")
    }
  }

  /// Keys to be pressed one after the other.
  static let keys = FuzzTarget("keys", text: "keys", longest: 1_000) { text in
    try heedingLines(of: text) { _ = try KeyScript(parsing: text) }
  }

  /// What keys mean.
  static let keyMap = FuzzTarget(
    "keymap", text: "keys", longest: 8_000, seeds: { [try resource("keys/default.keys")] }
  ) { text in
    try heedingLines(of: text) { _ = try KeyMap(parsing: text) }
  }

  /// What things look like.
  static let theme = FuzzTarget(
    "theme", text: "themes", longest: 8_000, seeds: { [try resource("themes/default.theme")] }
  ) { text in
    try heedingLines(of: text) { _ = try Theme(parsing: text) }
  }

  /// What is wrong with a file of settings is told by lines that it has.
  private static func heedingLines(of text: String, _ read: () throws -> Void) throws {
    do { try read() } catch let wrong as FileProblems { try check(wrong, in: text) }
  }

  private static func check(_ wrong: FileProblems, in text: String) throws {
    let lines = text.count(where: \.isNewline) + 1
    for problem in wrong.problems {
      try require((1...lines).contains(problem.line), "There is no line \(problem.line)")
      try require(!problem.sentence.isEmpty, "A problem says nothing")
    }
  }

  /// The file of settings: what is wrong in it costs its lines, and what is in force can be written and read again.
  static let configuration = FuzzTarget("configuration", text: "toml", longest: 2_000) { text in
    let themes = ["dark", "default"]
    let keys = try KeyMap(parsing: "top = g, Home\nend = G\nmark = m")
    var configuration = Configuration(keys: keys)
    try check(configuration.read(text, themes: themes), in: text)
    var again = Configuration(keys: keys)
    let wrong = again.read(configuration.printed(from: []), themes: themes)
    try require(wrong.problems.isEmpty, "What is in force cannot be read again: \(wrong)")
  }

  static func resource(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: Resources.locate().path(path))))
  }
}

// MARK: - A screen

extension FuzzTarget {
  /// A whole session: keys, letters, clicks and sizes, in an article that is analysed.
  static let session = FuzzTarget("session", text: "keys", longest: 1_500) { text in
    var reader = try reader()
    var screen = Screen(reader.size)
    for word in text.split(whereSeparator: \.isWhitespace).prefix(120) {
      let inputs: [Input]
      if let key = Key(named: word) {
        inputs = [.key(key)]
      } else if word.first == "\"" {
        inputs = word.dropFirst().map { .key(.character($0)) }
      } else {
        inputs = input(of: word)
      }
      for input in inputs { _ = reader.receive(input) }
      if screen.size != reader.size { screen = Screen(reader.size) }
      reader.draw(on: &screen)
      try check(screen)
    }
    _ = reader.end()
  }

  /// A paste, a click or another size, whatever the word says.
  private static func input(of word: Substring) -> [Input] {
    let numbers = word.utf8.map(Int.init)
    let place = Point(row: numbers.last ?? 0, column: numbers.count)
    switch numbers.first ?? 0 {
    case 0x30...0x39: return [.resize(Size(columns: (numbers.last ?? 1) % 64, rows: numbers.count))]
    case 0x41...0x5A: return [.mouse(Mouse(.press, at: place)), .mouse(Mouse(.release, at: place))]
    default: return [.paste(String(word))]
    }
  }

  private static func check(_ screen: Screen) throws {
    for row in 0..<screen.size.rows {
      let line = screen.text(ofRow: row)
      try require(
        line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) },
        "A control character is on the screen: \(line.debugDescription)")
    }
  }

  private static func reader() throws -> Reader {
    func text(_ path: String) throws -> String {
      String(decoding: try resource(path), as: UTF8.self)
    }
    var reader = Reader(
      size: Size(columns: 80, rows: 24), abilities: Abilities(colors: 256, unicode: true),
      keys: try KeyMap(parsing: text("keys/default.keys")),
      theme: try Theme(parsing: text("themes/default.theme")),
      monochrome: try Theme(parsing: text("themes/monochrome.theme")),
      surroundings: Surroundings(now: { Date(timeIntervalSince1970: 1_750_000_000) }))
    let analysis = Analysis.sample
    let entry = Entry(id: "one", title: "one.txt", article: analysis.article.id)
    _ = reader.start(with: [entry], showing: .firstArticle)
    for event: Event in [
      .articleLoaded(analysis.article, from: .entry("one")),
      .placeRecalled(nil, analysis.article.id),
      .correctionsLoaded([], analysis.article.id), .analysisFinished(analysis),
      .marksLoaded(Mark.samples),
    ] { _ = reader.update(event) }
    return reader
  }

  /// Words made fit for a terminal have nothing in them that steers one.
  static let screen = FuzzTarget("screen", text: "articles") { text in
    let line = SafeText.line(of: text)
    try require(
      line.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
          && !(0x202A...0x202E).contains(scalar.value)
          && !(0x2066...0x2069).contains(scalar.value) && scalar.value < 0xE0000
      }, "Something that steers a terminal is left")
    try require(SafeText.line(of: line) == line, "What is fit for a terminal is made fit again")
  }
}
