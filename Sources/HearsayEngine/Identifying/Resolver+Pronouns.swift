import HearsayModel

extension Resolver {
  func resolve(
    _ pronoun: Pronoun, _ mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> Resolution? {
    if let speaker = place.speakerAround, !place.isInsideSpeech, pronoun != .relative,
      pronoun != .writer,
      fits(pronoun, register.entities[speaker])
    {
      return Resolution(entity: speaker)
    }
    if pronoun == .writer {
      if place.isInsideSpeech, let speaker = place.speakerAround {
        return Resolution(entity: speaker)
      }
      return register.writer.map { Resolution(entity: $0) }
    }
    if pronoun == .relative {
      return register.traces.last {
        $0.sentence == place.sentence && $0.span.end <= mention.span.start
          && mention.span.start - $0.span.end <= 3
      }.map { Resolution(entity: $0.entity) }
    }
    var scores: [Int: Double] = [:]
    for trace in register.traces.reversed() {
      let distance = place.sentence - trace.sentence
      if distance > 6 { break }
      let entity = register.entities[trace.entity]
      guard trace.span.end <= mention.span.start, fits(pronoun, entity) else { continue }
      // Nobody calls himself "he", and hardly anybody the newspaper he talks to "they".
      if place.isInsideSpeech, trace.entity == place.speakerAround { continue }
      if place.isInsideSpeech, pronoun == .many, entity.kind == .outlet { continue }
      var score = 10 - 3 * Double(distance)
      if trace.isSource { score += 4 }
      if trace.isFirstInSentence { score += 2 }
      // Whom the paragraph is about comes before whoever spoke in the one before.
      if trace.opensSentence, trace.span.start >= place.paragraphStart, distance == 1,
        !place.isInsideSpeech, !trace.isSource, entity.naming == .named,
        entity.kind == .person, entity.isKindTold || entity.name.count > 1, pronoun != .many
      {
        score += 3
      }
      // Somebody brought up by name is likely to be talked of; whoever spoke has been counted for that.
      if trace.isIntroduction { score += trace.isSource && distance > 1 ? 1 : 5 }
      if trace.isInsideSpeech != place.isInsideSpeech { score -= 7 }
      // "Her daughter" is brought up beside somebody who matters more.
      if entity.isSomebodys { score -= 5 }
      // "DNA", "CT": letters that nobody has heard speak.
      if entity.isLettersOnly, !entity.isSource { score -= 5 }
      if entity.gender == nil, pronoun != .many, pronoun != .thing { score -= 1 }
      if case .many = pronoun, entity.isPlural != true { score -= 2 }
      scores[trace.entity] = max(scores[trace.entity] ?? -.infinity, score)
    }
    let ranked = scores.sorted { $0.value == $1.value ? $0.key > $1.key : $0.value > $1.value }
    guard let best = ranked.first, best.value > -2 else { return nil }
    let rivals = ranked.dropFirst().filter { best.value - $0.value < 1.5 }
    // "They" far from anybody it could mean is a guess.
    let isFar =
      pronoun == .many && best.value <= 7 + 4 && isFromEarlierParagraph(best.key, place, register)
    return Resolution(
      entity: best.key, alternates: rivals.prefix(3).map(\.key),
      isAmbiguous: !rivals.isEmpty || isFar)
  }

  private func isFromEarlierParagraph(
    _ id: Int, _ place: MentionContext, _ register: EntityRegister
  ) -> Bool {
    guard let last = register.traces.last(where: { $0.entity == id }) else { return false }
    return last.span.start < place.paragraphStart && place.sentence - last.sentence > 1
  }

  private func fits(_ pronoun: Pronoun, _ entity: Entity) -> Bool {
    switch pronoun {
    case .one(let gender):
      return entity.kind == .person && entity.isPlural != true
        && (entity.gender ?? gender) == gender
        || entity.kind == .organisation && entity.name.count == 1 && entity.gender == nil
          && lexicon.countries.country(entity.name[0]) == nil
          && !lexicon.organisationWords.contains(entity.name[0])
    case .thing:
      // "Local police" are they.
      if entity.isPlural == true, entity.naming != .named { return false }
      return [.organisation, .outlet, .document].contains(entity.kind) || entity.mayBeBody
    case .many:
      return entity.isPlural == true || entity.kind == .group
        || entity.kind == .organisation || entity.kind == .outlet || entity.mayBeBody
    case .relative, .writer: return true
    }
  }
}
