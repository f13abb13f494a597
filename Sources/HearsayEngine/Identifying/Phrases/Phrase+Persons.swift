import HearsayLanguage
import HearsayModel

/// The name of a person: titles, suffixes, whose they are, and what a list shows of it.
extension Phrase {
  func person(
    _ run: [Token], titleEnd: Int, before: [Token], owner: [Token], role: String?,
    _ mention: Mention
  ) -> Mention {
    var mention = mention
    let title = Array(run[..<titleEnd])
    let name = withoutSuffix(Array(run[titleEnd...]))
    mention.name = name.map(\.lower)
    mention.heads =
      (heads(in: title.map(\.lower)) + [role].compactMap(\.self) + heads(in: before.map(\.lower)))
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    mention.gender = gender(of: name[0], after: before + title)
    mention.isIntroduced = !title.isEmpty || role != nil
    mention.isKindTold = mention.isIntroduced || lexicon.givenNames[name[0].lower] != nil
    mention.kind =
      mention.isKindTold || !isShouted(name[0]) && isSurname(name[0]) || name.count > 1
      ? .person : .organisation
    let opening = opening(of: name, title: title, before: before, owner: owner)
    mention.label = text(from: opening, to: run[run.count - 1])
    // "“Ashes” director | Ann Roe", cut inside the marks.
    if hasStrayMark(mention.label) {
      mention.label = text(from: title.first ?? name[0], to: run[run.count - 1])
    }
    if name.count > 1, run.allSatisfy(isShouted) { mention.label = inSmallLetters(run) }
    if !before.isEmpty, !opening.isCapitalised, opening.lower.first?.isLowercase == true {
      mention.label = mention.label.capitalisedFirst
    }
    return mention
  }

  private func hasStrayMark(_ label: String) -> Bool {
    let opened = label.count { "“«‘".contains($0) }
    let closed = label.count { "”»".contains($0) }
    return closed != opened && closed > 0 || label.count { $0 == "\"" } % 2 == 1
  }

  /// "LEO O'HART" as *Leo O'Hart*.
  private func inSmallLetters(_ name: [Token]) -> String {
    name.map { word in
      var isFirst = true
      return document.text[word.span].lowercased().reduce(into: "") { shown, letter in
        shown += isFirst && letter.isLetter ? letter.uppercased() : String(letter)
        isFirst = !letter.isLetter
      }
    }.joined(separator: " ")
  }

  private func withoutSuffix(_ name: [Token]) -> [Token] {
    let suffixes = name.dropFirst().reversed().prefix { lexicon.nameSuffixes.contains($0.lower) }
    return Array(name.dropLast(suffixes.count))
  }

  private func gender(of name: Token, after words: [Token]) -> Gender? {
    for word in words {
      if let told = (lexicon.titles[word.lower] ?? lexicon.roleGenders[word.lower]) { return told }
    }
    return lexicon.givenNames[name.lower] ?? nil
  }

  /// How many words of a run of capitals are titles: *Detective Inspector* Steven Jones.
  func titleEnd(_ run: [Token]) -> Int {
    guard run.count > 1, let last = run.last else { return 0 }
    let title = run.indices.dropLast().last { index in
      let word = run[index].lower
      // A given name that is also a title ("Dean", "Bishop") opens a name when nothing stands before it.
      return (lexicon.titles[word] != nil || lexicon.isSingleRole(word))
        && !(index == 0 && lexicon.givenNames[word] != nil)
    }
    let end = title.map { $0 + 1 } ?? 0
    let isBody =
      lexicon.organisationWords.contains(last.lower) && lexicon.givenNames[run[end].lower] == nil
    return isBody ? 0 : end
  }

  /// Where the label begins: "Clinton's running mate Tim Kaine" needs its owner; a page of adjectives it does not need.
  private func opening(of name: [Token], title: [Token], before: [Token], owner: [Token]) -> Token {
    let isOnlyKin = before.allSatisfy(lexicon[.kin].has)
    let inFront = owner.isEmpty && !isOnlyKin ? before : []
    // "With the acquisition Hale said": what is done is nobody's title.
    if let last = inFront.last, !isDeed(last.lower), let shown = shown(inFront) { return shown }
    // "Son Abe Hale": whose son he is stands elsewhere.
    let isKin = !title.isEmpty && title.allSatisfy(lexicon[.kin].has)
    return isKin ? name[0] : title.first ?? name[0]
  }

  /// The first of the words before a name that belong to it: "Explain what | software firm Hale" is cut.
  private func shown(_ words: [Token]) -> Token? {
    guard words.count <= 9 else { return nil }
    let clause = words.lastIndex {
      (!$0.isCapitalised || opensSentence($0)) && lexicon.sentenceOpeners.contains($0.lower)
        && !lexicon[.postLinks].has($0)
    }
    return words[(clause.map { $0 + 1 } ?? 0)...].first
  }

  private func isDeed(_ word: String) -> Bool {
    lexicon[.deedEndings].isEnding(of: word) && !isCommon(word)
  }

  /// "WHO" is no *who*, and no surname.
  func isShouted(_ word: Token) -> Bool {
    let letters = document.text[word.span]
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }

  /// "Gingrich said": a lone capitalised word is a surname, unless it is known or built as something else.
  private func isSurname(_ word: Token) -> Bool {
    words.first.map(lexicon[.the].has) != true && isBuiltAsSurname(document.text[word.span])
      && !lexicon.soleNames.contains(word.lower) && !lexicon.institutions.contains(word.lower)
      && !lexicon.organisationWords.contains(word.lower)
      && lexicon.countries.country(word.lower) == nil
      && !lexicon[.noSurnameEndings].isEnding(of: word.lower)
      && !lexicon.outlets.isOutlet([word.lower], hasArticle: false)
  }

  /// Letters only, and no capital after the first but in *McKay* or *O'Hara*.
  private func isBuiltAsSurname(_ letters: String) -> Bool {
    let hasApostrophe = letters.contains { $0 == "'" || $0 == "’" }
    let second = letters.dropFirst().first
    return (letters.count > 2 || letters.utf8.count > 4)
      && letters.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" }
      && !letters.dropFirst(2).contains(where: \.isUppercase)
      && (second?.isUppercase != true || hasApostrophe)
  }

  /// The words as printed from one of them to another.
  func text(from first: Token, to last: Token) -> String {
    document.letters[Span(first.span.start, last.span.end)].onOneLine
  }
}
