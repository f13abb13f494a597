import HearsayLanguage
import HearsayModel

/// Finds the outlet that somebody spoke to where the content has swallowed it: "commented on | the death to The Courier".
///
/// Who was told is no part of what was said, and the words came through the outlet.
struct OutletsTold: Sendable {
  let reader: MentionReader
  let lexicon: SourcingLexicon

  /// The attributions with such outlets as those who were told.
  func settled(_ tagged: [TaggedAttribution], in document: Document) -> [TaggedAttribution] {
    tagged.map { own in
      guard own.pin == nil, own.addressee == nil, own.content.count == 1, names(own, in: document)
      else { return own }
      return parted(own, in: document) ?? own
    }
  }

  /// Whether the cue names what was said and does not hand over a clause: "confirmed the sale", "called it dubious".
  private func names(_ tagged: TaggedAttribution, in document: Document) -> Bool {
    guard let cue = tagged.cue else { return false }
    return document.words(in: cue).contains { word in
      lexicon.namingCues.contains(where: word.hasPrefix)
    }
  }

  private func parted(_ tagged: TaggedAttribution, in document: Document) -> TaggedAttribution? {
    let content = tagged.content[0]
    let range = document.tokenRange(in: content)
    let tokens = document.tokens[range]
    guard tokens.count > 2, tokens.count <= LinkingSettings.wordsOfNamedContent,
      let first = tokens.first,
      !lexicon.subjectsAndClauses.contains(first.lower),
      !tokens.contains(where: { $0.kind == .openingMark }),
      let to = tokens.lastIndex(where: { $0.classes.contains(.infinitive) }), to > range.lowerBound
    else { return nil }
    let told = Array(tokens[(to + 1)...])
    guard let start = told.first, let end = told.last,
      let mention = reader.mention(of: told, in: document), mention.kind == .outlet, mention.isName,
      told.allSatisfy({ $0.isCapitalised || lexicon.insideOutlets.contains($0.lower) })
    else { return nil }
    var own = tagged
    own.content = [Span(content.start, tokens[to - 1].span.end)]
    own.addressee = Span(start.span.start, end.span.end)
    return own
  }
}
