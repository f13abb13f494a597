import HearsayLanguage
import HearsayModel

/// Tells whose second verb follows an "and": in "claimed that the lamps had been dark and *asked* the judge to look" the pilot
/// asks, and in "said that officers had locked the cell and *demanded* his belt" the officers do.
struct Coordination {
  let document: Document

  private var rules: RuleWords { document.language.rules }

  /// Where the content of `outer` has to end because `inner` is one more thing that its source says; `nil` where it is
  /// part of what is said.
  func end(of outer: TaggedAttribution, before inner: TaggedAttribution) -> Span? {
    guard let cue = outer.cue, let own = inner.cue, outer.source != nil, cue.end <= own.start,
      document.quotation(around: own) == nil, isSameTense(cue, own), isSpoken(own)
    else { return nil }
    if let content = outer.content.first(where: { $0.contains(own) }), content.start >= cue.end {
      return cut(content, before: own)
    }
    return outer.content.last.flatMap { isNext($0, own) && $0.start >= cue.end ? $0 : nil }
  }

  /// Whether nothing but "and" stands between a content and a cue.
  private func isNext(_ content: Span, _ cue: Span) -> Bool {
    guard content.end <= cue.start else { return false }
    let between = document.tokens[document.tokenRange(in: Span(content.end, cue.start))]
    return (1...3).contains(between.count) && between.contains { $0.classes.contains(.additive) }
      && between.allSatisfy {
        $0.lower == "," || !$0.classes.isDisjoint(with: [.additive, .adverbial])
      }
  }

  /// A content without the words from the "and" before a cue on; `nil` where they are part of it.
  private func cut(_ content: Span, before own: Span) -> Span? {
    let range = document.tokenRange(in: content)
    var joint = document.tokenRange(in: own).lowerBound - 1
    while joint > range.lowerBound, document.tokens[joint].classes.contains(.adverbial) {
      joint -= 1
    }
    guard joint > range.lowerBound else { return nil }
    let isJoined = document.tokens[joint].classes.contains(.additive)
    guard isJoined || document.tokens[joint].lower == "," && hasFurther(after: own, in: content),
      saysItself(document.tokens[range.lowerBound..<joint])
    else { return nil }
    var last = joint - 1
    while last > range.lowerBound, document.tokens[last].lower == "," { last -= 1 }
    return Span(content.start, document.tokens[last].span.end)
  }

  /// Both verbs are told in the past, or both in the present.
  private func isSameTense(_ one: Span, _ other: Span) -> Bool {
    func inflection(_ cue: Span) -> CueForm.Inflection? {
      let tokens = document.tokens[document.tokenRange(in: cue)]
      guard
        !tokens.contains(where: { !$0.classes.isDisjoint(with: [.auxiliary, .modal, .infinitive]) })
      else { return nil }
      return tokens.lazy.compactMap(\.verb).first?.inflection
    }
    guard let left = inflection(one), left == .past || left == .present else { return false }
    return left == inflection(other)
  }

  /// Whether a verb is of speech: "was tired and wanted to go" is all of one mind.
  private func isSpoken(_ cue: Span) -> Bool {
    let form = document.tokens[document.tokenRange(in: cue)].lazy.compactMap(\.verb).first
    guard let form else { return false }
    let entry = document.language.lexicon.entries[form.entry]
    switch entry.attitude {
    case .belief, .perception: return false
    case .intention: return (entry.frames[.thatClause] ?? 0) >= TaggingSettings.shareOfSpeech
    case .statement, .attitude, .decree: return true
    }
  }

  /// "…, praised the clerks *and* rejected a recount": a comma joins only where an "and" comes.
  private func hasFurther(after cue: Span, in content: Span) -> Bool {
    document.tokens[document.tokenRange(in: Span(cue.end, content.end))].contains {
      $0.classes.contains(.additive)
    }
  }

  /// Whether a clause is such that its own subject does not say the next thing: it has no verb, or is of a thing, or tells
  /// what he is, and not what he does, whom a pronoun means.
  private func saysItself(_ clause: ArraySlice<Token>) -> Bool {
    guard let last = clause.lastIndex(where: \.isVerbWithTense) else { return true }
    // "had been locked": the helpers before the last verb are its own.
    var verb = last
    while verb > clause.startIndex,
      !clause[verb - 1].classes.isDisjoint(with: [.auxiliary, .modal, .adverbial, .negation])
    {
      verb -= 1
    }
    let subject = clause[..<verb].reversed().prefix {
      $0.kind == .word
        && $0.classes.isDisjoint(with: [.complementiser, .subordinator, .relative, .conjunction])
    }.filter { $0.classes.isDisjoint(with: [.adverbial, .negation]) }
    guard let head = subject.first else { return false }
    if subject.count == 1, head.classes.contains(.subject) {
      return clause[verb...last].contains { rules.being.contains($0.lower) }
    }
    return !mayAct(head) && !subject.contains { $0.isCapitalised && $0.span != clause.first?.span }
  }

  private func mayAct(_ head: Token) -> Bool {
    head.classes.contains(.subject) || head.isCapitalised || rules.collectives.contains(head.lower)
      || rules.speakers.contains(head.lower) || rules.bodies.contains(head.lower)
      || document.language.endings.isPerson(head.lower)
  }
}
