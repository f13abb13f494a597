import HearsayModel

/// Reads a noun phrase: determiner, titles, name, head, what describes it.
struct MentionReader: Sendable {
  let lexicon: PeopleLexicon

  /// Reads the words of `span`, or nothing where it holds no word.
  func mention(of span: Span, in document: Document) -> Mention? {
    let range = document.tokenRange(in: span)
    return mention(of: Array(document.tokens[range]), in: document)
  }

  /// Reads these words as one phrase.
  func mention(of all: [Token], in document: Document) -> Mention? {
    let words = trimmed(all)
    guard let first = words.first, let last = words.last else { return nil }
    let span = Span(first.span.start, last.span.end)
    if let pronoun = pronoun(words, span: span, document.text) { return pronoun }
    let chunks = phrases(words)
    guard let core = chunks.first else { return nil }
    if let joined = coordination(core + laterParts(of: chunks), span: span, document) {
      return bearer(of: joined, in: chunks, document) ?? joined
    }
    var phrase = Phrase(core, document: document, lexicon: lexicon)
    phrase.span = span
    var mention = phrase.mention()
    for apposition in chunks.dropFirst() { take(apposition, into: &mention, document) }
    return mention
  }

  /// "the party's founder and former leader, Jo Hale": two posts of one person, whose name follows.
  private func bearer(of joined: Mention, in chunks: [[Token]], _ document: Document) -> Mention? {
    guard chunks.count == 2, let last = chunks.last,
      joined.parts.allSatisfy({ !$0.isName && $0.kind == .person && $0.isPlural != true })
    else { return nil }
    var name = Phrase(last, document: document, lexicon: lexicon).mention()
    guard name.isName, name.kind == .person, name.isKindTold || name.name.count > 1 else {
      return nil
    }
    name.span = joined.span
    name.heads += joined.parts.flatMap(\.heads)
    name.isIntroduced = true
    return name
  }

  /// "Google, Yahoo and Bing": commas part the members of a list, not an apposition.
  private func laterParts(of chunks: [[Token]]) -> [Token] {
    guard chunks.count > 1, let last = chunks.last,
      let and = last.firstIndex(where: { $0.lower == "and" }), and + 1 < last.count,
      last[and + 1].isCapitalised, and <= 4, last[0].isCapitalised,
      chunks.dropLast().allSatisfy({ $0.count <= 4 }),
      chunks.dropLast().allSatisfy({ $0.first?.isCapitalised == true })
    else { return [] }
    return Array(last[and...])
  }

  // MARK: - Pronouns

  private func pronoun(_ words: [Token], span: Span, _ text: ArticleText) -> Mention? {
    guard words.count <= 2, let pronoun = lexicon.pronouns[words[0].lower] else { return nil }
    if words.count == 2, lexicon.pronouns[words[1].lower] == nil,
      !lexicon.quantifiers.contains(words[1].lower), words[1].kind == .word
    {
      return nil
    }
    // "US" is no pronoun.
    if words[0].isCapitalised, text[words[0].span].allSatisfy(\.isUppercase),
      words[0].span.count > 1
    {
      return nil
    }
    var mention = Mention(
      span: span, form: .pronoun(pronoun), kind: .person, isPlural: false,
      label: words[0].lower)
    switch pronoun {
    case .one(let gender): mention.gender = gender
    case .thing: mention.kind = .organisation
    case .many:
      mention.kind = .group
      mention.isPlural = true
    case .relative: mention.isPlural = nil
    case .writer: mention.kind = .author
    }
    return mention
  }

  // MARK: - Several at once

  /// "A senior MP and the leader of a party": several sources in one phrase.
  private func coordination(_ core: [Token], span: Span, _ document: Document) -> Mention? {
    guard
      let and = core.indices.first(where: { index in
        core[index].lower == "and" && index > 0 && index + 1 < core.count
          && joins(Array(core[..<index]), Array(core[(index + 1)...]), document)
      })
    else { return nil }
    let left = core[..<and].split { $0.lower == "," }.map(Array.init)
    let pieces = left + [Array(core[(and + 1)...])]
    let parts = pieces.compactMap { piece -> Mention? in
      var words = piece
      if let first = words.first, ["both", "either", "neither"].contains(first.lower) {
        words.removeFirst()
      }
      guard !words.isEmpty else { return nil }
      return Phrase(words, document: document, lexicon: lexicon).mention()
    }
    guard parts.count > 1 else { return nil }
    let kinds = Set(parts.map(\.kind))
    let kind: SourceKind =
      kinds.isSubset(of: [.person, .group]) ? .group : kinds.count == 1 ? parts[0].kind : .group
    var mention = Mention(
      span: span, form: parts.allSatisfy(\.isName) ? .name : .description, kind: kind,
      isPlural: true,
      label: document.text[span])
    mention.parts = parts
    mention.identifies = parts.allSatisfy { $0.naming == .named }
    return mention
  }

  private func joins(_ left: [Token], _ right: [Token], _ document: Document) -> Bool {
    guard let next = right.first, let before = left.last else { return false }
    // "businessman and former mayor Leo Ruiz" is one, "Biden and others in the party" are many.
    let isLoneRole = lexicon.role(before.lower)?.isPlural == false && !before.isCapitalised
    if isLoneRole, left.count == 1, right.last?.isCapitalised == true { return false }
    if next.lower == "others", before.isCapitalised { return true }
    let cut = Phrase.firstModifier(left, lexicon: lexicon)
    let determiners: Set<String> = [
      "the", "a", "an", "his", "her", "its", "their", "other", "another",
    ]
    if determiners.contains(next.lower) {
      // "authorities in the UK and the US": both belong to the preposition.
      if cut < left.count, lexicon.role(right.last?.lower ?? "") == nil, !hasRole(right) {
        return false
      }
      return hasRole(right)
        || (next.lower == "the" && right.dropFirst().first?.isCapitalised == true)
    }
    let first = Phrase(left, document: document, lexicon: lexicon).mention()
    let head = Phrase(right, document: document, lexicon: lexicon).mention()
    // "retailer Redco and brewer Salmon Group"; "retailer Fish and Salmon" is one.
    let areFirms = [first, head].allSatisfy {
      $0.isName && $0.heads.contains(where: Phrase.firms.contains)
    }
    if areFirms { return true }
    if next.isCapitalised {
      // "a study by Ann Roe and Professor Jo Hale" is one study.
      if cut < left.count, left[..<cut].contains(where: isWriting) { return false }
      if cut < left.count { return head.kind == .person && head.isIntroduced }
      if !before.isCapitalised { return head.kind == .person && head.isName }
      if isNameGoingOn(left, right) { return false }
      if first.kind == .person || head.kind == .person { return head.isName && first.isName }
      return left.count <= 2 && right.count <= 2
        && !lexicon.organisationWords.contains(right.last?.lower ?? "")
    }
    // "President Vale and some Liberals", "Senator Ted Lund and fellow Liberal Jo Roe".
    if cut == left.count, before.isCapitalised {
      let areMany = head.kind == .group || right.last?.lower.hasSuffix("s") == true
      if areMany, lexicon.quantifiers.contains(next.lower) { return true }
      if first.isName, first.kind == .person, head.isName, head.kind == .person, head.isIntroduced {
        return true
      }
    }
    return cut == left.count && head.kind == .group && before.isCapitalised == next.isCapitalised
  }

  /// "the Department of Parks *and* Rivers": one body's name, unless another body or person follows.
  private func isNameGoingOn(_ left: [Token], _ right: [Token]) -> Bool {
    guard let of = left.lastIndex(where: { ["of", "for"].contains($0.lower) }), of > 0,
      lexicon.organisationWords.contains(left[of - 1].lower), left[of - 1].isCapitalised
    else { return false }
    let right = right.prefix { $0.lower != "(" }
    let isOther = right.contains { word in
      lexicon.organisationWords.contains(word.lower) || lexicon.givenNames[word.lower] != nil
        || lexicon.titles[word.lower] != nil || lexicon.countries.country(word.lower) != nil
    }
    return !isOther && right.count <= 3
  }

  private func isWriting(_ word: Token) -> Bool {
    lexicon.head(word.lower, in: lexicon.documents) != nil && !word.isCapitalised
  }

  private func hasRole(_ words: [Token]) -> Bool {
    words.prefix(Phrase.firstModifier(words, lexicon: lexicon)).contains {
      lexicon.role($0.lower) != nil
    }
  }

  // MARK: - Appositions

  /// "a spokeswoman for the council", "56", "Ismail Haniyeh" after a comma.
  private func take(_ words: [Token], into mention: inout Mention, _ document: Document) {
    let openers: Set<String> = ["who", "which", "whose", "and", "or", "but", "where", "while"]
    guard let first = words.first, !openers.contains(first.lower) else { return }
    let phrase = Phrase(words, document: document, lexicon: lexicon).mention()
    if mention.isName {
      guard first.kind != .number else {
        // "Amman, 20,": only people have an age.
        if mention.kind == .organisation, words.count == 1, mention.name.count <= 3,
          Int(first.lower).map({ (5...110).contains($0) }) == true
        {
          mention.kind = .person
        }
        return
      }
      guard !phrase.isName || !phrase.heads.isEmpty else { return }
      mention.heads += phrase.heads
      if phrase.kind == .person, mention.kind != .person, mention.isPlural != true,
        !lexicon.organisationWords.contains(mention.name.last ?? "")
      {
        mention.kind = .person
      }
      // "Rosatlas, the space agency,".
      if phrase.kind == .organisation, phrase.form != .name, mention.kind == .person,
        !mention.isKindTold, mention.name.count == 1
      {
        mention.kind = .organisation
      }
      if mention.gender == nil { mention.gender = phrase.gender }
      mention.modifiers.formUnion(phrase.modifiers)
      mention.isIntroduced = true
    } else if mention.form == .description || mention.form == .bare, phrase.isName,
      phrase.kind == .person || phrase.name.count > 1 || mention.kind == .outlet,
      mention.kind == .person || mention.kind == .outlet
        || mention.kind == .organisation, mention.isPlural != true
    {
      // "Hamas's political leader, Ismail Haniyeh": the name is the better half.
      let heads = mention.heads
      let modifiers = mention.modifiers
      let kind = mention.kind
      let span = mention.span
      mention = phrase
      mention.kind = kind == .person || kind == .outlet ? kind : phrase.kind
      mention.span = span
      mention.heads += heads
      mention.modifiers.formUnion(modifiers)
      mention.isIntroduced = true
    }
  }

  // MARK: - Cutting

  private func trimmed(_ tokens: [Token]) -> [Token] {
    func isMark(_ token: Token) -> Bool {
      token.kind == .openingMark || token.kind == .closingMark
        || (token.kind == .punctuation && token.lower != "(" && token.lower != ")"
          && token.lower != "&")
    }
    // A closing bracket at the start belongs to what stood before.
    var words = Array(tokens.drop { isMark($0) || $0.lower == ")" })
    while let last = words.last, isMark(last) || last.lower == "'s" || last.lower == "'" {
      words.removeLast()
    }
    words = withoutDay(words)
    return words.filter { $0.kind != .openingMark && $0.kind != .closingMark }
  }

  /// "the ministry late today", "the company on Monday": when it was said does not belong to who said it.
  private func withoutDay(_ words: [Token]) -> [Token] {
    guard let last = words.last, words.count > 1,
      lexicon.days.contains(last.lower), !last.isCapitalised || last.lower.hasSuffix("day"),
      last.lower != "today" || !last.isCapitalised
    else { return words }
    let before = words.dropLast()
    guard before.last.map({ !["of", "black", "bloody", "the", "'s"].contains($0.lower) }) == true
    else { return words }
    let rest = Array(
      before.reversed().drop {
        ["on", "late", "early", "last", "this", "earlier"].contains($0.lower)
      }
      .reversed())
    return rest.isEmpty ? words : rest
  }

  /// The phrase before the first comma, and each apposition after it.
  private func phrases(_ words: [Token]) -> [[Token]] {
    var chunks: [[Token]] = [[]]
    var depth = 0
    for word in words {
      if word.lower == "(" || word.lower == "[" { depth += 1 }
      if word.lower == ")" || word.lower == "]" { depth -= 1 }
      if depth <= 0, [",", "—", "–", "--", ";", ":"].contains(word.lower) {
        chunks.append([])
      } else {
        chunks[chunks.count - 1].append(word)
      }
    }
    return chunks.filter { !$0.isEmpty }
  }
}
