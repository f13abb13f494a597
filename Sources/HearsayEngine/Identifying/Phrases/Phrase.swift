import HearsayLanguage
import HearsayModel

/// A noun phrase without commas, taken apart into determiner, owner, head, name and what follows.
struct Phrase {
  let words: [Token]
  let document: Document
  let lexicon: PeopleLexicon
  var span: Span

  /// What is left after determiner and number: *the company*'s | *new spokesman* | *for trade*.
  struct Parts {
    var owner: [Token] = []
    var head: [Token]
    var rest: [Token] = []
  }

  init(_ words: [Token], document: Document, lexicon: PeopleLexicon) {
    self.words = words
    self.document = document
    self.lexicon = lexicon
    span = Span(words.first?.span.start ?? 0, words.last?.span.end ?? 0)
  }

  /// Reads it.
  func mention() -> Mention {
    var core = words
    var mention = Mention(span: span, form: .description, kind: .person, label: text(of: words))
    takeAcronym(from: &core, into: &mention)
    takeQuantity(from: &core, into: &mention)
    takeDeterminer(from: &core, into: &mention)
    takeAge(from: &core)
    if let name = trailingName(core, mention.determiner) {
      return bearer(of: Array(core[..<name.lowerBound]), named: Array(core[name]), mention)
    }
    let parts = parts(of: core)
    if !parts.owner.isEmpty, mention.determiner == .none { mention.determiner = .definite }
    mention.modifiers = modifiers(of: parts.owner + parts.rest)
    if let speaker = outlet(speakingThrough: parts, mention) ?? writer(of: parts) { return speaker }
    if parts.head.isEmpty { return bare(mention) }
    if parts.owner.isEmpty, parts.rest.isEmpty, isOutletByKind(parts.head) {
      return named(parts.head, .outlet, text(of: parts.head), mention)
    }
    let start = nameStart(in: parts.head)
    return start < parts.head.count
      ? name(parts, from: start, mention) : description(parts, mention)
  }

  private func parts(of core: [Token]) -> Parts {
    let cut = Self.firstModifier(core, lexicon: lexicon)
    let (inner, rest) = (core[..<cut], Array(core[cut...]))
    guard let owned = inner.lastIndex(where: lexicon[.ownerMarks].has) else {
      return Parts(head: Array(inner), rest: rest)
    }
    return Parts(owner: Array(inner[..<owned]), head: Array(inner[(owned + 1)...]), rest: rest)
  }

  /// "Time magazine": a known outlet with a small word for what it is.
  private func isOutletByKind(_ head: [Token]) -> Bool {
    guard (2...4).contains(head.count), let last = head.last, !last.isCapitalised,
      lexicon[.outletKinds].has(last)
    else { return false }
    let name = head.dropLast()
    return name.allSatisfy(\.isCapitalised) && lexicon.outlets.isKnown(name.map(\.lower))
  }
}

// MARK: - Small parts

extension Phrase {
  func bare(_ mention: Mention, last: String? = nil) -> Mention {
    var mention = mention
    mention.form = .bare
    let word = last ?? words.last?.lower ?? ""
    mention.isPlural = !lexicon[.oneAlone].contains(word)
    mention.kind = mention.isPlural == true ? .group : .person
    mention.heads = [word]
    if lexicon.furtherWords.contains(word) || lexicon[.furtherAlone].contains(word) {
      mention.determiner = .further
    }
    mention.label = described(mention)
    return mention
  }

  /// The phrase as a list would show it: the sentence's capital undone.
  func described(_ mention: Mention) -> String {
    let shown = text(of: withoutBracket(words))
    guard let first = words.first, first.isCapitalised, opensSentence(first), !isShouted(first),
      lexicon[.ordinary].has(first) || isCommon(first.lower)
    else { return shown }
    return shown.prefix(1).lowercased() + shown.dropFirst()
  }

  /// Without a remark in brackets at the end: "(no relation)".
  private func withoutBracket(_ words: [Token]) -> [Token] {
    guard words.last?.lower == ")", let open = words.lastIndex(where: { $0.lower == "(" }), open > 0
    else { return words }
    return Array(words[..<open])
  }

  /// A word for people, bodies or writings, or for how many.
  func isCommon(_ word: String) -> Bool {
    lexicon.role(word) != nil || lexicon.bareHeads.contains(word)
      || lexicon.quantifiers.contains(word) || lexicon[.furtherAlone].contains(word)
      || lexicon.head(word, in: lexicon.documents) != nil
      || lexicon.head(word, in: lexicon.institutions) != nil
  }

  func opensSentence(_ word: Token) -> Bool {
    guard document.sentences.indices.contains(word.sentence) else { return false }
    let sentence = document.sentences[word.sentence]
    let first = document.tokens[sentence.tokens].first { $0.kind == .word }
    return first?.span == word.span
      || document.paragraphs[sentence.paragraph].role == .headline
  }

  /// Roles and other heads among the words, longest first, the last word first.
  func heads(in lower: [String]) -> [String] {
    var heads: [String] = []
    for size in [3, 2] where lower.count >= size {
      for start in stride(from: lower.count - size, through: 0, by: -1) {
        let joined = lower[start..<(start + size)].joined(separator: " ")
        if lexicon.roles.contains(joined) { heads.append(joined) }
      }
    }
    for word in lower.reversed() {
      if let role = lexicon.role(word) {
        heads.append(role.singular)
      } else if lexicon.titles[word] != nil,
        word.hasSuffix(".")
          || lexicon[.shortTitles].contains(word)
      {
        heads.append(word)
      }
    }
    if heads.isEmpty, let last = lower.last, lexicon.bareHeads.contains(last) { heads.append(last) }
    return heads
  }

  /// The most words at the end that are one entry of a list.
  static func longest(_ lower: [String], of words: Set<String>) -> String? {
    for size in [3, 2, 1] where lower.count >= size {
      let joined = lower.suffix(size).joined(separator: " ")
      if words.contains(joined) { return joined }
    }
    return nil
  }

  /// What describes, without empty words, places by their country.
  func modifiers(of words: [Token]) -> Set<String> {
    var found: Set<String> = []
    var index = 0
    while index < words.count {
      if index + 1 < words.count,
        let country = lexicon.countries.country(words[index].lower + " " + words[index + 1].lower)
      {
        found.insert(country)
        index += 2
        continue
      }
      let word = words[index]
      index += 1
      guard word.kind == .word, !lexicon[.afterHead].has(word), !lexicon[.empty].has(word) else {
        continue
      }
      found.insert(lexicon.countries.country(word.lower) ?? word.lower)
    }
    return found
  }

  /// The words as printed, from the first to the last, on one line.
  func text(of words: [Token]) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return document.letters[Span(first.span.start, last.span.end)].onOneLine
  }
}
