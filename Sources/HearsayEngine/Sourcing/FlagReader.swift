import HearsayModel

/// What is known of one attribution when its flags are decided.
struct Sourcing: Sendable {
  var attribution: LinkedAttribution
  var speaker: Entity?
  var chain: [Link]
  var relays: [Int]
  var manner: Manner
  var certainty: Certainty
  var isAmbiguous: Bool
  /// The sources of the attributions that stand in its content.
  var insideIt: [LinkedAttribution]
}

/// Decides the flags of an attribution that do not depend on other claims.
struct FlagReader: Sendable {
  let lexicon: SourcingLexicon
  let people: PeopleLexicon
  let reader: MentionReader

  /// The flags, in the order of the model's table.
  func flags(of sourcing: Sourcing, in document: Document) -> [Flag] {
    let found: [Flag: Bool] = [
      .bareSource: sourcing.speaker?.naming == .bare,
      .noAnonymityReason: isAnonymous(sourcing) && !givesReason(sourcing, in: document),
      .implicitSource: sourcing.speaker == nil && sourcing.attribution.cue != nil,
      .opinionAnonymous: isAnonymous(sourcing) && isOpinion(sourcing, in: document),
      .relayed: !sourcing.relays.isEmpty,
      .relayedNoLink: !sourcing.relays.isEmpty && !isLinked(sourcing, in: document),
      .relayInferred: sourcing.chain.contains { $0.basis == .inherited || $0.basis == .inferred },
      .hearsay: isHearsay(sourcing, in: document),
      .circular: isCircular(sourcing, in: document),
      .pluralVerbatim: isPluralVerbatim(sourcing),
      .ambiguousSource: sourcing.isAmbiguous,
      .quoteBoundary: hasOddMarks(sourcing, in: document),
      .loadedCue: sourcing.attribution.cueSense.isLoaded && sourcing.speaker != nil,
      .hedged: sourcing.certainty == .hedged,
      .relativeTime: isRelativeInTime(sourcing, in: document),
    ]
    return Flag.allCases.filter { found[$0] == true }
  }

  /// A person or several without a name; institutions answer for themselves.
  func isAnonymous(_ sourcing: Sourcing) -> Bool {
    guard let speaker = sourcing.speaker, speaker.naming.isUnnamed else { return false }
    return speaker.kind == .person || speaker.kind == .group
  }

  // MARK: - Anonymity

  private func givesReason(_ sourcing: Sourcing, in document: Document) -> Bool {
    guard let speaker = sourcing.speaker else { return false }
    return speaker.mentions.prefix(8).contains { mention in
      guard let index = document.sentenceIndex(at: mention.start) else { return false }
      // "The ban is for security reasons" gives a reason for something else.
      let outside = document.tokens[document.sentences[index].tokens].filter { token in
        !sourcing.attribution.content.contains { $0.contains(token.span) }
      }
      return lexicon.anonymityReason.occurs(in: outside.filter { $0.kind == .word }.map(\.lower))
    }
  }

  private func isOpinion(_ sourcing: Sourcing, in document: Document) -> Bool {
    if sourcing.attribution.cueSense.attitude == .belief { return true }
    let statements: Set<Attitude> = [.statement, .attitude]
    guard statements.contains(sourcing.attribution.cueSense.attitude) else { return false }
    return lexicon.forecasts.occurs(in: document.words(in: sourcing.attribution.content))
  }

  // MARK: - Relay

  /// Whether the sentence names the other report so that a reader can find it.
  private func isLinked(_ sourcing: Sourcing, in document: Document) -> Bool {
    let position = sourcing.attribution.cue ?? sourcing.attribution.content.first
    guard let position, let index = document.sentenceIndex(at: position.start) else { return false }
    let sentence = document.sentences[index].span
    let outside = document.tokens[document.tokenRange(in: sentence)].filter { token in
      !sourcing.attribution.content.contains { $0.contains(token.span) }
    }
    let words = outside.map(\.lower)
    if words.contains(where: { $0.hasPrefix("http") || $0.hasPrefix("www.") }) { return true }
    if lexicon.links.occurs(in: words), words.contains(where: isDate) { return true }
    return false
  }

  private func isDate(_ word: String) -> Bool {
    lexicon.months.contains(word) || Int(word).map { (1900...2100).contains($0) } == true
  }

  // MARK: - Content

  /// Somebody else's words, decision or state of mind in the content.
  private func isHearsay(_ sourcing: Sourcing, in document: Document) -> Bool {
    let own = sourcing.attribution
    if sourcing.insideIt.contains(where: { isThirdParty($0, of: own, in: document) }) {
      return true
    }
    return own.content.contains { piece in
      let tokens = document.tokens[document.tokenRange(in: piece)].filter { $0.kind == .word }
      let words = tokens.map(\.lower)
      return words.indices.contains { index in
        hearsayVerb(at: index, in: words, tokens: Array(tokens), piece, own, document)
          || hearsayNoun(at: index, in: words)
      }
    }
  }

  private func isThirdParty(
    _ inner: LinkedAttribution, of outer: LinkedAttribution, in document: Document
  ) -> Bool {
    guard let source = inner.source, let first = document.words(in: source).first else {
      return false
    }
    if lexicon.nobody.contains(first) { return false }
    if people.pronouns[first] != nil { return document.isInsideSpeech(source.start) }
    return true
  }

  private func hearsayVerb(
    at index: Int, in words: [String], tokens: [Token], _ piece: Span, _ own: LinkedAttribution,
    _ document: Document
  ) -> Bool {
    guard index > 0, lexicon.hearsayVerbs.length(at: index, in: words) > 0 else { return false }
    var subject = index - 1
    while subject > 0,
      lexicon.auxiliaries.contains(words[subject]) || words[subject].hasSuffix("ly")
        || ["also", "been", "already", "still", "not", "never", "'s", "'ve", "'re", "'d"].contains(
          words[subject])
    {
      subject -= 1
    }
    let word = words[subject]
    if lexicon.nobody.contains(word)
      || [
        "to", "and", "the", "a", "an", "of", "or", "being", "by", "no", "for", "with",
        "as", "that", "in", "who", "which", "it", "this", "there", "what", "if", "from", "is", "at",
        "on", "more",
      ].contains(word)
    {
      return false
    }
    if subject >= 1, words[subject - 1] == "no" || words[subject - 1] == "nobody" { return false }
    if let pronoun = people.pronouns[word] {
      guard pronoun == .many || pronoun == .one(.male) || pronoun == .one(.female) else {
        return false
      }
      // In indirect speech the first pronoun is the speaker.
      return document.isInsideSpeech(tokens[index].span.start) && subject + 1 == index
        || document.isInsideSpeech(tokens[index].span.start)
          && lexicon.auxiliaries.contains(words[index - 1])
    }
    return true
  }

  private func hearsayNoun(at index: Int, in words: [String]) -> Bool {
    guard index > 0, lexicon.hearsayNouns.length(at: index, in: words) > 0 else { return false }
    let before = words[index - 1]
    if before == "'s" || before == "'" || before == "their" { return true }
    return index > 1 && people.organisationWords.contains(before)
  }

  // MARK: - Going round

  private func isCircular(_ sourcing: Sourcing, in document: Document) -> Bool {
    var seen = Set<Int>()
    if sourcing.chain.contains(where: { !seen.insert($0.entity).inserted }) { return true }
    guard let speaker = sourcing.speaker, speaker.kind == .person || speaker.kind == .group,
      !speaker.heads.isEmpty, speaker.naming != .named
    else { return false }
    return sourcing.attribution.content.contains { confirmsItself($0, speaker, in: document) }
  }

  /// "A senior MP confirmed those talks", said by a senior MP.
  private func confirmsItself(_ piece: Span, _ speaker: Entity, in document: Document) -> Bool {
    document.sentenceRange(over: piece).contains { number in
      let tokens = document.tokens[document.sentences[number].tokens].filter {
        piece.contains($0.span)
      }
      let words = tokens.map(\.lower)
      guard
        let verb = words.indices.first(where: { lexicon.confirming.length(at: $0, in: words) > 0 }),
        verb > 0
      else { return false }
      return tokens[..<verb].contains { token in
        guard let role = people.role(token.lower), !role.isPlural else { return false }
        let accepted = people.kinship.accepted(by: role.singular)
        return !accepted.isDisjoint(with: speaker.heads) && role.singular != "leader"
      }
    }
  }

  /// Several people do not utter one sentence.
  private func isPluralVerbatim(_ sourcing: Sourcing) -> Bool {
    guard let speaker = sourcing.speaker, speaker.kind == .group else { return false }
    return sourcing.manner == .direct || sourcing.manner == .mixed
  }

  // MARK: - Marks and time

  private func hasOddMarks(_ sourcing: Sourcing, in document: Document) -> Bool {
    sourcing.attribution.content.contains { piece in
      document.quotationRange(over: piece).contains { !document.quotations[$0].oddities.isEmpty }
    }
  }

  /// "last month" without a date in the sentence.
  private func isRelativeInTime(_ sourcing: Sourcing, in document: Document) -> Bool {
    var numbers = Set<Int>()
    for span in sourcing.attribution.spans { numbers.formUnion(document.sentenceRange(over: span)) }
    return numbers.contains { number in
      let words = document.words(in: document.sentences[number].span)
      return RelativeTime(lexicon: lexicon).isRelative(words)
    }
  }
}

/// Times that need the day of publication to be understood.
struct RelativeTime {
  let lexicon: SourcingLexicon

  /// Whether "last month", "this June" stands in the words, and no date does.
  func isRelative(_ words: [String]) -> Bool {
    let points = words.indices.contains { index in
      let length = lexicon.timePointers.length(at: index, in: words)
      return length > 0 && index + length < words.count
        && lexicon.timeUnits.contains(words[index + length])
    }
    return points && !hasDate(words)
  }

  private func hasDate(_ words: [String]) -> Bool {
    words.indices.contains { index in
      let year = Int(words[index]).map { (1900...2100).contains($0) } == true
      if year { return true }
      guard lexicon.months.contains(words[index]), words[index] != "may" || index > 0 else {
        return false
      }
      return index + 1 < words.count && Int(words[index + 1]).map { $0 < 32 } == true
        || index > 0 && Int(words[index - 1]).map { $0 < 32 } == true
    }
  }
}
