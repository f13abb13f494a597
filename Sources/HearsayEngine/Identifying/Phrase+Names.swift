import HearsayModel

/// Reading a proper name: titles, the name itself, and whose it is.
extension Phrase {
  /// Where a run of capitals that reaches the end begins; the end where the phrase ends otherwise.
  func nameStart(in head: [Token]) -> Int {
    var start = head.count
    var index = head.count - 1
    while index >= 0 {
      let word = head[index]
      let isPart =
        word.isCapitalised || Self.isArabicName(word, in: document.text)
        || (word.kind == .number && index > 0 && start < head.count)
        || word.lower == "&"
        || (start < head.count && index > 0
          && (lexicon.particles.contains(word.lower)
            || ["of", "for", "and", "the"].contains(word.lower)
            || ["to", "on"].contains(word.lower)
              && lexicon.organisationWords.contains(head[index - 1].lower)))
      guard isPart else { break }
      if word.isCapitalised || Self.isArabicName(word, in: document.text) { start = index }
      index -= 1
    }
    // "If Hamas", "What Liz Wahl": the sentence's capital is no part of the name.
    if start < head.count, opensSentence(head[start]) || head.count == 1, !isShouted(head[start]),
      lexicon.sentenceOpeners.contains(head[start].lower)
    {
      start =
        head[(start + 1)...].firstIndex {
          $0.isCapitalised && !lexicon.sentenceOpeners.contains($0.lower)
        } ?? head.count
    }
    guard start < head.count else { return start }
    // A capital that only opens the sentence makes no name: "Police", "Sources", "Senior officials".
    if start == 0, head.count == 1, isCommon(head[0].lower), opensSentence(head[0]) {
      return head.count
    }
    if start == 0, head.count > 1, head.allSatisfy({ isCommon($0.lower) }), opensSentence(head[0]),
      !head.dropFirst().contains(where: \.isCapitalised)
    {
      return head.count
    }
    // "US Officials" in a headline.
    if let last = head.last, let role = lexicon.role(last.lower), role.isPlural,
      !isBodyOfPeople(head[start...])
    {
      return head.count
    }
    // "the Department": a body named before, not a name.
    if head.count == 1, words.count == 2, words[0].lower == "the",
      lexicon.secondMentions.contains(head[0].lower)
    {
      return head.count
    }
    // "the senior Iraqi MP", "the Prime Minister": a role in capitals; "John Bishop" is a name.
    if let last = head.last, lexicon.role(last.lower) != nil,
      lexicon.givenNames[head[start].lower] == nil, !isBodyOfPeople(head[start...]),
      !head[start...].contains(where: { $0.lower == "of" || $0.lower == "for" })
    {
      return head.count
    }
    return start
  }

  /// "the House of Representatives", "the Coast Guard": a body whose name ends in a word for people.
  private func isBodyOfPeople(_ run: ArraySlice<Token>) -> Bool {
    guard let last = run.last, last.isCapitalised, run.count > 1 else { return false }
    if lexicon.organisationWords.contains(last.lower), lexicon.role(last.lower)?.isPlural == false {
      return true
    }
    return run.indices.dropLast().contains { index in
      index > run.startIndex && ["of", "for", "to", "on"].contains(run[index].lower)
        && run[index - 1].isCapitalised && lexicon.organisationWords.contains(run[index - 1].lower)
    }
  }

  /// "according to *Time*": a capital in mid-sentence, with nothing beside it.
  private func isLoneName(_ run: [Token]) -> Bool {
    run.count == 1 && words.count == 1 && !opensSentence(run[0])
  }

  /// "WHO" is no *who*.
  private func isShouted(_ word: Token) -> Bool {
    let letters = document.text[word.span]
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }

  /// *al-Assad*, *el-Sisi*, *d'Estaing*: small at first and a name all the same.
  static func isArabicName(_ token: Token, in text: ArticleText) -> Bool {
    guard token.kind == .word, !token.isCapitalised, token.span.count > 4 else { return false }
    let prefixes = ["al-", "el-", "ar-", "as-", "at-", "an-", "ash-", "ad-", "bin-", "d'", "l'"]
    guard prefixes.contains(where: token.lower.hasPrefix) else { return false }
    return text[token.span].contains(where: \.isUppercase)
  }

  func isCommon(_ word: String) -> Bool {
    word == "others" || lexicon.role(word) != nil || lexicon.bareHeads.contains(word)
      || lexicon.quantifiers.contains(word) || lexicon.institutions.contains(word)
      || lexicon.head(word, in: lexicon.documents) != nil
      || lexicon.head(word, in: lexicon.institutions) != nil
  }

  func opensSentence(_ word: Token) -> Bool {
    guard document.sentences.indices.contains(word.sentence) else { return false }
    let sentence = document.sentences[word.sentence]
    let first = document.tokens[sentence.tokens].first { $0.kind == .word }
    return first?.span == word.span
      || document.paragraphs[sentence.paragraph].role == .headline
  }

  func readName(
    _ head: [Token], from start: Int, owner: [Token], rest: [Token], _ mention: inout Mention
  ) {
    let run = Array(head[start...])
    let before = Array(head[..<start])
    let lower = run.map(\.lower)
    if run.count == 1, isPeople(lower[0]), before.isEmpty, owner.isEmpty {
      mention.kind = .group
      mention.isPlural = true
      mention.heads = [lower[0]]
      mention.label = text(of: words)
      return
    }
    mention.form = .name
    mention.isPlural = false
    mention.identifies = true
    mention.modifiers.formUnion(modifiers(of: before.filter { lexicon.role($0.lower) == nil }))
    let article = words.first?.lower == "the"
    if before.isEmpty || before.allSatisfy({ !isCommon($0.lower) }),
      lexicon.outlets.isOutlet(
        lower, hasArticle: article && words[0].isCapitalised || isLoneName(run))
    {
      mention.kind = .outlet
      mention.name = lower
      mention.label = (article && words[0].isCapitalised ? "The " : "") + text(of: run)
      return
    }
    if lexicon.countries.isName(lower.joined(separator: " ")), before.isEmpty {
      mention.kind = .organisation
      mention.name = lower
      mention.label = text(of: run)
      return
    }
    let title = titleEnd(run)
    // "Chief Executive of Hong Kong | Carrie Lam": the place belongs to the post.
    if title == 0, before.isEmpty, let person = afterPlace(run) {
      readPerson(person, titleEnd: 0, before: [], owner: owner, role: nil, &mention)
      return
    }
    let role = before.last.flatMap { lexicon.role($0.lower) }
    // "British retailer Redco": firms are called by what they do, as people are.
    if title == 0, let last = before.last?.lower, Self.firms.contains(last),
      lexicon.givenNames[lower[0]] == nil
    {
      mention.kind = .organisation
      mention.heads = [last, "company"]
      mention.name = lower
      mention.label = text(of: run)
      return
    }
    // "software company Red Hat", "the daily newspaper El Faro": what it is stands before it.
    if title == 0, role == nil, let kind = kindOfBody(before) {
      mention.kind = kind
      mention.heads = heads(in: before.map(\.lower))
      mention.name = lower
      mention.label = text(of: run)
      return
    }
    // "Alliance to Save Our Rivers", whatever stands before it.
    let isPlainlyBody =
      lexicon.organisationWords.contains(lower[0]) && (run.count == 1 || lower.contains("to"))
    if isPlainlyBody || role == nil && title == 0 && isOrganisation(run) {
      let institution = self.institution(in: lower)
      mention.kind = .organisation
      if let last = lexicon.head(lower[lower.count - 1], in: lexicon.documents), lower.count > 1 {
        if !lexicon.organisationWords.contains(lower[lower.count - 1]) {
          mention.kind = .document
          mention.heads = [last.singular]
        }
      }
      if let institution { mention.heads = [institution] }
      mention.name = lower
      mention.label = text(
        of: owner.isEmpty
          ? run
          : words.filter {
            $0.span.start >= owner[0].span.start
              && $0.span.end <= run[run.count - 1].span.end
          })
      if lower.last == "police" || lower.last == "forces" { mention.isPlural = nil }
      return
    }
    readPerson(run, titleEnd: title, before: before, owner: owner, role: role?.singular, &mention)
    // "the Daily Hive": nobody's name has an article before it.
    if words.first?.lower == "the", title == 0, role == nil, before.isEmpty, owner.isEmpty,
      mention.kind == .person, lexicon.givenNames[lower[0]] == nil
    {
      mention.kind = .organisation
    }
  }

  /// What kind of body a name tells of: its last word, or the one before "of": "the Department of Parks".
  private func institution(in name: [String]) -> String? {
    if let last = lexicon.head(name[name.count - 1], in: lexicon.institutions)?.singular {
      return last
    }
    return name.indices.dropFirst().lazy.filter { ["of", "for", "on", "to"].contains(name[$0]) }
      .compactMap { lexicon.head(name[$0 - 1], in: lexicon.institutions)?.singular }.first
  }

  func readPerson(
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
    mention.kind = isKnownPerson || name.count > 1 || isSurname(name[0]) ? .person : .organisation
    mention.isKindTold = isKnownPerson
    if let first = name.first, name.count == 1, !isKnownPerson {
      let letters = document.text[first.span]
      if letters.count > 1, letters.allSatisfy({ $0.isUppercase }) { mention.kind = .organisation }
    }
    // "Clinton's running mate Tim Kaine" needs its owner; a page of adjectives it does not need.
    let pre = before.isEmpty && title.isEmpty ? [] : owner.isEmpty ? before : []
    // "Explain what software firm Hale": a clause before the name is none of its titles.
    let titles = pre.last.map { isDeed($0.lower) } == true ? [] : pre
    let clause = titles.lastIndex {
      (!$0.isCapitalised || opensSentence($0)) && lexicon.sentenceOpeners.contains($0.lower)
        && !["of", "for", "to", "and", "in", "on", "at", "from"].contains($0.lower)
    }
    let shown = titles.count > 9 ? [] : Array(titles[(clause.map { $0 + 1 } ?? 0)...])
    // "Son Abe Hale": whose son he is stands elsewhere.
    let isKin = !title.isEmpty && title.allSatisfy { Self.kin.contains($0.lower) }
    let opening = shown.first ?? (isKin ? name[0] : run[0])
    mention.label = text(
      of: words.filter {
        $0.span.start >= opening.span.start && $0.span.end <= run[run.count - 1].span.end
      })
    if before.count > 0, opening.lower.first?.isLowercase == true, !opening.isCapitalised {
      mention.label = mention.label.prefix(1).uppercased() + mention.label.dropFirst()
    }
  }

  /// "With the acquisition Hale said": what is done is nobody's title.
  private func isDeed(_ word: String) -> Bool {
    ["tion", "sion", "ment", "ness", "ance", "ence"].contains(where: word.hasSuffix)
      && !isCommon(word)
  }

  private static let kin: Set<String> = [
    "son", "daughter", "wife", "husband", "brother", "sister", "mother", "father", "widow",
    "widower", "nephew", "niece", "grandson", "granddaughter", "cousin",
  ]

  /// What a lone name may turn out to be, and what stands before a firm's name.
  static let firms: Set<String> = [
    "company", "firm", "group", "manufacturer", "maker", "retailer", "airline", "bank", "carrier",
    "operator", "corporation", "club", "charity", "chain", "supermarket", "brewer", "insurer",
    "automaker", "carmaker", "lender", "startup",
  ]

  /// What the common noun right before a name says that its bearer is; `nil` for a person or nothing.
  private func kindOfBody(_ before: [Token]) -> SourceKind? {
    guard let last = before.last, !last.isCapitalised else { return nil }
    let lower = before.map(\.lower)
    if Self.longest(lower, of: lexicon.outlets.heads) != nil { return .outlet }
    if lexicon.institutions.contains(last.lower), lexicon.role(last.lower) == nil {
      return .organisation
    }
    return nil
  }

  /// "Armenians", "the Swedes": many people, none by name.
  private func isPeople(_ word: String) -> Bool {
    guard word.hasSuffix("s"), word.count > 4, !lexicon.organisationWords.contains(word) else {
      return false
    }
    let one = String(word.dropLast())
    return ["ian", "ean", "ican"].contains(where: one.hasSuffix)
      && lexicon.givenNames[word] == nil
      || lexicon.countries.country(one) != nil
        && lexicon.countries.country(word) == nil
  }

  /// "Gingrich said": a lone capitalised word is a surname, unless it is known or built as something else.
  private func isSurname(_ word: Token) -> Bool {
    let letters = document.text[word.span]
    guard words.first?.lower != "the",
      letters.allSatisfy({ $0.isLetter || $0 == "'" || $0 == "’" }),
      letters.count > 2, !letters.dropFirst(2).contains(where: \.isUppercase),
      !(letters.dropFirst().first?.isUppercase ?? false) || letters.contains("'")
        || letters.contains("’")
    else { return false }
    return !lexicon.soleNames.contains(word.lower) && !lexicon.institutions.contains(word.lower)
      && !lexicon.organisationWords.contains(word.lower)
      && lexicon.countries.country(word.lower) == nil
      && ![
        "ians", "eans", "cans", "ers", "ists", "ites", "crats", "bans", "ish", "ese", "nials",
        "ics",
      ]
      .contains { word.lower.hasSuffix($0) }
      && !lexicon.outlets.isOutlet([word.lower], hasArticle: false)
  }

  func afterPlace(_ run: [Token]) -> [Token]? {
    for size in [2, 1] where run.count > size + 1 {
      let place = run[..<size].map(\.lower).joined(separator: " ")
      if lexicon.countries.country(place) != nil, lexicon.givenNames[run[size].lower] != nil {
        return Array(run[size...])
      }
    }
    return nil
  }

  /// How many words of a run of capitals are titles: *Detective Inspector* Steven Jones.
  func titleEnd(_ run: [Token]) -> Int {
    guard run.count > 1 else { return 0 }
    var end = 0
    for index in 0..<(run.count - 1) {
      let word = run[index].lower
      guard lexicon.titles[word] != nil || lexicon.role(word).map({ !$0.isPlural }) == true else {
        continue
      }
      // A given name that is also a title ("Dean", "Bishop") opens a name when nothing stands before it.
      if index == 0, lexicon.givenNames[word] != nil { continue }
      end = index + 1
    }
    let institution = run.last.map { lexicon.organisationWords.contains($0.lower) } ?? false
    return institution && lexicon.givenNames[run[end].lower] == nil ? 0 : end
  }

  func isOrganisation(_ run: [Token]) -> Bool {
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
    if lower.contains(where: { ["of", "for", "and", "the", "on"].contains($0) }) { return true }
    if lexicon.head(last, in: lexicon.documents) != nil { return true }
    return lower.contains {
      lexicon.organisationWords.contains($0) || lexicon.countries.country($0) != nil
    }
  }
}
