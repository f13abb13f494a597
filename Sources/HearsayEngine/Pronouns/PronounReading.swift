import HearsayLanguage
import HearsayModel

/// One text in which a pronoun and some names are looked at: how far apart they stand, and what each does in its sentence.
struct PronounReading {
  let document: Document
  let lexicon: PeopleLexicon
  let pronoun: Range<Int>
  let names: [Range<Int>]
  /// Where other people are named.
  private let others: [Range<Int>]

  init(document: Document, lexicon: PeopleLexicon, question: PronounQuestion) {
    self.document = document
    self.lexicon = lexicon
    pronoun = document.tokenRange(in: question.pronoun)
    names = question.names.map(document.tokenRange)
    others = Self.capitals(in: document, lexicon)
  }

  /// What speaks for or against a name, alone and together with what the pronoun does.
  func features(_ index: Int) -> [String] {
    let name = names[index]
    guard !name.isEmpty, !pronoun.isEmpty else { return [] }
    let (far, does, said) = (distance(name), part(of: name), partOfPronoun)
    let between = min(3, namesBetween(name))
    let same = min(2, pronounsBetween(name))
    let often = min(4, mentions(of: name))
    let other = others(than: index, from: name)
    let alone = [
      "often \(often)", "gender \(gender(of: name))", "words \(min(3, name.count))",
      opensText(name) ? "opens text" : "inside text", "clause \(isInOneClause(with: name))",
      "speech \(isInSpeech(name) == isInSpeech(pronoun))", "before \(word(before: name))",
      "after \(word(after: name))", "place \(placeInSentence(of: name))",
    ]
    let together = [
      "\(far), \(does)", "\(far), \(said)", "\(far), \(does), \(said)", "\(does), \(said)",
      "\(far), names between \(between)", "\(far), same pronouns between \(same)",
      "\(far), often \(often)", "\(far), place \(placeInSentence(of: name))",
      "\(said), clause \(isInOneClause(with: name)), \(does)", "\(other), \(does)",
      "\(other), \(far)", "\(said), \(placeOfPronoun), \(far), \(does)",
      "\(placeOfPronoun), \(far), place \(placeInSentence(of: name))",
      "often \(often), \(other)", "same \(same), often \(often)",
      "words \(min(3, name.count)), often \(often)",
      "\(chain(to: name)), \(does)", "\(chain(to: name)), place \(placeInSentence(of: name))",
      "\(chain(to: name)), \(far)", "\(rank(of: name)), \(far)", "\(rank(of: name)), \(does)",
      "\(rivals(to: name)), \(far)", "\(rivals(to: name)), \(chain(to: name))",
      "\(said), \(wordItself(before: pronoun)) before it, \(far)",
    ]
    return ["name"] + alone + together + [
      "\(wordItself(before: name)) before", "\(wordItself(after: name)) after",
    ]
  }
}

// MARK: - Where else

extension PronounReading {
  /// Where a name, or the first or last word of it, stands in the text.
  func places(like index: Int) -> [Span] {
    let own = document.tokens[names[index]].filter { $0.isCapitalised && $0.lower.count > 2 }
    let asked = Set([own.first, own.last].compactMap { $0.map { document.text[$0.span] } })
    return document.tokens.filter { asked.contains(document.text[$0.span]) }.map(\.span)
  }
}

// MARK: - How far

extension PronounReading {
  private func sentence(_ range: Range<Int>) -> Int { document.tokens[range.lowerBound].sentence }

  private func distance(_ name: Range<Int>) -> String {
    let sentences = sentence(pronoun) - sentence(name)
    if name.lowerBound > pronoun.lowerBound {
      return sentences == 0 ? "later in sentence" : "in a later sentence"
    }
    return sentences == 0 ? "same sentence" : "sentences \(min(4, sentences))"
  }

  private func gap(_ name: Range<Int>) -> Range<Int> {
    name.lowerBound < pronoun.lowerBound
      ? name.upperBound..<max(name.upperBound, pronoun.lowerBound)
      : pronoun.upperBound..<max(pronoun.upperBound, name.lowerBound)
  }

  private func namesBetween(_ name: Range<Int>) -> Int {
    let gap = gap(name)
    return others.filter { other in
      gap.contains(other.lowerBound) && !isSame(other, name)
    }.count
  }

  private func pronounsBetween(_ name: Range<Int>) -> Int {
    gap(name).count(where: isSamePronoun)
  }

  private func isInOneClause(with name: Range<Int>) -> Bool {
    guard sentence(name) == sentence(pronoun) else { return false }
    return !gap(name).contains { index in
      let token = document.tokens[index]
      return !token.classes.isDisjoint(with: [
        .subordinator, .relative, .coordinator, .complementiser,
      ]) || token.kind == .punctuation
    }
  }

  /// Where the other name stands: nearer, farther, or on the other side of the pronoun.
  private func others(than index: Int, from name: Range<Int>) -> String {
    guard let other = names.indices.first(where: { $0 != index }).map({ names[$0] }), !other.isEmpty
    else { return "alone" }
    let isNearer = gap(other).count < gap(name).count
    let (own, theirs) = (sentence(name), sentence(other))
    return (isNearer ? "other nearer" : "other farther") + (own == theirs ? " beside" : " apart")
      + " \(part(of: other))"
  }
}

// MARK: - Who else is there

extension PronounReading {
  private func isSamePronoun(_ index: Int) -> Bool {
    let asked = lexicon.pronouns[document.tokens[pronoun.lowerBound].lower]
    return lexicon.pronouns[document.tokens[index].lower] == asked
  }

  /// How the name stands to the first of the same pronouns that follow each other without a name between.
  private func chain(to name: Range<Int>) -> String {
    var first = pronoun.lowerBound
    var index = first - 1
    while index >= 0, sentence(pronoun) - document.tokens[index].sentence <= 3 {
      if others.contains(where: { $0.contains(index) && mayBeAsked($0) }) { break }
      if isSamePronoun(index) { first = index }
      index -= 1
    }
    if name.lowerBound > first { return "inside chain" }
    let between = others.count { other in
      other.lowerBound >= name.upperBound && other.lowerBound < first && mayBeAsked(other)
        && !isSame(other, name)
    }
    let sentences = document.tokens[first].sentence - sentence(name)
    return "chain \(min(2, between)) \(min(2, sentences)) \(first == pronoun.lowerBound)"
  }

  /// Whether nothing says that somebody with this name is of another gender than the pronoun.
  private func mayBeAsked(_ name: Range<Int>) -> Bool { gender(of: name) == "same" }

  /// How many people of the pronoun's gender are named in the text, and between this name and the pronoun.
  private func rivals(to name: Range<Int>) -> String {
    let gap = gap(name)
    let people = others.filter { mayBeAsked($0) && !isSame($0, name) }
    return
      "rivals \(min(2, people.count { gap.contains($0.lowerBound) })) of \(min(3, people.count))"
  }

  /// Whether somebody else is named more often.
  private func rank(of name: Range<Int>) -> String {
    let own = mentions(of: name)
    let most = others.filter { !isSame($0, name) }.map(mentions).max() ?? 0
    return own > most ? "named most" : own == most ? "named as often" : "named less"
  }

  private func wordItself(before range: Range<Int>) -> String {
    token(range.lowerBound - 1, in: sentence(range))?.lower ?? "nothing"
  }

  private func wordItself(after range: Range<Int>) -> String {
    token(range.upperBound, in: sentence(range))?.lower ?? "nothing"
  }
}

// MARK: - What a word does in its sentence

extension PronounReading {
  private func token(_ index: Int, in sentence: Int) -> Token? {
    guard document.tokens.indices.contains(index), document.tokens[index].sentence == sentence
    else { return nil }
    return document.tokens[index]
  }

  private func word(before range: Range<Int>) -> String {
    kind(of: token(range.lowerBound - 1, in: sentence(range)))
  }

  private func word(after range: Range<Int>) -> String {
    kind(of: token(range.upperBound, in: sentence(range)))
  }

  private func kind(of token: Token?) -> String {
    guard let token else { return "nothing" }
    if lexicon[.ownerMarks].has(token), token.kind == .word || token.lower != "," { return "owner" }
    if token.kind != .word {
      return token.lower == "," ? "comma" : token.kind == .number ? "number" : "mark"
    }
    let kinds: [(WordClasses, String)] = [
      (.preposition, "preposition"), (.additive, "and"), (.relative, "relative"),
      (.subordinator, "subordinator"), (.tensed, "verb"), (.helpers, "verb"), (.past, "verb"),
      (.determiner, "determiner"), (.possessive, "determiner"), (.adverbial, "adverb"),
    ]
    if let known = kinds.first(where: { !token.classes.isDisjoint(with: $0.0) }) { return known.1 }
    if lexicon.role(token.lower) != nil { return "role" }
    return token.isCapitalised ? "capital" : "word"
  }

  private func part(of name: Range<Int>) -> String {
    let (before, after) = (word(before: name), word(after: name))
    if after == "owner" { return "owner" }
    if before == "preposition" { return "oblique" }
    if before == "and" || after == "and" { return "one of many" }
    if after == "verb" || after == "adverb" { return "subject" }
    if before == "nothing" { return "opening" }
    if before == "verb" { return "object" }
    if before == "comma" { return after == "comma" ? "aside" : "after comma" }
    return after == "comma" ? "before comma" : "elsewhere"
  }

  private var partOfPronoun: String {
    let token = document.tokens[pronoun.lowerBound]
    if token.classes.contains(.possessive) {
      let after = word(after: pronoun)
      let isObject =
        token.classes.contains(.object)
        && !["word", "capital", "role", "number"].contains(after)
      return isObject ? "spoken of" : "owning"
    }
    return token.classes.contains(.subject) ? "doing" : "spoken of"
  }

  private var placeOfPronoun: String {
    switch word(before: pronoun) {
    case "nothing": "opens sentence"
    case "comma", "mark": "after comma"
    case "subordinator": "opens clause"
    case "and": "goes on"
    case "preposition": "after preposition"
    case "verb": "after verb"
    default: "within"
    }
  }

  private func placeInSentence(of name: Range<Int>) -> String {
    let start = document.sentences[sentence(name)].tokens.lowerBound
    if name.lowerBound - start <= 1 { return "first" }
    let isFirst = !others.contains { $0.lowerBound >= start && $0.upperBound <= name.lowerBound }
    return isFirst ? "first name" : "later name"
  }

  private func isInSpeech(_ range: Range<Int>) -> Bool {
    document.isInsideSpeech(document.tokens[range.lowerBound].span.start)
  }

  private func opensText(_ name: Range<Int>) -> Bool {
    others.first { !$0.isEmpty }.map { isSame($0, name) } ?? false
  }
}

// MARK: - Names

extension PronounReading {
  /// Runs of words with a capital, without those that only open a sentence.
  private static func capitals(in document: Document, _ lexicon: PeopleLexicon) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, token) in document.tokens.enumerated()
    where token.kind == .word && token.isCapitalised && lexicon.pronouns[token.lower] == nil {
      let opens = document.sentences[token.sentence].tokens.lowerBound == index
      if opens, !token.classes.contains(.nominal) || lexicon.sentenceOpeners.contains(token.lower) {
        continue
      }
      if let last = runs.last, last.upperBound == index,
        document.tokens[last.lowerBound].sentence == token.sentence
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private func words(_ range: Range<Int>) -> [String] {
    document.tokens[range].filter { $0.kind == .word && $0.isCapitalised }.map(\.lower)
  }

  /// Whether two names may be one's: they share their last word, or one is the other's first.
  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let (one, other) = (words(one), words(other))
    guard let last = one.last, let otherLast = other.last else { return false }
    return last == otherLast || one == [other[0]] || other == [one[0]]
  }

  private func mentions(of name: Range<Int>) -> Int { others.filter { isSame($0, name) }.count }

  private func gender(of name: Range<Int>) -> String {
    guard case .one(let asked) = lexicon.pronouns[document.tokens[pronoun.lowerBound].lower],
      let first = words(name).first
    else { return "unknown" }
    let title = token(name.lowerBound - 1, in: sentence(name))
    let told = title.flatMap { lexicon.titles[$0.lower] ?? lexicon.roleGenders[$0.lower] }
    guard let told = told ?? (lexicon.givenNames[first] ?? nil) else { return "unknown" }
    return told == asked ? "same" : "other"
  }
}
