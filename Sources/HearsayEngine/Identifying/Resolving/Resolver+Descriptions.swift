import HearsayModel

/// Descriptions: "the senior MP" is one of those whose head it may take up, if nothing they are known for is against it.
extension Resolver {
  func resolveBare(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    if mention.determiner == .further { return nil }
    if let two = theTwo(mention, at: place, in: register) { return two }
    if mention.determiner == .definite, !mention.heads.contains(where: lexicon.quantifiers.contains)
    {
      return resolveDescription(mention, at: place, in: register)
    }
    let repeatable = lexicon[.repeatable]
    guard mention.isPlural == true || mention.heads.contains(where: repeatable.contains),
      !mention.heads.contains(where: {
        lexicon.quantifiers.contains($0) && !repeatable.contains($0)
      })
    else { return nil }
    let same = register.headed(Set(mention.heads)).last {
      let entity = register.entities[$0]
      return entity.isSource && entity.naming == .bare && entity.isPlural == mention.isPlural
        && entity.confidant == place.confidant && !isSomeOfThem(mention, entity)
    }
    return same.map { Resolution(entity: $0) }
  }

  /// "Some scientists" are none of the scientists who spoke before.
  private func isSomeOfThem(_ mention: Mention, _ entity: Entity) -> Bool {
    mention.determiner == .indefinite && mention.label.lowercased() != entity.label.lowercased()
  }

  func resolveDescription(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.parts.isEmpty, !mention.heads.isEmpty, mention.determiner != .indefinite,
      mention.determiner != .further
    else { return nil }
    if mention.kind == .outlet { return latestOutlet(mention, in: register) }
    if let two = theTwo(mention, at: place, in: register) { return two }
    let ranked = candidates(for: mention, at: place, in: register)
    guard let best = ranked.first else {
      return latestPair(mention, at: place, in: register)
        ?? lastWordOfName(mention, at: place, in: register)
        ?? latestBody(mention, at: place, in: register)
        ?? latestBody(asFirm(mention), at: place, in: register)
        ?? latestCelebrity(mention, at: place, in: register)
        ?? national(mention, at: place, in: register)
    }
    let isNamed = register.entities[best.id].naming == .named
    if isNamed, mention.kind == .person, !mention.identifies,
      let unnamed = ranked.first(where: { register.entities[$0.id].naming != .named })
    {
      let others = ranked.map(\.id).filter { $0 != unnamed.id }
      return Resolution(entity: unnamed.id, alternates: Array(others.prefix(3)), isAmbiguous: true)
    }
    let isUnheard =
      register.entities[best.id].isFromQuotation && !register.entities[best.id].isSource
    let rivals = ranked.dropFirst().filter {
      isUnheard || best.score - $0.score < weights.limits[.descriptionMargin]
    }
    return Resolution(
      entity: best.id, alternates: rivals.prefix(3).map(\.id),
      isAmbiguous: !rivals.isEmpty && mention.kind == .person)
  }

  /// Those who may be described so and for whom more speaks than against them, best first.
  private func candidates(
    for mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> [(id: Int, score: Double)] {
    register.headed(lexicon.kinship.accepted(by: mention.heads))
      .filter {
        mayBe(register.entities[$0], mention) && isSameGroup(register.entities[$0], mention)
          && !isAnothers(mention, register.entities[$0])
          && !isOtherOfKind(mention, register.entities[$0])
      }
      .map { id in
        (id, weights.descriptions.sum(of: features(of: id, as: mention, at: place, in: register)))
      }
      .filter { $0.1 > 0 }
      .sorted { $0.1 == $1.1 ? $0.0 > $1.0 : $0.1 > $1.1 }
  }
}

// MARK: - Who it cannot be

extension Resolver {
  func mayBe(_ entity: Entity, _ mention: Mention) -> Bool {
    !entity.isCompound && !differInNumber(entity, mention) && agreeInKind(entity, mention)
      && !entity.gender.isOther(than: mention.gender) && !isDeputyOnly(entity, mention)
      && !isOfOtherCountry(mention, entity)
  }

  /// "the head of the group" after "a director of the bank": another word for the post, and nothing said of both.
  private func isOtherOfKind(_ mention: Mention, _ entity: Entity) -> Bool {
    guard entity.name.isEmpty else { return false }
    let isSameHead = mention.heads.contains(where: entity.heads.contains)
    guard entity.naming != .named && !isSameHead || areOfTwo(mention, entity) else { return false }
    let (asked, known) = (telling(mention.modifiers), telling(entity.modifiers))
    return !asked.isEmpty && !known.isEmpty && asked.isDisjoint(with: known)
  }

  /// "the pope's secretary" and "the White House press secretary", "the head of Interpol" and "the chief of the general
  /// staff": each post is of somebody or something else.
  private func areOfTwo(_ mention: Mention, _ entity: Entity) -> Bool {
    mention.kind == .person && mention.identifies && entity.kind == .person
      && entity.naming == .named && isOfSomething(mention.label) && isOfSomething(entity.label)
  }

  /// Whether a post is said to be of something: "of the bank", "the bank's", "White House".
  private func isOfSomething(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ").map(String.init)
    return words.contains(where: lexicon[.postOf].contains)
      || words.contains { word in lexicon[.ownerMarks].contains { word.hasSuffix($0) } }
      || !capitals(in: label).isEmpty
  }

  /// Germany's foreign ministry is not Russia's.
  func isOfOtherCountry(_ mention: Mention, _ entity: Entity) -> Bool {
    let asked = countries(among: mention.modifiers)
    let known = countries(among: entity.modifiers)
    return !asked.isEmpty && !known.isEmpty && asked.isDisjoint(with: known)
  }

  private func countries(among words: Set<String>) -> Set<String> {
    Set(words.compactMap(lexicon.countries.country))
  }

  private func differInNumber(_ entity: Entity, _ mention: Mention) -> Bool {
    entity.isPlural != nil && mention.isPlural != nil && entity.isPlural != mention.isPlural
  }

  private func agreeInKind(_ entity: Entity, _ mention: Mention) -> Bool {
    entity.kind == mention.kind || entity.kind == .person && mention.kind == .group
      || entity.kind == .outlet && mention.kind == .organisation
      || entity.kind == .group && mention.kind == .organisation && entity.isPlural == nil
  }

  /// "The governor" is not the deputy governor.
  private func isDeputyOnly(_ entity: Entity, _ mention: Mention) -> Bool {
    mention.identifies && mention.modifiers.isDisjoint(with: lexicon[.deputies])
      && isCalled(entity, lexicon[.deputies])
  }

  /// Whether one of the words belongs to what somebody is called.
  private func isCalled(_ entity: Entity, _ words: Set<String>) -> Bool {
    let label = entity.label.lowercased().split(separator: " ").map(String.init)
    return !entity.modifiers.union(label).isDisjoint(with: words)
  }

  /// "city officials" after "police officials" are others; only without an article, and only where more is said.
  private func isSameGroup(_ entity: Entity, _ mention: Mention) -> Bool {
    let asked = telling(mention.modifiers)
    return mention.isDefinite || asked.isEmpty || asked == telling(entity.modifiers)
  }

  /// Without words that tell nobody apart: *senior*, *local*.
  func telling(_ modifiers: Set<String>) -> Set<String> { modifiers.subtracting(lexicon[.vague]) }

  /// Whether a name in the phrase is none of the entity's: "the Lund campaign" is not Roe's, and each party has a
  /// nominee of its own.
  private func isAnothers(_ mention: Mention, _ entity: Entity) -> Bool {
    let asked = capitals(in: mention.label).filter { lexicon.countries.country($0) == nil }
    let known = capitals(in: entity.label).union(entity.name).union(entity.modifiers)
    guard !asked.isSubset(of: known) else { return false }
    if isOwnedByOther(mention, known) { return true }
    let areOfParties = [asked, known].allSatisfy { !$0.isDisjoint(with: lexicon[.parties]) }
    // People go by many names; bodies and writings don't.
    return areOfParties
      || entity.kind == mention.kind && (mention.kind == .document || mention.kind == .organisation)
  }

  /// "Roe's lawyer" is no lawyer of whom nothing says that he is Roe's.
  private func isOwnedByOther(_ mention: Mention, _ known: Set<String>) -> Bool {
    guard mention.kind == .person, !mention.identifies else { return false }
    let words = mention.label.split(separator: " ")
    guard
      let owner = words.first(where: { word in
        lexicon[.ownerMarks].contains { $0.count > 1 && word.hasSuffix($0) }
      }), owner.first?.isUppercase == true
    else { return false }
    let name = owner.dropLast(2).lowercased()
    return !name.isEmpty && lexicon.countries.country(name) == nil && !known.contains(name)
  }

  /// The words with a capital after the first one.
  private func capitals(in label: String) -> Set<String> {
    let words = label.split { $0 == " " || $0 == "'" || $0 == "’" }.dropFirst()
    return Set(
      words.filter { $0.first?.isUppercase == true && $0.count > 1 }.map { $0.lowercased() })
  }
}

// MARK: - What speaks for somebody

extension Resolver {
  private func features(
    of id: Int, as mention: Mention, at place: MentionContext, in register: EntityRegister
  ) -> FeatureCounts<DescriptionFeature> {
    let entity = register.entities[id]
    let asked = telling(mention.modifiers)
    let known = entity.modifiers.union(entity.name).union(entity.heads)
    let isNamed = entity.naming == .named
    var features = FeatureCounts<DescriptionFeature>()
    features.note(mention.isDefinite ? .definite : .indefinite, if: true)
    features[.wordKnown] = Double(asked.intersection(known).count)
    for word in asked.subtracting(known) {
      let isPlace = lexicon.countries.country(word) != nil
      features[isPlace ? .otherPlace : isNamed ? .wordNewOfNamed : .wordNew] += 1
    }
    features.note(.hasSpoken, if: entity.isSource)
    features.note(.spokeLast, if: register.lastSpeaker == id)
    features.note(.sameHead, if: mention.heads.first.map(entity.heads.contains) ?? false)
    features.note(.onlySpokenOf, if: entity.isFromQuotation && !entity.isSource)
    features[.sentenceSince] = min(
      weights.limits[.descriptionSentences], Double(place.sentence - register.lastSentence[id]))
    guard isNamed else { return features }
    features[.wordOfNamed] = min(weights.limits[.describingWords], Double(entity.modifiers.count))
    features.note(
      .mentionedOften, if: register.counts[id] >= weights.count(.oftenMentioned))
    features.note(.formerHolder, if: mention.identifies && isCalled(entity, lexicon[.former]))
    return features
  }
}
