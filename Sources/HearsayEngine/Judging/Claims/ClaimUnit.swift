import HearsayLanguage
import HearsayModel

/// One sentence's worth of what is said, ready to be compared.
struct ClaimUnit: Sendable {
  /// Who says it, by the number that it has in ``ClaimGroups``.
  var owner: Int
  /// From its first word to its last.
  var span: Span
  /// All words in lower case, in order.
  var words: [String]
  /// The words that say what it is of.
  var content: Set<String>
}

extension ClaimUnit {
  /// What `pieces` of one sentence say together.
  init(
    owner: Int, pieces: [Span], in document: Document, lexicon: SourcingLexicon,
    spelling initials: Initials = Initials()
  ) {
    self.owner = owner
    span = pieces.extent ?? Span(0, 0)
    words = initials.words(in: pieces, of: document)
    content = Set(lexicon.telling(words).map(document.language.endings.stem))
  }

  /// All that is said, in order of reading.
  static func all(in evidence: Evidence, lexicon: SourcingLexicon) -> [ClaimUnit] {
    let document = evidence.document
    let initials = Initials(of: document)
    func unit(_ owner: Int, _ pieces: [Span]) -> ClaimUnit {
      ClaimUnit(
        owner: owner, pieces: pieces, in: document, lexicon: lexicon, spelling: initials)
    }
    let said = evidence.linked.enumerated().flatMap { index, attribution in
      var pieces: [Int: [Span]] = [:]
      for piece in attribution.content {
        for number in document.sentenceRange(over: piece) {
          guard let span = document.sentences[number].span.intersection(piece) else { continue }
          pieces[number, default: []].append(span)
        }
      }
      return pieces.sorted { $0.key < $1.key }.map { unit(index, $0.value) }
    }
    let nobodys = evidence.unattributed.enumerated().map { index, sentence in
      unit(evidence.linked.count + index, [document.sentences[sentence.index].span])
    }
    return (said + nobodys).sorted { ($0.span, $0.words.count) < ($1.span, $1.words.count) }
  }
}
