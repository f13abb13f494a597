import HearsayLanguage
import HearsayModel

/// What is known of one attribution when its flags are decided.
struct JudgedAttribution {
  let document: Document
  let lexicon: SourcingLexicon
  let people: PeopleLexicon
  /// Its words.
  let own: LinkedAttribution
  /// Who speaks; `nil` where nobody is credited.
  let speaker: Entity?
  /// The hops from the publisher to the speaker.
  let chain: [Link]
  /// The outlets other than the publisher among them.
  let relays: [Int]
  let manner: Manner
  let certainty: Certainty
  /// Whether somebody else may be meant as easily.
  let isAmbiguous: Bool
  /// The attributions that stand in its content.
  let inner: [LinkedAttribution]
  /// How many sources stand behind its claim, each on its own.
  let independentSources: Int
  /// Whether it is the first of its paragraph.
  let isFirstOfParagraph: Bool
}

extension JudgedAttribution {
  /// Whether a person or several speak without a name; institutions answer for themselves.
  var isAnonymous: Bool {
    guard let speaker, speaker.naming.isUnnamed else { return false }
    return speaker.kind == .person || speaker.kind == .group
  }

  /// "declined to comment", "did not provide details", "none of them said": nothing was said that could need a name.
  var isRefusal: Bool {
    let cue = own.cue.map { document.tokens[document.tokenRange(in: $0)] } ?? []
    if cue.contains(where: { lexicon.refusals.contains($0.lower) }) { return true }
    let isNegated = cue.contains {
      $0.classes.contains(.negation)
        || $0.classes.contains(.contraction) && $0.lower.hasSuffix("n't")
    }
    if isNegated { return true }
    let first = own.source.flatMap { document.words(in: $0).first }
    return first.map(lexicon.noSpeakers.contains) ?? false
  }

  /// The tokens of a sentence that are not part of what is said.
  func outsideContent(of sentence: Int) -> [Token] {
    document.tokens[document.sentences[sentence].tokens].filter { token in
      !own.content.contains { $0.contains(token.span) }
    }
  }
}
