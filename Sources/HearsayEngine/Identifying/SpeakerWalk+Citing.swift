import HearsayModel

extension SpeakerWalk {
  /// Settles who speaks in an attribution.
  mutating func cite(_ index: Int) {
    guard let span = linked[index].source,
      var mention = clusterer.reader.mention(of: words(naming: span), in: document) ?? plain(span)
    else { return }
    let place = place(of: span, for: index)
    if let writer = pronoun(writing: mention, span, at: place) { mention = writer }
    mention.span = span
    if let guess = linked[index].kind, !isKnownPerson(mention) { mention.settleKind(guess) }
    if mention.kind == .document, let outlet = maker(after: span, of: mention) {
      citeMaker(outlet, of: index, span)
      return
    }
    let members = mention.parts.compactMap { introduce($0) }.map {
      speakers.register.entities[$0].kind
    }
    if !members.isEmpty, members.allSatisfy({ $0 == .person || $0 == .group }) {
      mention.kind = .group
    }
    var found = clusterer.resolver.resolve(mention, at: place, in: speakers.register)
    if found == nil, place.isHeadline { found = headline(mention) }
    if found == nil, mention.form == .pronoun(.relative) { found = antecedent(before: span) }
    let id =
      found?.entity ?? speakers.register.add(new(mention), isFromQuotation: place.isInsideSpeech)
    if found == nil { speakers.register.setConfidant(place.confidant, of: id) }
    if case .pronoun(.one(let gender)) = mention.form {
      speakers.register.settlePerson(id, gender)
    }
    if mention.kind == .organisation, found != nil, !mention.isName {
      speakers.register.settleBody(id)
    }
    if !mention.isPronoun, !(place.isHeadline && found != nil) {
      speakers.register.learn(id, from: mention)
    }
    speakers.register.addMention(span, to: id)
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
      return known.kind == .person && known.name.count > mention.name.count
        && known.name.suffix(mention.name.count).elementsEqual(mention.name)
    }
  }

  /// The "her" of "her account", the "its" of "its press release", where it is clear whose they are.
  private func pronoun(writing mention: Mention, _ span: Span, at place: MentionContext) -> Mention?
  {
    guard mention.determiner == .possessive, let first = words(naming: span).first,
      let last = document.words(in: mention.span).last,
      clusterer.lexicon.head(last, in: clusterer.lexicon.writings) != nil,
      let owner = clusterer.reader.mention(of: [first], in: document), owner.isPronoun,
      clusterer.resolver.resolve(owner, at: place, in: speakers.register) != nil
    else { return nil }
    return owner
  }

  /// The words of a source, with the place before it where a span starts too late: "US | authorities".
  private func words(naming span: Span) -> [Token] {
    let range = document.tokenRange(in: span)
    guard let first = range.first, first > 0 else { return Array(document.tokens[range]) }
    let (before, opening) = (document.tokens[first - 1], document.tokens[first])
    let isCut =
      before.isCapitalised && before.sentence == opening.sentence && !opening.isCapitalised
      && clusterer.lexicon.countries.country(before.lower) != nil
      && (clusterer.lexicon.role(opening.lower) != nil
        || clusterer.lexicon.institutions.contains(opening.lower))
    return Array(document.tokens[(isCut ? first - 1 : first)..<range.upperBound])
  }

  /// The outlet that a report is said to be by, where the span stops short of it: "a new report | by Politico".
  private func maker(after span: Span, of mention: Mention) -> Mention? {
    let range = document.tokenRange(in: span)
    let end = document.tokens[range.upperBound...].prefix(6).prefix {
      ["by", "in", "from", "the"].contains($0.lower) || $0.isCapitalised
    }
    guard let first = end.first, !first.isCapitalised else { return nil }
    let whole = clusterer.reader.mention(of: Array(document.tokens[range]) + end, in: document)
    return whole?.kind == .outlet && whole?.isName == true ? whole : nil
  }

  private mutating func citeMaker(_ mention: Mention, of index: Int, _ span: Span) {
    let place = place(of: span, for: index)
    let id =
      clusterer.resolver.resolve(mention, at: place, in: speakers.register)?.entity
      ?? speakers.register.add(mention, isFromQuotation: place.isInsideSpeech)
    speakers.register.learn(id, from: mention)
    speakers.register.addMention(mention.span, to: id)
    speakers.register.markSource(id)
    note(id, mention, isSource: true)
    speakers.speaker[index] = id
  }

  /// A pronoun that nobody fits is as bare as a source can be; a "we" is the writer.
  private func new(_ mention: Mention) -> Mention {
    var mention = mention
    if mention.form == .pronoun(.writer) {
      mention.label = "the writer"
      mention.identifies = true
      mention.form = .description
    }
    return mention
  }

  private func plain(_ span: Span) -> Mention? {
    span.isEmpty
      ? nil : Mention(span: span, form: .bare, kind: .group, label: document.text[span].onOneLine)
  }

  /// "Lawmaker" in a headline points forward to the first fitting source of the article.
  private func headline(_ mention: Mention) -> Resolution? {
    guard !mention.isName, !mention.heads.isEmpty else { return nil }
    var accepted = Set<String>()
    for head in mention.heads { accepted.formUnion(clusterer.lexicon.kinship.accepted(by: head)) }
    let first = speakers.register.headed(accepted).first {
      let entity = speakers.register.entities[$0]
      return entity.isSource && entity.kind == mention.kind && entity.isPlural == mention.isPlural
    }
    return first.map { Resolution(entity: $0) }
  }
}
