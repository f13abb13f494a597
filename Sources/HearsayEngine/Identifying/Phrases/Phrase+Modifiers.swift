import HearsayLanguage
import HearsayModel

/// Where the head ends and what follows it begins.
extension Phrase {
  /// Where of-phrases and clauses start after the head. "Department of Justice" stays whole, "Lydia Roe for the
  /// council" does not.
  static func firstModifier(_ words: [Token], lexicon: PeopleLexicon) -> Int {
    words.indices.dropFirst().first { beginsModifier(words, at: $0, lexicon) } ?? words.count
  }

  private static func beginsModifier(_ words: [Token], at index: Int, _ lexicon: PeopleLexicon)
    -> Bool
  {
    let (before, word) = (words[index - 1], words[index])
    if word.lower == "(" { return true }
    if word.isCapitalised { return isAskedBy(words[index...], after: before, lexicon) }
    guard word.kind == .word else { return false }
    guard lexicon[.afterHead].has(word) else {
      return lexicon[.verbEndings].isEnding(of: word.lower) && isHead(before.lower, lexicon)
        && !word.lower.contains("-") && lexicon.role(word.lower) == nil
    }
    return !continuesName(words, at: index, lexicon: lexicon)
  }

  /// "protesters | Harbour News interviewed": after people a name and what it did with them; the verb may have gone to
  /// the cue.
  private static func isAskedBy(
    _ rest: ArraySlice<Token>, after head: Token, _ lexicon: PeopleLexicon
  ) -> Bool {
    guard !head.isCapitalised, lexicon.role(head.lower)?.isPlural == true, let last = rest.last,
      rest.dropLast().allSatisfy(\.isCapitalised)
    else { return false }
    return last.isCapitalised
      ? lexicon.outlets.isOutlet(rest.map(\.lower), hasArticle: false) : lexicon[.asked].has(last)
  }

  static func isHead(_ word: String, _ lexicon: PeopleLexicon) -> Bool {
    lexicon.role(word) != nil || lexicon.head(word, in: lexicon.documents) != nil
      || lexicon.head(word, in: lexicon.institutions) != nil
  }

  /// "Department *of* Justice", "Bank *of* England", "Centers *for* Disease Control *and* Prevention".
  private static func continuesName(_ words: [Token], at index: Int, lexicon: PeopleLexicon) -> Bool
  {
    guard index + 1 < words.count else { return false }
    let (before, link, left) = (words[index - 1], words[index], words[..<index])
    var next = words[index + 1]
    if lexicon[.articles].has(next), index + 2 < words.count { next = words[index + 2] }
    guard before.isCapitalised, next.isCapitalised else { return false }
    if lexicon[.purpose].has(link) { return lexicon.organisationWords.contains(before.lower) }
    if left.contains(where: { lexicon.role($0.lower) != nil && !$0.isCapitalised }) { return false }
    if let first = left.first(where: \.isCapitalised), isOfPerson(first.lower, lexicon),
      // "Prosecutor's Office for the Southern District of Orlo".
      !(left.contains(where: lexicon[.ownerMarks].has)
        && left.contains { $0.isCapitalised && lexicon.organisationWords.contains($0.lower) })
    {
      return lexicon[.nameLinks].has(link) && lexicon[.postsOfFields].has(before)
    }
    if lexicon[.and].has(link) {
      // "Food *and* Agriculture Organization".
      return left.contains { lexicon.organisationWords.contains($0.lower) }
        || left.count == 1
          && words[(index + 1)...].prefix(while: \.isCapitalised)
            .contains { lexicon.organisationWords.contains($0.lower) }
    }
    if lexicon[.purposeLinks].has(link) { return lexicon.organisationWords.contains(before.lower) }
    return lexicon[.fieldLinks].has(link)
      && (lexicon.organisationWords.contains(before.lower)
        || lexicon.documents.contains(before.lower) || left.count == 1
        || isInsideBody(left, before, lexicon))
  }

  /// "Court of Appeals *for* the District", "Office of the High Commissioner *for* Refugees"; the "High Commissioner for
  /// Refugees" alone is a post.
  private static func isInsideBody(
    _ left: ArraySlice<Token>, _ before: Token, _ lexicon: PeopleLexicon
  ) -> Bool {
    let names = left.filter(\.isCapitalised)
    if names.first.map({ lexicon.institutions.contains($0.lower) }) == true { return true }
    return lexicon.role(before.lower) == nil
      && names.contains { lexicon.organisationWords.contains($0.lower) }
  }

  /// Whether a phrase that begins so is about a person.
  private static func isOfPerson(_ word: String, _ lexicon: PeopleLexicon) -> Bool {
    lexicon.titles[word] != nil || lexicon.givenNames[word] != nil || lexicon.role(word) != nil
  }
}
