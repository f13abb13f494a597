import HearsayModel

/// Finds the people and bodies that a text introduces, whether or not they speak.
///
/// "The mayor" of the second paragraph finds *Mayor Bill de Blasio* of the first, where he was only mentioned.
struct IntroductionScanner: Sendable {
  let lexicon: PeopleLexicon
  let reader: MentionReader
  /// Words that end a phrase when read from right to left or from left to right.
  let stopping: Set<String>

  /// Words with a capital elsewhere than at the start of a sentence: names, wherever they stand.
  static func names(in document: Document) -> Set<String> {
    var names: Set<String> = []
    for sentence in document.sentences where document.paragraphs[sentence.paragraph].role == .body {
      var isFirst = true
      for token in document.tokens[sentence.tokens] where token.kind == .word {
        if !isFirst, token.isCapitalised { names.insert(token.lower) }
        isFirst = false
      }
    }
    return names
  }

  /// Names and described people of one sentence, in order of reading.
  ///
  /// - Parameter names: words that are names even where they open a sentence.
  func introductions(in sentence: Sentence, of document: Document, names: Set<String>) -> [Mention]
  {
    let range = sentence.tokens
    var found: [Mention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = document.tokens[index]
      guard token.kind == .word else {
        index += 1
        continue
      }
      if token.isCapitalised, !isPlainWord(token) {
        let (mention, next) = name(at: index, in: range, of: document, names: names)
        if let mention { found.append(mention) }
        index = next
      } else if ["a", "an", "the"].contains(token.lower),
        let (mention, next) = description(at: index, in: range, of: document)
      {
        found.append(mention)
        index = max(next, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  /// "On Thursday", "In mainland China": capitals of the sentence and of the calendar name nobody.
  private func isPlainWord(_ token: Token) -> Bool {
    (stopping.contains(token.lower) && token.lower != "will" && token.lower != "a")
      || Self.calendar.contains(token.lower)
      || lexicon.pronouns[token.lower] != nil && token.lower != "who" && token.span.count > 2
  }

  private static let calendar: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march",
    "april", "june", "july", "august", "september", "october", "november", "december", "today",
    "yesterday",
    "speaking", "according", "however", "meanwhile", "following", "during", "since", "although",
    "despite", "there",
    "this", "these", "those", "what", "why", "how", "where", "then", "now", "here", "per", "per",
    "before", "until",
  ]

  // MARK: - Names

  private func name(
    at start: Int, in range: Range<Int>, of document: Document, names: Set<String>
  ) -> (mention: Mention?, next: Int) {
    let tokens = document.tokens
    var end = start + 1
    while end < range.upperBound {
      let token = tokens[end]
      let next = end + 1 < range.upperBound ? tokens[end + 1] : nil
      if token.kind == .word, token.isCapitalised || Phrase.isArabicName(token, in: document.text) {
        end += 1
      } else if token.kind == .word, lexicon.particles.contains(token.lower),
        next?.isCapitalised == true,
        token.lower != "a"
      {
        end += 1
      } else if token.lower == "of", next?.isCapitalised == true,
        lexicon.organisationWords.contains(tokens[end - 1].lower)
      {
        end += 1
      } else {
        break
      }
    }
    // "Democratic lawmakers", "the Clinton campaign": a modifier, not a mention.
    if end == start + 1, end < range.upperBound, tokens[end].kind == .word,
      !tokens[end].isCapitalised,
      !stopping.contains(tokens[end].lower), tokens[end].lower != "'s",
      !tokens[end].lower.hasSuffix("s"),
      !tokens[end].lower.hasSuffix("ed"), !tokens[end].lower.hasSuffix("ly"),
      !tokens[end].lower.hasSuffix("ing")
    {
      return (nil, end)
    }
    let isOpening = start == range.first { tokens[$0].kind == .word }
    let lower = tokens[start].lower
    // "Listed US states": the sentence's capital makes no name of a participle.
    if isOpening, end > start + 1, lower.hasSuffix("ed"), !names.contains(lower),
      lexicon.givenNames[lower] == nil, !lexicon.organisationWords.contains(lower)
    {
      return (nil, start + 1)
    }
    if end == start + 1, isOpening, !names.contains(lower), lexicon.givenNames[lower] == nil,
      lexicon.countries.country(lower) == nil,
      !lexicon.outlets.isOutlet([lower], hasArticle: false)
    {
      return (nil, end)
    }
    if lexicon.countries.country(tokens[start..<end].map(\.lower).joined(separator: " ")) != nil,
      !(end < range.upperBound && lexicon.role(tokens[end].lower) != nil)
    {
      return (nil, end)
    }
    // "US Senator Jane Roe" reads on; "Iraqi officials" is no name.
    if end < range.upperBound, tokens[end].kind == .word, lexicon.role(tokens[end].lower) != nil {
      return (nil, end)
    }
    // "Last Friday": a day, not somebody.
    if Self.calendar.contains(tokens[end - 1].lower), end - start <= 2 { return (nil, end) }
    let (first, isWhole) = extended(start, in: range, of: document)
    var words = Array(tokens[first..<end])
    words += apposition(at: end, in: range, of: document)
    guard let mention = reader.mention(of: words, in: document), mention.isName,
      mention.parts.isEmpty
    else { return (nil, end) }
    var exact = mention
    exact.span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    // The role is known all the same: "the activist" finds her.
    if !isWhole {
      exact.label =
        document.text[Span(tokens[start].span.start, tokens[end - 1].span.end)].onOneLine
    }
    return (exact, end)
  }

  /// The role and the adjectives before a name: *Republican presidential nominee* Donald Trump.
  private func extended(_ start: Int, in range: Range<Int>, of document: Document)
    -> (first: Int, isWhole: Bool)
  {
    guard start > range.lowerBound else { return (start, true) }
    let before = document.tokens[start - 1]
    guard before.kind == .word, lexicon.role(before.lower).map({ !$0.isPlural }) == true else {
      return (start, true)
    }
    // "to host Hamas", "will head Google" are verbs.
    if start - 2 >= range.lowerBound, Self.verbal.contains(document.tokens[start - 2].lower) {
      return (start, true)
    }
    var first = start - 1
    while first > range.lowerBound, start - first < 5 {
      let word = document.tokens[first - 1]
      guard word.kind == .word, !stopping.contains(word.lower), !word.lower.hasSuffix("ly"),
        word.lower != "'s"
      else { break }
      // "climate change activist Jo Hale": half a description is worse than none.
      guard word.isCapitalised || Self.isAdjective(word.lower) else {
        return (first, !Self.isNoun(word.lower))
      }
      first -= 1
    }
    return (first, true)
  }

  private static let verbal: Set<String> = [
    "to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "they", "we",
    "i", "you", "n't",
  ]

  /// Not "praised", "including", "met": a word that may belong to the description.
  private static func isNoun(_ word: String) -> Bool {
    !word.hasSuffix("ed") && !word.hasSuffix("ing") && word.count > 3
      && !["said", "says", "told", "with", "from", "than", "like", "were", "have", "made", "named"]
        .contains(word)
  }

  private static func isAdjective(_ word: String) -> Bool {
    ["al", "an", "ar", "ic", "ish", "ese", "ior", "er", "ive", "ing", "ary", "ty", "ime"].contains {
      word.hasSuffix($0)
    } && word.count > 3
  }

  /// The comma and what stands in apposition: ", a spokeswoman for the council".
  private func apposition(at end: Int, in range: Range<Int>, of document: Document) -> [Token] {
    guard end + 1 < range.upperBound, document.tokens[end].lower == "," else { return [] }
    let after = document.tokens[(end + 1)..<range.upperBound].prefix(18)
    let phrase = Array(after.prefix { $0.kind == .word || $0.kind == .number })
    guard let first = phrase.first else { return [] }
    let opens =
      ["a", "an", "the"].contains(first.lower) || first.kind == .number && phrase.count <= 2
      || phrase.prefix(Phrase.firstModifier(phrase, lexicon: lexicon)).prefix(5).contains {
        lexicon.role($0.lower) != nil
      }
    guard opens, phrase.count < 18, !isClause(phrase) else { return [] }
    return [document.tokens[end]] + phrase
  }

  /// "Hale died, the council announced": the words after the comma say something of their own.
  private func isClause(_ phrase: [Token]) -> Bool {
    guard let last = phrase.last, phrase.count > 1 else { return false }
    let verbs: Set<String> = ["said", "says", "told", "wrote", "found", "was", "were", "is", "has"]
    return phrase.dropFirst(2).prefix(4).contains { word in
      verbs.contains(word.lower)
        || word.lower.hasSuffix("ed") && word.lower == last.lower && !word.lower.contains("-")
        || ["announced", "reported", "stated", "confirmed", "added", "claimed"].contains(word.lower)
    }
  }

  // MARK: - Descriptions

  /// "the leader of a political party with close ties to an armed group".
  private func description(at start: Int, in range: Range<Int>, of document: Document) -> (
    Mention, Int
  )? {
    let tokens = document.tokens
    var head: Int?
    var index = start + 1
    while index < range.upperBound, index - start < 7 {
      let token = tokens[index]
      guard token.kind == .word, !stopping.contains(token.lower) else { break }
      if let role = lexicon.role(token.lower), !role.isPlural { head = index }
      index += 1
    }
    guard let head else { return nil }
    // A name after the role: left to `name(at:)`.
    if head + 1 < range.upperBound, tokens[head + 1].isCapitalised { return nil }
    if head + 1 < range.upperBound, tokens[head + 1].lower == "'s" { return nil }
    if head + 2 < range.upperBound, tokens[head + 1].lower == ",", tokens[head + 2].isCapitalised {
      return nil
    }
    let end = endOfModifiers(from: head + 1, in: range, of: document)
    guard let mention = reader.mention(of: Array(tokens[start..<end]), in: document),
      mention.form == .description, mention.kind == .person, mention.parts.isEmpty
    else { return nil }
    return (mention, head + 1)
  }

  /// The end of the of- and with-phrases after a head; they stop at a verb, a conjunction or a mark.
  private func endOfModifiers(from start: Int, in range: Range<Int>, of document: Document) -> Int {
    let tokens = document.tokens
    let prepositions: Set<String> = ["of", "with", "for", "in", "from", "to"]
    guard start < range.upperBound,
      ["of", "with", "for", "in", "from"].contains(tokens[start].lower)
    else {
      return start
    }
    var end = start
    while end < range.upperBound, end - start < 18 {
      let token = tokens[end]
      guard token.kind == .word || token.kind == .number else { break }
      if !prepositions.contains(token.lower), stopping.contains(token.lower),
        !["a", "an", "the"].contains(token.lower)
      {
        break
      }
      let before = tokens[end - 1].lower
      if token.lower.hasSuffix("ed"), !token.lower.contains("-"), !before.hasSuffix("ed"),
        !before.contains("-"), !["a", "an", "the", "of", "with", "for", "in"].contains(before)
      {
        break
      }
      end += 1
    }
    while end > start,
      prepositions.contains(tokens[end - 1].lower)
        || ["a", "an", "the"].contains(tokens[end - 1].lower)
    {
      end -= 1
    }
    return end
  }
}
