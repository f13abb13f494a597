import HearsayLanguage
import HearsayModel

/// Several sources in one phrase: "A senior MP and the leader of a party".
extension MentionReader {
  func several(in core: [Token], span: Span, _ document: Document) -> Mention? {
    let and = core.indices.dropFirst().dropLast().first { index in
      lexicon[.and].has(core[index])
        && Joint(core, at: index, self, document).joins
    }
    guard let and else { return nil }
    let members =
      core[..<and].split { $0.lower == "," }.map(Array.init) + [Array(core[(and + 1)...])]
    let parts = members.map {
      $0.first.map(lexicon[.bothOrEither].has) == true ? Array($0.dropFirst()) : $0
    }
    .filter { !$0.isEmpty }.map { phrase($0, in: document) }
    return joined(parts, span: span, document)
  }

  /// Those who are named or described as one source.
  func joined(_ parts: [Mention], span: Span, _ document: Document) -> Mention? {
    guard parts.count > 1 else { return nil }
    let kinds = Set(parts.map(\.kind))
    let arePeople = kinds.isSubset(of: [.person, .group])
    var mention = Mention(
      span: span, form: parts.allSatisfy(\.isName) ? .name : .description,
      kind: kinds.count == 1 && !arePeople ? parts[0].kind : .group, isPlural: true,
      label: document.text[span])
    mention.parts = parts
    mention.identifies = parts.allSatisfy { $0.naming == .named }
    return mention
  }

  /// "Google, Yahoo and Bing": commas part the members of a list, not an apposition.
  func laterMembers(of chunks: [[Token]]) -> [Token] {
    guard chunks.count > 1, let last = chunks.last,
      let and = last.firstIndex(where: lexicon[.and].has), and + 1 < last.count, and <= 4,
      last[and + 1].isCapitalised, last[0].isCapitalised,
      chunks.dropLast().allSatisfy({ $0.count <= 4 && $0[0].isCapitalised })
    else { return [] }
    return Array(last[and...])
  }
}

/// An *and* with what stands on either side of it: does it join two sources, or the parts of one?
private struct Joint {
  let left: [Token]
  let right: [Token]
  let lexicon: PeopleLexicon
  /// Where on the left a preposition or a clause begins.
  private let cut: Int
  private let reader: MentionReader
  private let document: Document

  init(_ words: [Token], at and: Int, _ reader: MentionReader, _ document: Document) {
    left = Array(words[..<and])
    right = Array(words[(and + 1)...])
    lexicon = reader.lexicon
    cut = Phrase.firstModifier(left, lexicon: lexicon)
    self.reader = reader
    self.document = document
  }

  private var before: Token { left[left.count - 1] }
  private var next: Token { right[0] }
  private var isLeftWhole: Bool { cut == left.count }

  var joins: Bool {
    if isOneWithTwoRoles { return false }
    if lexicon[.furtherAlone].has(next), before.isCapitalised { return true }
    if lexicon[.determinersOfOthers].has(next) { return joinsDescription }
    let (first, second) = (reader.phrase(left, in: document), reader.phrase(right, in: document))
    if [first, second].allSatisfy(isFirm) { return true }
    return next.isCapitalised ? joinsNames(first, second) : joinsGroup(first, second)
  }

  /// "businessman and former mayor Leo Ruiz".
  private var isOneWithTwoRoles: Bool {
    left.count == 1 && lexicon.isSingleRole(before.lower) && !before.isCapitalised
      && right.last?.isCapitalised == true
  }

  /// "... and the leader of a party". "Authorities in the UK and the US": both belong to the preposition.
  private var joinsDescription: Bool {
    let hasRole = right.prefix(Phrase.firstModifier(right, lexicon: lexicon))
      .contains { lexicon.role($0.lower) != nil }
    return hasRole
      || (isLeftWhole || lexicon.role(right[right.count - 1].lower) != nil)
        && lexicon[.the].has(next) && right.dropFirst().first?.isCapitalised == true
  }

  /// "retailer Redco and brewer Salmon Group"; "retailer Fish and Salmon" is one.
  private func isFirm(_ mention: Mention) -> Bool {
    mention.isName && mention.heads.contains(where: lexicon[.firms].contains)
  }

  private func joinsNames(_ first: Mention, _ second: Mention) -> Bool {
    if areTwoBodies { return true }
    if !isLeftWhole {
      // "a study by Ann Roe and Professor Jo Hale" is one study.
      return !left[..<cut].contains(where: isWriting) && second.kind == .person
        && second.isIntroduced
    }
    if !before.isCapitalised { return second.kind == .person && second.isName }
    if isBodyGoingOn || isFieldOfBody { return false }
    if first.kind == .person || second.kind == .person { return second.isName && first.isName }
    return left.count <= 2 && right.count <= 2
      && !lexicon.organisationWords.contains(right[right.count - 1].lower)
  }

  /// "President Vale and some Liberals", "Senator Ted Lund and fellow Liberal Jo Roe", "police and firefighters".
  private func joinsGroup(_ first: Mention, _ second: Mention) -> Bool {
    guard isLeftWhole else { return false }
    guard before.isCapitalised else { return second.kind == .group }
    let areMany = second.kind == .group || lexicon.looksPlural(right[right.count - 1].lower)
    if areMany, lexicon.quantifiers.contains(next.lower) { return true }
    return [first, second].allSatisfy { $0.isName && $0.kind == .person } && second.isIntroduced
  }

  /// "the Centre for Rivers *and* Centre for Lakes": each opens with a word for a body and goes on with its field.
  private var areTwoBodies: Bool {
    [left, right].allSatisfy { words in
      let name = words.drop(while: lexicon[.the].has)
      guard let body = name.first, body.isCapitalised,
        lexicon.organisationWords.contains(body.lower)
      else { return false }
      return name.dropFirst().first.map(lexicon[.fieldLinks].has) == true
        && name.count > 2
    }
  }

  /// "the Department of Parks *and* Rivers": one body's name, unless another body or person follows.
  private var isBodyGoingOn: Bool {
    guard let of = left.lastIndex(where: lexicon[.fieldLinks].has), of > 0,
      lexicon.organisationWords.contains(left[of - 1].lower), left[of - 1].isCapitalised
    else { return false }
    let right = right.prefix { $0.lower != "(" }
    let isOther = right.contains { word in
      lexicon.organisationWords.contains(word.lower) || lexicon.givenNames[word.lower] != nil
        || lexicon.titles[word.lower] != nil || lexicon.countries.country(word.lower) != nil
    }
    return !isOther && right.count <= 3
  }

  /// "the Food *and* Agriculture Organization": nobody's name has an article before it, and a field is no body.
  private var isFieldOfBody: Bool {
    guard left.count == 2, lexicon[.the].has(left[0]), right.count > 1 else { return false }
    let word = before.lower
    return !lexicon.organisationWords.contains(word) && lexicon.countries.country(word) == nil
      && !lexicon.outlets.isOutlet([word], hasArticle: true)
      && !lexicon.soleNames.contains(word)
      && right.contains { $0.isCapitalised && lexicon.organisationWords.contains($0.lower) }
  }

  private func isWriting(_ word: Token) -> Bool {
    lexicon.head(word.lower, in: lexicon.documents) != nil && !word.isCapitalised
  }
}
