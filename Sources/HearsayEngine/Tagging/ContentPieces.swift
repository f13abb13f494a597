import HearsayLanguage
import HearsayModel

/// Keeps of a content what can belong to its cue.
///
/// A network gives every piece to the likeliest cue, and a piece whose own cue it missed goes to a stranger's, at times
/// a paragraph away. Quotations may surround their cue, before it and after; words without marks stand in its sentence.
struct ContentPieces {
  let document: Document
  /// Whether a piece that says nothing where it stands alone is left out.
  var dropsHollow = true

  /// The pieces that stand with the cue, each as far as its sentence goes; all of them where none does.
  func standing(with cue: Span, _ pieces: [Span]) -> [Span] {
    let placed = placed(with: cue, pieces)
    let told = placed.filter {
      saysSomething($0, beside: cue) && !(placed.count > 1 && $0.start >= cue.end && isRelative($0))
    }
    return told.isEmpty ? placed : told
  }

  /// "*However*, she said, …", "*It* was reported that …": a piece of such words is nobody's.
  private func saysSomething(_ piece: Span, beside cue: Span) -> Bool {
    let words = document.words(in: piece)
    guard words.count == 1, dropsHollow, !isQuoted(piece) else { return true }
    let classes = document.language.lexicon.classes(of: words[0])
    guard classes.contains(.hollow) else { return true }
    // "He meant *it*, Roe said": only right before the cue it stands for nothing.
    let isSubject =
      piece.end < cue.start && document.tokenRange(in: Span(piece.end, cue.start)).isEmpty
    return classes.contains(.subject) && !isSubject
  }

  /// "said in the letter, *which* was first published by the Courier".
  func isRelative(_ piece: Span) -> Bool {
    let tokens = document.tokens[document.tokenRange(in: piece)].filter { $0.kind != .punctuation }
    return tokens.count == 1 && tokens[tokens.startIndex].classes.contains(.relative)
  }

  private func placed(with cue: Span, _ pieces: [Span]) -> [Span] {
    let home = document.sentenceRange(over: cue)
    guard let first = home.first, let last = home.last else { return pieces }
    let sentences = document.sentences[first].span.union(document.sentences[last].span)
    let near = pieces.filter { $0.overlaps(sentences) || isQuoted($0) }
    if near.isEmpty { return pieces }
    // After a colon several sentences may be somebody's.
    if document.text.bytes[cue.end - 1] == UInt8(ascii: ":") { return near }
    return near.map { within(sentences, $0) }
  }

  /// Whether most of a piece stands between marks.
  private func isQuoted(_ piece: Span) -> Bool {
    document.quotationRange(over: piece).contains { index in
      let span = document.quotations[index].span
      return (min(span.end, piece.end) - max(span.start, piece.start)) * 2 >= piece.count
    }
  }

  /// The part of a piece that lies in the sentences of its cue, where no quotation bridges their edge.
  private func within(_ sentences: Span, _ piece: Span) -> Span {
    guard piece.overlaps(sentences) else { return piece }
    var piece = piece
    if piece.end > sentences.end, !isBridged(sentences.end, in: piece) {
      piece.end = endOfWords(before: sentences.end, after: max(piece.start, sentences.start))
    }
    if piece.start < sentences.start, !isBridged(sentences.start, in: piece) {
      piece.start = sentences.start
    }
    return piece
  }

  /// Whether a quotation that belongs to the piece stands on both sides of an offset.
  private func isBridged(_ offset: Int, in piece: Span) -> Bool {
    document.quotationRange(over: piece).contains { index in
      let span = document.quotations[index].span
      return span.start < offset && span.end >= offset
    }
  }

  /// The end of the last word before `end`, without the stop that closes the sentence.
  private func endOfWords(before end: Int, after start: Int) -> Int {
    let tokens = document.tokens[document.tokenRange(in: Span(start, end))]
    return tokens.last { $0.kind != .punctuation || [")", "]", "%"].contains($0.lower) }?.span.end
      ?? end
  }
}
