import HearsayLanguage
import HearsayModel

/// What stands after a comma: a role, an age, the name of somebody who was described.
extension MentionReader {
  func take(_ words: [Token], into mention: inout Mention, _ document: Document) {
    guard let first = words.first, !lexicon[.noApposition].has(first) else { return }
    if mention.isName {
      if first.kind == .number {
        takeAge(words, into: &mention)
      } else {
        takeRole(phrase(words, in: document), into: &mention)
      }
    } else {
      takeName(phrase(words, in: document), into: &mention)
    }
  }

  /// "Amman, 20,": only people have an age.
  private func takeAge(_ words: [Token], into mention: inout Mention) {
    guard mention.kind == .organisation, words.count == 1, mention.name.count <= 3,
      let age = Int(words[0].lower), (5...110).contains(age)
    else { return }
    mention.kind = .person
  }

  /// "a spokeswoman for the council" after a name.
  private func takeRole(_ role: Mention, into mention: inout Mention) {
    guard !role.isName || !role.heads.isEmpty else { return }
    mention.heads += role.heads
    if role.kind == .person, mention.kind != .person, mention.isPlural != true,
      !lexicon.organisationWords.contains(mention.name.last ?? "")
    {
      mention.kind = .person
    }
    // "Rosatlas, the space agency,".
    if role.kind == .organisation, !role.isName, mention.kind == .person, !mention.isKindTold,
      mention.name.count == 1
    {
      mention.kind = .organisation
    }
    mention.gender = mention.gender ?? role.gender
    mention.modifiers.formUnion(role.modifiers)
    mention.isIntroduced = true
  }

  /// "Hamas's political leader, Ismail Haniyeh": the name is the better half.
  private func takeName(_ name: Mention, into mention: inout Mention) {
    guard mention.form == .description || mention.form == .bare, name.isName,
      mention.isPlural != true,
      name.kind == .person || name.name.count > 1 || mention.kind == .outlet,
      [.person, .outlet, .organisation].contains(mention.kind)
    else { return }
    let described = mention
    mention = name
    if described.kind == .person || described.kind == .outlet { mention.kind = described.kind }
    if described.kind == .organisation, described.isKindTold { mention.kind = .organisation }
    mention.isKindTold = mention.isKindTold || described.isKindTold
    mention.determiner = described.determiner
    mention.span = described.span
    mention.heads += described.heads
    mention.modifiers.formUnion(described.modifiers)
    mention.isIntroduced = true
  }

  /// "the two states - Egypt and Jordan -", "two skippers, Ann Roe and Jo Hale,": many, and each by name.
  func namedMembers(of chunks: [[Token]], span: Span, _ document: Document) -> Mention? {
    guard chunks.count == 2 else { return nil }
    let described = phrase(chunks[0], in: document)
    guard !described.isName, described.isPlural == true,
      var members = several(in: chunks[1], span: span, document), members.isName
    else { return nil }
    members.heads = described.heads
    members.modifiers = described.modifiers
    if let first = chunks[1].first, let last = chunks[1].last {
      members.label = document.text[first.span.union(last.span)].onOneLine
    }
    return members
  }

  /// "Ann Roe and her husband, Jo Hale,": the second has a name too.
  func withNamedKin(_ joined: Mention, in chunks: [[Token]], _ document: Document) -> Mention? {
    guard chunks.count == 2, let last = chunks.last, let kin = joined.parts.last,
      joined.parts.dropLast().allSatisfy(\.isName), !kin.isName, kin.kind == .person,
      kin.determiner == .possessive
    else { return nil }
    let name = phrase(last, in: document)
    guard name.isName, name.kind == .person else { return nil }
    return self.joined(joined.parts.dropLast() + [name], span: joined.span, document)
  }

  /// "the party's founder and former leader, Jo Hale": two posts of one person, whose name follows.
  func bearer(of joined: Mention, in chunks: [[Token]], _ document: Document) -> Mention? {
    guard chunks.count == 2, let last = chunks.last,
      joined.parts.allSatisfy({ !$0.isName && $0.kind == .person && $0.isPlural != true })
    else { return nil }
    var name = phrase(last, in: document)
    guard name.isName, name.kind == .person, name.isKindTold || name.name.count > 1 else {
      return nil
    }
    name.span = joined.span
    name.heads += joined.parts.flatMap(\.heads)
    name.isIntroduced = true
    return name
  }
}
