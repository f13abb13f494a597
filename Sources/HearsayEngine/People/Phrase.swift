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
    let cut = Self.firstModifier(core, lexicon: lexicon)
    let rest = Array(core[cut...])
    let inner = Array(core[..<cut])
    let owned = inner.lastIndex { $0.lower == "'s" || $0.lower == "'" || $0.lower == "’" }
    let head = owned.map { Array(inner[($0 + 1)...]) } ?? inner
    let owner = owned.map { Array(inner[..<$0]) } ?? []
    if !owner.isEmpty, mention.determiner == .none { mention.determiner = .definite }
    mention.modifiers = modifiers(of: owner + rest)
    if outletSpeaks(through: head, owner: owner, rest: rest, &mention) { return mention }
    if head.isEmpty { return bare(mention) }
    let name = nameStart(in: head)
    if name < head.count {
      readName(head, from: name, owner: owner, rest: rest, &mention)
    } else {
      readDescription(head, owner: owner, rest: rest, &mention)
    }
    return mention
  }

  // MARK: - What stands before

  private func takeAcronym(from core: inout [Token], into mention: inout Mention) {
    guard let open = core.firstIndex(where: { $0.lower == "(" }) else { return }
    let inner = core[(open + 1)...].prefix { $0.lower != ")" }
    let after = core.index(after: min(inner.endIndex, core.count - 1))
    if inner.count == 1, let only = inner.first, only.isCapitalised { mention.acronym = only.lower }
    core = Array(core[..<open]) + Array(core[min(after, core.count)...])
  }

  private func takeQuantity(from core: inout [Token], into mention: inout Mention) {
    guard let first = core.first, core.count > 1 else { return }
    let many = lexicon.quantifiers.contains(first.lower) || first.kind == .number
    guard many, !lexicon.furtherWords.contains(first.lower) else { return }
    mention.determiner = .indefinite
    mention.isPlural = first.lower != "one" && first.lower != "each" && first.lower != "1"
    if first.lower == "both" || first.lower == "all" { mention.determiner = .definite }
    core.removeFirst()
    if core.first?.lower == "of" { core.removeFirst() }
  }

  private func takeDeterminer(from core: inout [Token], into mention: inout Mention) {
    guard let first = core.first, core.count > 1 else { return }
    switch first.lower {
    case "the" where isCapitalisedName(first, core), "this", "that", "these", "those", "the", "such":
      mention.determiner = .definite
    case "a", "an", "any", "every": mention.determiner = .indefinite
    case "his", "her", "its", "their", "my", "our", "your": mention.determiner = .possessive
    case "another", "other", "others": mention.determiner = .further
    default: return
    }
    core.removeFirst()
    if mention.determiner != .possessive, let next = core.first, core.count > 1,
      lexicon.furtherWords.contains(next.lower), !next.isCapitalised
    {
      if mention.determiner == .indefinite || next.lower == "other" { mention.determiner = .further }
      core.removeFirst()
    }
  }

  private func isCapitalisedName(_ first: Token, _ core: [Token]) -> Bool {
    first.isCapitalised && core[1].isCapitalised
  }

  // MARK: - Where the head ends

  private static let linking: Set<String> = [
    "of", "for", "in", "at", "from", "with", "on", "to", "by", "under", "against", "near", "about",
    "behind", "who", "which", "that", "whose", "whom", "when", "where", "while", "as", "among",
    "inside", "within", "without", "across", "based", "during", "who's", "not", "including", "outside",
    "involved", "familiar", "close", "briefed", "over", "into", "between", "working", "living", "there",
    "speaking", "published", "released", "obtained", "conducted", "after", "before", "such", "and",
  ]

  /// Where of-phrases and clauses start after the head. "Department of Justice" stays whole, "Lydia Roe for the
  /// council" does not.
  static func firstModifier(_ words: [Token], lexicon: PeopleLexicon) -> Int {
    for index in words.indices.dropFirst() {
      let word = words[index]
      if word.lower == "(" { return index }
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

  private static func isHead(_ word: String, _ lexicon: PeopleLexicon) -> Bool {
    lexicon.role(word) != nil || lexicon.head(word, in: lexicon.documents) != nil
      || lexicon.head(word, in: lexicon.institutions) != nil
  }

  /// "Department *of* Justice", "Bank *of* England", "Centers *for* Disease Control *and* Prevention".
  private static func continuesName(_ words: [Token], at index: Int, lexicon: PeopleLexicon) -> Bool {
    let before = words[index - 1]
    var next = words[index + 1]
    if next.lower == "the", index + 2 < words.count { next = words[index + 2] }
    guard before.isCapitalised, next.isCapitalised else { return false }
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
    if words[index].lower == "in" || words[index].lower == "to" || words[index].lower == "on" {
      return false
    }
    return lexicon.organisationWords.contains(before.lower)
      || lexicon.organisationWords.contains(left.last?.lower ?? "")
      || lexicon.documents.contains(before.lower) || left.count == 1
  }

  // MARK: - Names

  /// Where a run of capitals that reaches the end begins; the end where the phrase ends otherwise.
  private func nameStart(in head: [Token]) -> Int {
    var start = head.count
    var index = head.count - 1
    while index >= 0 {
      let word = head[index]
      let isPart =
        word.isCapitalised || (word.kind == .number && index > 0 && start < head.count)
        || word.lower == "&"
        || (start < head.count && index > 0
          && (lexicon.particles.contains(word.lower) || ["of", "for", "and", "the"].contains(word.lower)))
      guard isPart else { break }
      if word.isCapitalised { start = index }
      index -= 1
    }
    guard start < head.count else { return start }
    // A capital that only opens the sentence makes no name: "Police", "Sources", "Senior officials".
    if start == 0, head.count == 1, isCommon(head[0].lower), opensSentence(head[0]) { return head.count }
    if start == 0, head.count > 1, head.allSatisfy({ isCommon($0.lower) }), opensSentence(head[0]),
      !head.dropFirst().contains(where: \.isCapitalised)
    {
      return head.count
    }
    // "US Officials" in a headline.
    if let last = head.last, let role = lexicon.role(last.lower), role.isPlural { return head.count }
    // "the senior Iraqi MP", "the Prime Minister": a role in capitals; "John Bishop" is a name.
    if let last = head.last, lexicon.role(last.lower) != nil, lexicon.givenNames[head[start].lower] == nil {
      return head.count
    }
    return start
  }

  private func isCommon(_ word: String) -> Bool {
    lexicon.role(word) != nil || lexicon.bareHeads.contains(word)
      || lexicon.quantifiers.contains(word) || lexicon.institutions.contains(word)
      || lexicon.head(word, in: lexicon.documents) != nil
      || lexicon.head(word, in: lexicon.institutions) != nil
  }

  private func opensSentence(_ word: Token) -> Bool {
    guard document.sentences.indices.contains(word.sentence) else { return false }
    let sentence = document.sentences[word.sentence]
    let first = document.tokens[sentence.tokens].first { $0.kind == .word }
    return first?.span == word.span
      || document.paragraphs[sentence.paragraph].role == .headline
  }

  private func readName(
    _ head: [Token], from start: Int, owner: [Token], rest: [Token], _ mention: inout Mention
  ) {
    let run = Array(head[start...])
    let before = Array(head[..<start])
    let lower = run.map(\.lower)
    mention.form = .name
    mention.isPlural = false
    mention.identifies = true
    mention.modifiers.formUnion(modifiers(of: before.filter { lexicon.role($0.lower) == nil }))
    let article = words.first?.lower == "the"
    if before.isEmpty || before.allSatisfy({ !isCommon($0.lower) }),
      lexicon.outlets.isOutlet(lower, hasArticle: article && words[0].isCapitalised)
    {
      mention.kind = .outlet
      mention.name = lower
      mention.label = (article && words[0].isCapitalised ? "The " : "") + text(of: run)
      return
    }
    if lexicon.places.isName(lower.joined(separator: " ")), before.isEmpty {
      mention.kind = .organisation
      mention.name = lower
      mention.label = text(of: run)
      return
    }
    let title = titleEnd(run)
    let role = before.last.flatMap { lexicon.role($0.lower) }
    let isPlainlyBody = run.count == 1 && lexicon.organisationWords.contains(lower[0])
    if isPlainlyBody || role == nil && title == 0 && isOrganisation(run) {
      let institution = lexicon.head(lower[lower.count - 1], in: lexicon.institutions)?.singular
      mention.kind = .organisation
      if let last = lexicon.head(lower[lower.count - 1], in: lexicon.documents), lower.count > 1 {
        if !lexicon.organisationWords.contains(lower[lower.count - 1]) {
          mention.kind = .document
          mention.heads = [last.singular]
        }
      }
      if let institution { mention.heads = [institution] }
      mention.name = lower
      mention.label = text(of: owner.isEmpty ? run : words.filter { $0.span.start >= owner[0].span.start
        && $0.span.end <= run[run.count - 1].span.end })
      if lower.last == "police" || lower.last == "forces" { mention.isPlural = nil }
      return
    }
    readPerson(run, titleEnd: title, before: before, owner: owner, role: role?.singular, &mention)
  }

  private func readPerson(
    _ run: [Token], titleEnd: Int, before: [Token], owner: [Token], role: String?,
    _ mention: inout Mention
  ) {
    let title = Array(run[..<titleEnd])
    var name = Array(run[titleEnd...])
    while name.count > 1, let last = name.last, lexicon.nameSuffixes.contains(last.lower) {
      name.removeLast()
    }
    mention.name = name.map(\.lower)
    mention.heads =
      heads(in: title.map(\.lower)) + [role].compactMap(\.self) + heads(in: before.map(\.lower))
    mention.heads = mention.heads.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    mention.gender =
      (before + title).compactMap { lexicon.titles[$0.lower] ?? lexicon.roleGenders[$0.lower] }
      .compactMap(\.self).first
      ?? name.first.flatMap { lexicon.givenNames[$0.lower] ?? nil }
    let isKnownPerson =
      !title.isEmpty || role != nil || lexicon.givenNames[name.first?.lower ?? ""] != nil
    mention.isIntroduced = !title.isEmpty || role != nil
    mention.kind = isKnownPerson || name.count > 1 ? .person : .organisation
    if let first = name.first, name.count == 1, !isKnownPerson {
      let letters = document.text[first.span]
      if letters.count > 1, letters.allSatisfy({ $0.isUppercase }) { mention.kind = .organisation }
    }
    // "Clinton's running mate Tim Kaine" needs its owner; a page of adjectives it does not need.
    let pre = before.isEmpty && title.isEmpty ? [] : owner.isEmpty ? before : []
    let shown = pre.count > 6 ? [] : pre
    let opening = shown.first ?? run[0]
    mention.label = text(
      of: words.filter {
        $0.span.start >= opening.span.start && $0.span.end <= run[run.count - 1].span.end
      })
    if before.count > 0, opening.lower.first?.isLowercase == true, !opening.isCapitalised {
      mention.label = mention.label.prefix(1).uppercased() + mention.label.dropFirst()
    }
  }

  /// How many words of a run of capitals are titles: *Detective Inspector* Steven Jones.
  private func titleEnd(_ run: [Token]) -> Int {
    guard run.count > 1 else { return 0 }
    var end = 0
    for index in 0..<(run.count - 1) {
      let word = run[index].lower
      guard lexicon.titles[word] != nil || lexicon.role(word).map({ !$0.isPlural }) == true else { continue }
      // A given name that is also a title ("Dean", "Bishop") opens a name when nothing stands before it.
      if index == 0, lexicon.givenNames[word] != nil { continue }
      end = index + 1
    }
    let institution = run.last.map { lexicon.organisationWords.contains($0.lower) } ?? false
    return institution && lexicon.givenNames[run[end].lower] == nil ? 0 : end
  }

  private func isOrganisation(_ run: [Token]) -> Bool {
    let lower = run.map(\.lower)
    guard let last = lower.last, let first = lower.first else { return false }
    if run.count == 1 {
      let letters = document.text[run[0].span]
      return lexicon.organisationWords.contains(last)
        || (letters.count > 1 && letters.allSatisfy { $0.isUppercase || $0 == "." || $0 == "&" })
        || letters.dropFirst().contains(where: \.isUppercase) && !letters.hasPrefix("Mc")
          && !letters.hasPrefix("Mac") && !letters.hasPrefix("De") && !letters.contains("'")
          && !letters.contains("’") && !letters.contains("-")
    }
    if lexicon.organisationWords.contains(last) { return true }
    if lower.contains("&") { return true }
    if lexicon.givenNames[first] != nil { return false }
    if lower.contains(where: { ["of", "for", "and", "the"].contains($0) }) { return true }
    if lexicon.head(last, in: lexicon.documents) != nil { return true }
    return lower.contains { lexicon.organisationWords.contains($0) || lexicon.places.country($0) != nil }
  }

  // MARK: - Descriptions

  private func readDescription(
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
    mention.modifiers.formUnion(modifiers(of: Array(head.dropLast())))
    mention.label = described(mention)
    if let pair = Self.longest(lower, of: lexicon.outlets.heads), mention.determiner != .indefinite,
      rest.isEmpty, mention.isPlural != true
    {
      mention.kind = .outlet
      mention.heads = [pair]
    } else if let role = lexicon.role(last) ?? Self.longest(lower, of: lexicon.roles).map({ ($0, false) }) {
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
      mention.kind = last.hasSuffix("s") && mention.determiner != .indefinite ? .group : .person
      mention.isPlural = mention.isPlural ?? (mention.kind == .group)
      mention.heads = [PeopleLexicon.singulars(of: last).first ?? last]
      if mention.determiner == .definite, mention.isPlural == false { mention.kind = .organisation }
    }
    if last == "member" || last == "members", let body = rest.map(\.lower).first(where: Self.chambers.contains) {
      mention.heads += ["member of \(body)", "member of parliament", "lawmaker"]
    }
    settleNaming(head, owner: owner, rest: rest, &mention)
  }

  private static let collections: Set<String> = [
    "array", "group", "number", "majority", "handful", "couple", "range", "variety", "crowd", "series", "string",
    "pair", "trio", "team", "dozens", "hundreds", "thousands", "lot", "minority", "generation",
  ]

  private static let chambers: Set<String> = [
    "parliament", "congress", "house", "senate", "knesset", "assembly", "bundestag", "duma", "dáil",
    "legislature",
  ]

  private func settleNaming(
    _ head: [Token], owner: [Token], rest: [Token], _ mention: inout Mention
  ) {
    let describing = mention.modifiers.subtracting(Self.empty)
    let isBareHead = mention.heads.contains(where: lexicon.bareHeads.contains)
    if describing.isEmpty, rest.isEmpty, owner.isEmpty, isBareHead,
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
    default: break
    }
  }

  /// "The results of the National Nutrition Study": the name stands after "of".
  private func nameDocument(_ rest: [Token], _ mention: inout Mention) {
    guard rest.first?.lower == "of" || rest.first?.lower == "from" else { return }
    let run = rest.dropFirst().drop { $0.lower == "the" || $0.lower == "a" }.prefix { $0.isCapitalised }
    guard run.count > 1, let last = run.last,
      let named = lexicon.head(last.lower, in: lexicon.documents)
    else { return }
    mention.form = .name
    mention.name = run.map(\.lower)
    mention.heads.append(named.singular)
    mention.label = text(of: Array(run))
    mention.identifies = true
  }

  /// "a report by Politico", "Politico's report": the outlet speaks.
  private func outletSpeaks(
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
      mention.label = text(of: name).replacingLeadingThe()
      mention.identifies = true
      mention.modifiers = []
      return true
    }
    return false
  }

  // MARK: - Small parts

  private func bare(_ mention: Mention, last: String? = nil) -> Mention {
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
  private func described(_ mention: Mention) -> String {
    let shown = text(of: words)
    guard let first = words.first, first.isCapitalised, opensSentence(first), isOrdinary(first) else {
      return shown
    }
    return shown.prefix(1).lowercased() + shown.dropFirst()
  }

  private func isOrdinary(_ word: Token) -> Bool {
    let determiners: Set<String> = [
      "the", "a", "an", "this", "that", "another", "some", "his", "her", "its", "their", "one", "two", "other",
      "others", "many", "several", "senior", "local", "former", "both", "all", "most", "few", "no", "these",
    ]
    return determiners.contains(word.lower) || isCommon(word.lower)
  }

  /// Roles and other heads among the words, longest first, the last word first.
  private func heads(in lower: [String]) -> [String] {
    var heads: [String] = []
    for size in [3, 2] where lower.count >= size {
      for start in stride(from: lower.count - size, through: 0, by: -1) {
        let joined = lower[start..<(start + size)].joined(separator: " ")
        if lexicon.roles.contains(joined) { heads.append(joined) }
      }
    }
    for word in lower.reversed() {
      if let role = lexicon.role(word) { heads.append(role.singular) }
      else if lexicon.titles[word] != nil, word.hasSuffix(".") { heads.append(word) }
    }
    if heads.isEmpty, let last = lower.last, lexicon.bareHeads.contains(last) { heads.append(last) }
    return heads
  }

  private static func longest(_ lower: [String], of words: Set<String>) -> String? {
    for size in [3, 2, 1] where lower.count >= size {
      let joined = lower.suffix(size).joined(separator: " ")
      if words.contains(joined) { return joined }
    }
    return nil
  }

  /// What describes, without empty words, places by their country.
  private func modifiers(of words: [Token]) -> Set<String> {
    var found: Set<String> = []
    var index = 0
    while index < words.count {
      if index + 1 < words.count,
        let country = lexicon.places.country(words[index].lower + " " + words[index + 1].lower)
      {
        found.insert(country)
        index += 2
        continue
      }
      let word = words[index]
      index += 1
      guard word.kind == .word, !Self.linking.contains(word.lower), !Self.empty.contains(word.lower)
      else { continue }
      found.insert(lexicon.places.country(word.lower) ?? word.lower)
    }
    return found
  }

  private static let empty: Set<String> = [
    "the", "a", "an", "'s", "'", "’", "and", "or", "this", "that", "these", "those", "some", "many", "several",
    "other", "its", "his", "her", "their", "s", "also", "both", "all", "few", "most", "two", "three",
  ]

  /// The words as printed, from the first to the last, on one line.
  private func text(of words: [Token]) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return document.text[Span(first.span.start, last.span.end)].onOneLine
  }
}

extension String {
  /// Line breaks and runs of blanks as one blank.
  var onOneLine: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  fileprivate func replacingLeadingThe() -> String {
    hasPrefix("the ") ? "The " + dropFirst(4) : self
  }
}
