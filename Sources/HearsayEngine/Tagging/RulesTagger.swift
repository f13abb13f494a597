public import HearsayLanguage
import HearsayModel

/// Finds attributions by rules and word lists.
///
/// The floor under any trained tagger: it needs no model, can say of each span which rule found it, and is wrong in
/// ways that a reader can foresee.
public struct RulesTagger: SpanTagger {
  /// A tagger with the word lists of whatever language a document is written in.
  public init() {}

  /// `rules`.
  public var name: String { "rules" }

  /// The attributions that start in `paragraphs`, in order of reading.
  public func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution]
  {
    var found: [TaggedAttribution] = []
    for paragraph in paragraphs where document.paragraphs[paragraph].role != .apparatus {
      let credit = Credits(document: document, paragraph: paragraph).attribution()
      found += credit.map { [$0] } ?? []
      for sentence in document.paragraphs[paragraph].sentences {
        found += attributions(inSentence: sentence, of: document).filter { attribution in
          guard let one = attribution.cue, let other = credit?.cue else { return true }
          return !one.overlaps(other)
        }
      }
    }
    return SetOffWords(document: document).joined(found, in: paragraphs).sorted {
      ($0.start, $0.cue?.start ?? 0) < ($1.start, $1.cue?.start ?? 0)
    }
  }

  private func attributions(inSentence sentence: Int, of document: Document) -> [TaggedAttribution]
  {
    let clauses = Clauses(SentenceWords(document, sentence))
    let candidates = VerbCues(clauses).attributions() + OtherCues(clauses).attributions()
    return Rivals().settled(candidates)
  }
}
