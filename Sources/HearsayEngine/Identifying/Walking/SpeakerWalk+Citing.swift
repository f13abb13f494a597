import HearsayLanguage
import HearsayModel

/// The sources of attributions: each is somebody known, or somebody new.
extension SpeakerWalk {
  /// Settles who speaks in an attribution.
  mutating func cite(_ index: Int) {
    guard let span = linked[index].source else { return }
    if let same = citedWith(index) { return settleLike(same, index) }
    guard let read = source(index, span) else { return }
    if read.kind == .document, let outlet = maker(after: span, of: read) {
      return citeMaker(outlet, of: index, span)
    }
    let (mention, members) = withMembers(read)
    let place = place(of: span, for: index)
    let found = compound(of: members) ?? resolution(of: mention, at: place, span)
    // A pronoun that nobody fits is nobody's name.
    if found == nil, mention.isPronoun, mention.form != .pronoun(.writer) { return }
    let id =
      found?.entity
      ?? speakers.register.add(unresolved(mention), isFromQuotation: place.isInsideSpeech)
    let known = speakers.register.entities[id]
    speakers.recognition[index] = Recognition(of: mention, as: found, known: known)
    if found == nil { speakers.register.setConfidant(place.confidant, of: id) }
    if !members.isEmpty { speakers.register.setMembers(members, of: id) }
    learn(id, from: mention, isKnown: found != nil, at: place)
    speakers.register.addMention(span, to: id)
    settle(index, id, mention, found)
  }

  /// "Some captains have voiced alarm, saying …": two cues, and one source in the same words.
  private func citedWith(_ index: Int) -> Int? {
    sameSource[index].flatMap { speakers.speaker[$0] == nil ? nil : $0 }
  }

  private mutating func settleLike(_ other: Int, _ index: Int) {
    speakers.speaker[index] = speakers.speaker[other]
    speakers.alternates[index] = speakers.alternates[other]
    speakers.isAmbiguous[index] = speakers.isAmbiguous[other]
    speakers.recognition[index] = speakers.recognition[other]
  }

  /// What the words of a source tell, and what the tagger says of their kind.
  private func source(_ index: Int, _ span: Span) -> Mention? {
    let words = words(naming: span)
    guard var mention = reader.mention(of: words, in: document) ?? plain(span) else { return nil }
    let place = place(of: span, for: index)
    if let writer = pronoun(writing: mention, words, at: place) { mention = writer }
    mention.span = span
    if let guess = linked[index].kind, !isKnownPerson(mention) {
      mention.settleKind(guess, from: lexicon.weights.limits[.sureKind])
    }
    return mention
  }

  /// Brings up the members of "X and Y", whose kinds tell what they are together.
  mutating func withMembers(_ mention: Mention) -> (mention: Mention, members: Set<Int>) {
    var mention = mention
    let members = mention.parts.compactMap { introduce($0) }
    let kinds = members.map { speakers.register.entities[$0].kind }
    if !kinds.isEmpty, kinds.allSatisfy({ $0 == .person || $0 == .group }) { mention.kind = .group }
    return (mention, members.count == mention.parts.count ? Set(members) : [])
  }

  /// The same few who stood together before.
  func compound(of members: Set<Int>) -> Resolution? {
    guard members.count > 1 else { return nil }
    return speakers.register.entities.lastIndex { $0.isCompound && $0.members == members }
      .map { Resolution(entity: $0) }
  }

  private mutating func resolution(of mention: Mention, at place: MentionContext, _ span: Span)
    -> Resolution?
  {
    clusterer.resolver.resolve(mention, at: place, in: speakers.register)
      ?? (place.isHeadline ? firstLater(mention) : nil)
      ?? (mention.form == .pronoun(.relative) ? antecedent(before: span) : nil)
  }

  /// Takes in what a source's words tell of it.
  private mutating func learn(
    _ id: Int, from mention: Mention, isKnown: Bool, at place: MentionContext
  ) {
    if case .pronoun(.one(let gender)) = mention.form {
      speakers.register.settlePerson(id, gender)
    }
    if mention.kind == .organisation, isKnown, !mention.isName { speakers.register.settleBody(id) }
    if !mention.isPronoun, !(place.isHeadline && isKnown) {
      speakers.register.learn(id, from: mention)
    }
  }

  private mutating func settle(_ index: Int, _ id: Int, _ mention: Mention, _ found: Resolution?) {
    speakers.register.markSource(id)
    note(id, mention, isSource: true)
    speakers.speaker[index] = id
    speakers.alternates[index] = found?.alternates ?? []
    speakers.isAmbiguous[index] = found?.isAmbiguous ?? false
  }

  /// "Vale wrote on Twitter": whoever is known by that name stays what they are, wherever they write.
  private func isKnownPerson(_ mention: Mention) -> Bool {
    guard mention.isName, mention.kind == .person, let last = mention.name.last else {
      return false
    }
    return speakers.register.named(last).contains {
      let known = speakers.register.entities[$0]
      return known.kind == .person
        && (known.name.count > mention.name.count || known.isKindTold && !known.isKindGuessed)
        && known.name.suffix(mention.name.count).elementsEqual(mention.name)
    }
  }

  /// A pronoun that nobody fits is as bare as a source can be; a "we" is the writer.
  private func unresolved(_ mention: Mention) -> Mention {
    guard mention.form == .pronoun(.writer) else { return mention }
    var mention = mention
    mention.label = lexicon[.writer].first ?? mention.label
    mention.identifies = true
    mention.form = .description
    return mention
  }

  /// "Lawmaker" in a headline points forward to the first fitting source of the article.
  private func firstLater(_ mention: Mention) -> Resolution? {
    guard !mention.isName, !mention.heads.isEmpty else { return nil }
    let first = speakers.register.headed(lexicon.kinship.accepted(by: mention.heads)).first {
      let entity = speakers.register.entities[$0]
      return entity.isSource && entity.kind == mention.kind && entity.isPlural == mention.isPlural
    }
    return first.map { Resolution(entity: $0) }
  }
}

// MARK: - The words of a source

extension SpeakerWalk {
  /// The words of a source, with the place before it where a span starts too late: "US | authorities".
  private func words(naming span: Span) -> [Token] {
    let range = document.tokenRange(in: span)
    guard let first = range.first, first > 0 else { return Array(document.tokens[range]) }
    let (before, opening) = (document.tokens[first - 1], document.tokens[first])
    let isCut =
      before.isCapitalised && before.sentence == opening.sentence && !opening.isCapitalised
      && lexicon.countries.country(before.lower) != nil
      && (lexicon.role(opening.lower) != nil || lexicon.institutions.contains(opening.lower))
    let words = Array(document.tokens[(isCut ? first - 1 : first)..<range.upperBound])
    return words + nameCutOff(after: words, at: range.upperBound)
  }

  /// The name of whoever holds a post, where a span stops short of it: "China's ambassador to Britain | Liu Xiaming".
  private func nameCutOff(after words: [Token], at next: Int) -> [Token] {
    guard let last = words.last, words.contains(where: { lexicon.isSingleRole($0.lower) })
    else { return [] }
    let name = document.tokens[next...].prefix {
      $0.sentence == last.sentence && $0.isCapitalised && $0.kind == .word
    }
    guard (2...4).contains(name.count), let whole = reader.mention(of: words + name, in: document),
      whole.isName, whole.kind == .person, whole.isIntroduced, whole.parts.isEmpty,
      reader.mention(of: words, in: document)?.isName == false
    else { return [] }
    return Array(name)
  }

  /// Words that cannot be read as a phrase.
  private func plain(_ span: Span) -> Mention? {
    span.isEmpty
      ? nil : Mention(span: span, form: .bare, kind: .group, label: document.text[span].onOneLine)
  }

  /// The "her" of "her account", the "its" of "its press release", where it is clear whose they are.
  private func pronoun(writing mention: Mention, _ words: [Token], at place: MentionContext)
    -> Mention?
  {
    guard mention.determiner == .possessive, let first = words.first,
      let last = document.words(in: mention.span).last,
      lexicon.head(last, in: lexicon.writings) != nil,
      let owner = reader.mention(of: [first], in: document), owner.isPronoun,
      clusterer.resolver.resolve(owner, at: place, in: speakers.register) != nil
    else { return nil }
    return owner
  }

  /// The outlet that a report is said to be by, where the span stops short of it: "a new report | by Politico".
  private func maker(after span: Span, of mention: Mention) -> Mention? {
    let range = document.tokenRange(in: span)
    let after = document.tokens[range.upperBound...].prefix(6).prefix {
      $0.isCapitalised || lexicon[.makerLinks].has($0) || lexicon[.the].has($0)
    }
    guard let first = after.first, !first.isCapitalised else { return nil }
    let whole = reader.mention(of: Array(document.tokens[range]) + after, in: document)
    return whole?.kind == .outlet && whole?.isName == true ? whole : nil
  }

  private mutating func citeMaker(_ mention: Mention, of index: Int, _ span: Span) {
    let place = place(of: span, for: index)
    let id =
      clusterer.resolver.resolve(mention, at: place, in: speakers.register)?.entity
      ?? speakers.register.add(mention, isFromQuotation: place.isInsideSpeech)
    speakers.recognition[index] = .partOfName
    speakers.register.learn(id, from: mention)
    speakers.register.addMention(mention.span, to: id)
    settle(index, id, mention, nil)
  }
}
