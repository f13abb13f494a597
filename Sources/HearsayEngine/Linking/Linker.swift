import HearsayModel

/// Settles which pieces of content belong to which source and cue.
///
/// A tagger sees one sentence at a time; here quotations that go on after it are added, quotations without a cue
/// are given to whoever is speaking, and attributions inside somebody's content learn whose.
package struct Linker: Sendable {
  let lexicon: Lexicon

  /// A linker that knows cues from these word lists.
  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The attributions of a document, in order of reading.
  package func attributions(_ tagged: [TaggedAttribution], in document: Document)
    -> [LinkedAttribution]
  {
    let spoken = outsideOwnWords(tagged, document)
    let joined = SpokenOn(document: document).joined(spoken)
    let nesting = Nesting(document: document)
    return nesting.linked(
      joined.sorted {
        ($0.tagged.start, $0.tagged.cue?.start ?? 0) < ($1.tagged.start, $1.tagged.cue?.start ?? 0)
      }
    ) { tagged in
      sense(of: tagged, in: document)
    }
  }

  /// Without what stands inside a quotation and is nobody else's: "I think".
  private func outsideOwnWords(_ tagged: [TaggedAttribution], _ document: Document)
    -> [TaggedAttribution]
  {
    tagged.filter { attribution in
      guard attribution.pin == nil, let cue = attribution.cue,
        let quotation = document.quotation(around: cue),
        quotation.role == .speech
      else { return true }
      return Nesting(document: document).isWorthKeeping(attribution)
    }
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
