import HearsayModel

/// Pronouns: everybody near whom one fits has a score, and the best is meant.
extension Resolver {
  func resolve(
    _ pronoun: Pronoun, _ mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> Resolution? {
    switch pronoun {
    case .writer:
      let speaker = place.isInsideSpeech ? place.speakerAround : nil
      return (speaker ?? register.writer).map { Resolution(entity: $0) }
    case .relative:
      return nextTo(mention, at: place, in: register)
    case .one, .thing, .many:
      if let speaker = place.speakerAround, !place.isInsideSpeech,
        fits(pronoun, register.entities[speaker])
      {
        return Resolution(entity: speaker)
      }
      return best(for: pronoun, mention, at: place, in: register)
    }
  }

  /// Whoever stands right before "who".
  private func nextTo(
    _ mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> Resolution? {
    register.traces.last {
      $0.sentence == place.sentence && $0.span.end <= mention.span.start
        && mention.span.start - $0.span.end <= 3 && !$0.isSomebodysKin
    }.map { Resolution(entity: $0.entity) }
  }

  private func best(
    for pronoun: Pronoun, _ mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> Resolution? {
    let (weights, limits) = (weights.pronouns, weights.limits)
    var scores: [Int: Double] = [:]
    var names: [Int: Span] = [:]
    for trace in register.traces.reversed() {
      if Double(place.sentence - trace.sentence) > limits[.pronounSentences] { break }
      let entity = register.entities[trace.entity]
      guard trace.span.end <= mention.span.start, fits(pronoun, entity),
        !(pronoun == .thing || pronoun == .many) || !isUnknownAside(trace, entity),
        mayBeMeant(trace.entity, entity, by: pronoun, at: place), !isRightBehind(trace, mention)
      else { continue }
      let score = weights.sum(of: features(of: trace, entity, as: pronoun, at: place))
      scores[trace.entity] = max(scores[trace.entity] ?? -.infinity, score)
      // Whoever has just been asked is no matter of doubt.
      let isAsked = trace.isQuestioned && place.sentence - trace.sentence <= 1
      if names[trace.entity] == nil, !trace.isPronoun, !isAsked { names[trace.entity] = trace.span }
    }
    let ranked = judged(
      scores.sorted { $0.value == $1.value ? $0.key > $1.key : $0.value > $1.value },
      pronoun, mention, by: place.judge, named: names)
    guard let best = ranked.first, best.value > limits[.pronounScore] else { return nil }
    let rivals = ranked.dropFirst().filter { best.value - $0.value < limits[.pronounMargin] }
    let isGuess =
      pronoun == .many && best.value <= limits[.sureMany]
      && isFromEarlierParagraph(best.key, place, register)
    return Resolution(
      entity: best.key, alternates: rivals.prefix(3).map(\.key),
      isAmbiguous: !rivals.isEmpty || isGuess, isAlone: ranked.count == 1)
  }

  /// The same where the first two of whom *he* or *she* may mean either are told apart once more by the trained scorer, which
  /// costs a look of the network: only where they are near one another.
  private func judged(
    _ ranked: [(key: Int, value: Double)], _ pronoun: Pronoun, _ mention: Mention,
    by judge: PronounJudge?, named names: [Int: Span]
  ) -> [(key: Int, value: Double)] {
    let limits = weights.limits
    guard case .one = pronoun, ranked.count > 1, let judge,
      ranked[1].value > limits[.pronounScore],
      ranked[0].value - ranked[1].value <= limits[.pronounDoubt],
      let first = names[ranked[0].key], let second = names[ranked[1].key],
      let margin = judge.margin(of: mention.span, between: first, and: second)
    else { return ranked }
    var ranked = ranked
    let lead = ranked[0].value - ranked[1].value + limits[.pronounJudge] * margin
    let (best, other) = lead < 0 ? (1, 0) : (0, 1)
    let (chosen, passed) = (ranked[best].key, ranked[other].key)
    let value = ranked[0].value
    ranked.replaceSubrange(0..<2, with: [(chosen, value), (passed, value - abs(lead))])
    return ranked
  }

  /// "the nine towns | they said were flooded": what stands right before the pronoun is what is said of it.
  private func isRightBehind(_ trace: Trace, _ mention: Mention) -> Bool {
    mention.span.start - trace.span.end <= 1
  }

  /// "since Easter", "from Leeds": nothing tells that this is a body.
  func isUnknownAside(_ trace: Trace, _ entity: Entity) -> Bool {
    trace.isAside && entity.mayBeBody && !lexicon.bodies.isFirm(entity.name)
  }

  /// Nobody calls himself "he", and hardly anybody the newspaper he talks to "they".
  private func mayBeMeant(
    _ id: Int, _ entity: Entity, by pronoun: Pronoun, at place: MentionContext
  ) -> Bool {
    !place.isInsideSpeech
      || id != place.speakerAround && !(pronoun == .many && entity.kind == .outlet)
  }

  private func features(
    of trace: Trace, _ entity: Entity, as pronoun: Pronoun, at place: MentionContext
  ) -> FeatureCounts<PronounFeature> {
    let distance = place.sentence - trace.sentence
    let wasLongAgo = trace.isSource && distance > 1
    var features = FeatureCounts<PronounFeature>()
    features.note(.fits, if: true)
    features[.sentenceBetween] = Double(distance)
    features.note(.hasSpoken, if: trace.isSource)
    features.note(.firstInSentence, if: trace.isFirstInSentence)
    features.note(
      .subjectOfParagraph,
      if: distance == 1 && pronoun != .many && isSubject(trace, entity, of: place))
    features.note(wasLongAgo ? .introducedAsSource : .introduced, if: trace.isIntroduction)
    features.note(.acrossQuotationMarks, if: trace.isInsideSpeech != place.isInsideSpeech)
    features.note(.somebodys, if: isSomebodys(entity))
    features.note(.onlyLetters, if: entity.isLettersOnly && !entity.isSource)
    features.note(
      .genderUntold, if: entity.gender == nil && pronoun != .many && pronoun != .thing)
    features.note(.oneForMany, if: pronoun == .many && entity.isPlural != true)
    features.note(.justAsked, if: trace.isQuestioned && distance <= 1)
    features.note(.namedInWords, if: entity.name.last.map(place.namesSaid.contains) ?? false)
    if case .one(let gender) = pronoun, entity.gender == nil {
      features.note(.otherGenderBeside, if: place.gendersSaid.contains { $0 != gender })
    }
    features.note(.pronounOnly, if: trace.isPronoun)
    features.note(
      .kindUntold, if: pronoun == .thing && entity.mayBeBody && !lexicon.bodies.isFirm(entity.name))
    features.note(.event, if: lexicon.bodies.isEvent(entity.name))
    let isManySubject =
      pronoun == .many && entity.isPlural == true && trace.opensSentence
      && !entity.heads.contains(where: lexicon.bareHeads.contains)
      && trace.span.start >= place.paragraphStart && !place.isInsideSpeech
    features.note(
      .anyOfKind,
      if: pronoun == .many && entity.naming != .named && entity.isGeneric && !trace.isSource
        && !isManySubject)
    features.note(.manyAtHand, if: isManySubject && distance == 1)
    return features
  }

  /// Whom the paragraph is about comes before whoever spoke in the one before.
  private func isSubject(_ trace: Trace, _ entity: Entity, of place: MentionContext) -> Bool {
    trace.opensSentence && trace.span.start >= place.paragraphStart && !place.isInsideSpeech
      && !trace.isSource && entity.naming == .named && entity.kind == .person
      && (entity.isKindTold || entity.name.count > 1)
  }

  /// "Her daughter" is brought up beside somebody who matters more.
  private func isSomebodys(_ entity: Entity) -> Bool {
    let first = entity.label.prefix { $0 != " " }
    return first.count < entity.label.count && lexicon[.somebodys].contains(first.lowercased())
  }

  private func isFromEarlierParagraph(
    _ id: Int, _ place: MentionContext, _ register: EntityRegister
  )
    -> Bool
  {
    guard let last = register.traces.last(where: { $0.entity == id }) else { return false }
    return last.span.start < place.paragraphStart && place.sentence - last.sentence > 1
  }

  private func fits(_ pronoun: Pronoun, _ entity: Entity) -> Bool {
    switch pronoun {
    case .one(let gender):
      entity.kind == .person && entity.isPlural != true && !entity.gender.isOther(than: gender)
        || mayBePerson(entity)
    case .thing:
      // "Local police" are they.
      (entity.isPlural != true || entity.naming == .named)
        && ([.organisation, .outlet, .document].contains(entity.kind) || entity.mayBeBody)
    case .many:
      entity.isPlural == true || [.group, .organisation, .outlet].contains(entity.kind)
        || entity.mayBeBody
    case .relative, .writer: true
    }
  }

  /// A lone name that was taken for a body's, and may as well be a person's.
  private func mayBePerson(_ entity: Entity) -> Bool {
    entity.kind == .organisation && entity.name.count == 1 && entity.gender == nil
      && lexicon.countries.country(entity.name[0]) == nil
      && !lexicon.organisationWords.contains(entity.name[0])
  }
}
