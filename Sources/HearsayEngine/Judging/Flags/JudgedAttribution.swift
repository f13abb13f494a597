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
  /// Where the speaker stands to the words, where it does not simply say them.
  let stance: Stance?
  /// The sentence around words that say nothing alone.
  let context: Span?
  /// Whether it is told of nobody: "none of the captains said".
  let isOfNobodyAtAll: Bool
  /// Whether a source that is no outlet passes it on.
  let isPassedOnBySpeaker: Bool
  /// Where those who are bare have been described.
  let describedHeads: DescribedHeads
  /// Whether somebody else may be meant as easily.
  let isAmbiguous: Bool
  /// The attributions in its content that somebody else is credited with.
  let othersWithin: [LinkedAttribution]
  /// How many sources stand behind its claim, each on its own.
  let independentSources: Int
  /// Whether it is the first of its paragraph.
  let isFirstOfParagraph: Bool
}

extension JudgedAttribution {
  /// The tokens of a sentence that are not part of what is said.
  func outsideContent(of sentence: Int) -> [Token] {
    document.tokens[document.sentences[sentence].tokens].filter { token in
      !own.content.contains { $0.contains(token.span) }
    }
  }
}
