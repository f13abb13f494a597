import HearsayModel

/// Reading a description: which word is the head, what sort of thing it is, and how much it says.
extension Phrase {
  func readDescription(
    _ head: [Token], owner: [Token], rest: [Token], _ mention: inout Mention
  ) {
    let lower = head.map(\.lower)
    let found = heads(in: lower)
    var last = lower[lower.count - 1]
    mention.heads = found
    // "a wide array of black artists": the artists speak.
    if Self.collections.contains(last), rest.first?.lower == "of",
      let many = rest.first(where: { lexicon.role($0.lower)?.isPlural == true })
    {
      last = many.lower
      mention.heads = heads(in: [last])
      mention.isPlural = true
    }
    if rest.first?.lower == "of", Self.shares.contains(last) || Self.collections.contains(last) {
      mention.isPlural = true
    }
    mention.modifiers.formUnion(modifiers(of: Array(head.dropLast())))
    mention.label = described(mention)
    if let pair = Self.longest(lower, of: lexicon.outlets.heads),
      mention.determiner == .definite || mention.determiner == .none && pair.contains(" "),
      rest.isEmpty, mention.isPlural != true
    {
      mention.kind = .outlet
      mention.heads = [pair]
      // "Yonhap news agency": only the name has a capital.
      let name = head.prefix { $0.isCapitalised && !opensSentence($0) }
      if !name.isEmpty, name.count + pair.split(separator: " ").count == head.count,
        lexicon.countries.country(name.map(\.lower).joined(separator: " ")) == nil
      {
        mention.form = .name
        mention.name = name.map(\.lower)
        // "the Associated Press news agency" is the Associated Press.
        mention.label = text(of: lexicon.outlets.isKnown(mention.name) ? Array(name) : head)
        mention.isPlural = false
        mention.identifies = true
        return
      }
    } else if Self.longest(lower, of: lexicon.outlets.heads)?.contains(" ") == true,
      mention.isPlural != true
    {
      // "one news site", "a daily newspaper": no outlet in particular.
      mention.kind = .outlet
      mention.isPlural = false
    } else if last == "media", mention.form == .description {
      // "Local media": outlets, none in particular.
      mention.kind = .outlet
      mention.isPlural = true
      mention.heads = [last]
    } else if let role = lexicon.role(last)
      ?? Self.longest(lower, of: lexicon.roles).map({ ($0, false) })
    {
      let plural = mention.isPlural ?? role.isPlural
      mention.isPlural = plural
      mention.kind = plural ? .group : .person
      mention.gender = plural ? nil : lexicon.roleGenders[role.singular]
    } else if lexicon.quantifiers.contains(last) || lexicon.furtherWords.contains(last) {
      return mention = bare(mention, last: last)
    } else if let document = lexicon.head(last, in: lexicon.documents),
      !lexicon.institutions.contains(last) || last == "survey"
    {
      mention.kind = .document
      mention.isPlural = document.isPlural
      mention.heads = [document.singular]
      nameDocument(rest, &mention)
    } else if let body = lexicon.head(last, in: lexicon.institutions) {
      mention.kind = .organisation
      mention.isPlural = body.isPlural || ["police", "authorities", "forces"].contains(last)
      mention.heads = [body.singular]
    } else if last == "source" || last == "sources" {
      mention.kind = last == "sources" ? .group : .person
    } else {
      let isOneOfMany = words.first?.lower == "one" && last.hasSuffix("s")
      mention.kind =
        mention.isPlural == true
          || last.hasSuffix("s") && mention.determiner != .indefinite && !isOneOfMany
        ? .group : .person
      mention.isPlural = mention.isPlural ?? (mention.kind == .group)
      mention.heads = [PeopleLexicon.singulars(of: last).first ?? last]
      mention.isKindTold = false
      if mention.determiner == .definite, mention.isPlural == false, !Self.isAgent(last),
        !isOneOfMany
      {
        mention.kind = .organisation
      }
    }
    if last == "member" || last == "members",
      let body = rest.map(\.lower).first(where: Self.chambers.contains)
    {
      mention.heads += ["member of \(body)", "member of parliament", "lawmaker"]
    }
    settleNaming(head, owner: owner, rest: rest, &mention)
  }

  /// "the attacker", "the accused": who does something is somebody.
  static func isAgent(_ word: String) -> Bool {
    ["er", "or", "ist", "ian", "eer", "ee", "man", "woman", "ed"].contains { word.hasSuffix($0) }
      && word.count > 4
  }

  /// Parts of a whole: "57 percent of voters" are many.
  static let shares: Set<String> = [
    "percent", "per", "cent", "%", "quarter", "third", "half", "two-thirds", "three-quarters",
    "proportion", "share", "percentage", "fraction", "plurality",
  ]

  static let collections: Set<String> = [
    "array", "group", "number", "majority", "handful", "couple", "range", "variety", "crowd",
    "series", "string",
    "pair", "trio", "team", "dozens", "hundreds", "thousands", "lot", "minority", "generation",
  ]

  static let chambers: Set<String> = [
    "parliament", "congress", "house", "senate", "knesset", "assembly", "bundestag", "duma", "dáil",
    "legislature",
  ]

  func settleNaming(
    _ head: [Token], owner: [Token], rest: [Token], _ mention: inout Mention
  ) {
    let describing = mention.modifiers.subtracting(Self.empty)
    let isBareHead = mention.heads.contains(where: lexicon.bareHeads.contains)
    // "His lawyers" are somebody's.
    if describing.isEmpty, rest.isEmpty, owner.isEmpty, isBareHead,
      mention.determiner != .possessive,
      mention.kind == .person || mention.kind == .group || mention.heads.contains("source")
    {
      mention.form = .bare
    }
    guard mention.isPlural != true, mention.form == .description else { return }
    switch mention.kind {
    case .person:
      // A post that one person holds: "the mayor"; not "a former president".
      mention.identifies =
        (mention.determiner == .definite || mention.determiner == .none)
        && mention.heads.contains(where: lexicon.posts.contains)
        && describing.isDisjoint(with: ["former", "deputy", "vice", "ex", "assistant"])
    case .organisation:
      // "the Iraqi government", "the Clinton campaign": its proper modifier makes it one body.
      mention.identifies =
        mention.determiner != .indefinite && mention.determiner != .further
        && (head.dropLast() + owner).contains { $0.isCapitalised && !opensSentence($0) }
    case .document:
      // "Johns Hopkins University data", "the Supreme Court decision": whoever made it can be looked up.
      mention.identifies =
        mention.determiner != .indefinite && mention.determiner != .further
        && isNamedBody(head.dropLast().filter { $0.lower != "'s" && $0.lower != "’s" })
    default: break
    }
  }

  /// Names with a word for a body among them: "Johns Hopkins University".
  private func isNamedBody(_ words: [Token]) -> Bool {
    words.count > 1 && words.allSatisfy(\.isCapitalised)
      && words.contains { lexicon.organisationWords.contains($0.lower) }
  }

  /// "The results of the National Nutrition Study": the name stands after "of".
  func nameDocument(_ rest: [Token], _ mention: inout Mention) {
    guard rest.first?.lower == "of" || rest.first?.lower == "from" else { return }
    let run = rest.dropFirst().drop { $0.lower == "the" || $0.lower == "a" }.prefix {
      $0.isCapitalised
    }
    guard run.count > 1, let last = run.last,
      let named = lexicon.head(last.lower, in: lexicon.documents)
    else { return }
    mention.form = .name
    mention.name = run.map(\.lower)
    mention.heads.append(named.singular)
    mention.label = text(of: Array(run))
    mention.identifies = true
  }

  /// "a tweet by Secretary of State Ann Roe", "Ann Roe's letter": the person speaks.
  func writer(of head: [Token], owner: [Token], rest: [Token]) -> Mention? {
    guard let last = head.last, lexicon.head(last.lower, in: lexicon.writings) != nil else {
      return nil
    }
    let by = rest.firstIndex { ["by", "from"].contains($0.lower) }
    let name = owner.isEmpty ? by.map { Array(rest[($0 + 1)...]) } ?? [] : owner
    guard !name.isEmpty else { return nil }
    var mention = Phrase(name, document: document, lexicon: lexicon).mention()
    guard mention.isName, mention.kind == .person, mention.isPlural != true else { return nil }
    mention.span = span
    return mention
  }

  /// "a report by Politico", "Politico's report": the outlet speaks.
  func outletSpeaks(
    through head: [Token], owner: [Token], rest: [Token], _ mention: inout Mention
  ) -> Bool {
    guard let last = head.last, lexicon.head(last.lower, in: lexicon.publications) != nil else {
      return false
    }
    var names: [[Token]] = [owner, Array(head.dropLast()).filter { $0.isCapitalised }]
    if let by = rest.firstIndex(where: { ["by", "in", "from", "on"].contains($0.lower) }) {
      let after = rest[(by + 1)...]
      let name = after.prefix { $0.isCapitalised || $0.lower == "the" }
      names.append(Array(name))
    }
    for name in names where !name.isEmpty {
      let lower = name.map(\.lower)
      guard lexicon.outlets.isOutlet(lower, hasArticle: lower.first == "the") else { continue }
      mention.form = .name
      mention.kind = .outlet
      mention.isPlural = false
      mention.name = lower.first == "the" ? Array(lower.dropFirst()) : lower
      mention.label = Self.withLargeArticle(text(of: name))
      mention.identifies = true
      mention.modifiers = []
      return true
    }
    return false
  }

  /// "the National" as it is written by itself: The National.
  private static func withLargeArticle(_ name: String) -> String {
    name.hasPrefix("the ") ? "The " + name.dropFirst(4) : name
  }
}
