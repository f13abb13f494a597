import HearsayLanguage
import HearsayModel

/// Proper names: whose a name is, a person's, a body's, an outlet's or a place's.
extension Phrase {
  /// A name that stands in the head from `start` on.
  func name(_ parts: Parts, from start: Int, _ mention: Mention) -> Mention {
    let before = Array(parts.head[..<start])
    let run = Array(parts.head[start...])
    let owner = parts.owner
    if before.isEmpty, owner.isEmpty, let many = people(run, mention) ?? national(run, mention) {
      return many
    }
    var mention = mention
    mention.form = .name
    mention.isPlural = false
    mention.identifies = true
    mention.modifiers.formUnion(modifiers(of: before.filter { lexicon.role($0.lower) == nil }))
    let title = titleEnd(run)
    return outlet(run, before, mention) ?? place(run, before, mention)
      ?? (title == 0
        ? knownFirm(run, owner, mention) ?? personOfPlace(run, before, owner, mention) ?? firm(
          run, before, mention)
          ?? bodyByKind(run, before, mention) : nil)
      ?? body(run, before, owner, title, mention)
      ?? personOrUnknown(run, before, owner, title, mention)
  }

  /// A mention of something by its name alone.
  func named(_ run: [Token], _ kind: SourceKind, _ label: String, _ mention: Mention) -> Mention {
    var mention = mention
    mention.form = .name
    mention.isPlural = false
    mention.identifies = true
    mention.kind = kind
    mention.name = run.map(\.lower)
    mention.label = label
    return mention
  }

  private func isIntroduced(by before: [Token]) -> Bool {
    before.last.map { lexicon.role($0.lower) != nil } ?? false
  }
}

// MARK: - Many

extension Phrase {
  /// "Armenians", "the Swedes": many people, none by name.
  private func people(_ run: [Token], _ mention: Mention) -> Mention? {
    guard run.count == 1, isPeople(run[0].lower) else { return nil }
    var mention = mention
    mention.kind = .group
    mention.isPlural = true
    mention.heads = [run[0].lower]
    mention.label = text(of: words)
    return mention
  }

  /// "the Swede": one person, by their country and not by name.
  private func national(_ run: [Token], _ mention: Mention) -> Mention? {
    guard run.count == 1, words.count == 2, lexicon[.the].has(words[0]),
      lexicon[.nationals].has(run[0]) || isNational(run[0].lower),
      !lexicon.outlets.isKnown([run[0].lower])
    else { return nil }
    var mention = mention
    mention.kind = .person
    mention.isPlural = false
    mention.heads = [run[0].lower]
    mention.modifiers = Set([lexicon.countries.country(run[0].lower)].compactMap(\.self))
    mention.label = described(mention)
    return mention
  }

  /// "Norwegian", "Iraqi"; "Spanish" is only how somebody is called.
  private func isNational(_ word: String) -> Bool {
    lexicon.countries.country(word) != nil && !lexicon.countries.isName(word)
      && lexicon[.nationalEndings].isEnding(of: word)
  }

  private func isPeople(_ word: String) -> Bool {
    guard lexicon.looksPlural(word), word.count > 4, !lexicon.organisationWords.contains(word)
    else {
      return false
    }
    let one = String(word.dropLast())
    return lexicon[.peopleEndings].isEnding(of: one) && lexicon.givenNames[word] == nil
      || lexicon.countries.country(one) != nil && lexicon.countries.country(word) == nil
  }
}

// MARK: - Outlets, places, bodies

extension Phrase {
  private func outlet(_ run: [Token], _ before: [Token], _ mention: Mention) -> Mention? {
    let hasArticle = words.first.map { lexicon[.the].has($0) && $0.isCapitalised } ?? false
    guard !before.contains(where: { isCommon($0.lower) }),
      lexicon.outlets.isOutlet(run.map(\.lower), hasArticle: hasArticle || isLoneName(run))
    else { return nil }
    let label = hasArticle ? text(of: [words[0]]) + " " + text(of: run) : text(of: run)
    return named(run, .outlet, label, mention)
  }

  /// "according to *Time*": a capital in mid-sentence, with nothing beside it.
  private func isLoneName(_ run: [Token]) -> Bool {
    run.count == 1 && words.count == 1 && !opensSentence(run[0])
  }

  private func place(_ run: [Token], _ before: [Token], _ mention: Mention) -> Mention? {
    guard before.isEmpty, lexicon.countries.isName(run.map(\.lower).joined(separator: " ")) else {
      return nil
    }
    return named(run, .organisation, text(of: run), mention)
  }

  /// "British retailer Redco": firms are called by what they do, as people are.
  private func firm(_ run: [Token], _ before: [Token], _ mention: Mention) -> Mention? {
    guard let last = before.last?.lower, lexicon[.firms].contains(last),
      lexicon.givenNames[run[0].lower] == nil
    else { return nil }
    var firm = named(run, .organisation, text(of: run), mention)
    firm.heads = [last] + lexicon[.anyFirm]
    return firm
  }

  /// "Goldman Sachs", "Nomura": a firm that the world knows.
  private func knownFirm(_ run: [Token], _ owner: [Token], _ mention: Mention) -> Mention? {
    guard owner.isEmpty, lexicon.bodies.isFirm(run.map(\.lower)) else { return nil }
    return named(run, .organisation, text(of: run), mention)
  }

  /// "software company Red Hat", "the daily newspaper El Faro": what it is stands before it.
  private func bodyByKind(_ run: [Token], _ before: [Token], _ mention: Mention) -> Mention? {
    guard let last = before.last, !last.isCapitalised, lexicon.role(last.lower) == nil else {
      return nil
    }
    let lower = before.map(\.lower)
    let isOutlet = Self.longest(lower, of: lexicon.outlets.heads) != nil
    guard isOutlet || lexicon.institutions.contains(last.lower) else { return nil }
    var body = named(run, isOutlet ? .outlet : .organisation, text(of: run), mention)
    body.heads = heads(in: lower)
    return body
  }

  /// "Alliance to Save Our Rivers", whatever stands before it; "Bank of England" without a title or a role.
  private func body(
    _ run: [Token], _ before: [Token], _ owner: [Token], _ titleEnd: Int, _ mention: Mention
  ) -> Mention? {
    let lower = run.map(\.lower)
    let isPlainlyBody =
      lexicon.organisationWords.contains(lower[0])
      && (run.count == 1 || run.contains(where: lexicon[.purpose].has) || isOfficeOfPost(run))
    guard isPlainlyBody || titleEnd == 0 && !isIntroduced(by: before) && isOrganisation(run) else {
      return nil
    }
    let label = owner.isEmpty ? text(of: run) : text(from: owner[0], to: run[run.count - 1])
    var body = named(run, .organisation, label, mention)
    let last = lower[lower.count - 1]
    if lower.count > 1, let writing = lexicon.head(last, in: lexicon.documents),
      !lexicon.organisationWords.contains(last)
    {
      body.kind = .document
      body.heads = [writing.singular]
    }
    if let institution = institution(in: run) { body.heads = [institution] }
    if lexicon[.forces].contains(last) { body.isPlural = nil }
    return body
  }

  /// "Office of the Inspector General": a body by the post of its head, and no name follows.
  private func isOfficeOfPost(_ run: [Token]) -> Bool {
    guard run.count > 2, lexicon[.fieldLinks].has(run[1]), let last = run.last?.lower else {
      return false
    }
    return (lexicon.titles[last] != nil || lexicon.role(last) != nil)
      && !run.contains { lexicon.givenNames[$0.lower] != nil }
  }

  /// What kind of body a name tells of: its last word, or the one before "of": "the Department of Parks".
  private func institution(in run: [Token]) -> String? {
    func institution(_ index: Int) -> String? {
      lexicon.head(run[index].lower, in: lexicon.institutions)?.singular
    }
    return institution(run.count - 1)
      ?? run.indices.dropFirst().lazy.filter { isBodyLink(run[$0]) }
      .compactMap { institution($0 - 1) }.first
  }

  /// What links a word for a body with its field or purpose: *of, for, to, on*.
  func isBodyLink(_ word: Token) -> Bool {
    lexicon[.fieldLinks].has(word) || lexicon[.purposeLinks].has(word)
  }

  private func isOrganisation(_ run: [Token]) -> Bool {
    guard let last = run.last?.lower, run.count > 1 else { return isOrganisation(run[0]) }
    if lexicon.organisationWords.contains(last) || run.contains(where: { $0.lower == "&" }) {
      return true
    }
    if lexicon.givenNames[run[0].lower] != nil { return false }
    return lexicon.head(last, in: lexicon.documents) != nil
      || run.contains {
        lexicon[.nameLinks].has($0) || lexicon[.purposeLinks].has($0)
          || lexicon.organisationWords.contains($0.lower)
          || lexicon.countries.country($0.lower) != nil
      }
  }

  /// *ILU*, *YouTube*; not *McKay*, *O'Hara*, *Lloyd-Jones*.
  private func isOrganisation(_ word: Token) -> Bool {
    let letters = document.text[word.span]
    if lexicon.organisationWords.contains(word.lower) { return true }
    if letters.count > 1, letters.allSatisfy({ $0.isUppercase || $0 == "." || $0 == "&" }) {
      return true
    }
    return letters.dropFirst().contains(where: \.isUppercase)
      && !letters.contains { ["'", "’", "-"].contains($0) }
      && !lexicon[.surnamePrefixes].contains { letters.hasPrefix($0.capitalisedFirst) }
  }
}

// MARK: - Lone capitals

extension Phrase {
  /// "the Daily Hive": nobody's name has an article before it.
  private func personOrUnknown(
    _ run: [Token], _ before: [Token], _ owner: [Token], _ titleEnd: Int, _ mention: Mention
  ) -> Mention {
    let role = before.last.flatMap { lexicon.role($0.lower)?.singular }
    var mention = person(
      run, titleEnd: titleEnd, before: before, owner: owner, role: role, mention)
    if words.first.map(lexicon[.the].has) == true, titleEnd == 0, before.isEmpty, owner.isEmpty,
      mention.kind == .person, lexicon.givenNames[run[0].lower] == nil
    {
      mention.kind = .organisation
      mention.isKindTold = false
    }
    return mention
  }

  /// "Chief Executive of Hong Kong | Carrie Lam": the place belongs to the post.
  private func personOfPlace(
    _ run: [Token], _ before: [Token], _ owner: [Token], _ mention: Mention
  ) -> Mention? {
    guard before.isEmpty else { return nil }
    let size = [2, 1].first { size in
      run.count > size + 1 && lexicon.givenNames[run[size].lower] != nil
        && lexicon.countries.country(run[..<size].map(\.lower).joined(separator: " ")) != nil
    }
    return size.map {
      person(Array(run[$0...]), titleEnd: 0, before: [], owner: owner, role: nil, mention)
    }
  }
}
