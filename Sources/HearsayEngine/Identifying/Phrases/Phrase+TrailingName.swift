import HearsayLanguage
import HearsayModel

/// A post, what it is of, and who holds it, without a comma: "Mayor of London | Sadiq Khan".
extension Phrase {
  /// Where the name starts in "Mayor of London | Sadiq Khan", "study co-author and chemist | Seth John",
  /// "ambassador to Germany | Richard Grenell".
  ///
  /// Only where nothing but a whole post stands before it: "spokesman for Sadiq Khan" is somebody else.
  func trailingName(_ core: [Token], _ determiner: Mention.Determiner) -> Range<Int>? {
    guard determiner != .indefinite, determiner != .further, core.count > 3, core.count <= 16 else {
      return nil
    }
    let links = core.indices.filter { lexicon[.postLinks].has(core[$0]) }
    for (number, link) in links.enumerated() {
      let isPost = core[..<link].contains { lexicon.isSingleRole($0.lower) }
      guard isPost || lexicon[.and].has(core[link]) else { continue }
      let end = number + 1 < links.count ? links[number + 1] : core.count
      if let start = nameStart(after: link, before: end, in: core) { return start..<end }
    }
    return nil
  }

  /// Who holds the post in front of the name.
  func bearer(of post: [Token], named name: [Token], _ mention: Mention) -> Mention {
    var mention = person(
      name, titleEnd: 0, before: post, owner: [], role: heads(in: post.map(\.lower)).last, mention)
    mention.form = .name
    mention.isPlural = false
    mention.identifies = true
    mention.kind = .person
    mention.modifiers = modifiers(of: post)
    return mention
  }

  /// Where a name starts between the words that a post is of and the next preposition.
  private func nameStart(after link: Int, before end: Int, in core: [Token]) -> Int? {
    let range = link + 1..<end
    if let start = afterNoun(range, in: core), !lexicon[.and].has(core[link]) { return start }
    let start =
      afterField(range, in: core) ?? afterPlace(range, in: core) ?? afterBody(range, in: core)
    guard let start, start > range.lowerBound else { return nil }
    let last = core[start - 1]
    if lexicon[.and].has(core[link]) {
      return lexicon.isSingleRole(last.lower)
        || isLoneRole(core[..<link]) && !last.isCapitalised ? start : nil
    }
    // "Secretary of Justice | Wanda Roe": here justice is a field of government and no title.
    let isPortfolio = lexicon[.portfolios].has(last)
    let isTitle = lexicon.isSingleRole(last.lower) || lexicon.titles[last.lower] != nil
    if isTitle, !(isPortfolio && lexicon[.of].has(core[link]) && start - link == 2) { return nil }
    if isPortfolio || isBody(core[range.lowerBound..<start]) { return start }
    guard lexicon[.originLinks].has(core[link]) else { return nil }
    return (last.isCapitalised ? start - link <= 3 : last.kind == .word) ? start : nil
  }

  /// "co-author of the study | Seth John": a given name opens what is left, and no body's word is in it.
  private func afterField(_ range: Range<Int>, in core: [Token]) -> Int? {
    range.dropLast().last { index in
      let name = core[index..<range.upperBound]
      return name.count <= 4 && name.allSatisfy(\.isCapitalised)
        && lexicon.givenNames[core[index].lower] != nil
        && !name.contains { lexicon.organisationWords.contains($0.lower) }
        && lexicon.givenNames[core[index - 1].lower] == nil
    }
  }

  /// "Mayor of London | Sadiq Khan".
  private func afterPlace(_ range: Range<Int>, in core: [Token]) -> Int? {
    guard let first = range.first else { return nil }
    let opening = first + (lexicon[.the].has(core[first]) ? 1 : 0)
    for size in [2, 1] where (2...3).contains(range.upperBound - opening - size) {
      let start = opening + size
      let place = core[opening..<start].map(\.lower).joined(separator: " ")
      let isName = core[start..<range.upperBound].allSatisfy {
        $0.isCapitalised && lexicon.role($0.lower) == nil
          && !lexicon.organisationWords.contains($0.lower)
      }
      if isName, lexicon.countries.country(place) != nil { return start }
    }
    return nil
  }

  /// "head of the River Council | Enver Sol".
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

  /// "envoy to the talks | Bae Jin-woo": two or three capitals after a small word, and none of them is a body's.
  private func afterNoun(_ range: Range<Int>, in core: [Token]) -> Int? {
    guard let last = range.last(where: { !core[$0].isCapitalised }), core[last].kind == .word,
      (2...3).contains(range.upperBound - last - 1), !lexicon[.articles].has(core[last]),
      lexicon.role(core[last].lower) == nil
    else { return nil }
    let name = core[(last + 1)..<range.upperBound]
    let isName = name.allSatisfy {
      $0.kind == .word && lexicon.role($0.lower) == nil
        && !lexicon.organisationWords.contains($0.lower)
        && lexicon.countries.country($0.lower) == nil && !lexicon[.calendar].has($0)
    }
    return isName && !lexicon.outlets.isOutlet(name.map(\.lower), hasArticle: false)
      && !lexicon.bodies.isFirm(name.map(\.lower)) ? last + 1 : nil
  }

  /// Whether a post may be of this: a place, or what a body's name ends with.
  private func isBody(_ words: ArraySlice<Token>) -> Bool {
    guard let last = words.last?.lower else { return false }
    return lexicon.countries.country(words.map(\.lower).joined(separator: " ")) != nil
      || lexicon.countries.country(last) != nil || lexicon.organisationWords.contains(last)
      || lexicon.institutions.contains(last)
  }

  /// "businessman", "co-founder": a role without an article names nobody by itself.
  private func isLoneRole(_ words: ArraySlice<Token>) -> Bool {
    guard words.count <= 2, let last = words.last else { return false }
    return lexicon.isSingleRole(last.lower) && !last.isCapitalised
  }
}
