import HearsayLanguage
import HearsayModel

/// What stands before the words that name or describe: a number, an article, an age, and an acronym in brackets.
extension Phrase {
  func takeAcronym(from core: inout [Token], into mention: inout Mention) {
    guard let open = core.firstIndex(where: { $0.lower == "(" }) else { return }
    let inner = core[(open + 1)...].prefix { $0.lower != ")" }
    let after = core.index(after: min(inner.endIndex, core.count - 1))
    if inner.count == 1, let only = inner.first, only.isCapitalised { mention.acronym = only.lower }
    // A bracket that ends the phrase is no part of what a list shows: "(no relation)", "(R-Ariz.)".
    if after >= core.count - 1, open > 0, mention.acronym == nil {
      mention.label = text(of: Array(core[..<open]))
    }
    core = Array(core[..<open]) + Array(core[min(after, core.count)...])
  }

  func takeQuantity(from core: inout [Token], into mention: inout Mention) {
    if core.count > 2, lexicon[.roughly].has(core[0]), core[1].kind == .number {
      core.removeFirst()
    }
    if let size = ratio(core) {
      mention.determiner = .indefinite
      mention.isPlural = true
      core.removeFirst(size)
      return
    }
    guard let first = core.first, core.count > 1, isQuantity(first) else { return }
    mention.determiner = lexicon[.wholes].has(first) ? .definite : .indefinite
    mention.isPlural = !lexicon[.singles].has(first)
    core.removeFirst()
    if core.first.map(lexicon[.of].has) == true { core.removeFirst() }
  }

  /// How many words "one in five" and "three out of four" are, where people follow.
  private func ratio(_ words: [Token]) -> Int? {
    guard words.count > 3, isQuantity(words[0]) else { return nil }
    let links = words[1...].prefix(while: lexicon[.ratioLinks].has)
    let size = links.count + 2
    guard !links.isEmpty, size < words.count, isQuantity(words[size - 1]) else { return nil }
    return size
  }

  private func isQuantity(_ word: Token) -> Bool {
    if lexicon.furtherWords.contains(word.lower) { return false }
    return lexicon.quantifiers.contains(word.lower) || Int(word.lower) != nil
      || word.kind == .number && word.lower.hasSuffix("%")
  }

  func takeDeterminer(from core: inout [Token], into mention: inout Mention) {
    guard let first = core.first, core.count > 1, let determiner = determiner(first) else { return }
    mention.determiner = determiner
    core.removeFirst()
    guard determiner != .possessive, let next = core.first, core.count > 1, !next.isCapitalised,
      lexicon.furtherWords.contains(next.lower)
    else { return }
    if determiner == .indefinite || lexicon[.determinersFurther].has(next) {
      mention.determiner = .further
    }
    core.removeFirst()
  }

  private func determiner(_ word: Token) -> Mention.Determiner? {
    if lexicon[.determinersDefinite].has(word) { return .definite }
    if lexicon[.determinersIndefinite].has(word) { return .indefinite }
    if lexicon[.determinersPossessive].has(word) { return .possessive }
    return lexicon[.determinersFurther].has(word) ? .further : nil
  }

  /// "Sixteen-year-old Jo": how old she is does not belong to her name.
  func takeAge(from core: inout [Token]) {
    guard core.count > 1, core[1].isCapitalised, lexicon[.ageEndings].isEnding(of: core[0].lower)
    else { return }
    core.removeFirst()
  }
}
