import GRDB
import HearsayModel
import HearsayPatterns

/// A filter as a question to the database: how many rows of each article pass.
struct FilterQuestion {
  private(set) var sql = ""
  private(set) var arguments = StatementArguments()
  /// What SQLite cannot do by itself: regular expressions, and letters of other alphabets.
  private(set) var functions: [DatabaseFunction] = []
  private let patterns: PatternSeeker
  /// All marks, where the filter asks about them.
  private let marks: [Mark]
  /// What was set right in each article, where the filter asks about it.
  private let corrected: [Article.ID: Set<ReadingPosition.Item>]
  private let today: Day
  private let columns = FilterColumns.statements

  /// The question that a filter is to the statements of the library.
  ///
  /// - Parameter patterns: looks for its patterns, and knows afterwards whether that took too long.
  init(
    _ filter: Filter, marks: [Mark], corrected: [Article.ID: Set<ReadingPosition.Item>], today: Day,
    patterns: PatternSeeker
  ) {
    self.patterns = patterns
    self.marks = marks
    self.corrected = corrected
    self.today = today
    let condition = condition(filter.condition)
    sql = """
      SELECT \(columns.article) AS article, count(*) AS count FROM \(columns.rows)
      WHERE \(condition) GROUP BY \(columns.article)
      """
  }
}

// MARK: - Conditions

extension FilterQuestion {
  private mutating func condition(_ condition: Filter.Condition) -> String {
    switch condition {
    case .all(let parts): joined(parts, by: " AND ", empty: "1")
    case .any(let parts): joined(parts, by: " OR ", empty: "0")
    case .not(let part): "NOT \(self.condition(part))"
    case .word(let word):
      "(\(found(.text(word), in: columns.source)) OR \(found(.text(word), in: columns.words)))"
    case .test(let key, let value): test(key, value)
    }
  }

  private mutating func joined(
    _ parts: [Filter.Condition], by word: String, empty: String
  ) -> String {
    var all: [String] = []
    for part in parts { all.append(condition(part)) }
    // SQLite's trees may only be so deep: each half is joined by itself.
    func joined(_ tests: ArraySlice<String>) -> String {
      guard tests.count > 1 else { return tests.first ?? empty }
      let middle = tests.startIndex + tests.count / 2
      return "(\(joined(tests[..<middle]))\(word)\(joined(tests[middle...])))"
    }
    return joined(all[...])
  }

  private mutating func test(_ key: Filter.Key, _ value: Filter.Value) -> String {
    switch key {
    case .source: return found(value, in: columns.source)
    case .through: return foundInALine(value, of: columns.relayNames)
    case .text: return found(value, in: columns.words)
    case .article:
      let found = columns.articleNames.map { self.found(value, in: $0) }
      return "(\(found.joined(separator: " OR ")))"
    case .note, .tag, .due, .priority, .marked: return ofMark(key, value)
    case .corrected: return value == .word("yes") ? isCorrected() : "NOT \(isCorrected())"
    case .naming: return equal(columns.naming, value)
    case .kind: return equal(columns.kind, value)
    case .manner: return equal(columns.manner, value)
    case .attitude: return equal(columns.attitude, value)
    case .certainty: return equal(columns.certainty, value)
    case .stance: return equal(columns.stance, value)
    case .support: return equal(columns.support, value)
    case .relayed:
      if case .atLeast(let count) = value { return "(\(columns.relays) >= \(count))" }
      return value == .word("yes") ? "(\(columns.relays) > 0)" : "(\(columns.relays) <= 0)"
    case .flag: return flag(value)
    case .unattributed:
      switch value {
      case .word("yes"): return "(\(columns.isUnattributed))"
      case .word("no"): return "(NOT (\(columns.isUnattributed)))"
      default: return equal(columns.sentence, value)
      }
    case .sure:
      switch value {
      case .below(let limit): return "ifnull(\(columns.sure) < \(limit), 0)"
      case .above(let limit): return "ifnull(\(columns.sure) > \(limit), 0)"
      default: return "0"
      }
    }
  }

  /// A test of the mark on a statement: which marks pass is found out as it is where marks are listed.
  private mutating func ofMark(_ key: Filter.Key, _ value: Filter.Value) -> String {
    let any = "EXISTS (SELECT * FROM mark AS m WHERE \(columns.marks)"
    if key == .marked, value == .word("yes") { return "\(any))" }
    if key == .marked, value == .word("no") { return "NOT \(any))" }
    let passing = Filter(key, value).passing(
      marks.map { Filter.Facts($0) }, today: today, patterns: patterns)
    let ids = passing.map { "\"\(marks[$0].id.uuidString)\"" }.joined(separator: ",")
    arguments += ["[\(ids)]"]
    return "\(any) AND m.id IN (SELECT value FROM json_each(?)))"
  }

  /// Whether a statement was set right: which were is known from their articles.
  private mutating func isCorrected() -> String {
    var tests: [String] = []
    for (article, items) in corrected.sorted(by: { $0.key < $1.key }) where !items.isEmpty {
      arguments += [stored(article)]
      let names = items.map { "'\($0)'" }.sorted().joined(separator: ", ")
      tests.append("\(columns.article) = ? AND \(columns.item) IN (\(names))")
    }
    return tests.isEmpty ? "(0)" : "(\(tests.joined(separator: " OR ")))"
  }

  private mutating func equal(_ column: String, _ value: Filter.Value) -> String {
    guard case .word(let word) = value else { return "0" }
    arguments += [word]
    return "ifnull(\(column) = ?, 0)"
  }

  private func flag(_ value: Filter.Value) -> String {
    guard case .word(let word) = value else { return "0" }
    func any(_ flags: [Flag]) -> String {
      let tests = flags.map { "instr(\(columns.flags), ' \($0.rawValue) ')" }
      return tests.isEmpty ? "0" : "ifnull(\(tests.joined(separator: " OR ")), 0)"
    }
    switch word {
    case "any": return "ifnull(\(columns.flags) <> '', 0)"
    case "high": return any(Flag.allCases.filter { $0.level == .high })
    case "medium": return any(Flag.allCases.filter { $0.level == .medium })
    default: return any(Flag(rawValue: word).map { [$0] } ?? [])
    }
  }
}

// MARK: - Words

extension FilterQuestion {
  /// Whether words are found in a column, whatever the capitals, or a pattern matches it.
  private mutating func found(_ value: Filter.Value, in column: String) -> String {
    switch value {
    case .text(let words):
      let small = words.lowercased()
      guard small.utf8.allSatisfy({ $0 < 0x80 }) else {
        return call(on: column) { $0.isOneLine(holding: small) }
      }
      arguments += [small]
      return
        "ifnull(instr(lower(replace(replace(\(column), char(10), ' '), char(9), ' ')), ?), 0)"
    case .pattern(let pattern):
      // SQLite calls it on one thread at a time.
      nonisolated(unsafe) let patterns = patterns
      return call(on: column) { patterns.isFound(pattern, in: $0) }
    default: return "0"
    }
  }

  /// The same for a column of several names, each on its line: what is found stands in one of them.
  private mutating func foundInALine(_ value: Filter.Value, of column: String) -> String {
    switch value {
    case .text(let words):
      let small = words.lowercased()
      return call(on: column) { names in
        names.split(separator: "\n").contains { String($0).isOneLine(holding: small) }
      }
    case .pattern(let pattern):
      nonisolated(unsafe) let patterns = patterns
      return call(on: column) { names in
        names.split(separator: "\n").contains { patterns.isFound(pattern, in: String($0)) }
      }
    default: return "0"
    }
  }

  private mutating func call(
    on column: String, _ test: @escaping @Sendable (String) -> Bool
  ) -> String {
    let name = "hearsayTest\(functions.count)"
    functions.append(
      DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(test) ?? false
      })
    return "\(name)(\(column))"
  }
}

extension String {
  /// Whether words stand in it, white space of any kind being one space.
  fileprivate func isOneLine(holding words: String) -> Bool {
    let line = lowercased().map { $0 == "\n" || $0 == "\t" ? " " : $0 }
    return String(line).contains(words)
  }
}

// MARK: - Columns

/// Where the facts that a filter asks about stand.
private struct FilterColumns {
  var rows: String
  var article: String
  /// `a5` or `u2`.
  var item: String
  var source, kind, naming, manner, attitude, certainty, stance, support, sentence: String
  /// In per cent.
  var sure: String
  /// How many outlets it came through, and what they are called.
  var relays, relayNames: String
  /// With a space on both sides of each.
  var flags: String
  var words: String
  var isUnattributed: String
  /// What the article is called.
  var articleNames: [String]
  /// Which marks are on a row.
  var marks: String

  static let statements = FilterColumns(
    rows: """
      statement AS s JOIN statementText AS t ON t.number = s.number
        JOIN articleNumber AS n ON n.number = s.article JOIN article AS a ON a.id = n.article
      """,
    article: "n.article", item: "s.item", source: "t.source", kind: "s.kind", naming: "s.naming",
    manner: "s.manner", attitude: "s.attitude", certainty: "s.certainty", stance: "s.stance",
    support: "s.support",
    sentence: "s.sentence", sure: "s.sure", relays: "s.relays", relayNames: "t.relays",
    flags: "s.flags", words: "t.words", isUnattributed: "s.sentence IS NOT NULL",
    articleNames: ["a.title", "a.publisher", "coalesce(a.url, a.path)"],
    // As the open article does it: on the same words, or on most of them by the same source.
    marks: """
      m.article = n.article AND (
        m.startByte = s.startByte AND m.endByte = s.endByte
        OR json_extract(m.snapshot, '$.source') IS t.source
        AND 2 * (min(m.endByte, s.endByte) - max(m.startByte, s.startByte))
          > max(m.endByte - m.startByte, s.endByte - s.startByte))
      """)
}
