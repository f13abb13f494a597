import HearsayModel

/// A noun phrase without commas, taken apart into determiner, owner, head, name and what follows.
struct Phrase {
  let words: [Token]
  let document: Document
  let lexicon: PeopleLexicon
  var span: Span

  init(_ words: [Token], document: Document, lexicon: PeopleLexicon) {
    self.words = words
    self.document = document
    self.lexicon = lexicon
    span = Span(words.first?.span.start ?? 0, words.last?.span.end ?? 0)
  }

  /// Reads it.
  func mention() -> Mention {
    var core = words
    var mention = Mention(span: span, form: .description, kind: .person, label: text(of: words))
    takeAcronym(from: &core, into: &mention)
    takeQuantity(from: &core, into: &mention)
    takeDeterminer(from: &core, into: &mention)
    takeAge(from: &core)
    if let name = trailingName(core, mention.determiner) {
      let post = Array(core[..<name.lowerBound])
      readPerson(
        Array(core[name]), titleEnd: 0, before: post, owner: [],
        role: heads(in: post.map(\.lower)).last, &mention)
      mention.form = .name
      mention.isPlural = false
      mention.identifies = true
      mention.kind = .person
      mention.modifiers = modifiers(of: post)
      return mention
    }
    let cut = Self.firstModifier(core, lexicon: lexicon)
    let rest = Array(core[cut...])
    let inner = Array(core[..<cut])
    let owned = inner.lastIndex { $0.lower == "'s" || $0.lower == "'" || $0.lower == "’" }
    let head = owned.map { Array(inner[($0 + 1)...]) } ?? inner
    let owner = owned.map { Array(inner[..<$0]) } ?? []
    if !owner.isEmpty, mention.determiner == .none { mention.determiner = .definite }
    mention.modifiers = modifiers(of: owner + rest)
    if outletSpeaks(through: head, owner: owner, rest: rest, &mention) { return mention }
    if let writer = writer(of: head, owner: owner, rest: rest) { return writer }
    if head.isEmpty { return bare(mention) }
    if owner.isEmpty, rest.isEmpty, isOutletByKind(head) {
      mention.form = .name
      mention.kind = .outlet
      mention.isPlural = false
      mention.identifies = true
      mention.name = head.map(\.lower)
      mention.label = text(of: head)
      return mention
    }
    let name = nameStart(in: head)
    if name < head.count {
      readName(head, from: name, owner: owner, rest: rest, &mention)
    } else {
      readDescription(head, owner: owner, rest: rest, &mention)
    }
    return mention
  }

  /// "Time magazine": a known outlet with a small word for what it is.
  private func isOutletByKind(_ head: [Token]) -> Bool {
    guard (2...4).contains(head.count), let last = head.last, !last.isCapitalised,
      ["magazine", "newspaper", "website", "channel", "television", "radio"].contains(last.lower)
    else { return false }
    let name = head.dropLast()
    return name.allSatisfy(\.isCapitalised) && lexicon.outlets.isKnown(name.map(\.lower))
  }

  /// Where the name starts in "Mayor of London | Sadiq Khan", "study co-author and chemist | Seth John",
  /// "ambassador to Germany | Richard Grenell".
  ///
  /// Only where nothing but a whole post stands before it: "spokesman for Sadiq Khan" is somebody else.
  func trailingName(_ core: [Token], _ determiner: Mention.Determiner) -> Range<Int>? {
    guard determiner != .indefinite, determiner != .further, core.count > 3, core.count <= 16 else {
      return nil
    }
    let links = core.indices.filter {
      ["of", "to", "for", "and", "in", "on", "at", "from"].contains(core[$0].lower)
    }
    for (number, link) in links.enumerated() {
      let isPost = core[..<link].contains { word in
        lexicon.role(word.lower).map { !$0.isPlural } ?? false
      }
      guard isPost || core[link].lower == "and" else { continue }
      let end = number + 1 < links.count ? links[number + 1] : core.count
      if let start = nameStart(after: link, before: end, in: core) { return start..<end }
    }
    return nil
  }

  /// Where a name starts between the words that a post is of and the next preposition.
  private func nameStart(after link: Int, before end: Int, in core: [Token]) -> Int? {
    let known = (link + 1..<end).dropLast().last { index in
      end - index <= 4 && core[index..<end].allSatisfy(\.isCapitalised)
        && lexicon.givenNames[core[index].lower] != nil
        && core[index..<end].allSatisfy { !lexicon.organisationWords.contains($0.lower) }
        && lexicon.givenNames[core[index - 1].lower] == nil
    }
    let given =
      known ?? afterPlace(link + 1..<end, in: core) ?? afterBody(link + 1..<end, in: core)
    guard let given, given > link + 1 else {
      return nil
    }
    let (first, last) = (core[link].lower, core[given - 1])
    let body = core[(link + 1)..<given].map(\.lower).joined(separator: " ")
    let isRole = lexicon.role(last.lower).map { !$0.isPlural } == true
    if first == "and" {
      return isRole || isLoneRole(core[..<link]) && !last.isCapitalised ? given : nil
    }
    // "Secretary of Justice | Wanda Roe": here justice is a field of government and no title.
    let isPortfolio = first == "of" && given - link == 2 && Self.portfolios.contains(last.lower)
    if !isPortfolio, isRole || lexicon.titles[last.lower] != nil { return nil }
    let isBody =
      lexicon.countries.country(body) != nil || lexicon.countries.country(last.lower) != nil
      || lexicon.organisationWords.contains(last.lower) || lexicon.institutions.contains(last.lower)
      || Self.portfolios.contains(last.lower)
    // "Mayor of London", "co-author of the study".
    return isBody
      || ["of", "from"].contains(first)
        && (last.isCapitalised ? given - link <= 3 : last.kind == .word)
      ? given : nil
  }

  private static let portfolios: Set<String> = [
    "state", "defence", "defense", "justice", "treasury",
  ]

  /// Where a name starts after the place that a post is of: "Mayor of London | Sadiq Khan".
  private func afterPlace(_ range: Range<Int>, in core: [Token]) -> Int? {
    guard !range.isEmpty else { return nil }
    let opening = range.lowerBound + (core[range.lowerBound].lower == "the" ? 1 : 0)
    for size in [2, 1] where (2...3).contains(range.upperBound - opening - size) {
      let start = opening + size
      let place = core[opening..<start].map(\.lower).joined(separator: " ")
      let isName = core[start..<range.upperBound].allSatisfy {
        $0.isCapitalised && lexicon.role($0.lower) == nil
          && !lexicon.organisationWords.contains($0.lower)
      }
      if lexicon.countries.country(place) != nil, isName { return start }
    }
    return nil
  }

  /// Where a name starts after the body that a post is in: "head of the River Council | Enver Sol".
  private func afterBody(_ range: Range<Int>, in core: [Token]) -> Int? {
    guard let body = range.last(where: { lexicon.organisationWords.contains(core[$0].lower) }),
      core[body].isCapitalised, (2...3).contains(range.upperBound - body - 1),
      core[(body + 1)..<range.upperBound].allSatisfy({
        $0.kind == .word && $0.isCapitalised && lexicon.role($0.lower) == nil
          && lexicon.countries.country($0.lower) == nil
      })
    else { return nil }
    return body + 1
  }

  /// "businessman", "co-founder": a role without an article names nobody by itself.
  private func isLoneRole(_ words: ArraySlice<Token>) -> Bool {
    words.count <= 2
      && words.last.map { lexicon.role($0.lower)?.isPlural == false && !$0.isCapitalised } == true
  }

  // MARK: - What stands before

  func takeAcronym(from core: inout [Token], into mention: inout Mention) {
    guard let open = core.firstIndex(where: { $0.lower == "(" }) else { return }
    let inner = core[(open + 1)...].prefix { $0.lower != ")" }
    let after = core.index(after: min(inner.endIndex, core.count - 1))
    if inner.count == 1, let only = inner.first, only.isCapitalised { mention.acronym = only.lower }
    // A bracket that ends the phrase is no part of what a list shows: "(no relation)", "(R-Ariz.)".
    if after >= core.count - 1, open > 0, mention.acronym == nil {
      mention.label = text(of: Array(core[..<open]))
    }
    core = Array(core[..<open]) + Array(core[min(after, core.count)...])
  }

  func takeQuantity(from core: inout [Token], into mention: inout Mention) {
    if core.count > 2, Self.roughly.contains(core[0].lower), core[1].kind == .number {
      core.removeFirst()
    }
    guard let first = core.first, core.count > 1 else { return }
    let many =
      lexicon.quantifiers.contains(first.lower) || Int(first.lower) != nil
      || first.kind == .number && first.lower.hasSuffix("%")
    guard many, !lexicon.furtherWords.contains(first.lower) else { return }
    mention.determiner = .indefinite
    mention.isPlural = first.lower != "one" && first.lower != "each" && first.lower != "1"
    if first.lower == "both" || first.lower == "all" { mention.determiner = .definite }
    core.removeFirst()
    if core.first?.lower == "of" { core.removeFirst() }
  }

  /// "About 52 % of voters".
  private static let roughly: Set<String> = [
    "about", "around", "nearly", "almost", "roughly", "over",
  ]

  func takeDeterminer(from core: inout [Token], into mention: inout Mention) {
    guard let first = core.first, core.count > 1 else { return }
    switch first.lower {
    case "the" where isCapitalisedName(first, core), "this", "that", "these", "those", "the",
      "such":
      mention.determiner = .definite
    case "a", "an", "any", "every": mention.determiner = .indefinite
    case "his", "her", "its", "their", "my", "our", "your": mention.determiner = .possessive
    case "another", "other": mention.determiner = .further
    default: return
    }
    core.removeFirst()
    if mention.determiner != .possessive, let next = core.first, core.count > 1,
      lexicon.furtherWords.contains(next.lower), !next.isCapitalised
    {
      if mention.determiner == .indefinite || next.lower == "other" {
        mention.determiner = .further
      }
      core.removeFirst()
    }
  }

  /// "Sixteen-year-old Jo": how old she is does not belong to her name.
  private func takeAge(from core: inout [Token]) {
    guard core.count > 1, core[0].lower.hasSuffix("-year-old"), core[1].isCapitalised else {
      return
    }
    core.removeFirst()
  }

  func isCapitalisedName(_ first: Token, _ core: [Token]) -> Bool {
    first.isCapitalised && core[1].isCapitalised
  }

  // MARK: - Where the head ends

  static let linking: Set<String> = [
    "of", "for", "in", "at", "from", "with", "on", "to", "by", "under", "against", "near", "about",
    "behind", "who", "which", "that", "whose", "whom", "when", "where", "while", "as", "among",
    "inside", "within", "without", "across", "based", "during", "who's", "not", "including",
    "outside",
    "involved", "familiar", "close", "briefed", "over", "into", "between", "working", "living",
    "there",
    "speaking", "published", "released", "obtained", "conducted", "after", "before", "such", "and",
  ]

  /// Where of-phrases and clauses start after the head. "Department of Justice" stays whole, "Lydia Roe for the
  /// council" does not.
  static func firstModifier(_ words: [Token], lexicon: PeopleLexicon) -> Int {
    for index in words.indices.dropFirst() {
      let word = words[index]
      if word.lower == "(" { return index }
      // "protesters | Harbour News interviewed".
      if word.isCapitalised, isAskedBy(words[index...], after: words[index - 1], lexicon: lexicon) {
        return index
      }
      guard word.kind == .word, !word.isCapitalised else { continue }
      let isClause =
        (word.lower.hasSuffix("ing") || word.lower.hasSuffix("ed"))
        && isHead(words[index - 1].lower, lexicon) && !word.lower.contains("-")
        && lexicon.role(word.lower) == nil
      guard linking.contains(word.lower) || isClause else { continue }
      if ["of", "for", "and", "in", "on", "to"].contains(word.lower), index + 1 < words.count,
        continuesName(words, at: index, lexicon: lexicon)
      {
        continue
      }
      return index
    }
    return words.count
  }

  /// Whether what follows people is a name and what it did with them.
  private static func isAskedBy(
    _ rest: ArraySlice<Token>, after head: Token, lexicon: PeopleLexicon
  ) -> Bool {
    guard !head.isCapitalised, lexicon.role(head.lower)?.isPlural == true, let last = rest.last,
      rest.dropLast().allSatisfy(\.isCapitalised)
    else { return false }
    // The verb may have gone to the cue.
    if last.isCapitalised { return lexicon.outlets.isOutlet(rest.map(\.lower), hasArticle: false) }
    return ["interviewed", "asked", "met", "questioned", "quoted", "surveyed", "polled"]
      .contains(last.lower)
  }

  static func isHead(_ word: String, _ lexicon: PeopleLexicon) -> Bool {
    lexicon.role(word) != nil || lexicon.head(word, in: lexicon.documents) != nil
      || lexicon.head(word, in: lexicon.institutions) != nil
  }

  /// "Department *of* Justice", "Bank *of* England", "Centers *for* Disease Control *and* Prevention".
  static func continuesName(_ words: [Token], at index: Int, lexicon: PeopleLexicon) -> Bool {
    let before = words[index - 1]
    var next = words[index + 1]
    if ["the", "a"].contains(next.lower), index + 2 < words.count { next = words[index + 2] }
    guard before.isCapitalised, next.isCapitalised else { return false }
    // "Alliance to Save Our Rivers".
    if words[index].lower == "to" { return lexicon.organisationWords.contains(before.lower) }
    let left = words[..<index]
    if left.contains(where: { lexicon.role($0.lower) != nil && !$0.isCapitalised }) { return false }
    if let first = left.first(where: { $0.isCapitalised }),
      lexicon.titles[first.lower] != nil || lexicon.givenNames[first.lower] != nil
        || lexicon.role(first.lower) != nil
    {
      return ["minister", "secretary"].contains(before.lower)
    }
    if words[index].lower == "and" {
      return left.contains { lexicon.organisationWords.contains($0.lower) }
    }
    if words[index].lower == "in" { return false }
    if words[index].lower == "on" { return lexicon.organisationWords.contains(before.lower) }
    return lexicon.organisationWords.contains(before.lower)
      || lexicon.organisationWords.contains(left.last?.lower ?? "")
      || lexicon.documents.contains(before.lower) || left.count == 1
  }

  // MARK: - Small parts

  func bare(_ mention: Mention, last: String? = nil) -> Mention {
    var mention = mention
    mention.form = .bare
    let word = last ?? words.last?.lower ?? ""
    let one: Set<String> = ["one", "another", "someone", "somebody", "other", "each", "anyone"]
    mention.isPlural = !one.contains(word)
    mention.kind = mention.isPlural == true ? .group : .person
    mention.heads = [word]
    if lexicon.furtherWords.contains(word) || word == "others" { mention.determiner = .further }
    mention.label = described(mention)
    return mention
  }

  /// The phrase as a list would show it: the sentence's capital undone.
  func described(_ mention: Mention) -> String {
    let shown = text(of: withoutBracket(words))
    guard let first = words.first, first.isCapitalised, opensSentence(first), isOrdinary(first)
    else {
      return shown
    }
    return shown.prefix(1).lowercased() + shown.dropFirst()
  }

  /// Without a remark in brackets at the end: "(no relation)".
  private func withoutBracket(_ words: [Token]) -> [Token] {
    guard words.last?.lower == ")", let open = words.lastIndex(where: { $0.lower == "(" }), open > 0
    else { return words }
    return Array(words[..<open])
  }

  func isOrdinary(_ word: Token) -> Bool {
    let determiners: Set<String> = [
      "the", "a", "an", "this", "that", "another", "some", "his", "her", "its", "their", "one",
      "two", "other",
      "others", "many", "several", "senior", "local", "former", "both", "all", "most", "few", "no",
      "these",
    ]
    return determiners.contains(word.lower) || isCommon(word.lower)
  }

  /// Roles and other heads among the words, longest first, the last word first.
  func heads(in lower: [String]) -> [String] {
    var heads: [String] = []
    for size in [3, 2] where lower.count >= size {
      for start in stride(from: lower.count - size, through: 0, by: -1) {
        let joined = lower[start..<(start + size)].joined(separator: " ")
        if lexicon.roles.contains(joined) { heads.append(joined) }
      }
    }
    for word in lower.reversed() {
      if let role = lexicon.role(word) {
        heads.append(role.singular)
      } else if lexicon.titles[word] != nil, word.hasSuffix(".") {
        heads.append(word)
      }
    }
    if heads.isEmpty, let last = lower.last, lexicon.bareHeads.contains(last) { heads.append(last) }
    return heads
  }

  static func longest(_ lower: [String], of words: Set<String>) -> String? {
    for size in [3, 2, 1] where lower.count >= size {
      let joined = lower.suffix(size).joined(separator: " ")
      if words.contains(joined) { return joined }
    }
    return nil
  }

  /// What describes, without empty words, places by their country.
  func modifiers(of words: [Token]) -> Set<String> {
    var found: Set<String> = []
    var index = 0
    while index < words.count {
      if index + 1 < words.count,
        let country = lexicon.countries.country(words[index].lower + " " + words[index + 1].lower)
      {
        found.insert(country)
        index += 2
        continue
      }
      let word = words[index]
      index += 1
      guard word.kind == .word, !Self.linking.contains(word.lower), !Self.empty.contains(word.lower)
      else { continue }
      found.insert(lexicon.countries.country(word.lower) ?? word.lower)
    }
    return found
  }

  static let empty: Set<String> = [
    "the", "a", "an", "'s", "'", "’", "and", "or", "this", "that", "these", "those", "some", "many",
    "several",
    "other", "its", "his", "her", "their", "s", "also", "both", "all", "few", "most", "two",
    "three",
  ]

  /// The words as printed, from the first to the last, on one line.
  func text(of words: [Token]) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return document.text[Span(first.span.start, last.span.end)].onOneLine
  }
}
