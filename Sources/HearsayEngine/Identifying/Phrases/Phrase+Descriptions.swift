import HearsayLanguage
import HearsayModel

/// Descriptions: which word is the head, what sort of thing it is, and how much it says.
extension Phrase {
  /// A description by the words of the head, whose owner it has and what follows.
  func description(_ parts: Parts, _ mention: Mention) -> Mention {
    var mention = mention
    let lower = parts.head.map(\.lower)
    var last = lower[lower.count - 1]
    mention.heads = heads(in: lower)
    if isPartOf(parts) {
      mention.isPlural = true
      // "a wide array of black artists": the artists speak.
      if lexicon[.collections].contains(last), let many = manyPeople(parts.rest) {
        mention.heads = heads(in: [many]) + [last]
        last = many
      }
    }
    mention.modifiers.formUnion(modifiers(of: Array(parts.head.dropLast())))
    mention.label = described(mention)
    mention =
      outletByHead(parts, lower, mention) ?? outletsAtLarge(last, mention)
      ?? people(last, lower, mention) ?? some(last, mention) ?? writing(last, parts.rest, mention)
      ?? body(last, mention) ?? source(last, mention) ?? unknown(last, mention)
    mention.heads += seat(last, parts.rest)
    if isGroup(parts, mention) { mention.isPlural = nil }
    return settled(mention, parts)
  }

  /// "57 percent of voters", "an array of artists".
  private func isPartOf(_ parts: Parts) -> Bool {
    guard let last = parts.head.last, let next = parts.rest.first, lexicon[.of].has(next) else {
      return false
    }
    return lexicon[.shares].has(last) || lexicon[.collections].has(last)
  }

  /// "a group of employees": they, and the group.
  private func isGroup(_ parts: Parts, _ mention: Mention) -> Bool {
    guard let last = parts.head.last, mention.determiner == .indefinite, mention.kind == .group
    else { return false }
    return lexicon[.collections].has(last) && lexicon.institutions.contains(last.lower)
  }

  private func manyPeople(_ words: [Token]) -> String? {
    words.first { lexicon.role($0.lower)?.isPlural == true }?.lower
  }
}

// MARK: - What sort of thing the head is

extension Phrase {
  private func outletByHead(_ parts: Parts, _ lower: [String], _ mention: Mention) -> Mention? {
    guard mention.isPlural != true,
      let head = Self.longest(lower, of: lexicon.outlets.heads)
    else { return nil }
    var outlet = mention
    outlet.kind = .outlet
    let isLong = head.contains(" ")
    guard parts.rest.isEmpty,
      mention.determiner == .definite || mention.determiner == .none && isLong
    else {
      // "one news site", "a daily newspaper": no outlet in particular.
      outlet.isPlural = false
      return isLong ? outlet : nil
    }
    outlet.heads = [head]
    return named(outlet, by: parts.head, kindWords: head.split(separator: " ").count) ?? outlet
  }

  /// "Yonhap news agency": only the name has a capital; "the Associated Press news agency" is the Associated Press.
  private func named(_ outlet: Mention, by head: [Token], kindWords: Int) -> Mention? {
    let name = head.prefix { $0.isCapitalised && !opensSentence($0) }
    guard !name.isEmpty, name.count + kindWords == head.count,
      lexicon.countries.country(name.map(\.lower).joined(separator: " ")) == nil
    else { return nil }
    let isKnown = lexicon.outlets.isKnown(name.map(\.lower))
    return named(Array(name), .outlet, text(of: isKnown ? Array(name) : head), outlet)
  }

  /// "Local media": outlets, none in particular.
  private func outletsAtLarge(_ last: String, _ mention: Mention) -> Mention? {
    guard lexicon[.outletsAtLarge].contains(last) else { return nil }
    var outlets = mention
    outlets.kind = .outlet
    outlets.isPlural = true
    outlets.heads = [last]
    return outlets
  }

  private func people(_ last: String, _ lower: [String], _ mention: Mention) -> Mention? {
    let long = Self.longest(lower, of: lexicon.roles).map { (singular: $0, isPlural: false) }
    guard let role = lexicon.role(last) ?? long else { return nil }
    var people = mention
    let isPlural = mention.isPlural ?? role.isPlural
    people.isPlural = isPlural
    people.kind = isPlural ? .group : .person
    people.gender = isPlural ? nil : lexicon.roleGenders[role.singular]
    return people
  }

  private func some(_ last: String, _ mention: Mention) -> Mention? {
    lexicon.quantifiers.contains(last) || lexicon.furtherWords.contains(last)
      ? bare(mention, last: last) : nil
  }

  private func writing(_ last: String, _ rest: [Token], _ mention: Mention) -> Mention? {
    guard let document = lexicon.head(last, in: lexicon.documents),
      !lexicon.institutions.contains(last) || lexicon[.writingsFirst].contains(last)
    else { return nil }
    var writing = mention
    writing.kind = .document
    writing.isPlural = document.isPlural
    writing.heads = [document.singular]
    return named(writing, by: rest) ?? writing
  }

  /// "The results of the National Nutrition Study": the name stands after "of".
  private func named(_ writing: Mention, by rest: [Token]) -> Mention? {
    guard let link = rest.first, lexicon[.originLinks].has(link) else { return nil }
    let name = rest.dropFirst().drop(while: lexicon[.articles].has).prefix(while: \.isCapitalised)
    guard name.count > 1, let last = name.last,
      let head = lexicon.head(last.lower, in: lexicon.documents)
    else { return nil }
    var named = writing
    named.form = .name
    named.name = name.map(\.lower)
    named.heads.append(head.singular)
    named.label = text(of: Array(name))
    named.identifies = true
    return named
  }

  private func body(_ last: String, _ mention: Mention) -> Mention? {
    guard let institution = lexicon.head(last, in: lexicon.institutions) else { return nil }
    var body = mention
    body.kind = .organisation
    body.isPlural = institution.isPlural || lexicon[.pluralBodies].contains(last)
    body.heads = [institution.singular]
    return body
  }

  private func source(_ last: String, _ mention: Mention) -> Mention? {
    guard let source = lexicon.head(last, in: lexicon[.sources]) else { return nil }
    var found = mention
    found.kind = source.isPlural ? .group : .person
    return found
  }

  /// A word that no list has: many of a plural, else a body, unless it is built like somebody who does something.
  private func unknown(_ last: String, _ mention: Mention) -> Mention {
    var unknown = mention
    let isOneOfMany = words.first.map(lexicon[.one].has) == true && lexicon.looksPlural(last)
    let isMany = lexicon.looksPlural(last) && mention.determiner != .indefinite && !isOneOfMany
    unknown.kind = mention.isPlural == true || isMany ? .group : .person
    unknown.isPlural = mention.isPlural ?? (unknown.kind == .group)
    unknown.heads = [lexicon.singulars(of: last).first ?? last]
    unknown.isKindTold = false
    if mention.determiner == .definite, unknown.isPlural == false, !isOneOfMany,
      !lexicon.isAgent(last)
    {
      unknown.kind = .organisation
    }
    return unknown
  }

  /// "a member of the Iraqi parliament" is a lawmaker.
  private func seat(_ last: String, _ rest: [Token]) -> [String] {
    guard lexicon.head(last, in: lexicon[.members]) != nil else { return [] }
    return rest.lazy.compactMap { lexicon.seats[$0.lower] }.first ?? []
  }
}

// MARK: - How much it says

extension Phrase {
  private func settled(_ mention: Mention, _ parts: Parts) -> Mention {
    var mention = mention
    let describing = mention.modifiers.subtracting(lexicon[.empty])
    if isBare(mention, parts, describing) { mention.form = .bare }
    guard mention.isPlural != true, mention.form == .description else { return mention }
    let isSome = mention.determiner == .indefinite || mention.determiner == .further
    switch mention.kind {
    case .person:
      // A post that one person holds: "the mayor"; not "a former president".
      mention.identifies =
        (mention.determiner == .definite || mention.determiner == .none)
        && (mention.heads.contains(where: lexicon.posts.contains) || isPostOfOne(mention, parts))
        && describing.isDisjoint(with: lexicon[.deputies].union(lexicon[.former]))
    case .organisation:
      // "the Iraqi government", "the Clinton campaign": its proper modifier makes it one body.
      mention.identifies =
        !isSome
        && (parts.head.dropLast() + parts.owner).contains { $0.isCapitalised && !opensSentence($0) }
    case .document:
      // "Johns Hopkins University data", "the Supreme Court decision": whoever made it can be looked up.
      mention.identifies =
        !isSome && isNamedBody(parts.head.dropLast().filter { !lexicon[.ownerMarks].has($0) })
    default: break
    }
    return mention
  }

  /// "the head of the World Bank", "India's ambassador to Nepal": a post, and the one body or place that it is of.
  private func isPostOfOne(_ mention: Mention, _ parts: Parts) -> Bool {
    if isPostInWords(parts) { return true }
    guard mention.heads.contains(where: lexicon[.leadingPosts].contains) else { return false }
    if parts.owner.contains(where: \.isCapitalised) { return true }
    guard let link = parts.rest.first, lexicon[.postOf].has(link) else { return false }
    return parts.rest.dropFirst().drop(while: lexicon[.articles].has).first?.isCapitalised == true
  }

  /// "the army *chief of staff*": a post that has a small word inside.
  private func isPostInWords(_ parts: Parts) -> Bool {
    let words = (parts.head.suffix(1) + parts.rest.prefix(2)).map(\.lower)
    return words.count == 3 && lexicon.posts.contains(words.joined(separator: " "))
  }

  /// Only a head that tells nothing: "sources", "an official". "His lawyers" are somebody's.
  private func isBare(_ mention: Mention, _ parts: Parts, _ describing: Set<String>) -> Bool {
    describing.isEmpty && parts.rest.isEmpty && parts.owner.isEmpty
      && mention.determiner != .possessive
      && mention.heads.contains(where: lexicon.bareHeads.contains)
      && (mention.kind == .person || mention.kind == .group
        || mention.heads.contains(where: lexicon[.sources].contains))
  }

  /// Names with a word for a body among them: "Johns Hopkins University".
  private func isNamedBody(_ words: [Token]) -> Bool {
    words.count > 1 && words.allSatisfy(\.isCapitalised)
      && words.contains { lexicon.organisationWords.contains($0.lower) }
  }
}
