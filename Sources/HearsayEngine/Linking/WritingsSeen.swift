import HearsayLanguage
import HearsayModel

/// Ends a source before it says how an outlet came by it: "a memo | seen by the Courier", "the email | that was reviewed by Reuters".
struct WritingsSeen: Sendable {
  let lexicon: SourcingLexicon

  /// The attributions, each with the words that name its source and no more.
  func settled(_ tagged: [TaggedAttribution], in document: Document) -> [TaggedAttribution] {
    tagged.map { own in
      guard own.pin == nil, let source = own.source, let shorter = shortened(source, in: document)
      else { return own }
      var own = own
      own.source = shorter
      return own
    }
  }

  private func shortened(_ source: Span, in document: Document) -> Span? {
    let range = document.tokenRange(in: source)
    let tokens = document.tokens
    guard
      let seen = range.dropFirst().first(where: { index in
        lexicon.seen.contains(tokens[index].lower) && index + 1 < range.upperBound
          && tokens[index + 1].classes.contains(.agent)
      })
    else { return nil }
    var end = seen
    // "that was", "which had been", a comma.
    while end > range.lowerBound + 1,
      !tokens[end - 1].classes.isDisjoint(with: [.auxiliary, .relative, .adverbial])
        || tokens[end - 1].lower == ","
    {
      end -= 1
    }
    guard
      tokens[range.lowerBound..<end].contains(where: {
        $0.kind == .word && $0.classes.isDisjoint(with: [.determiner, .possessive, .adverbial])
      })
    else {
      return nil
    }
    return Span(source.start, tokens[end - 1].span.end)
  }
}
