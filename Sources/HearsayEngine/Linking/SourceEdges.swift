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
    guard let way = range.dropFirst().first(where: { reader.lexicon[.means].has(document.tokens[$0]) })
    else { return source }
    return Span(source.start, document.tokens[way - 1].span.end)
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
