import HearsayPatterns

/// Reads a filter, by the rule: `any` is `all` or `all` …, `all` is `term` `term` …, `term` is `not` `term`,
/// a filter in parentheses, or a test.
struct FilterParser {
  private let tokens: [FilterToken]
  private let end: Int
  private let known: NamedFilters
  private var next = 0
  /// How many parentheses are open.
  private var depth = 0
  /// What is read by recursion, and asked by it, must end before the stack does.
  private static let mostDepth = 100
  /// How many tests there were.
  private var tests = 0
  /// Each is asked of every statement, while somebody waits.
  private static let mostTests = 200

  /// What a filter's text means.
  static func condition(
    of text: String, named known: NamedFilters
  ) throws(Filter.Problem) -> Filter.Condition {
    let tokens = try FilterToken.all(of: text)
    guard !tokens.isEmpty else { return .all([]) }
    var parser = FilterParser(tokens: tokens, end: text.count, known: known)
    let condition = try parser.any()
    if let token = parser.token {
      throw Filter.Problem(place: token.place, sentence: "Nothing is open that “)” could close.")
    }
    return condition
  }

  private init(tokens: [FilterToken], end: Int, known: NamedFilters) {
    self.tokens = tokens
    self.end = end
    self.known = known
  }

  private var token: FilterToken? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ kind: FilterToken.Kind) -> Bool {
    guard token?.kind == kind else { return false }
    next += 1
    return true
  }
}

// MARK: - The rule

extension FilterParser {
  private mutating func any() throws(Filter.Problem) -> Filter.Condition {
    var parts = [try all()]
    while take(.or) { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(Filter.Problem) -> Filter.Condition {
    var parts = [try term()]
    while let token, token.kind != .or, token.kind != .close {
      _ = take(.and)
      parts.append(try term())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func term() throws(Filter.Problem) -> Filter.Condition {
    guard let token else {
      let last = tokens.last
      throw Filter.Problem(
        place: end..<end,
        sentence: last?.isOperator ?? false
          ? "Something must follow “\(last?.words ?? "")”." : "Something is missing here.")
    }
    if token.kind == .not {
      var isNegated = false
      while take(.not) { isNegated.toggle() }
      let term = try term()
      return isNegated ? .not(term) : term
    }
    if let known = Filter.screenWord(at: tokens[next...]) {
      next += known.count
      try count(1, at: token.place)
      return known.test
    }
    next += 1
    switch token.kind {
    case .open:
      guard depth < Self.mostDepth else {
        throw Filter.Problem(
          place: token.place, sentence: "More than \(Self.mostDepth) parentheses are open here.")
      }
      depth += 1
      defer { depth -= 1 }
      let inner = try any()
      guard take(.close) else {
        throw Filter.Problem(place: token.place, sentence: "This “(” is not closed.")
      }
      return inner
    case .word(let word):
      try count(1, at: token.place)
      // In quotation marks it is only a word.
      guard token.isPlainWord else { return .word(word) }
      return try named(word, at: token.place) ?? .word(word)
    case .test(let test):
      try count(test.values.count, at: test.keyPlace)
      return try condition(of: test)
    case .not, .and, .or, .close:
      throw Filter.Problem(
        place: token.place, sentence: "Something must stand before “\(token.words)”.")
    }
  }
}

extension FilterParser {
  /// What a filter says that has a name; what is wrong in it is told where the name stands.
  private func named(
    _ word: String, at place: Range<Int>
  ) throws(Filter.Problem) -> Filter.Condition? {
    guard word.first == "@", word.count > 1 else { return nil }
    do throws(Filter.Problem) {
      if let condition = try known.condition(of: word) { return condition }
    } catch {
      throw Filter.Problem(place: place, sentence: "\(word): \(error.sentence)")
    }
    let names = known.names.map { "@\($0)" }
    let hint =
      nearest(to: word, among: names).map { "did you mean “\($0)”?" }
      ?? (names.isEmpty ? ":keep gives one a name." : "there are \(names.joined(separator: ", ")).")
    throw Filter.Problem(
      place: place, sentence: "There is no filter called “\(word)”: \(hint)")
  }
}

// MARK: - Tests

extension FilterParser {
  private mutating func count(_ new: Int, at place: Range<Int>) throws(Filter.Problem) {
    tests += new
    guard tests <= Self.mostTests else {
      throw Filter.Problem(
        place: place, sentence: "A filter asks at most \(Self.mostTests) things.")
    }
  }

  private func condition(of test: FilterToken.Test) throws(Filter.Problem) -> Filter.Condition {
    guard let key = Filter.Key(rawValue: test.key.lowercased()) else {
      let names = Filter.Key.allCases.map(\.rawValue)
      let hint =
        nearest(to: test.key, among: names).map { "did you mean “\($0)”?" }
        ?? "there are \(names.joined(separator: ", "))."
      throw Filter.Problem(
        place: test.keyPlace, sentence: "There is no key “\(test.key)”: \(hint)")
    }
    var conditions: [Filter.Condition] = []
    for piece in test.values { conditions.append(.test(key, try value(of: piece, for: key))) }
    return conditions.count == 1 ? conditions[0] : .any(conditions)
  }

  private func value(of piece: FilterToken.Piece, for key: Filter.Key) throws(Filter.Problem)
    -> Filter.Value
  {
    func problem(_ sentence: String) -> Filter.Problem {
      Filter.Problem(place: piece.place, sentence: sentence)
    }
    if piece.text.isEmpty { throw problem("“\(key.rawValue):” asks for nothing.") }
    if piece.isPattern {
      guard key.takesPatterns else {
        throw problem("“\(key.rawValue)” takes no regular expression.")
      }
      do {
        return .pattern(try Pattern(piece.text))
      } catch {
        throw problem("“\(piece.text)” is no regular expression: \(error.reason).")
      }
    }
    if key == .sure {
      let number = Int(piece.text.drop { $0 == "<" || $0 == ">" || $0 == "=" }.prefix { $0 != "%" })
      guard let number, let sign = piece.text.first, sign == "<" || sign == ">" else {
        throw problem("“sure” is asked for as <70 or >90.")
      }
      return sign == "<" ? .below(number) : .above(number)
    }
    if key == .due, let day = try day(of: piece.text, problem) { return day }
    let values = key.values
    guard !values.isEmpty else { return .text(piece.text) }
    let word = piece.text.lowercased()
    if let known = values.first(where: { $0.lowercased() == word }) { return .word(known) }
    if key.takesNumbers, let number = Int(word), number > 0 { return .atLeast(number) }
    let hint =
      nearest(to: word, among: values).map { "did you mean “\($0)”?" }
      ?? "there are \(values.joined(separator: ", "))."
    throw problem("“\(key.rawValue)” is never “\(piece.text)”: \(hint)")
  }

  /// `fri`, `<2026-12-01`, `>+3d`; `nil` for the words of the key's list.
  private func day(
    of text: String, _ problem: (String) -> Filter.Problem
  ) throws(Filter.Problem) -> Filter.Value? {
    let comparison: Filter.Value.Comparison =
      text.hasPrefix("<") ? .before : text.hasPrefix(">") ? .after : .on
    let words = comparison == .on ? text : String(text.dropFirst())
    let isListed = Filter.Key.due.values.contains(words.lowercased())
    if comparison == .on, isListed { return nil }
    // Which day it is does not matter here: what is a day is one on any.
    guard (try? Day(typed: words, today: .first)) == nil else { return .day(comparison, words) }
    throw problem(
      "“\(words)” is no day: there are \(Filter.Key.due.values.joined(separator: ", ")), "
        + "2026-12-01, fri, +3d, and < or > before a day.")
  }
}
