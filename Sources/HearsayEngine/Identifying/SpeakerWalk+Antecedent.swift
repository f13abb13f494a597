import HearsayModel

extension SpeakerWalk {
  /// What "who" stands for, where nobody known stands right before it: the words before it.
  mutating func antecedent(before span: Span) -> Resolution? {
    let end = document.tokenRange(in: Span(span.start, max(span.end, span.start + 1))).lowerBound
    guard end > 0 else { return nil }
    let sentence = document.tokens[min(end, document.tokens.count - 1)].sentence
    var start = end
    var words: [Token] = []
    while start > 0, end - start < 12, document.tokens[start - 1].sentence == sentence {
      let token = document.tokens[start - 1]
      // "Thomas Gray, 24, who": an age stands between.
      let isAge =
        token.kind == .number && start < end && document.tokens[start].lower == ","
      if words.isEmpty, token.lower == "," || isAge { start -= 1; continue }
      guard token.kind == .word || token.kind == .number || ["'", "’"].contains(token.lower)
      else { break }
      if clusterer.scanner.stopping.contains(token.lower),
        !["the", "a", "an", "of", "in", "for"].contains(token.lower)
      {
        break
      }
      words.insert(token, at: 0)
      start -= 1
    }
    // "In mainland China, which": the preposition stays outside.
    words = Array(words.drop { ["in", "of", "for"].contains($0.lower) })
    guard var mention = clusterer.reader.mention(of: words, in: document), !mention.isPronoun else {
      return nil
    }
    // "a gray sky that seemed": no person.
    let isWho = document.text[span].lowercased().hasPrefix("who")
    if !isWho, mention.kind == .person, mention.form != .name { mention.kind = .organisation }
    let place = place(of: mention.span, for: nil)
    // "An official, who asked not to be named, said": cited already, with these very words.
    if let cited = speakers.register.traces.last(where: {
      $0.isSource && $0.span.start == mention.span.start
    }) {
      return Resolution(entity: cited.entity)
    }
    let known = clusterer.resolver.resolve(mention, at: place, in: speakers.register)
    return known
      ?? Resolution(entity: speakers.register.add(mention, isFromQuotation: place.isInsideSpeech))
  }
}
