extension Filter {
  /// What a filter asks about: an attribution, a sentence that nobody is credited with, or a mark.
  public struct Facts {
    var sourceName: String?
    var kind = SourceKind.none
    var naming = Naming.implicit
    var relays: [String] = []
    var manner: Manner?
    var attitude: Attitude?
    var certainty: Certainty?
    var flags: [Flag] = []
    var support: Support?
    var sentence: UnattributedSentence.Kind?
    var isUnattributed = false
    var confidence: Double?
    var mark: Mark?
    /// The words; made only where they are asked for.
    var said: () -> String = { "" }
  }
}

// MARK: - Facts

extension Filter.Facts {
  /// What is known of an attribution.
  public init(_ attribution: Attribution, in analysis: Analysis, mark: Mark? = nil) {
    let speaker = analysis.speaker(of: attribution)
    let claim = analysis.claim(attribution.claim)
    let text = analysis.article.text
    sourceName = speaker?.name
    kind = speaker?.kind ?? .none
    naming = speaker?.naming ?? .implicit
    relays = analysis.relays(of: attribution).map(\.name)
    manner = attribution.manner
    attitude = attribution.attitude
    certainty = attribution.certainty
    flags = attribution.flags + (claim?.flags ?? [])
    support = claim?.support
    confidence = attribution.confidence
    self.mark = mark
    said = {
      attribution.contentSpans.filter { $0.end <= text.count }.map { text[$0] }
        .joined(separator: " ")
    }
  }

  /// What is known of a sentence that nobody is credited with.
  public init(_ sentence: UnattributedSentence, in analysis: Analysis, mark: Mark? = nil) {
    let claim = analysis.claim(sentence.claim)
    let text = analysis.article.text
    self.sentence = sentence.kind
    isUnattributed = true
    flags = claim?.flags ?? []
    support = claim?.support
    self.mark = mark
    said = { sentence.span.end <= text.count ? text[sentence.span] : "" }
  }

  /// What a mark keeps of what it is on: all that is known where its article is not open.
  public init(_ mark: Mark) {
    let snapshot = mark.snapshot
    sourceName = snapshot.source
    kind = snapshot.kind
    naming = snapshot.naming
    // Between the publisher and the source stand those who passed it on.
    relays = Array(snapshot.chain.dropFirst().dropLast())
    manner = snapshot.manner
    flags = snapshot.flags
    isUnattributed = snapshot.source == nil && snapshot.manner == nil
    self.mark = mark
    said = { mark.anchor.exact }
  }
}

// MARK: - Asking

extension Filter {
  /// The places of those that pass.
  public func passing(_ facts: some Sequence<Facts>) -> [Int] {
    let asker = Asker(self)
    return facts.enumerated().compactMap { asker.holds(condition, of: $1) ? $0 : nil }
  }

  /// Whether one passes. For many at once ``passing(_:)`` is faster.
  public func passes(_ facts: Facts) -> Bool { Asker(self).holds(condition, of: facts) }
}

/// A filter made ready: its regular expressions are read once.
private struct Asker {
  private var patterns: [String: Regex<AnyRegexOutput>] = [:]

  init(_ filter: Filter) { prepare(filter.condition) }

  private mutating func prepare(_ condition: Filter.Condition) {
    switch condition {
    case .all(let parts), .any(let parts): parts.forEach { prepare($0) }
    case .not(let part): prepare(part)
    case .test(_, .pattern(let pattern)):
      let heedsCase = pattern.contains(where: \.isUppercase)
      patterns[pattern] = (try? Regex(pattern))?.ignoresCase(!heedsCase)
    case .test, .word: break
    }
  }

  func holds(_ condition: Filter.Condition, of facts: Filter.Facts) -> Bool {
    switch condition {
    case .all(let parts): parts.allSatisfy { holds($0, of: facts) }
    case .any(let parts): parts.contains { holds($0, of: facts) }
    case .not(let part): !holds(part, of: facts)
    case .word(let word): word.isFound(in: facts.sourceName) || word.isFound(in: facts.said())
    case .test(let key, let value): holds(key, value, of: facts)
    }
  }

  private func holds(_ key: Filter.Key, _ value: Filter.Value, of facts: Filter.Facts) -> Bool {
    switch key {
    case .source: isFound(value, in: facts.sourceName)
    case .through: facts.relays.contains { isFound(value, in: $0) }
    case .text: isFound(value, in: facts.said())
    case .note: isFound(value, in: facts.mark?.note)
    case .tag: facts.mark?.tags.contains { isFound(value, in: $0) } ?? false
    case .naming: isWord(value, facts.naming.rawValue)
    case .kind: isWord(value, facts.kind.rawValue)
    case .manner: isWord(value, facts.manner?.rawValue)
    case .attitude: isWord(value, facts.attitude?.rawValue)
    case .certainty: isWord(value, facts.certainty?.rawValue)
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
    case .marked:
      isWord(value, facts.mark == nil ? "no" : "yes")
        || value == .word("open") && facts.mark?.status.isOpen ?? false
        || isWord(value, facts.mark?.status.rawValue)
    case .sure:
      switch (value, facts.confidence.map { Int(($0 * 100).rounded()) }) {
      case (.below(let limit), let sure?): sure < limit
      case (.above(let limit), let sure?): sure > limit
      default: false
      }
    }
  }

  private func isWord(_ value: Filter.Value, _ word: String?) -> Bool {
    if case .word(let wanted) = value { wanted == word } else { false }
  }

  private func isFound(_ value: Filter.Value, in text: String?) -> Bool {
    guard let text else { return false }
    switch value {
    case .text(let words): return words.isFound(in: text)
    case .pattern(let pattern):
      guard let regex = patterns[pattern] else { return false }
      return text.firstMatch(of: regex) != nil
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
