import HearsayLanguage
import HearsayModel

/// Names with the role before them and the apposition behind them.
extension SentenceScan {
  /// The name that begins here, and where to read on.
  func name(at start: Int) -> (mention: Mention?, next: Int) {
    let end = endOfName(from: start)
    if isParticiple(start, end) { return (nil, start + 1) }
    if isModifier(start, end) || isSentenceCapital(start, end) || isPlaceOnly(start, end)
      || isBeforeRole(end) || isDay(start, end)
    {
      return (nil, end)
    }
    let (first, isWhole) = opening(of: start)
    let words = article(before: first, isWhole) + tokens[first..<end] + apposition(at: end)
    guard var mention = scanner.reader.mention(of: words, in: document), mention.isName,
      mention.parts.isEmpty
    else { return (nil, end) }
    mention.span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    // The role is known all the same: "the activist" finds her.
    if !isWhole {
      mention.label =
        document.letters[Span(tokens[start].span.start, tokens[end - 1].span.end)].onOneLine
    }
    return (mention, end)
  }

  /// "*The* Post": nobody's name has an article before it.
  private func article(before first: Int, _ isWhole: Bool) -> [Token] {
    guard isWhole, let before = token(first - 1), lexicon[.the].has(before) else { return [] }
    return [before]
  }

  /// Several names in a row: "Ann Roe, Bo Lind and Jo Hale".
  func list(of first: Mention, from start: Int, to end: Int) -> (mentions: [Mention], next: Int)? {
    if let pair = pair(of: first, from: start, to: end) { return pair }
    guard first.isName, first.kind == .person, first.name.count > 1 else { return nil }
    var members = [first]
    var next = end
    while members.count < 8, token(next)?.lower == ",", token(next + 1)?.isCapitalised == true {
      let (found, after) = name(at: next + 1)
      guard let member = found, member.kind == .person, member.name.count > 1 else { return nil }
      if let last = pair(of: member, from: next + 1, to: after), let both = last.mentions.last {
        return (members + last.mentions.dropLast() + [whole(members + both.parts)], last.next)
      }
      members.append(member)
      next = after
    }
    return nil
  }

  /// Several who stand together.
  private func whole(_ parts: [Mention]) -> Mention {
    let span = Span(parts[0].span.start, parts[parts.count - 1].span.end)
    var all = Mention(
      span: span, form: .name, kind: parts[0].kind == .person ? .group : parts[0].kind,
      isPlural: true, label: document.text[span].onOneLine)
    all.parts = parts
    all.identifies = true
    return all
  }

  /// Two names that *and* joins: "Ann Roe and Jo Hale", "Ann Roe and her husband, Jo Hale".
  func pair(of first: Mention, from start: Int, to end: Int) -> (mentions: [Mention], next: Int)? {
    guard let and = token(end), lexicon[.and].has(and) else { return nil }
    var next = end + 1
    if token(next).map(lexicon[.determinersPossessive].has) == true {
      let kin = tokens[next...].prefix(5).firstIndex { lexicon.isSingleRole($0.lower) }
      guard let kin else { return nil }
      next = token(kin + 1)?.lower == "," ? kin + 2 : kin + 1
    } else if token(next).map(lexicon[.the].has) == true {
      next += 1
    }
    while let word = token(next), !word.isCapitalised, lexicon.isSingleRole(word.lower) {
      next += 1
    }
    guard token(next)?.isCapitalised == true else { return nil }
    let (found, after) = name(at: next)
    guard let second = found, first.kind == second.kind,
      first.kind == .organisation && first.isKindTold && second.isKindTold
        || first.kind == .person && first.name.count > 1 && second.name.count > 1
    else { return nil }
    return ([first, second, whole([first, second])], after)
  }

  func endOfName(from start: Int) -> Int {
    var end = start + 1
    while let token = token(end) {
      if goesOn(token, at: end) {
        end += 1
      } else if isNamedAfter(start..<end) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// "St Brannoc's | Hospital": whom a house is named after is no one of whom the text speaks; "Peru's Congress" is Peru's.
  private func isNamedAfter(_ name: Range<Int>) -> Bool {
    guard let mark = token(name.upperBound), lexicon[.ownerMarks].has(mark),
      let house = token(name.upperBound + 1), house.isCapitalised,
      lexicon[.housesOfNames].has(house)
    else { return false }
    let owner = tokens[name].map(\.lower).joined(separator: " ")
    return lexicon.countries.country(owner) == nil
  }

  private func goesOn(_ token: Token, at index: Int) -> Bool {
    if token.kind == .word, token.isCapitalised || lexicon.isPrefixedName(token, in: document.text)
    {
      return true
    }
    guard self.token(index + 1)?.isCapitalised == true else { return false }
    if token.lower == "&" { return true }
    return token.kind == .word && lexicon.particles.contains(token.lower)
      || lexicon[.fieldLinks].has(token)
        && lexicon.organisationWords.contains(tokens[index - 1].lower)
  }
}

// MARK: - Capitals that name nobody

extension SentenceScan {
  /// "Democratic lawmakers", "the Clinton campaign": a modifier, not a mention.
  private func isModifier(_ start: Int, _ end: Int) -> Bool {
    guard let next = token(end), next.kind == .word, !next.isCapitalised else { return false }
    // "a Wall Street darling": whatever it is, it has a name before it that nothing else is told of.
    let isAfterArticle = token(start - 1).map(lexicon[.determinersIndefinite].has) ?? false
    guard end == start + 1 || isAfterArticle else { return false }
    // "the Rafah crossing": behind an article that is a noun.
    if token(start - 1).map(lexicon[.the].has) == true,
      lexicon[.gerundEndings].isEnding(of: next.lower)
    {
      return true
    }
    return !stops(next) && !lexicon[.ownerMarks].has(next)
      && !lexicon[.verbalEndings].isEnding(of: next.lower)
  }

  private func isOpening(_ index: Int) -> Bool { index == tokens.firstIndex { $0.kind == .word } }

  /// "Listed US states": the sentence's capital makes no name of a participle.
  private func isParticiple(_ start: Int, _ end: Int) -> Bool {
    let lower = tokens[start].lower
    return end > start + 1 && lexicon[.participleEndings].isEnding(of: lower)
      && !names.contains(lower) && isOpening(start) && lexicon.givenNames[lower] == nil
      && !lexicon.organisationWords.contains(lower)
  }

  private func isSentenceCapital(_ start: Int, _ end: Int) -> Bool {
    let lower = tokens[start].lower
    return end == start + 1 && isOpening(start) && !names.contains(lower)
      && lexicon.givenNames[lower] == nil && lexicon.countries.country(lower) == nil
      && !lexicon.outlets.isOutlet([lower], hasArticle: false)
  }

  private func isPlaceOnly(_ start: Int, _ end: Int) -> Bool {
    lexicon.countries.country(tokens[start..<end].map(\.lower).joined(separator: " ")) != nil
  }

  /// "US Senator Jane Roe" reads on; "Iraqi officials" is no name.
  private func isBeforeRole(_ end: Int) -> Bool {
    token(end).map { $0.kind == .word && lexicon.role($0.lower) != nil } ?? false
  }

  /// "Last Friday", "3 Feb".
  private func isDay(_ start: Int, _ end: Int) -> Bool {
    if end - start <= 2, lexicon[.calendar].has(tokens[end - 1]) { return true }
    // "3 Feb 2025".
    return end == start + 1 && lexicon[.shortDays].has(tokens[start])
      && [token(start - 1), token(end)].contains { $0?.kind == .number }
  }
}

// MARK: - What belongs to a name

extension SentenceScan {
  /// The role and the adjectives before a name: *Republican presidential nominee* Donald Trump.
  private func opening(of start: Int) -> (first: Int, isWhole: Bool) {
    // "to host Hamas", "will head Google" are verbs.
    guard let role = token(start - 1), role.kind == .word, lexicon.isSingleRole(role.lower),
      token(start - 2).map(lexicon[.beforeVerb].has) != true
    else { return (start, true) }
    var first = start - 1
    while start - first < 5, let word = token(first - 1) {
      guard word.kind == .word, !stops(word), !lexicon[.ownerMarks].has(word),
        !lexicon[.adverbEndings].isEnding(of: word.lower)
      else { break }
      // "climate change activist Jo Hale": half a description is worse than none.
      guard word.isCapitalised || isAdjective(word.lower) else {
        return (first, !mayBeNoun(word.lower))
      }
      first -= 1
    }
    return (first, true)
  }

  /// Not "praised", "including", "met": a word that may belong to the description.
  private func mayBeNoun(_ word: String) -> Bool {
    word.count > 3 && !lexicon[.verbEndings].isEnding(of: word) && !lexicon[.noNouns].contains(word)
  }

  private func isAdjective(_ word: String) -> Bool {
    word.count > 3 && lexicon[.adjectiveEndings].isEnding(of: word)
  }

  /// The comma and what stands in apposition: ", a spokeswoman for the council".
  private func apposition(at end: Int) -> [Token] {
    guard let comma = token(end), comma.lower == "," else { return [] }
    let phrase = Array(
      tokens[(end + 1)...].prefix(18).prefix { $0.kind == .word || $0.kind == .number })
    guard let first = phrase.first, phrase.count < 18, !isClause(phrase) else { return [] }
    let opens =
      lexicon[.articles].has(first) || first.kind == .number && phrase.count <= 2
      || phrase.prefix(Phrase.firstModifier(phrase, lexicon: lexicon)).prefix(5).contains {
        lexicon.role($0.lower) != nil
      }
    return opens ? [comma] + phrase : []
  }

  /// "Hale died, the council announced": the words after the comma say something of their own.
  private func isClause(_ phrase: [Token]) -> Bool {
    guard let last = phrase.last else { return false }
    return phrase.dropFirst(2).prefix(4).contains { word in
      lexicon[.clauseVerbs].has(word)
        || word.lower == last.lower && !word.lower.contains("-")
          && lexicon[.participleEndings].isEnding(of: word.lower)
    }
  }
}
