import HearsayLanguage
import HearsayModel

/// Where a proper name begins in the words of a head, if there is one.
extension Phrase {
  /// Where a run of capitals that reaches the end begins; the end where the phrase ends otherwise.
  func nameStart(in head: [Token]) -> Int {
    let start = withoutSentenceCapital(capitalsStart(in: head), in: head)
    guard start < head.count, !isOnlySentenceCapital(start, in: head),
      !isRole(head[start...]), !isSecondMention(head), !lexicon[.nameless].has(head[start])
    else { return head.count }
    return start
  }

  private func capitalsStart(in head: [Token]) -> Int {
    var start = head.count
    for index in head.indices.reversed() {
      let word = head[index]
      if word.isCapitalised || lexicon.isPrefixedName(word, in: document.text) {
        start = index
      } else if !mayBeInside(head, at: index, isBeforeName: start < head.count) {
        break
      }
    }
    return start
  }

  /// Small words and numbers that a name may have inside, and *&*.
  private func mayBeInside(_ head: [Token], at index: Int, isBeforeName: Bool) -> Bool {
    let word = head[index]
    if word.lower == "&" { return true }
    guard isBeforeName, index > 0 else { return false }
    return word.kind == .number || lexicon.particles.contains(word.lower)
      || lexicon[.nameLinks].has(word)
      || lexicon[.purposeLinks].has(word)
        && lexicon.organisationWords.contains(head[index - 1].lower)
  }

  /// "If Hamas", "What Liz Wahl": the sentence's capital is no part of the name.
  private func withoutSentenceCapital(_ start: Int, in head: [Token]) -> Int {
    guard start < head.count, opensSentence(head[start]) || head.count == 1,
      !isShouted(head[start]), lexicon.sentenceOpeners.contains(head[start].lower)
    else { return start }
    return head[(start + 1)...].firstIndex {
      $0.isCapitalised && !lexicon.sentenceOpeners.contains($0.lower)
    } ?? head.count
  }

  /// A capital that only opens the sentence makes no name: "Police", "Senior officials".
  private func isOnlySentenceCapital(_ start: Int, in head: [Token]) -> Bool {
    start == 0 && opensSentence(head[0]) && head.allSatisfy { isCommon($0.lower) }
      && !head.dropFirst().contains(where: \.isCapitalised)
  }

  /// "US Officials" in a headline, "the senior Iraqi MP", "the Prime Minister": a role in capitals; "John Bishop" is a
  /// name.
  private func isRole(_ run: ArraySlice<Token>) -> Bool {
    guard let first = run.first, let last = run.last, let role = lexicon.role(last.lower),
      !isBodyOfPeople(run)
    else { return false }
    return role.isPlural
      || lexicon.givenNames[first.lower] == nil && !run.contains(where: lexicon[.fieldLinks].has)
  }

  /// "the House of Representatives", "the Coast Guard": a body whose name ends in a word for people.
  private func isBodyOfPeople(_ run: ArraySlice<Token>) -> Bool {
    guard let last = run.last, last.isCapitalised, run.count > 1 else { return false }
    if lexicon.organisationWords.contains(last.lower), lexicon.isSingleRole(last.lower) {
      return true
    }
    return run.indices.dropFirst().dropLast().contains { index in
      isBodyLink(run[index]) && run[index - 1].isCapitalised
        && lexicon.organisationWords.contains(run[index - 1].lower)
    }
  }

  /// "the Department": a body named before, not a name.
  private func isSecondMention(_ head: [Token]) -> Bool {
    head.count == 1 && words.count == 2 && lexicon[.the].has(words[0])
      && lexicon.secondMentions.contains(head[0].lower)
  }
}
