import HearsayLanguage
import HearsayModel

/// Finds the whole verb group around a cue verb: *has repeatedly refused*, *did not say*.
struct VerbGroups {
  let sentence: SentenceWords

  /// A cue verb with what belongs to it.
  struct Group {
    /// Positions from the first helper to the verb.
    var positions: Range<Int>
    /// The verb itself.
    var head: Int
    var form: CueForm
    var isPassive: Bool
    var hasHelper: Bool
  }

  /// The group whose main verb stands at `head`; `nil` if the word is no verb there.
  func group(at head: Int) -> Group? {
    guard let form = sentence.verb(head), sentence.kind(head) == .word
    else { return nil }
    var start = head
    var isPassive = false
    var hasHelper = false
    while start > 0 {
      let before = start - 1
      if sentence.has(before, WordClasses.helpers) {
        guard isHelper(before) else { break }
        if sentence.has(before, [.auxiliary, .modal, .contraction]) { hasHelper = true }
        if form.inflection == .past, sentence.isOne(of: sentence.rules.being, before),
          !hasDone(before + 1, head)
        {
          isPassive = true
        }
      } else if !sentence.isAdverb(before) || sentence.isMark(before) {
        break
      } else if before == 0, sentence.has(before, .lead) {
        break
      }
      start = before
    }
    while start < head, sentence.isAdverb(start), isTime(start) { start += 1 }
    guard isVerb(head, form, start: start, hasHelper: hasHelper) else { return nil }
    return Group(
      positions: start..<head + 1, head: head, form: form, isPassive: isPassive,
      hasHelper: hasHelper)
  }

  private func isTime(_ position: Int) -> Bool { sentence.has(position, .time) }

  /// In "he's been" the clitic helps; in "Hale's claim" it doesn't.
  private func isHelper(_ position: Int) -> Bool {
    guard sentence.has(position, [.genitive, .determiner]) else { return true }
    return sentence.has(position - 1, .subject) && sentence.has(position, .genitive)
  }

  private func hasDone(_ from: Int, _ head: Int) -> Bool {
    (from..<head).contains { sentence.isOne(of: sentence.rules.having, $0) }
  }

  /// Whether the word is a verb here and not the noun or name that looks the same.
  private func isVerb(_ head: Int, _ form: CueForm, start: Int, hasHelper: Bool) -> Bool {
    if hasHelper { return form.inflection != .present }
    if sentence.isCapitalised(head), head > 0, !sentence.isInHeadline { return false }
    let isQuantifier = sentence.has(start - 1, .standalone) && !sentence.has(head, .nounLike)
    if !isQuantifier, sentence.followsDeterminer(head) || sentence.followsDeterminer(start) {
      return false
    }
    if form.inflection != .past, sentence.has(head, .nounLike),
      !sentence.has(head + 1, .complementiser), !isPlainSubject(start - 1)
    {
      return false
    }
    if form.inflection != .past, sentence.has(head, .nounLike), isNounBeforeVerb(head) {
      return false
    }
    switch form.inflection {
    case .base:
      // "they say", "experts believe"; not "the report", "in charge", "to call".
      guard start > 0 else { return false }
      if sentence.has(start - 1, [.preposition, .conjunction, .negation]) { return false }
      if sentence.has(start - 1, .infinitive) { return false }
      return sentence.has(start - 1, [.subject, .standalone, .relative])
        || isPlural(start - 1) || sentence.isComma(start - 1) || isOnlyVerb(form)
    case .present:
      return !sentence.has(start - 1, [.preposition])
    case .past, .gerund:
      return true
    }
  }

  /// "Health *worries* have dogged", "a set of *rules* that could end": the verb comes after it.
  private func isNounBeforeVerb(_ head: Int) -> Bool {
    let next = sentence.has(head + 1, .complementiser) ? head + 2 : head + 1
    return sentence.has(next, [.auxiliary, .modal])
  }

  /// Whether what stands before can only be a subject, so that *plans* after it must be a verb.
  private func isPlainSubject(_ position: Int) -> Bool {
    sentence.has(position, [.subject, .standalone, .relative]) || sentence.isCapitalised(position)
      || sentence.isComma(position) || sentence.has(position, .conjunction) || isPlural(position)
      || sentence.isInHeadline
  }

  /// Whether the base form is hardly ever a noun: *say*, *believe*, *argue*.
  private func isOnlyVerb(_ form: CueForm) -> Bool {
    let entry = sentence.lexicon.entries[form.entry]
    return sentence.lexicon.nouns[entry.lemma] == nil
      && (entry.frames[.thatClause] ?? 0) >= TaggingSettings.shareOfSpeech
      && !entry.isAlsoNoun
  }

  private func isPlural(_ position: Int) -> Bool {
    let word = sentence.word(position)
    return sentence.language.endings.isPlural(word) && sentence.isNominal(position)
      || sentence.rules.collectives.contains(word)
      || word == ")"
  }
}
