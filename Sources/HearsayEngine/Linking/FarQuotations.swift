import HearsayLanguage
import HearsayModel

/// Takes quotations without a cue away from a speaker where somebody else came up in between.
///
/// "Bo Lind said the dam was safe. Ola Finch shook her head. “Never.”": a tagger gives the last word to Lind. Whose such a
/// quotation is, is asked again when it is known who is who.
struct FarQuotations: Sendable {
  let lexicon: PeopleLexicon

  /// The attributions without such quotations.
  func settled(_ tagged: [TaggedAttribution], in document: Document) -> [TaggedAttribution] {
    tagged.map { own in
      guard own.pin == nil, let cue = own.cue, own.content.count > 1 else { return own }
      var own = own
      let near = own.content.filter { !isOfOtherSentence($0, before: own, in: document) }
      if !near.isEmpty { own.content = near }
      let said = own.content.sorted()
      var end = max(own.source?.end ?? 0, cue.end)
      var kept: [Span] = []
      for piece in said {
        if piece.start > end, isQuotation(piece, in: document),
          !kept.isEmpty || piece.start > cue.end,
          isSomebody(between: end, and: piece.start, besides: own, in: document)
        {
          continue
        }
        kept.append(piece)
        end = max(end, piece.end)
      }
      if !kept.isEmpty { own.content = kept }
      return own
    }
  }

  /// "The note had the words “Go home”. Roe said …": a quotation that an earlier sentence has among words of its own, or a
  /// heading, is none of the next speaker's.
  private func isOfOtherSentence(
    _ piece: Span, before own: TaggedAttribution, in document: Document
  ) -> Bool {
    guard let cue = own.cue,
      let home = document.sentenceIndex(at: min(cue.start, own.source?.start ?? cue.start)),
      let last = document.sentenceIndex(at: max(piece.start, piece.end - 1)), last < home,
      isQuotation(piece, in: document)
    else { return false }
    if document.paragraphs[document.sentences[last].paragraph].role == .headline { return true }
    return document.sentenceRange(over: piece).contains { sentence in
      let outside = document.tokens[document.sentences[sentence].tokens].filter {
        $0.kind == .word && !document.isInsideSpeech($0.span.start) && !piece.contains($0.span)
      }
      return outside.count >= LinkingSettings.wordsOfOwnSentence
    }
  }

  private func isQuotation(_ piece: Span, in document: Document) -> Bool {
    document.quotationRange(over: piece).contains {
      document.quotations[$0].span == piece && document.quotations[$0].role == .speech
    }
  }

  /// Whether a whole sentence between two places brings up somebody other than the source.
  private func isSomebody(
    between end: Int, and start: Int, besides own: TaggedAttribution, in document: Document
  ) -> Bool {
    guard let first = document.sentenceIndex(at: max(0, end - 1)),
      let last = document.sentenceIndex(at: start), last - first > 1
    else { return false }
    let known = Set(own.source.map { document.words(in: $0) } ?? [])
    return document.sentences[(first + 1)..<last].contains { sentence in
      isAbout(document.tokens[sentence.tokens], besides: known, in: document)
    }
  }

  /// "In the second row, Mrs Holt …", "The widow …".
  private func isAbout(
    _ words: ArraySlice<Token>, besides known: Set<String>, in document: Document
  )
    -> Bool
  {
    let own = words.filter { $0.kind == .word && !document.isInsideSpeech($0.span.start) }
    let isNamed = zip(own, own.dropFirst()).contains { before, word in
      let isName =
        word.isCapitalised && !lexicon[.calendar].has(word)
        && lexicon.countries.country(word.lower) == nil && !known.contains(word.lower)
      return isName && !lexicon[.placeLinks].has(before) && !lexicon[.beforeOblique].has(before)
    }
    return isNamed || isDescribed(Array(own), besides: known)
  }

  /// "At the back a caretaker closed his eyes."
  private func isDescribed(_ words: [Token], besides known: Set<String>) -> Bool {
    words.indices.contains { index in
      guard lexicon[.articles].has(words[index]),
        words[(index + 1)...].prefix(3).contains(where: {
          lexicon.role($0.lower) != nil && !known.contains($0.lower)
        })
      else { return false }
      let before = index > 0 ? words[index - 1] : nil
      return before.map { !lexicon[.placeLinks].has($0) && !lexicon[.beforeOblique].has($0) }
        ?? true
    }
  }
}
