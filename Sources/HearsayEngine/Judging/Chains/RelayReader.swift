import HearsayLanguage
import HearsayModel

/// Finds the outlets that a sentence names on the way to its source: "told The National", "in an interview with".
struct RelayReader: Sendable {
  let lexicon: SourcingLexicon
  let people: PeopleLexicon
  let reader: MentionReader

  /// The outlets between publisher and source that the attribution's own sentence names, in order of reading.
  ///
  /// - Parameter outer: the attribution in whose content this one stands; the outlets in its source are not between.
  func relays(
    of attribution: LinkedAttribution, inside outer: LinkedAttribution? = nil,
    in document: Document, publisher: Mention?
  ) -> [Mention] {
    var found: [Mention] = []
    if let outlet = attribution.passedOnBy, let mention = reader.mention(of: outlet, in: document) {
      found.append(mention)
    }
    if let addressee = attribution.addressee, let outlet = outlet(told: addressee, in: document) {
      found.append(outlet)
    }
    found += framed(attribution, in: document).filter { mention in
      !found.contains { $0.span.overlaps(mention.span) }
    }
    return found.filter { mention in
      !isSame(mention, publisher) && outer?.source?.overlaps(mention.span) != true
    }
  }

  /// Whether both are one outlet: "Shafaq News Agency" is *Shafaq News*.
  private func isSame(_ mention: Mention, _ publisher: Mention?) -> Bool {
    guard let publisher, mention.isName else { return false }
    return people.outlets.key(mention.name) == people.outlets.key(publisher.name)
  }

  // MARK: - Who was told

  /// "Speaking to Harbour.net": what is spoken to, and called like its address, is a site.
  private func isSite(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, (2...3).contains(last.count) else { return false }
    return parts.allSatisfy {
      $0.count > 1 && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  private func outlet(told span: Span, in document: Document) -> Mention? {
    let words = document.words(in: span)
    if lexicon.firstHand.occurs(in: words) { return nil }
    let tokens = Array(document.tokens[document.tokenRange(in: span)])
    if let mention = reader.mention(of: tokens, in: document), mention.kind == .outlet {
      return mention.isName || mention.determiner == .definite || lexicon.stateOutlets.opens(words)
        ? mention : nil
    }
    return names(in: document.tokenRange(in: span), of: document, after: nil).first
  }

  // MARK: - Named around the cue

  /// Outlets in the cue's sentence outside content and source, after a word such as *to*, *with*, *in*.
  private func framed(_ attribution: LinkedAttribution, in document: Document) -> [Mention] {
    guard let cue = attribution.cue, let index = document.sentenceIndex(at: cue.start) else {
      return []
    }
    let sentence = document.sentences[index].tokens
    let blocked =
      attribution.content + [attribution.source, attribution.addressee].compactMap(\.self)
    let outside = names(in: sentence, of: document, after: lexicon.relayOpeners).filter { mention in
      !blocked.contains { $0.overlaps(mention.span) }
    }
    // An unquoted content often swallows where it was said.
    let swallowed = names(in: sentence, of: document, after: lexicon.relayOpeners).filter {
      mention in
      attribution.content.contains { $0.contains(mention.span) }
        && follows(mention, lexicon.interviews, in: document)
        && !document.isInsideSpeech(mention.span.start)
    }
    return outside + swallowed + confided(attribution, in: document)
  }

  /// "two officials who spoke to the Associated Press": whom the source says that it spoke to.
  private func confided(_ attribution: LinkedAttribution, in document: Document) -> [Mention] {
    guard let source = attribution.source else { return [] }
    let range = document.tokenRange(in: source)
    guard
      let verb = range.dropFirst().first(where: {
        lexicon.spoke.contains(document.tokens[$0].lower)
      })
    else { return [] }
    return names(in: verb..<range.upperBound, of: document, after: lexicon.relayOpeners)
  }

  private func follows(_ mention: Mention, _ words: Set<String>, in document: Document) -> Bool {
    let start = document.tokenRange(in: mention.span).lowerBound
    return document.tokens[max(0, start - JudgingSettings.wordsOfOutlet)..<start]
      .contains(where: words.has)
  }

  /// The outlets named in a range of tokens; with `openers` only those right after one.
  private func names(in range: Range<Int>, of document: Document, after openers: Set<String>?)
    -> [Mention]
  {
    var found: [Mention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard document.tokens[index].isCapitalised else {
        index += 1
        continue
      }
      let capitals = document.tokens[index..<range.upperBound]
        .prefix { $0.isCapitalised || $0.kind == .number }.indices
      let name = wholeName(capitals, in: range, of: document)
      if let name, !isAside(name, in: document), let mention = outlet(in: name, of: document),
        openers.map({ isOpened(index, by: $0, in: document) }) ?? true
      {
        found.append(mention)
      }
      index = (name ?? capitals).upperBound
    }
    return found
  }

  /// "Voice | of America" is one outlet; "the Medical Journal | of Australia" prints research, not news, and is none.
  private func wholeName(_ capitals: Range<Int>, in range: Range<Int>, of document: Document)
    -> Range<Int>?
  {
    let end = capitals.upperBound
    guard end + 1 < document.tokens.count, people[.of].has(document.tokens[end]),
      document.tokens[end + 1].isCapitalised
    else { return capitals }
    let whole = capitals.lowerBound..<end + 2
    guard whole.upperBound <= range.upperBound,
      people.outlets.isKnown(document.tokens[whole].map(\.lower))
    else { return nil }
    return whole
  }

  private func isOpened(_ index: Int, by openers: Set<String>, in document: Document) -> Bool {
    var before = index - 1
    while before >= 0,
      people[.the].has(document.tokens[before]) || document.tokens[before].kind == .openingMark
        || people.outlets.heads.contains(document.tokens[before].lower)
        || before > 0
          && people.outlets.heads.contains(
            document.tokens[before - 1].lower + " " + document.tokens[before].lower)
        || before + 1 < index
          && people.outlets.heads.contains(
            document.tokens[before].lower + " " + document.tokens[before + 1].lower)
    {
      before -= 1
    }
    // "in a Reuters interview".
    if before > 0, lexicon.articles.contains(document.tokens[before].lower),
      let noun = document.tokens[(index + 1)...].prefix(JudgingSettings.wordsOfOutlet)
        .first(where: { !$0.isCapitalised }),
      lexicon.conversations.contains(noun.lower)
    {
      before -= 1
    }
    return before >= 0 && openers.contains(document.tokens[before].lower)
  }

  /// "the suspect, reported by the Globe as convicted and by Reuters of fraud": they passed that on, and nothing else.
  private func isAside(_ range: Range<Int>, in document: Document) -> Bool {
    var before = range.lowerBound - 1
    if before >= 0, people[.the].has(document.tokens[before]) { before -= 1 }
    guard before >= 0, document.tokens[before].classes.contains(.agent),
      range.upperBound < document.tokens.count
    else { return false }
    return lexicon.asideClosers.contains(document.tokens[range.upperBound].lower)
  }

  private func outlet(in range: Range<Int>, of document: Document) -> Mention? {
    var words = Array(document.tokens[range])
    guard let first = words.first, let last = words.last else { return nil }
    let opens = people[.the].has(first) && words.count > 1
    let hasArticle =
      opens || range.lowerBound > 0 && people[.the].has(document.tokens[range.lowerBound - 1])
    if opens { words.removeFirst() }
    guard
      people.outlets.isOutlet(words.map(\.lower), hasArticle: hasArticle)
        || words.count == 1 && isSite(first.lower)
    else { return nil }
    let span = Span(first.span.start, last.span.end)
    var mention = Mention(
      span: span, form: .name, kind: .outlet, isPlural: false, label: document.text[span].onOneLine)
    mention.name = words.map(\.lower)
    mention.identifies = true
    return mention
  }
}
