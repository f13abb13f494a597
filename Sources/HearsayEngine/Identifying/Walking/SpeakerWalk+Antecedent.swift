import HearsayLanguage
import HearsayModel

/// What "who" and "which" stand for, where nobody known stands right before them: the words before.
extension SpeakerWalk {
  mutating func antecedent(before span: Span) -> Resolution? {
    guard var mention = reader.mention(of: wordsBefore(span), in: document), !mention.isPronoun
    else { return firstOfSentence(before: span) }
    // "a grey sky that seemed": no person.
    let isPerson = document.words(in: span).first.map(lexicon[.personalRelatives].contains) == true
    if !isPerson, mention.kind == .person, mention.form != .name { mention.kind = .organisation }
    // "An official, who asked not to be named, said": cited already, with these very words.
    let cited = speakers.register.traces.last {
      $0.isSource && $0.span.start == mention.span.start
    }
    if let cited { return Resolution(entity: cited.entity) }
    let place = place(of: mention.span, for: nil)
    return clusterer.resolver.resolve(mention, at: place, in: speakers.register)
      ?? Resolution(entity: speakers.register.add(mention, isFromQuotation: place.isInsideSpeech))
  }

  /// "A widow whose son drowned, and who says": whoever stands first in the sentence.
  private func firstOfSentence(before span: Span) -> Resolution? {
    guard let sentence = document.sentenceIndex(at: span.start) else { return nil }
    let start = document.sentences[sentence].span.start
    return speakers.register.traces.first { $0.span.start >= start && $0.span.end <= span.start }
      .map { Resolution(entity: $0.entity) }
  }

  /// The noun phrase that ends before a place, at most a dozen words of its sentence.
  private func wordsBefore(_ span: Span) -> [Token] {
    let end = document.tokenRange(in: Span(span.start, max(span.end, span.start + 1))).lowerBound
    let sentence = document.tokens[min(end, document.tokens.count - 1)].sentence
    var words: [Token] = []
    for index in document.tokens[..<end].indices.suffix(12).reversed() {
      let token = document.tokens[index]
      if token.sentence != sentence { break }
      if words.isEmpty, token.lower == "," || isAge(at: index, before: end) { continue }
      guard isInPhrase(token) else { break }
      words.insert(token, at: 0)
    }
    // "In mainland China, which": the preposition stays outside.
    return Array(words.drop(while: lexicon[.antecedentLinks].has))
  }

  /// "Thomas Gray, 24, who": an age stands between.
  private func isAge(at index: Int, before end: Int) -> Bool {
    document.tokens[index].kind == .number && index + 1 < end
      && document.tokens[index + 1].lower == ","
  }

  private func isInPhrase(_ token: Token) -> Bool {
    guard token.kind == .word || token.kind == .number || lexicon[.ownerMarks].has(token) else {
      return false
    }
    return !clusterer.scanner.stopping.contains(token.lower) || lexicon[.articles].has(token)
      || lexicon[.antecedentLinks].has(token)
  }
}
