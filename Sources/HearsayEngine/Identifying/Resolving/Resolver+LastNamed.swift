import HearsayModel

/// Descriptions that say nothing of whom they mean: "the company", "the parties" are those that were named last.
extension Resolver {
  /// "the newspaper": the outlet named last. "State media" are none in particular.
  func latestOutlet(_ mention: Mention, in register: EntityRegister) -> Resolution? {
    guard mention.determiner != .none, mention.isPlural != true,
      !lexicon[.outletsAtLarge].contains(mention.heads[0])
    else { return nil }
    // "The paper" of an article that has spoken of "a new research paper" is that.
    let writing = register.headed(lexicon.kinship.accepted(by: mention.heads)).last {
      let entity = register.entities[$0]
      return entity.kind == .document && entity.heads.contains(mention.heads[0])
    }
    if let writing { return Resolution(entity: writing) }
    let traced = register.traces.last { register.entities[$0.entity].kind == .outlet }?.entity
    let known = register.entities.indices.suffix(weights.count(.recentForOutlets))
    return (traced ?? known.last { register.entities[$0].kind == .outlet })
      .map { Resolution(entity: $0) }
  }

  /// "The parties", "the companies": those that were named together.
  func latestPair(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.isPlural == true, anybody(in: mention) != nil else { return nil }
    return register.entities.indices.suffix(weights.count(.recentEntities)).last {
      register.entities[$0].isCompound
        && place.sentence - register.lastSentence[$0] <= weights.count(.pairSentences)
    }.map { Resolution(entity: $0, isAmbiguous: true) }
  }

  /// "Both men", "the two", "the couple": those who were named together last.
  func theTwo(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    let words = mention.label.lowercased().split(separator: " ").prefix(2).map(String.init)
    guard mention.determiner == .definite || mention.form == .bare,
      words.contains(where: lexicon[.bothOfThem].contains), mention.kind != .organisation
    else { return nil }
    return register.entities.indices.suffix(weights.count(.recentEntities)).last {
      let entity = register.entities[$0]
      return entity.members.count == 2 && entity.kind == .group
        && place.sentence - register.lastSentence[$0] <= weights.count(.pairSentences)
    }.map { Resolution(entity: $0) }
  }

  /// "the company", "the group": the body named last, or the one near that has spoken.
  func latestBody(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.kind == .organisation, mention.isPlural != true, let head = anybody(in: mention)
    else { return nil }
    var near: [Int] = []
    for trace in register.traces.reversed()
    where place.sentence - trace.sentence <= weights.count(.bodySentences) {
      let isNew = !near.contains(trace.entity)
      if isNew, !isUnknownAside(trace, register.entities[trace.entity]),
        mayBeCalled(head, register.entities[trace.entity])
      {
        near.append(trace.entity)
      }
    }
    guard let best = near.first(where: { register.entities[$0].isSource }) ?? near.first else {
      return nil
    }
    return Resolution(
      entity: best, alternates: near.filter { $0 != best }.prefix(2).map(\.self),
      isAmbiguous: near.count > 1)
  }

  /// "the fair" after "the Ballymore Horse Fair": a body called by the last word of its name.
  func lastWordOfName(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.kind == .organisation, mention.determiner == .definite, mention.isPlural != true,
      telling(mention.modifiers).isEmpty, let head = mention.heads.first
    else { return nil }
    return register.named(head).last {
      let entity = register.entities[$0]
      return entity.kind == .organisation && entity.naming == .named && entity.name.count > 1
        && entity.name.last == head && !entity.isCompound
        && place.sentence - register.lastSentence[$0] <= weights.count(.pairSentences)
    }.map { Resolution(entity: $0) }
  }

  /// "The miner" may be a firm that digs, where no person is one.
  func asFirm(_ mention: Mention) -> Mention {
    guard mention.kind == .person, let head = mention.heads.first,
      lexicon[.firmsLikePeople].contains(head)
    else { return mention }
    var firm = mention
    firm.kind = .organisation
    firm.heads = [head]
    return firm
  }

  /// Whether "the agency", "the company" may be said of a body with this name; no country and no event is one.
  private func mayBeCalled(_ head: String, _ entity: Entity) -> Bool {
    guard lexicon.countries.country(entity.name.joined(separator: " ")) == nil,
      !lexicon.bodies.isEvent(entity.name), entity.isPlural != true || entity.naming == .named
    else { return false }
    if entity.kind == .outlet { return lexicon[.outletsLikeBodies].contains(head) }
    guard entity.kind == .organisation || entity.mayBeBody else { return false }
    if lexicon.bodies.isFirm(entity.name) { return lexicon[.firms].contains(head) }
    let calls =
      lexicon.bodies.calls(name: entity.name) ?? lexicon.bodies.calls(heads: entity.heads)
    if let calls { return calls.contains(head) && !isAlreadyTheOne(entity, besides: head) }
    guard entity.naming == .named, !entity.name.isEmpty else { return false }
    return lexicon.bodies.calledAnything.contains(head)
      || !entity.mayBeBody && entity.name.count == 1 && lexicon.bodies.calledLetters.contains(head)
  }

  /// "The council … the regulator": somebody who has no name but "the council" is no other "the".
  private func isAlreadyTheOne(_ entity: Entity, besides head: String) -> Bool {
    guard entity.naming != .named, entity.modifiers.isEmpty,
      !lexicon.bodies.calledAnything.contains(head)
    else { return false }
    let opening = String(entity.label.prefix { $0 != " " }).lowercased()
    return lexicon[.the].contains(opening)
  }

  /// "The Vermont senator", "the Republican nominee" of somebody whom the article takes for known: the one person near
  /// who speaks by name and of whom nothing more was said.
  func latestCelebrity(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.kind == .person, mention.determiner == .definite, mention.isPlural != true,
      mention.heads.contains(where: lexicon.epithets.contains)
    else { return nil }
    var near = Set<Int>()
    for trace in register.traces.reversed() where !trace.isInsideSpeech {
      if place.sentence - trace.sentence > weights.count(.epithetSentences) { break }
      let entity = register.entities[trace.entity]
      if entity.kind == .person, entity.naming == .named, entity.isSource {
        near.insert(trace.entity)
      }
    }
    guard near.count == 1, let only = near.first, register.entities[only].heads.isEmpty,
      !register.entities[only].gender.isOther(than: mention.gender)
    else { return nil }
    return Resolution(entity: only, isAmbiguous: true)
  }

  /// "the Swede": the only person near who has a name, or the only one of whom the country was told.
  func national(_ mention: Mention, at place: MentionContext, in register: EntityRegister)
    -> Resolution?
  {
    guard mention.kind == .person, mention.determiner == .definite, mention.isPlural == false,
      let head = mention.heads.first, mention.heads.count == 1,
      lexicon[.nationals].contains(head) || lexicon.countries.country(head) != nil
    else { return nil }
    var near = Set<Int>()
    for trace in register.traces.reversed() where !trace.isInsideSpeech {
      if place.sentence - trace.sentence > weights.count(.epithetSentences) { break }
      let entity = register.entities[trace.entity]
      if entity.kind == .person, entity.naming == .named, !entity.name.isEmpty {
        near.insert(trace.entity)
      }
    }
    let told = near.filter { !register.entities[$0].modifiers.isDisjoint(with: mention.modifiers) }
    guard let only = told.count == 1 ? told.first : near.count == 1 ? near.first : nil else {
      return nil
    }
    return Resolution(entity: only)
  }

  /// The head of "the company", which says nothing of which; `nil` of words that say more.
  private func anybody(in mention: Mention) -> String? {
    guard mention.determiner == .definite, telling(mention.modifiers).isEmpty,
      let head = mention.heads.first, lexicon[.anyBody].contains(head)
    else { return nil }
    return head
  }
}
