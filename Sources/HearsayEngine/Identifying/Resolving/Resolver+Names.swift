import HearsayModel
import HearsayText

/// Names: the same words, letters for them, parts of them, other spellings.
extension Resolver {
  func resolveName(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    if !mention.parts.isEmpty {
      return register.named(mention.name.last ?? "")
        .last { register.entities[$0].label == mention.label }
        .map { Resolution(entity: $0) }
    }
    let ranked = namesakes(of: mention, in: register).compactMap {
      id -> (id: Int, score: Double)? in
      let score = likeness(of: register.entities[id], to: mention).map { weights.names[$0] } ?? 0
      return score > 0 ? (id, score) : nil
    }.map { id, score in
      // "Dr. Roe" is the one of two Roes who was called a doctor.
      (id, score + (sharesTitle(mention, register.entities[id]) ? Self.halfStep : 0))
    }.sorted { ($0.1, register.counts[$0.0]) > ($1.1, register.counts[$1.0]) }
    guard let best = ranked.first else {
      if mention.kind == .document { return describedBefore(mention, in: register) }
      return namedNow(mention, at: place, in: register)
        ?? misspelt(mention, in: register).map { Resolution(entity: $0) }
    }
    let rivals = ranked.dropFirst().filter { $0.1 == best.1 }.map(\.0)
    let isClose = rivals.contains { register.counts[$0] == register.counts[best.0] }
    return Resolution(
      entity: best.0, alternates: Array(rivals.prefix(3)), isAmbiguous: isClose)
  }

  /// Less than from one likeness to the next.
  private static let halfStep = 0.5

  private func sharesTitle(_ mention: Mention, _ entity: Entity) -> Bool {
    mention.isIntroduced
      && !lexicon.kinship.accepted(by: mention.heads).isDisjoint(with: entity.heads)
  }

  /// Somebody who was only described so far: "A witness …" is the one of "The witness, Ann Lee,", and "Kenya's central
  /// bank governor" the one of "Central bank governor Esther Wekesa".
  private func namedNow(
    _ mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> Resolution? {
    guard mention.isIntroduced, mention.determiner != .indefinite, mention.determiner != .further,
      let head = mention.heads.max(by: { $0.count < $1.count }),
      mention.modifiers.isDisjoint(with: lexicon[.former].union(lexicon[.deputies]))
    else { return nil }
    return register.headed(lexicon.kinship.accepted(by: head)).last { id in
      let entity = register.entities[id]
      return entity.name.isEmpty && mayBe(entity, mention)
        && (mention.determiner == .definite || entity.naming == .named)
        && isDescribedAlike(mention, entity)
    }.map { Resolution(entity: $0) }
  }

  /// Whether what is said of both, but for countries, has something in common or is said of one only.
  private func isDescribedAlike(_ mention: Mention, _ entity: Entity) -> Bool {
    let (asked, known) = (telling(mention.modifiers), telling(entity.modifiers))
    return asked.isEmpty || known.isEmpty || !asked.isDisjoint(with: known)
  }

  /// Those who share a word with the name, or for whom it may be the letters; first met first.
  private func namesakes(of mention: Mention, in register: EntityRegister) -> [Int] {
    var ids = Set<Int>()
    for word in mention.name + [mention.acronym].compactMap(\.self) {
      ids.formUnion(register.named(word))
    }
    if ids.isEmpty, mention.name.count == 1 {
      ids.formUnion(byInitials(mention, in: register))
      ids.formUnion(byOwnInitials(mention, in: register))
    }
    return ids.sorted()
  }

  /// How the mention may name the entity; `nil` for somebody else.
  private func likeness(of entity: Entity, to mention: Mention) -> NameLikeness? {
    guard !entity.name.isEmpty, !entity.isCompound, !differInGender(entity, mention) else {
      return nil
    }
    if entity.kind == .outlet || mention.kind == .outlet {
      if lexicon.outlets.key(entity.name) == lexicon.outlets.key(mention.name) { return .same }
      return isShortOutlet(mention, of: entity) ? .partOfBody : nil
    }
    if isAcronym(mention, of: entity) || areOwnInitials(mention, of: entity) { return .initials }
    if entity.name == mention.name { return .same }
    if isFirstWordOfFirm(mention, entity) { return .partOfBody }
    if differInKind(entity, mention) { return nil }
    let (long, short) =
      entity.name.count >= mention.name.count
      ? (entity.name, mention.name) : (mention.name, entity.name)
    return isBody(entity.kind) && isBody(mention.kind) && long.count > 1
      ? likenessOfBodies(long, short)
      : likenessOfPeople(long, short, isPerson: entity.kind == .person)
  }

  /// A surname that is also somebody's given name tells no gender.
  private func differInGender(_ entity: Entity, _ mention: Mention) -> Bool {
    let isSurname =
      mention.name.count == 1 && !mention.isIntroduced && entity.name.count > 1
      && entity.name.last == mention.name[0]
    return !isSurname && entity.gender.isOther(than: mention.gender)
  }

  private func isAcronym(_ mention: Mention, of entity: Entity) -> Bool {
    if let acronym = mention.acronym, entity.name == [acronym] { return true }
    return mention.name.count == 1 && entity.acronyms.contains(mention.name[0])
  }

  /// *The Courier* after "the Port Hallam Courier".
  private func isShortOutlet(_ mention: Mention, of entity: Entity) -> Bool {
    mention.name.count == 1 && entity.kind == .outlet && entity.name.count > 1
      && entity.name.last == mention.name[0] && mention.heads.isEmpty
      && (mention.kind == .outlet || mention.determiner == .definite)
  }

  /// *Salmon* after "retailer Salmon Group".
  private func isFirstWordOfFirm(_ mention: Mention, _ entity: Entity) -> Bool {
    mention.name.count == 1 && !mention.isIntroduced && entity.kind == .organisation
      && entity.name.count > 1 && entity.name[0] == mention.name[0]
      && entity.heads.contains(where: lexicon[.firms].contains)
  }

  /// Whether one is a person by its words, and the other a body.
  private func differInKind(_ entity: Entity, _ mention: Mention) -> Bool {
    entity.kind == .person && mention.kind == .organisation && mention.name.count > 1
      || entity.kind == .organisation && entity.name.count > 1 && mention.kind == .person
      || entity.kind != .person && entity.name.count > 1 && mention.kind == .person
        && mention.isIntroduced
  }

  private func isBody(_ kind: SourceKind) -> Bool {
    [.organisation, .outlet, .document].contains(kind)
  }
}

// MARK: - Names of people

extension Resolver {
  private func likenessOfPeople(_ long: [String], _ short: [String], isPerson: Bool)
    -> NameLikeness?
  {
    if long.suffix(short.count).elementsEqual(short) { return .surname }
    if short.count == 1 {
      guard isPerson else { return nil }
      if isFirstSurname(short[0], of: long) { return .firstSurname }
      guard long.last != short[0], long.first == short[0],
        lexicon.countries.country(short[0]) == nil
      else { return nil }
      return lexicon.givenNames[short[0]] != nil ? .givenNameAlone : .familyNameFirst
    }
    guard long.last == short.last else { return nil }
    if areSame(long[0], short[0]) { return .givenName }
    return long.count == short.count && areSpellings(long[0], short[0]) ? .spelling : nil
  }

  private func isFirstSurname(_ word: String, of long: [String]) -> Bool {
    long.count > 2 && long.dropFirst().contains(word) && lexicon.givenNames[word] == nil
      && lexicon.givenNames[long[0]] != nil
  }

  /// *Bill* and *William*, *J.* and *Jane*.
  private func areSame(_ one: String, _ other: String) -> Bool {
    if one == other || lexicon.fullGivenName(one) == lexicon.fullGivenName(other) { return true }
    let initial = [one, other].first { $0.hasSuffix(".") && $0.count == 2 || $0.count == 1 }
    return initial.map { $0.first == one.first && $0.first == other.first } ?? false
  }

  /// *Kristen* and *Kristin*: one letter of a long given name, and not the one that makes it another's.
  private func areSpellings(_ one: String, _ other: String) -> Bool {
    guard one.count >= weights.count(.spellingLetters), one.count == other.count,
      one.last == other.last, one.editDistance(to: other, atMost: 1) == 1
    else { return false }
    return lexicon.givenNames[one] == lexicon.givenNames[other]
      || lexicon.givenNames[one] == nil || lexicon.givenNames[other] == nil
  }

  /// A surname printed in two spellings: names are where newspapers err most.
  private func misspelt(_ mention: Mention, in register: EntityRegister) -> Int? {
    guard mention.name.count == 1, let name = mention.name.last, mayBeMisspelt(name, mention) else {
      return nil
    }
    let allowed = name.count >= weights.count(.misspeltTwiceLetters) ? 2 : 1
    let close = register.entities.indices.suffix(weights.count(.recentEntities)).filter {
      let entity = register.entities[$0]
      guard entity.kind == .person, entity.name.count > 1, let surname = entity.name.last,
        surname.first == name.first, surname.count >= weights.count(.misspeltLetters),
        !entity.gender.isOther(than: mention.gender)
      else { return false }
      return surname.editDistance(to: name, atMost: allowed) <= allowed
    }
    return close.count == 1 ? close[0] : nil
  }

  private func mayBeMisspelt(_ name: String, _ mention: Mention) -> Bool {
    name.count >= weights.count(.misspeltLetters)
      && (mention.kind == .person || mention.kind == .organisation)
      && !lexicon.organisationWords.contains(name) && lexicon.countries.country(name) == nil
      && (lexicon.givenNames[name] == nil || mention.isIntroduced)
  }
}

// MARK: - Names of bodies and writings

extension Resolver {
  private func likenessOfBodies(_ long: [String], _ short: [String]) -> NameLikeness? {
    // "United States" is no short form of a department's name.
    if lexicon.countries.country(short.joined(separator: " ")) != nil { return nil }
    if short.count == 1, areInitials(short[0], of: long) { return .initials }
    if short.count > 1 {
      let isPart =
        long.prefix(short.count).elementsEqual(short)
        || long.suffix(short.count).elementsEqual(short)
      return isPart ? .partOfBody : nil
    }
    guard long.first == short[0] else { return nil }
    // The Court of the "Court of Session"; the House is none of its committees.
    let isGoingOn = long.count > 1 && lexicon[.smallInNames].contains(long[1])
    return isGoingOn || !lexicon.organisationWords.contains(short[0]) ? .firstWordOfBody : nil
  }

  /// Whether these are the first letters of the name, or of what follows the place that it begins with.
  private func areInitials(_ letters: String, of name: [String]) -> Bool {
    let letters = letters.filter { $0 != "." }
    let place = [2, 1].first {
      name.count > $0 && lexicon.countries.isName(name.prefix($0).joined(separator: " "))
    }
    return [0, place ?? 0].contains { start in
      let initials = name[start...].filter { !lexicon[.smallInNames].contains($0) }
        .compactMap(\.first)
      return initials.count > 1 && letters.elementsEqual(initials)
    }
  }

  /// "NASA" after "National Aeronautics and Space Administration".
  private func byInitials(_ mention: Mention, in register: EntityRegister) -> [Int] {
    guard mention.name[0].count > 1, mention.kind == .organisation else { return [] }
    return register.entities.indices.suffix(weights.count(.recentEntities)).filter {
      register.entities[$0].kind == .organisation && register.entities[$0].name.count > 1
        && likenessOfBodies(register.entities[$0].name, mention.name) == .initials
    }
  }

  /// "JH" after "Jo Hale".
  private func byOwnInitials(_ mention: Mention, in register: EntityRegister) -> [Int] {
    let found = register.entities.indices.suffix(weights.count(.recentEntities)).filter {
      areOwnInitials(mention, of: register.entities[$0])
    }
    return found.count == 1 ? found : []
  }

  private func areOwnInitials(_ mention: Mention, of entity: Entity) -> Bool {
    guard mention.name.count == 1, mention.label.count == entity.name.count, entity.name.count > 1,
      entity.kind == .person, mention.label.allSatisfy(\.isUppercase), mention.kind != .outlet,
      lexicon.countries.country(mention.name[0]) == nil,
      !lexicon.organisationWords.contains(mention.name[0])
    else { return false }
    return mention.name[0].elementsEqual(entity.name.compactMap(\.first))
  }

  /// "The results of the National Nutrition Study" after "a new study of nutrition": one document.
  private func describedBefore(_ mention: Mention, in register: EntityRegister) -> Resolution? {
    let words = mention.name.map { lexicon.countries.country($0) ?? $0 }
    return register.headed(lexicon.kinship.accepted(by: mention.heads)).last {
      let entity = register.entities[$0]
      return entity.kind == .document && entity.name.isEmpty
        && entity.modifiers.intersection(words).count >= 2
    }.map { Resolution(entity: $0) }
  }
}
