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
      let mention = reader.mention(of: outlet, in: document), mention.kind == .outlet
    else { return nil }
    let tokens = document.tokens
    var next = document.tokenRange(in: outlet).upperBound
    guard let sentence = document.sentenceIndex(at: outlet.start) else { return nil }
    let end = document.sentences[sentence].tokens.upperBound
    if next < end, tokens[next].lower == "," { next += 1 }
    if next < end, tokens[next].classes.contains(.relative) {
      next += 1
      guard next < end, lexicon.quotes.contains(tokens[next].lower) else { return nil }
    } else {
      guard next < end, lexicon.quoting.contains(tokens[next].lower) else { return nil }
    }
    guard next + 1 < end else { return nil }
    let first = next + 1
    let last = (first..<min(end, first + LinkingSettings.wordsOfQuotedSource)).first { index in
      tokens[index].lower == "," || tokens[index].kind == .openingMark
        || cue.contains(tokens[index].span)
    }
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
      let start = tokens[last].lower == "," ? tokens[last].span.end : tokens[last].span.start
      let rest = tokens[last...].first { $0.span.start >= start }?.span.start ?? start
      return rest < content.end ? Span(rest, content.end) : nil
    }
    return own.content.isEmpty ? nil : (own, source)
  }

  /// A name, or words for somebody: "citing concerns" quotes nobody.
  private func isSpeaker(_ mention: Mention) -> Bool {
    mention.isName
      || !mention.isPronoun
        && mention.heads.contains {
          Phrase.isHead($0, reader.lexicon) || lexicon.sourceWords.contains($0)
        }
  }
}
