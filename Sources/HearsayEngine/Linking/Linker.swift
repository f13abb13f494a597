package import HearsayLanguage
import HearsayModel
import HearsayText

/// Settles which pieces of content belong to which source and cue.
///
/// A tagger sees one sentence at a time; here quotations that go on after it are added, quotations without a cue
/// are given to whoever is speaking, and attributions inside somebody's content learn whose.
package struct Linker: Sendable {
  let lexicon: Lexicon
  let sourcing: SourcingLexicon
  private let arbiter = Arbiter()

  /// A linker with these words.
  package init(lexicon: Lexicon, sourcing: SourcingLexicon) {
    self.lexicon = lexicon
    self.sourcing = sourcing
  }

  /// The attributions of a document, in order of reading.
  package func attributions(_ tagged: [TaggedAttribution], in document: Document)
    -> [LinkedAttribution]
  {
    let within = WithinWords(document: document, ownWords: sourcing.ownWords)
    let spoken = arbiter.shown(tagged) { isQuoted($0, document) ? [within.doubt(about: $0)] : [] }
    let joined = ContinuedSpeech(document: document).joined(
      OneMouth(document: document).settled(spoken))
    let nesting = Nesting(document: document, arbiter: arbiter, within: within)
    return nesting.linked(
      joined.sorted {
        ($0.tagged.start, $0.tagged.cue?.start ?? 0) < ($1.tagged.start, $1.tagged.cue?.start ?? 0)
      }
    ) { tagged in
      sense(of: tagged, in: document)
    }
  }

  /// Whether an attribution's cue stands inside somebody's quoted words.
  private func isQuoted(_ tagged: TaggedAttribution, _ document: Document) -> Bool {
    tagged.cue.flatMap { document.quotation(around: $0) }?.role == .speech
  }

  /// What the lexicon knows of an attribution's cue.
  private func sense(of tagged: TaggedAttribution, in document: Document) -> CueSense {
    guard let cue = tagged.cue else {
      return CueSense()
    }
    let first = document.tokens.partitioningIndex { $0.span.start >= cue.start }
    let last = document.tokens.partitioningIndex { $0.span.start >= cue.end }
    return lexicon.sense(ofCue: document.tokens[first..<max(first, last)].map(\.lower))
  }
}

/// An attribution on its way from the tagger to the reader.
struct Joined {
  var tagged: TaggedAttribution
  /// The attribution whose speaker goes on, by where it starts.
  var continues: Int?
}
