import HearsayModel

/// Decides whom a mention means: somebody in the register, or somebody new.
///
/// Precision goes first. A description takes up a named person only when no unnamed one fits, and when both do,
/// the unnamed one is the guess and the named one the alternate.
struct Resolver: Sendable {
  let lexicon: PeopleLexicon

  /// Whom `mention` means; `nil` where it must be somebody new.
  func resolve(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    switch mention.form {
    case .pronoun(let pronoun): resolve(pronoun, mention, at: place, in: register)
    case .name: resolveName(mention, in: register)
    case .bare: resolveBare(mention, at: place, in: register)
    case .description: resolveDescription(mention, at: place, in: register)
    }
  }
}

// MARK: - Names

extension Resolver {
  private func resolveName(_ mention: Mention, in register: EntityRegister) -> Resolution? {
    if !mention.parts.isEmpty {
      let same = register.named(mention.name.last ?? "")
      return same.last { register.entities[$0].label == mention.label }.map {
        Resolution(entity: $0)
      }
    }
    var ids = Set<Int>()
    for word in mention.name + [mention.acronym].compactMap(\.self) {
      ids.formUnion(register.named(word))
    }
    if mention.kind == .outlet, let word = mention.name.last { ids.formUnion(register.named(word)) }
    if ids.isEmpty, mention.name.count == 1 { ids.formUnion(byInitials(mention, in: register)) }
    let ranked = ids.sorted().compactMap { id -> (id: Int, score: Int)? in
      let score = likeness(of: register.entities[id], to: mention)
      return score > 0 ? (id, score) : nil
    }.sorted { ($0.score, register.counts[$0.id]) > ($1.score, register.counts[$1.id]) }
    guard let best = ranked.first else {
      if mention.kind == .document { return describedBefore(mention, in: register) }
      return misspelt(mention, in: register).map { Resolution(entity: $0) }
    }
    let rivals = ranked.dropFirst().filter {
      $0.score == best.score && register.entities[$0.id].isSource
    }
    let isClose = rivals.contains { register.counts[$0.id] == register.counts[best.id] }
    return Resolution(entity: best.id, alternates: rivals.map(\.id), isAmbiguous: isClose)
  }

  /// How well a name fits: 100 for the same words, less for parts of it, 0 for somebody else.
  private func likeness(of entity: Entity, to mention: Mention) -> Int {
    guard !entity.name.isEmpty, !entity.isCompound else { return 0 }
    // "Warren" after Elizabeth Warren: a surname that is also somebody's given name tells no gender.
    let isSurnameOf =
      mention.name.count == 1 && !mention.isIntroduced && entity.name.count > 1
      && entity.name.last == mention.name[0]
    if let one = entity.gender, let other = mention.gender, one != other, !isSurnameOf { return 0 }
    let bodies: Set<SourceKind> = [.organisation, .outlet, .document]
    if entity.kind == .outlet || mention.kind == .outlet {
      return lexicon.outlets.key(entity.name) == lexicon.outlets.key(mention.name) ? 100 : 0
    }
    if let acronym = mention.acronym, entity.name == [acronym] { return 90 }
    if mention.name.count == 1, entity.acronyms.contains(mention.name[0]) { return 90 }
    if entity.name == mention.name { return 100 }
    // "Salmon" after "retailer Salmon Group".
    if mention.name.count == 1, !mention.isIntroduced, entity.kind == .organisation,
      entity.name.count > 1, entity.name[0] == mention.name[0],
      entity.heads.contains(where: Phrase.firms.contains)
    {
      return 60
    }
    if entity.kind == .person && mention.kind == .organisation && mention.name.count > 1
      || entity.kind == .organisation && entity.name.count > 1 && mention.kind == .person
      || mention.isIntroduced && mention.kind == .person && entity.kind != .person
        && entity.name.count > 1
    {
      return 0
    }
    let (long, short) =
      entity.name.count >= mention.name.count
      ? (entity.name, mention.name) : (mention.name, entity.name)
    if bodies.contains(entity.kind), bodies.contains(mention.kind),
      entity.name.count > 1 || mention.name.count > 1
    {
      return likenessOfBodies(long, short)
    }
    if long.suffix(short.count).elementsEqual(short) { return 80 }
    // "Rosselló" of "Ricardo Rosselló Nevares": the first of two surnames.
    if short.count == 1, long.count > 2, entity.kind == .person,
      long.dropFirst().contains(short[0]),
      lexicon.givenNames[short[0]] == nil, lexicon.givenNames[long[0]] != nil
    {
      return 70
    }
    guard long.last == short.last else {
      return short.count == 1 && long.first == short[0] && entity.kind == .person
        && lexicon.givenNames[short[0]] != nil ? 40 : 0
    }
    guard short.count > 1 else { return 0 }
    if areSame(long[0], short[0]) { return 85 }
    return long.count == short.count && areSpellings(long[0], short[0]) ? 75 : 0
  }

  private func likenessOfBodies(_ long: [String], _ short: [String]) -> Int {
    // "United States" is no short form of a department's name.
    if lexicon.countries.country(short.joined(separator: " ")) != nil { return 0 }
    let small: Set<String> = ["of", "the", "and", "for", "in", "on", "to", "&"]
    // "CPD" of the "United States Commission on Presidential Debates".
    let own = long.starts(with: ["united", "states"]) ? long.dropFirst(2) : long[...]
    for words in [long[...], own] where short.count == 1 {
      let initials = words.filter { !small.contains($0) }.compactMap(\.first)
      if short[0].filter({ $0 != "." }).elementsEqual(initials), initials.count > 1 { return 90 }
    }
    if short.count > 1,
      long.prefix(short.count).elementsEqual(short) || long.suffix(short.count).elementsEqual(short)
    {
      return 60
    }
    guard short.count == 1, long.first == short[0], lexicon.countries.country(short[0]) == nil
    else {
      return 0
    }
    // "Redco" of "Redco Holdings", the Court of the "Court of Session"; the House is none of its committees.
    let isGoingOn = long.count > 1 && small.contains(long[1])
    return isGoingOn || !lexicon.organisationWords.contains(short[0]) ? 50 : 0
  }

  /// *Bill* and *William*, *J.* and *Jane*.
  private func areSame(_ one: String, _ other: String) -> Bool {
    if one == other || lexicon.fullGivenName(one) == lexicon.fullGivenName(other) { return true }
    let initial = [one, other].first { $0.hasSuffix(".") && $0.count == 2 || $0.count == 1 }
    return initial.map { $0.first == one.first && $0.first == other.first } ?? false
  }

  /// *Kristen* and *Kristin*: one letter of a long given name, and not the one that makes it another's.
  private func areSpellings(_ one: String, _ other: String) -> Bool {
    guard one.count >= 6, one.count == other.count, one.last == other.last,
      one.editDistance(to: other, atMost: 1) == 1
    else { return false }
    return lexicon.givenNames[one] == lexicon.givenNames[other]
      || lexicon.givenNames[one] == nil || lexicon.givenNames[other] == nil
  }

  /// "NASA" after "National Aeronautics and Space Administration".
  private func byInitials(_ mention: Mention, in register: EntityRegister) -> [Int] {
    guard mention.name[0].count > 1, mention.kind == .organisation else { return [] }
    return register.entities.indices.suffix(60).filter {
      register.entities[$0].kind == .organisation && register.entities[$0].name.count > 1
        && likenessOfBodies(register.entities[$0].name, mention.name) == 90
    }
  }

  /// "The results of the National Nutrition Study" after "a new study of nutrition": one document.
  private func describedBefore(_ mention: Mention, in register: EntityRegister) -> Resolution? {
    var accepted = Set<String>()
    for head in mention.heads { accepted.formUnion(lexicon.kinship.accepted(by: head)) }
    return register.headed(accepted).last {
      let entity = register.entities[$0]
      return entity.kind == .document && entity.name.isEmpty
        && entity.modifiers.intersection(mention.name.map { lexicon.countries.country($0) ?? $0 })
          .count >= 2
    }.map { Resolution(entity: $0) }
  }

  /// A surname printed in two spellings: names are where newspapers err most.
  private func misspelt(_ mention: Mention, in register: EntityRegister) -> Int? {
    guard mention.name.count == 1, let name = mention.name.last, name.count >= 5,
      mention.kind == .person || mention.kind == .organisation,
      !lexicon.organisationWords.contains(name),
      lexicon.countries.country(name) == nil,
      lexicon.givenNames[name] == nil || mention.isIntroduced
    else { return nil }
    let allowed = name.count >= 8 ? 2 : 1
    let close = register.entities.indices.suffix(60).filter {
      let entity = register.entities[$0]
      guard entity.kind == .person, entity.name.count > 1, let surname = entity.name.last,
        surname.first == name.first, surname.count >= 5
      else { return false }
      if let one = entity.gender, let other = mention.gender, one != other { return false }
      return surname.editDistance(to: name, atMost: allowed) <= allowed
    }
    return close.count == 1 ? close[0] : nil
  }
}

// MARK: - Descriptions

extension Resolver {
  private func resolveBare(
    _ mention: Mention, at place: MentionContext, in register: EntityRegister
  )
    -> Resolution?
  {
    if mention.determiner == .further { return nil }
    if mention.determiner == .definite, !mention.heads.contains(where: lexicon.quantifiers.contains)
    {
      return resolveDescription(mention, at: place, in: register)
    }
    let repeatable =
      mention.isPlural == true || mention.heads.contains("source")
      || mention.heads.contains("official")
    let isQuantified = mention.heads.contains { lexicon.quantifiers.contains($0) && $0 != "you" }
    guard repeatable, !isQuantified else { return nil }
    let same = register.headed(Set(mention.heads)).last {
      let entity = register.entities[$0]
      return entity.isSource && entity.naming == .bare && entity.isPlural == mention.isPlural
        && entity.confidant == place.confidant
    }
    return same.map { Resolution(entity: $0) }
  }

  private func resolveDescription(
    _ mention: Mention, at place: MentionContext, in register: EntityRegister
  )
    -> Resolution?
  {
    if !mention.parts.isEmpty { return nil }
    if mention.determiner == .indefinite || mention.determiner == .further { return nil }
    guard let head = mention.heads.first else { return nil }
    if mention.kind == .outlet {
      // "State media" are not the outlet named last; "the newspaper" is.
      guard mention.determiner != .none, mention.isPlural != true, head != "media" else {
        return nil
      }
      return latestOutlet(in: register)
    }
    var accepted = Set<String>()
    for head in mention.heads { accepted.formUnion(lexicon.kinship.accepted(by: head)) }
    let scored = register.headed(accepted).compactMap { id -> (id: Int, score: Double)? in
      fit(of: id, to: mention, head: head, at: place, in: register).map { (id, $0) }
    }.filter { $0.score > 0 }
      .sorted { $0.score == $1.score ? $0.id > $1.id : $0.score > $1.score }
    guard let best = scored.first else {
      return latestPair(mention, at: place, in: register)
        ?? latestBody(mention, at: place, in: register)
        ?? latestCelebrity(mention, at: place, in: register)
    }
    let unnamed = scored.first { register.entities[$0.id].naming != .named }
    if let unnamed, register.entities[best.id].naming == .named, mention.kind == .person,
      !mention.identifies
    {
      let others = scored.filter { $0.id != unnamed.id }.map(\.id)
      return Resolution(entity: unnamed.id, alternates: Array(others.prefix(3)), isAmbiguous: true)
    }
    let rivals = scored.dropFirst().filter {
      best.score - $0.score < 1
        || register.entities[best.id].isFromQuotation && !register.entities[best.id].isSource
    }
    return Resolution(
      entity: best.id, alternates: rivals.prefix(3).map(\.id),
      isAmbiguous: !rivals.isEmpty && mention.kind == .person)
  }

  /// How well "the senior Iraqi MP" fits somebody; `nil` where it cannot.
  private func fit(
    of id: Int, to mention: Mention, head: String, at place: MentionContext,
    in register: EntityRegister
  ) -> Double? {
    let entity = register.entities[id]
    if entity.isCompound
      || entity.isPlural != nil && mention.isPlural != nil && entity.isPlural != mention.isPlural
    {
      return nil
    }
    let compatible =
      entity.kind == mention.kind || entity.kind == .person && mention.kind == .group
      || mention.kind == .organisation && entity.kind == .outlet
    guard compatible else { return nil }
    if let one = entity.gender, let other = mention.gender, one != other { return nil }
    // "The governor" is not the deputy governor.
    let deputies: Set<String> = ["deputy", "vice", "assistant"]
    if mention.identifies, mention.modifiers.isDisjoint(with: deputies), isLesser(entity, deputies)
    {
      return nil
    }
    if isAnothers(mention, entity) { return nil }
    let asked = mention.modifiers.subtracting(Self.vague)
    let known = entity.modifiers.union(entity.name).union(entity.heads)
    let missing = asked.subtracting(known)
    let isDefinite = mention.determiner == .definite || mention.determiner == .possessive
    if !isDefinite {
      // "city officials" after "police officials": others, unless nothing more is said.
      guard asked.isEmpty || asked == entity.modifiers.subtracting(Self.vague) else { return nil }
    }
    var score = isDefinite ? 1.0 : 0.5
    score += Double(asked.intersection(known).count) * 2
    for word in missing {
      score -= lexicon.countries.country(word) != nil ? 3 : entity.naming == .named ? 1.5 : 1
    }
    if entity.isSource { score += 3 }
    if register.lastSpeaker == id { score += 1 }
    if entity.heads.contains(head) { score += 1 }
    if entity.isFromQuotation, !entity.isSource { score -= 0.5 }
    score -= Swift.min(3, Double(place.sentence - register.lastSentence[id]) / 5)
    if entity.naming == .named {
      score -= Swift.min(1.5, Double(entity.modifiers.count) * 0.2)
      if register.counts[id] > 3 { score += 0.5 }
      // "a former president" of something is not "the president".
      if mention.identifies, isLesser(entity, ["former", "late"]) { score -= 2 }
    }
    return score
  }

  /// The names in a phrase: "the official *WHO* report" is no report of somebody else's.
  private func marks(of mention: Mention) -> Set<String> {
    Self.marks(in: mention.label).filter { lexicon.countries.country($0) == nil }
  }

  /// Whether a name in the phrase is none of the entity's: "the Lund campaign" is not Roe's, and each party has a
  /// nominee of its own.
  private func isAnothers(_ mention: Mention, _ entity: Entity) -> Bool {
    let asked = marks(of: mention)
    let known = marks(of: entity)
    guard !asked.isSubset(of: known) else { return false }
    let areOfParties = asked.contains("party") && known.contains("party")
    return areOfParties || Self.marked.contains(mention.kind) && entity.kind == mention.kind
  }

  /// Bodies and writings; people go by many names.
  private static let marked: Set<SourceKind> = [.document, .organisation]

  private func marks(of entity: Entity) -> Set<String> {
    Self.marks(in: entity.label).union(entity.name).union(entity.modifiers)
  }

  private static func marks(in label: String) -> Set<String> {
    let words = label.split { $0 == " " || $0 == "'" || $0 == "’" }
    return Set(
      words.dropFirst().filter { $0.first?.isUppercase == true && $0.count > 1 }
        .map { $0.lowercased() })
  }

  /// Whether somebody holds a post no more, or is next to whoever holds it, by one of these words.
  private func isLesser(_ entity: Entity, _ words: Set<String>) -> Bool {
    let label = entity.label.lowercased().split(separator: " ").map(String.init)
    return !entity.modifiers.union(label).isDisjoint(with: words)
  }

  private static let vague: Set<String> = [
    "senior", "top", "local", "unnamed", "anonymous", "new", "same", "latest", "own", "former",
    "current", "chief",
    "high-ranking", "ranking", "leading", "political",
  ]

  /// "the newspaper": the outlet named last.
  private func latestOutlet(in register: EntityRegister) -> Resolution? {
    register.traces.last { register.entities[$0.entity].kind == .outlet }
      .map { Resolution(entity: $0.entity) }
      ?? register.entities.indices.suffix(200).last { register.entities[$0].kind == .outlet }
      .map { Resolution(entity: $0) }
  }

  /// "The parties", "the companies": those that were named together.
  private func latestPair(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.isPlural == true, anybody(in: mention) != nil else { return nil }
    return register.entities.indices.suffix(60).last {
      register.entities[$0].isCompound && place.sentence - register.lastSentence[$0] <= 12
    }.map { Resolution(entity: $0, isAmbiguous: true) }
  }

  /// "the company", "the group": the body named last, when it is the only one near.
  private func latestBody(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.kind == .organisation, mention.isPlural != true,
      let head = anybody(in: mention)
    else { return nil }
    var near: [Int] = []
    for trace in register.traces.reversed() where place.sentence - trace.sentence <= 4 {
      let entity = register.entities[trace.entity]
      if entity.kind == .organisation || entity.kind == .outlet && head == "agency"
        || entity.mayBeBody && Phrase.firms.contains(head),
        entity.naming == .named,
        !near.contains(trace.entity),
        lexicon.countries.country(entity.name.joined(separator: " ")) == nil
      {
        near.append(trace.entity)
      }
    }
    let speaking = near.first { register.entities[$0].isSource }
    guard let best = speaking ?? near.first else { return nil }
    return Resolution(
      entity: best, alternates: near.filter { $0 != best }.prefix(2).map(\.self),
      isAmbiguous: near.count > 1)
  }

  /// "The Vermont senator", "the Republican nominee" of somebody whom the article takes for known: the one person near
  /// who speaks by name and of whom nothing more was said.
  private func latestCelebrity(
    _ mention: Mention, at place: MentionContext, in register: EntityRegister
  )
    -> Resolution?
  {
    guard mention.kind == .person, mention.determiner == .definite, mention.isPlural != true,
      mention.heads.contains(where: lexicon.epithets.contains)
    else { return nil }
    var near = Set<Int>()
    for trace in register.traces.reversed() where !trace.isInsideSpeech {
      if place.sentence - trace.sentence > 3 { break }
      let entity = register.entities[trace.entity]
      if entity.kind == .person, entity.naming == .named, entity.isSource {
        near.insert(trace.entity)
      }
    }
    guard near.count == 1, let only = near.first, register.entities[only].heads.isEmpty else {
      return nil
    }
    if let one = register.entities[only].gender, let other = mention.gender, one != other {
      return nil
    }
    return Resolution(entity: only, isAmbiguous: true)
  }

  /// The head of "the company", which says nothing of which; `nil` of words that say more.
  private func anybody(in mention: Mention) -> String? {
    guard mention.determiner == .definite, mention.modifiers.subtracting(Self.vague).isEmpty else {
      return nil
    }
    return mention.heads.first.flatMap { Self.anybody.contains($0) ? $0 : nil }
  }

  private static let anybody: Set<String> = [
    "company", "group", "organisation", "organization", "firm", "agency", "party", "charity",
    "body", "movement",
    "union", "airline", "bank", "institute", "association", "watchdog", "regulator",
    "team",
    "club", "manufacturer", "maker", "operator", "retailer", "carrier", "corporation", "foundation",
  ]
}
