public import HearsayPatterns

extension Filter {
  /// What a filter asks about: an attribution, a sentence that nobody is credited with, or a mark.
  public struct Facts {
    // Everything is looked up only when it is asked for: of ten thousand most say no at the first question.
    private var analysis: Analysis?
    private var attribution: Attribution?
    private var unattributed: UnattributedSentence?
    /// Of a mark whose article is not open.
    private var snapshot: Mark.Snapshot?
    var mark: Mark?
    private(set) var isCorrected = false

    /// Nothing is known.
    public init() {}
  }
}

// MARK: - Facts

extension Filter.Facts {
  /// What is known of an attribution.
  public init(
    _ attribution: Attribution, in analysis: Analysis, mark: Mark? = nil, isCorrected: Bool = false
  ) {
    self.init()
    self.isCorrected = isCorrected
    self.attribution = attribution
    self.analysis = analysis
    self.mark = mark
  }

  /// What is known of a sentence that nobody is credited with.
  public init(
    _ sentence: UnattributedSentence, in analysis: Analysis, mark: Mark? = nil,
    isCorrected: Bool = false
  ) {
    self.init()
    self.isCorrected = isCorrected
    unattributed = sentence
    self.analysis = analysis
    self.mark = mark
  }

  /// What a mark keeps of what it is on: all that is known where its article is not open.
  public init(_ mark: Mark) {
    self.init()
    snapshot = mark.snapshot
    self.mark = mark
  }

  private var source: Source? { attribution.flatMap { analysis?.speaker(of: $0) } }
  private var claim: Claim? {
    (attribution?.claim ?? unattributed?.claim).flatMap { analysis?.claim($0) }
  }

  var sourceName: String? { source?.name ?? snapshot?.source }
  /// As lists show it, the name before the office.
  var shownName: String? { source?.nameFirst ?? snapshot?.speaker }
  var kind: SourceKind { source?.kind ?? snapshot?.kind ?? .none }
  var naming: Naming { source?.naming ?? snapshot?.naming ?? .implicit }
  var manner: Manner? { attribution?.manner ?? snapshot?.manner }
  var attitude: Attitude? { attribution?.attitude }
  var certainty: Certainty? { attribution?.certainty }
  var stance: Stance? { attribution?.stance ?? snapshot?.stance }
  var confidence: Double? { attribution?.confidence }
  var support: Support? { claim?.support }
  var sentence: UnattributedSentence.Kind? { unattributed?.kind }

  var flags: [Flag] {
    (attribution?.flags ?? []) + (claim?.flags ?? []) + (snapshot?.flags ?? [])
  }

  var isUnattributed: Bool {
    unattributed != nil || snapshot.map { $0.source == nil && $0.manner == nil } ?? false
  }

  var relays: [String] {
    if let attribution, let analysis { return analysis.relays(of: attribution).map(\.name) }
    // Between the publisher and the source stand those who passed it on.
    return Array((snapshot?.chain ?? []).dropFirst().dropLast())
  }

  /// What the reader wrote on it.
  var written: [String] { (mark?.notes.map(\.text) ?? []) + (mark?.evidence.map(\.text) ?? []) }

  /// What the article is called.
  var articleNames: [String] {
    let article = analysis?.article
    return [
      article?.title ?? snapshot?.articleTitle, article?.publisher ?? snapshot?.publisher,
      article?.url ?? article?.path ?? snapshot?.location,
    ].compactMap(\.self)
  }

  /// What else a mark is looked for by, where marks are listed.
  var ownWords: [String] {
    guard snapshot != nil, let mark else { return [] }
    return written + mark.tags + articleNames
  }

  /// The words.
  var said: String {
    guard let text = analysis?.article.text else { return mark?.anchor.exact ?? "" }
    let spans = attribution?.contentSpans ?? [unattributed?.span].compactMap(\.self)
    return spans.filter { $0.end <= text.count }.map { text[$0] }.joined(separator: " ")
  }
}

// MARK: - Asking

extension Filter {
  /// The places of those that pass.
  ///
  /// - Parameters:
  ///   - facts: what is known of each.
  ///   - today: without it no mark is overdue, nor due on a day that is given by today's.
  ///   - patience: how long patterns may be looked for in all of them together.
  /// - Throws: which pattern takes longer.
  public func passing(
    _ facts: some Sequence<Facts>, today: Day? = nil, patience: Duration = .seconds(1)
  ) throws(PatternLimit) -> [Int] {
    let patterns = PatternSeeker(patience: patience)
    let places = passing(facts, today: today, patterns: patterns)
    if let limit = patterns.limit { throw limit }
    return places
  }

  /// The places of those that pass. They are all of them only if `patterns` met no limit.
  package func passing(
    _ facts: some Sequence<Facts>, today: Day?, patterns: PatternSeeker
  ) -> [Int] {
    let asker = Asker(today: today, patterns: patterns)
    return facts.enumerated().compactMap { asker.holds(condition, of: $1) ? $0 : nil }
  }
}

/// Asks one after the other what a filter asks.
private struct Asker {
  let today: Day?
  let patterns: PatternSeeker

  func holds(_ condition: Filter.Condition, of facts: Filter.Facts) -> Bool {
    switch condition {
    case .all(let parts): parts.allSatisfy { holds($0, of: facts) }
    case .any(let parts): parts.contains { holds($0, of: facts) }
    case .not(let part): !holds(part, of: facts)
    case .word(let word):
      word.isFound(in: facts.sourceName) || word.isFound(in: facts.said)
        || facts.ownWords.contains { word.isFound(in: $0) }
    case .test(let key, let value): holds(key, value, of: facts)
    }
  }

  private func holds(_ key: Filter.Key, _ value: Filter.Value, of facts: Filter.Facts) -> Bool {
    switch key {
    case .source:
      isFound(value, in: facts.sourceName) || value.hasComma && isFound(value, in: facts.shownName)
    case .through: facts.relays.contains { isFound(value, in: $0) }
    case .text: isFound(value, in: facts.said)
    case .note: facts.written.contains { isFound(value, in: $0) }
    case .tag: facts.mark?.tags.contains { isFound(value, in: $0) } ?? false
    case .article: facts.articleNames.contains { isFound(value, in: $0) }
    case .priority: isWord(value, facts.mark?.priority.rawValue)
    case .due: facts.mark.map { isDue($0, value) } ?? false
    case .naming: isWord(value, facts.naming.rawValue)
    case .kind: isWord(value, facts.kind.rawValue)
    case .manner: isWord(value, facts.manner?.rawValue)
    case .attitude: isWord(value, facts.attitude?.rawValue)
    case .certainty: isWord(value, facts.certainty?.rawValue)
    case .stance: isWord(value, facts.stance?.rawValue)
    case .support: isWord(value, facts.support?.rawValue)
    case .relayed:
      if case .atLeast(let count) = value {
        facts.relays.count >= count
      } else {
        isWord(value, facts.relays.isEmpty ? "no" : "yes")
      }
    case .flag:
      switch value {
      case .word("any"): !facts.flags.isEmpty
      case .word("high"): facts.flags.contains { $0.level == .high }
      case .word("medium"): facts.flags.contains { $0.level == .medium }
      default: facts.flags.contains { isWord(value, $0.rawValue) }
      }
    case .unattributed:
      isWord(value, facts.isUnattributed ? "yes" : "no")
        || facts.isUnattributed && isWord(value, facts.sentence?.rawValue)
    case .corrected: isWord(value, facts.isCorrected ? "yes" : "no")
    case .marked: isMarked(facts.mark, value)
    case .sure:
      switch (value, facts.confidence.map { Int(($0 * 100).rounded()) }) {
      case (.below(let limit), let sure?): sure < limit
      case (.above(let limit), let sure?): sure > limit
      default: false
      }
    }
  }

  private func isMarked(_ mark: Mark?, _ value: Filter.Value) -> Bool {
    guard let mark else { return isWord(value, "no") }
    return switch value {
    case .word("yes"): true
    case .word("open"): mark.status.isOpen
    case .word("done"): !mark.status.isOpen
    case .word("changed"): mark.isOnChangedWords
    case .word("lost"): mark.isLost
    default: isWord(value, mark.status.rawValue)
    }
  }

  private func isDue(_ mark: Mark, _ value: Filter.Value) -> Bool {
    if value == .word("any") { return mark.due != nil }
    if value == .word("none") { return mark.due == nil }
    guard let day = mark.dueDay, let today else { return false }
    switch value {
    case .word("overdue"): return mark.isOverdue(on: today)
    case .word("today"): return day == today
    case .word("tomorrow"): return day.days(since: today) == 1
    case .word("week"): return (0...7).contains(day.days(since: today))
    case .day(let comparison, let words):
      guard let wanted = try? Day(typed: words, today: today) else { return false }
      switch comparison {
      case .on: return day == wanted
      case .before: return day < wanted
      case .after: return day > wanted
      }
    default: return false
    }
  }

  private func isWord(_ value: Filter.Value, _ word: String?) -> Bool {
    if case .word(let wanted) = value { wanted == word } else { false }
  }

  private func isFound(_ value: Filter.Value, in text: String?) -> Bool {
    guard let text else { return false }
    switch value {
    case .text(let words): return words.isFound(in: text)
    case .pattern(let pattern): return patterns.isFound(pattern, in: text)
    default: return false
    }
  }
}

extension String {
  /// Whether it stands in a text, whatever the capitals; white space of any kind is one space.
  fileprivate func isFound(in text: String?) -> Bool {
    guard let text else { return false }
    let words = Array(lowercased().utf8)
    guard !words.isEmpty else { return true }
    let bytes = text.lowercased().utf8.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
    guard bytes.count >= words.count else { return false }
    return (0...bytes.count - words.count).contains { start in
      bytes[start] == words[0] && bytes[start..<start + words.count].elementsEqual(words)
    }
  }
}

extension Filter.Value {
  /// Whether it could be a name before an office, as lists show it.
  fileprivate var hasComma: Bool {
    switch self {
    case .text(let words): words.contains(",")
    case .pattern: true
    default: false
    }
  }
}
