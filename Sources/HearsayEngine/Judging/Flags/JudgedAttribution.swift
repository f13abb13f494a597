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

  /// The tokens of a sentence that are not part of what is said.
  func outsideContent(of sentence: Int) -> [Token] {
    document.tokens[document.sentences[sentence].tokens].filter { token in
      !own.content.contains { $0.contains(token.span) }
    }
  }
}
