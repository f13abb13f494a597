import HearsayLanguage
import HearsayModel

/// Finds whose words an outlet says that it passes on: "According to Yonhap, quoting the ministry, the road is shut".
///
/// The ministry is the source then, and the outlet the way its words came.
struct OutletsQuoting: Sendable {
  let reader: MentionReader
  let lexicon: SourcingLexicon

  /// The attributions with their true sources; who is quoted is nobody's content.
  func settled(_ tagged: [TaggedAttribution], in document: Document) -> [TaggedAttribution] {
    var quoted: [Span] = []
    let settled = tagged.map { own in
      guard own.pin == nil, !isQuoting(own, in: document),
        let found = quotedSource(of: own, in: document)
      else { return own }
      quoted.append(found.source)
      return found.attribution
    }
    guard !quoted.isEmpty else { return tagged }
    return Arbiter().shown(settled) { own in
      let namesSource = own.content.contains { content in quoted.contains { $0.overlaps(content) } }
      return namesSource && isQuoting(own, in: document) ? [.quotingItsSource] : []
    }
  }

  /// Whether the cue itself is "quoting": then its content is whoever is quoted.
  private func isQuoting(_ tagged: TaggedAttribution, in document: Document) -> Bool {
    tagged.cue.flatMap { document.words(in: $0).first }.map {
      lexicon.quoting.contains($0) || lexicon.quotes.contains($0)
    } ?? false
  }

  private func quotedSource(of tagged: TaggedAttribution, in document: Document) -> (
    attribution: TaggedAttribution, source: Span
  )? {
    guard let outlet = tagged.source, let cue = tagged.cue,
      let mention = reader.mention(of: outlet, in: document), mention.kind == .outlet,
      let sentence = document.sentenceIndex(at: outlet.start)
    else { return nil }
    let tokens = document.tokens
    let whole = document.sentences[sentence].tokens
    guard
      let first = wordsQuoted(behind: outlet, in: whole, document)
        ?? wordsQuoted(behindCue: cue, of: outlet, in: whole, document)
        ?? wordsQuoted(opening: whole, before: outlet, in: document)
    else { return nil }
    let limit = min(whole.upperBound, first + LinkingSettings.wordsOfQuotedSource)
    let last =
      (first..<limit).first { index in
        tokens[index].lower == "," || tokens[index].kind == .openingMark
          || cue.contains(tokens[index].span)
          || index > first && index + 1 == whole.upperBound && tokens[index].kind == .punctuation
      } ?? (limit == whole.upperBound ? limit : nil)
    guard let last, last > first else { return nil }
    let source = Span(tokens[first].span.start, tokens[last - 1].span.end)
    guard let quoted = reader.mention(of: source, in: document), isSpeaker(quoted) else {
      return nil
    }
    var own = tagged
    own.passedOnBy = outlet
    own.source = source
    own.kind = nil
    own.content = own.content.compactMap { content in
      guard content.overlaps(source) else { return content }
      guard last < whole.upperBound else { return nil }
      let start = tokens[last].lower == "," ? tokens[last].span.end : tokens[last].span.start
      let rest = tokens[last...].first { $0.span.start >= start }?.span.start ?? start
      return rest < content.end ? Span(rest, content.end) : nil
    }
    return own.content.isEmpty ? nil : (own, source)
  }

  /// "Yonhap, quoting | the ministry", "Yonhap, which quoted | the ministry".
  private func wordsQuoted(behind outlet: Span, in sentence: Range<Int>, _ document: Document)
    -> Int?
  {
    let tokens = document.tokens
    var next = document.tokenRange(in: outlet).upperBound
    if next < sentence.upperBound, tokens[next].lower == "," { next += 1 }
    var words = lexicon.quoting
    if next < sentence.upperBound, tokens[next].classes.contains(.relative) {
      next += 1
      words = lexicon.quotes
    }
    guard next + 1 < sentence.upperBound, words.contains(tokens[next].lower) else { return nil }
    return next + 1
  }

  /// "The sale is off, the Courier reported on Monday, citing | two bankers": behind the cue, and at most a day.
  private func wordsQuoted(
    behindCue cue: Span, of outlet: Span, in sentence: Range<Int>, _ document: Document
  ) -> Int? {
    let tokens = document.tokens
    let start = document.tokenRange(in: Span(outlet.start, max(outlet.end, cue.end))).upperBound
    let limit = min(sentence.upperBound, start + LinkingSettings.wordsBeforeQuoting)
    guard start < limit, let comma = (start..<limit).first(where: { tokens[$0].lower == "," }),
      comma + 2 < sentence.upperBound, lexicon.quoting.contains(tokens[comma + 1].lower),
      !tokens[start..<comma].contains(where: { $0.kind == .openingMark || $0.verb != nil })
    else { return nil }
    return comma + 2
  }

  /// "Citing | two officials, the Courier said": where the sentence opens so, and the outlet follows the comma.
  private func wordsQuoted(
    opening sentence: Range<Int>, before outlet: Span, in document: Document
  ) -> Int? {
    let tokens = document.tokens
    guard let first = sentence.first, lexicon.quoting.contains(tokens[first].lower) else {
      return nil
    }
    var before = document.tokenRange(in: outlet).lowerBound - 1
    if before > first, reader.lexicon[.the].has(tokens[before]) { before -= 1 }
    guard before > first + 1, tokens[before].lower == "," else { return nil }
    return first + 1
  }

  /// A name, or words for somebody: "citing concerns" quotes nobody.
  private func isSpeaker(_ mention: Mention) -> Bool {
    mention.isName
      || !mention.isPronoun
        && mention.heads.contains {
          Phrase.isHead($0, reader.lexicon) || lexicon.sourceWords.contains($0)
        }
      || mention.kind == .document
  }
}
