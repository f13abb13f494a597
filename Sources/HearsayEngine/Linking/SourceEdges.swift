import HearsayLanguage
import HearsayModel

/// Sets where a source ends: before the comma after it, before the way that its words came, and before
/// what it spoke in: "Vera Toft | in a letter to the mayor".
struct SourceEdges: Sendable {
  let reader: MentionReader

  /// The attributions with such sources.
  func settled(_ tagged: [TaggedAttribution], in document: Document) -> [TaggedAttribution] {
    tagged.map { own in
      guard own.pin == nil, let source = own.source else { return own }
      var own = own
      own.source = withoutWriting(
        withoutWay(withoutComma(source, in: document), in: document), in: document)
      if let source = own.source, let cue = own.cue {
        own.source = withWholeHead(source, before: cue, in: document)
      }
      return own
    }
  }

  private static let loose: Set<String> = [",", "-", "–", "—", "--"]

  private func withoutComma(_ source: Span, in document: Document) -> Span {
    let range = document.tokenRange(in: source)
    let last = document.tokens[range].last { !Self.loose.contains($0.lower) }
    guard let last, last.span.end < source.end else { return source }
    return Span(source.start, last.span.end)
  }

  /// "the mayor | via the agency Interfax": how the words came is none of the source.
  private func withoutWay(_ source: Span, in document: Document) -> Span {
    let range = document.tokenRange(in: source)
    guard
      let way = range.dropFirst().first(where: { reader.lexicon[.means].has(document.tokens[$0]) })
    else { return source }
    return Span(source.start, document.tokens[way - 1].span.end)
  }

  /// "*The guard who reported* | the call recalled": what stands right before the cue is only the end of the source.
  private func withWholeHead(_ source: Span, before cue: Span, in document: Document) -> Span {
    let tokens = document.tokens
    let first = document.tokenRange(in: source).lowerBound
    guard source.end <= cue.start, document.tokenRange(in: Span(source.end, cue.start)).isEmpty,
      first > 3, tokens[first - 1].sentence == tokens[first].sentence,
      tokens[first - 1].classes.contains(.tensed) || tokens[first - 1].verb != nil,
      reader.lexicon[.personalRelatives].has(tokens[first - 2]),
      !tokens[first].isCapitalised, tokens[first].classes.isDisjoint(with: [.subject])
    else { return source }
    var start = first - 3
    while start > 0, first - start < 8, tokens[start - 1].sentence == tokens[first].sentence,
      tokens[start - 1].kind == .word,
      tokens[start].classes.isDisjoint(with: [.determiner, .possessive])
    {
      start -= 1
    }
    guard !tokens[start].classes.isDisjoint(with: [.determiner, .possessive]) else { return source }
    return Span(tokens[start].span.start, source.end)
  }

  private func withoutWriting(_ source: Span, in document: Document) -> Span {
    let tokens = document.tokens[document.tokenRange(in: source)]
    let link = tokens.indices.dropFirst().first { isWriting(tokens[$0...]) }
    guard let link, let last = tokens[..<link].last else { return source }
    let speaker = Span(source.start, last.span.end)
    guard let mention = reader.mention(of: speaker, in: document), mention.isName else {
      return source
    }
    return withoutComma(speaker, in: document)
  }

  /// "in a letter", "in an interview".
  private func isWriting(_ words: ArraySlice<Token>) -> Bool {
    let lexicon = reader.lexicon
    guard let first = words.first, lexicon[.spokenIn].has(first),
      let next = words.dropFirst().first,
      lexicon[.determinersIndefinite].has(next) || lexicon[.determinersPossessive].has(next)
    else { return false }
    return words.dropFirst(2).prefix(3).contains {
      !$0.isCapitalised && lexicon.head($0.lower, in: lexicon.documents) != nil
    }
  }
}
