import HearsayLanguage
import HearsayModel

/// What rules know better at a cue that the network found: who was told, whose "calling" it is, where a source ends.
struct SecondOpinion {
  let document: Document

  private var language: Language { document.language }
  private var lexicon: Lexicon { document.language.lexicon }

  /// The attribution, set right where the rules' one at the same cue shows that it has to be.
  func settled(_ attribution: TaggedAttribution, beside ruled: TaggedAttribution?)
    -> TaggedAttribution
  {
    var settled = attribution
    if let ruled {
      if isRumour(settled, ruled) { return rumour(settled, ruled) }
      if ruled.passedOnBy != nil { return passedOn(settled, ruled) }
      settled = withWhoeverTold(settled, ruled)
      settled = withNearerSource(settled, ruled)
      settled = withOwnActor(settled, ruled)
      settled = withoutPlatform(settled, ruled)
      settled = withoutWhoWasTold(settled, ruled)
      settled = withApposition(settled, ruled)
      settled = withContentAtHand(settled, ruled)
    }
    return withoutAudience(withoutListeners(withoutHearer(withWhoeverStandsBetween(settled))))
  }
}

// MARK: - Nobody speaks

extension SecondOpinion {
  /// "Roe *reportedly* left": nobody is said to have reported it, least of all Roe.
  private func isRumour(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution) -> Bool {
    guard attribution.source != nil, ruled.source == nil, attribution.cue == ruled.cue,
      let cue = attribution.cue
    else { return false }
    let words = document.words(in: cue)
    return lexicon.phrase(startingAt: 0, in: words).map {
      $0.shape == .adverb && $0.words.count == words.count
    } ?? false
  }

  private func rumour(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    var settled = attribution
    settled.source = nil
    settled.kind = nil
    settled.content = ruled.content
    return settled
  }
}

// MARK: - Whose words they are

extension SecondOpinion {
  /// "Roe was quoted by the Courier as saying": the words are Roe's, whoever stands nearer.
  private func passedOn(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    var settled = attribution
    settled.source = ruled.source
    settled.kind = nil
    settled.passedOnBy = ruled.passedOnBy
    settled.addressee = ruled.addressee
    settled.cue = ruled.cue
    if overlaps(ruled.source ?? Span(0, 0), settled.content)
      || !overlaps(ruled.content[0], settled.content)
      || overlaps(ruled.passedOnBy ?? Span(0, 0), settled.content)
    {
      settled.content = ruled.content
    }
    settled.confidence = max(settled.confidence, ruled.confidence)
    return settled
  }

  /// "Drivers were told by *the minister* that …": the drivers only heard it.
  private func withWhoeverTold(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard let told = ruled.addressee, let teller = ruled.source,
      !overlaps(teller, attribution.content),
      attribution.source.map({ $0.overlaps(told) }) ?? true
    else { return attribution }
    var settled = attribution.said(by: teller)
    settled.addressee = told
    if overlaps(told, settled.content) { settled.content = ruled.content }
    return settled
  }

  /// "*She* has been informed of the accident": whoever was told has said nothing, and nobody is said to have told her.
  private func withoutHearer(_ attribution: TaggedAttribution) -> TaggedAttribution {
    guard let source = attribution.source, let cue = attribution.cue, source.end <= cue.start,
      document.tokenRange(in: Span(source.end, cue.start)).isEmpty,
      case let words = document.words(in: cue),
      words.contains(where: language.rules.being.contains),
      let verb = words.last(where: { lexicon.verbs[$0] != nil }), isTold(verb),
      lexicon.verbs[verb]?.inflection == .past
    else { return attribution }
    return asTold(attribution, to: source)
  }

  /// "*The inquest* heard that …", "*A jury* was told …": who listened has said nothing.
  private func withoutListeners(_ attribution: TaggedAttribution) -> TaggedAttribution {
    guard let cue = attribution.cue, isHearing(document.words(in: cue)),
      attribution.content.contains(where: { $0.start >= cue.end })
    else { return attribution }
    if let source = attribution.source {
      return isAudience(source, before: cue) ? asTold(attribution, to: source) : attribution
    }
    guard attribution.content.count > 1,
      let told = attribution.content.first(where: { isAudience($0, before: cue) })
    else { return attribution }
    var settled = attribution
    settled.content.removeAll { $0 == told }
    settled.addressee = told
    return settled
  }

  /// "heard", "was told"; whoever "told" somebody has spoken.
  private func isHearing(_ cue: [String]) -> Bool {
    guard let last = cue.last, language.rules.hears.contains(last) else { return false }
    return !isTold(last) || cue.contains(where: language.rules.being.contains)
  }

  /// Whether these are words for those who listen, right before the cue.
  private func isAudience(_ words: Span, before cue: Span) -> Bool {
    words.end <= cue.start && document.tokenRange(in: Span(words.end, cue.start)).isEmpty
      && document.words(in: words).last.map(language.rules.audience.contains) == true
  }

  /// "Guard slept through theft, *court* told": in a headline whoever is told has said nothing.
  private func withoutAudience(_ attribution: TaggedAttribution) -> TaggedAttribution {
    guard let source = attribution.source, let cue = attribution.cue, source.end <= cue.start,
      let sentence = document.sentenceIndex(at: cue.start),
      document.paragraphs[document.sentences[sentence].paragraph].role == .headline,
      document.words(in: cue).last.map(language.rules.hears.contains) == true,
      document.words(in: source).last.map(language.rules.audience.contains) == true,
      document.tokenRange(in: Span(cue.end, document.sentences[sentence].span.end)).isEmpty
    else { return attribution }
    return asTold(attribution, to: source)
  }
}

// MARK: - Who speaks

extension TaggedAttribution {
  /// The same with another source, whose kind nobody has guessed.
  fileprivate func said(by source: Span) -> TaggedAttribution {
    var settled = self
    settled.source = source
    settled.kind = nil
    return settled
  }
}

extension SecondOpinion {
  /// "Members attacked the plan, with *Jo Hale* calling it mad": who calls stands between "with" and the cue.
  private func withOwnActor(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard let cue = attribution.cue, let actor = ruled.source, actor.end <= cue.start,
      document.words(in: cue).last.map(language.endings.isGerund) == true,
      document.tokenRange(in: Span(actor.end, cue.start)).isEmpty,
      word(before: actor).map(language.rules.with.contains) == true,
      !overlaps(actor, attribution.content)
    else { return attribution }
    return attribution.said(by: actor)
  }

  /// "*One guest* said it was late and several said it was early": each cue has the source before it, not the next one's.
  private func withNearerSource(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard let source = attribution.source, let nearer = ruled.source, let cue = attribution.cue,
      nearer.end <= cue.start, source.start >= cue.end,
      document.tokenRange(in: Span(nearer.end, cue.start)).isEmpty,
      !overlaps(nearer, attribution.content),
      let content = attribution.content.first(where: { $0.start >= cue.end }),
      content.end <= source.start
    else { return attribution }
    return attribution.said(by: nearer)
  }

  /// "Jo Hale | on *Twitter* wrote": whoever wrote it there.
  private func withoutPlatform(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard let source = attribution.source, let writer = ruled.source, !writer.overlaps(source),
      let name = document.words(in: source).last, document.words(in: source).count == 1,
      lexicon.classes(of: name).contains(.platform),
      word(before: source).map(language.rules.onPlatforms.contains) == true,
      !overlaps(writer, attribution.content)
    else { return attribution }
    return attribution.said(by: writer)
  }

  /// "*Residents* were told to leave": they heard it, and nobody is said to have said it.
  private func withoutWhoWasTold(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard ruled.source == nil, let told = ruled.addressee, let source = attribution.source,
      source.overlaps(told), let cue = attribution.cue, source.end <= cue.start,
      document.words(in: cue).last(where: { lexicon.verbs[$0] != nil }).map(isTold) == true
    else { return attribution }
    return asTold(attribution, to: source)
  }

  /// Whoever was taken for the source is whom it was told to.
  private func asTold(_ attribution: TaggedAttribution, to listener: Span) -> TaggedAttribution {
    var settled = attribution
    settled.source = nil
    settled.kind = nil
    settled.addressee = listener
    return settled
  }

  /// "told", "urged"; whoever is "convinced" or "assured" of something thinks so.
  private func isTold(_ verb: String) -> Bool {
    guard let form = lexicon.verbs[verb] else { return false }
    return lexicon.entries[form.entry].takesAddressee && !lexicon.entries[form.entry].isFelt
  }

  /// "told *NPR* the road was open": whoever stands between a verb of telling and what was told.
  private func withWhoeverStandsBetween(_ attribution: TaggedAttribution) -> TaggedAttribution {
    guard attribution.addressee == nil, let cue = attribution.cue,
      let verb = document.words(in: cue).last, let form = lexicon.verbs[verb],
      lexicon.entries[form.entry].takesAddressee,
      let content = attribution.content.map(\.start).filter({ $0 >= cue.end }).min()
    else { return attribution }
    let between = document.tokens[document.tokenRange(in: Span(cue.end, content))]
    let isPhrase = between.allSatisfy { token in
      (token.kind == .word || token.kind == .number)
        && (token.isCapitalised || lexicon.classes(of: token.lower).isDisjoint(with: Self.small))
        || language.rules.inNames.contains(token.lower)
    }
    guard isPhrase, (1...7).contains(between.count), let first = between.first,
      let last = between.last, last.kind == .word, last.isCapitalised || between.count > 1,
      lexicon.classes(of: last.lower).isDisjoint(with: [.preposition, .time, .determiner])
    else { return attribution }
    let told = first.span.union(last.span)
    if let source = attribution.source, source.overlaps(told) { return attribution }
    var settled = attribution
    settled.addressee = told
    return settled
  }

  /// Words that are no part of somebody's name or description.
  private static let small: WordClasses = [
    .preposition, .auxiliary, .modal, .negation, .contraction, .conjunction, .subordinator,
    .relative, .adverb, .time, .subject,
  ]
}

// MARK: - Where it ends

extension SecondOpinion {
  /// "According to Jo Hale, | *the mayor of Ely*, | the road is open": who she is belongs to her, and not to what she says.
  private func withApposition(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard let source = attribution.source, let longer = ruled.source, let cue = attribution.cue,
      cue.end <= source.start, longer.start == source.start, longer.end > source.end,
      isDescription(after: source, in: longer),
      let index = attribution.content.firstIndex(where: {
        $0.start > source.end && $0.start < longer.end && longer.end < $0.end
      }),
      let next = word(in: Span(longer.end, attribution.content[index].end))
    else { return attribution }
    var settled = attribution
    settled.source = longer
    settled.content[index].start = next.start
    return settled
  }

  /// Whether what a longer source has more is said of a name: "Jo Hale, | the mayor", and not one more item of a list.
  private func isDescription(after name: Span, in longer: Span) -> Bool {
    guard document.tokens[document.tokenRange(in: name)].last?.isCapitalised == true else {
      return false
    }
    let words = document.tokens[document.tokenRange(in: Span(name.end, longer.end))].filter {
      $0.kind != .punctuation
    }
    guard let first = words.first, words.count > 1 else { return false }
    return !lexicon.classes(of: first.lower).isDisjoint(with: [.determiner, .possessive])
      || words.contains { $0.classes.contains(.genitive) } || !first.isCapitalised
  }

  /// A content that only stands in other sentences than its cue, and between no marks, was never meant: what stands with
  /// the cue is.
  private func withContentAtHand(_ attribution: TaggedAttribution, _ ruled: TaggedAttribution)
    -> TaggedAttribution
  {
    guard let cue = attribution.cue,
      let first = document.sentenceRange(over: cue).first,
      let last = document.sentenceRange(over: cue).last
    else { return attribution }
    let home = document.sentences[first].span.union(document.sentences[last].span)
    let isFar = attribution.content.allSatisfy { piece in
      !piece.overlaps(home) && document.quotationRange(over: piece).isEmpty
    }
    guard isFar, ruled.content.contains(where: home.overlaps) else { return attribution }
    var settled = attribution
    settled.content = ruled.content
    return settled
  }
}

// MARK: - Looking around

extension SecondOpinion {
  private func word(before span: Span) -> String? {
    let first = document.tokenRange(in: span).lowerBound
    return first > 0 ? document.tokens[first - 1].lower : nil
  }

  /// Where the first word or opening mark of a stretch stands.
  private func word(in span: Span) -> Span? {
    document.tokens[document.tokenRange(in: span)].first { $0.kind != .punctuation }?.span
  }

  private func overlaps(_ span: Span, _ pieces: [Span]) -> Bool {
    pieces.contains { $0.overlaps(span) }
  }
}
