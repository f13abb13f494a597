import HearsayLanguage
import HearsayModel

/// Reads a noun phrase: determiner, titles, name, head, what describes it.
struct MentionReader: Sendable {
  let lexicon: PeopleLexicon

  /// Reads the words of `span`, or nothing where it holds no word.
  func mention(of span: Span, in document: Document) -> Mention? {
    let range = document.tokenRange(in: span)
    return mention(of: Array(document.tokens[range]), in: document)
  }

  /// Reads these words as one phrase.
  func mention(of all: [Token], in document: Document) -> Mention? {
    let words = trimmed(all)
    guard let first = words.first, let last = words.last else { return nil }
    let span = Span(first.span.start, last.span.end)
    if let pronoun = pronoun(words, span: span, document.text) { return pronoun }
    let chunks = withWholeFields(phrases(words), of: words)
    guard let core = chunks.first else { return nil }
    if let joined = several(in: core + laterMembers(of: chunks), span: span, document) {
      return bearer(of: joined, in: chunks, document) ?? withNamedKin(joined, in: chunks, document)
        ?? joined
    }
    if let members = namedMembers(of: chunks, span: span, document) { return members }
    var mention = phrase(core, in: document)
    mention.span = span
    for apposition in chunks.dropFirst() { take(apposition, into: &mention, document) }
    return mention
  }

  /// Reads words that hold no comma.
  func phrase(_ words: [Token], in document: Document) -> Mention {
    Phrase(words, document: document, lexicon: lexicon).mention()
  }
}

// MARK: - Fields of a body

extension MentionReader {
  /// "the Ministry of Science, | Technology and Innovation": a name that a list of fields ends, and nobody else.
  private func withWholeFields(_ chunks: [[Token]], of words: [Token]) -> [[Token]] {
    guard chunks.count > 1, opensFields(chunks[0]),
      let last = chunks.indices.dropFirst().prefix(3).first(where: { closesFields(chunks[$0]) }),
      chunks[1..<last].allSatisfy({ $0.count <= 3 && $0.allSatisfy(isField) })
    else { return chunks }
    return [chunks[...last].flatMap(\.self)] + chunks[(last + 1)...]
  }

  /// "the Ministry of Science": a body, and the first of its fields.
  private func opensFields(_ words: [Token]) -> Bool {
    guard let of = words.lastIndex(where: lexicon[.fieldLinks].has), of > 0,
      words[of - 1].isCapitalised, lexicon[.bodiesOfFields].has(words[of - 1])
    else { return false }
    let fields = words[(of + 1)...].drop(while: lexicon[.the].has)
    return (1...3).contains(fields.count) && fields.allSatisfy(isField)
  }

  /// "Technology and Innovation", perhaps with what follows a name.
  private func closesFields(_ words: [Token]) -> Bool {
    guard let and = words.firstIndex(where: lexicon[.and].has), and <= 3,
      words[..<and].allSatisfy(isField)
    else { return false }
    let last = words[(and + 1)...].prefix(while: \.isCapitalised)
    return (1...3).contains(last.count) && last.allSatisfy(isField)
  }

  /// A capital that is no body's, nobody's and no place's.
  private func isField(_ word: Token) -> Bool {
    word.isCapitalised && !lexicon.organisationWords.contains(word.lower)
      && lexicon.givenNames[word.lower] == nil && lexicon.titles[word.lower] == nil
      && lexicon.countries.country(word.lower) == nil
  }
}

// MARK: - Pronouns

extension MentionReader {
  private func pronoun(_ words: [Token], span: Span, _ text: ArticleText) -> Mention? {
    guard words.count <= 2, let pronoun = lexicon.pronouns[words[0].lower] else { return nil }
    if words.count == 2, lexicon.pronouns[words[1].lower] == nil,
      !lexicon.quantifiers.contains(words[1].lower), words[1].kind == .word
    {
      return nil
    }
    // "US" is no pronoun.
    if words[0].isCapitalised, words[0].span.count > 1,
      text[words[0].span].allSatisfy(\.isUppercase)
    {
      return nil
    }
    var mention = Mention(
      span: span, form: .pronoun(pronoun), kind: .person, isPlural: false, label: words[0].lower)
    switch pronoun {
    case .one(let gender): mention.gender = gender
    case .thing: mention.kind = .organisation
    case .many:
      mention.kind = .group
      mention.isPlural = true
    case .relative: mention.isPlural = nil
    case .writer: mention.kind = .author
    }
    return mention
  }
}

// MARK: - Cutting

extension MentionReader {
  private func trimmed(_ tokens: [Token]) -> [Token] {
    func isMark(_ token: Token) -> Bool {
      token.kind == .openingMark || token.kind == .closingMark
        || token.kind == .punctuation && !["(", ")", "&"].contains(token.lower)
    }
    // A closing bracket at the start belongs to what stood before.
    var words = Array(tokens.drop { isMark($0) || $0.lower == ")" })
    while let last = words.last, isMark(last) || lexicon[.ownerMarks].has(last) {
      words.removeLast()
    }
    return withoutDay(words).filter { $0.kind != .openingMark && $0.kind != .closingMark }
  }

  /// "the ministry late today", "the company on Monday": when it was said does not belong to who said it.
  private func withoutDay(_ words: [Token]) -> [Token] {
    guard let last = words.last, words.count > 1, lexicon.days.contains(last.lower),
      !last.isCapitalised || lexicon[.daysWithCapital].has(last),
      !lexicon[.notBeforeDay].has(words[words.count - 2])
    else { return words }
    let after = words.dropLast().reversed().prefix(while: lexicon[.beforeDay].has)
    let rest = words.dropLast(after.count + 1)
    return rest.isEmpty ? words : Array(rest)
  }

  /// "African Export–Import Bank": a dash without spaces between two capitals is part of a name.
  private func isHyphen(_ index: Int, in words: [Token]) -> Bool {
    guard index > 0, index + 1 < words.count, ["–", "-"].contains(words[index].lower) else {
      return false
    }
    let (before, after) = (words[index - 1], words[index + 1])
    return before.isCapitalised && after.isCapitalised
      && before.span.end == words[index].span.start && words[index].span.end == after.span.start
  }

  /// The phrase before the first comma, and each apposition after it.
  private func phrases(_ words: [Token]) -> [[Token]] {
    var chunks: [[Token]] = [[]]
    var depth = 0
    for (index, word) in words.enumerated() {
      if isHyphen(index, in: words) {
        chunks[chunks.count - 1].append(word)
        continue
      }
      if word.lower == "(" || word.lower == "[" { depth += 1 }
      if word.lower == ")" || word.lower == "]" { depth -= 1 }
      if depth <= 0, [",", "-", "—", "–", "--", ";", ":"].contains(word.lower) {
        chunks.append([])
      } else {
        chunks[chunks.count - 1].append(word)
      }
    }
    return chunks.filter { !$0.isEmpty }
  }
}
