import HearsayLanguage
import HearsayModel

/// Words that stand in an article as they were sent: quoted mail, and posts with the name under them.
extension Credits {
  /// `Ann Roe <ann@roe.example> wrote:` over lines that each begin with one more `>`.
  func mail() -> TaggedAttribution? {
    let level = document.blockLevel(of: paragraph)
    guard let colon = tokens.last, colon.lower == ":", let cue = tokens.dropLast().last,
      document.language.layout.mailCues.contains(cue.lower), let name = sender(before: cue)
    else { return nil }
    var content: [Span] = []
    for next in document.paragraphs.indices.dropFirst(paragraph + 1) {
      let deeper = document.blockLevel(of: next)
      if deeper <= level { break }
      if deeper == level + 1, !isWriting(next), let said = document.wordsBehindMarks(of: next) {
        content.append(said)
      }
    }
    guard !content.isEmpty else { return nil }
    return TaggedAttribution(
      source: name, cue: cue.span.union(colon.span), content: content,
      confidence: TaggingSettings.signed)
  }

  /// `Tonight's match is off. — Harbour FC (@harbourfc) March 2, 2023`, the name in a line of its own or not.
  func post() -> TaggedAttribution? {
    guard let at = tokens.indices.last(where: { isHandle($0) }), at > tokens.startIndex,
      let bracket = tokens[..<at].last, bracket.lower == "(" || bracket.lower == "[",
      let dash = tokens[..<at].lastIndex(where: isDash), tokens.endIndex - at <= 20
    else { return nil }
    let name = tokens[(dash + 1)..<(bracket.span == tokens[at - 1].span ? at - 1 : at)]
    guard let first = name.first, let last = name.last, name.count <= 8, first.isCapitalised,
      case let content = tokens[..<dash].allSatisfy(isBlockMark) ? above() : before(dash),
      !content.isEmpty
    else { return nil }
    return TaggedAttribution(
      source: first.span.union(last.span), cue: tokens[dash].span, content: content,
      confidence: TaggingSettings.signed)
  }

  private func isHandle(_ index: Int) -> Bool {
    document.text[tokens[index].span].hasPrefix("@")
  }

  private func above() -> [Span] {
    let block = blockAbove()
    guard block.isEmpty, paragraph > 0 else { return block }
    return [document.paragraphs[paragraph - 1].span]
  }

  /// The paragraphs above a signature that are set off as it is.
  func blockAbove() -> [Span] {
    let level = document.blockLevel(of: paragraph)
    guard level > 0 else { return [] }
    let above = document.paragraphs.indices[..<paragraph].suffix(TaggingSettings.mostItems)
      .reversed().prefix { document.blockLevel(of: $0) == level && !document.isSignature($0) }
    return above.reversed().compactMap { document.wordsBehindMarks(of: $0) }
  }

  private func before(_ dash: Int) -> [Span] {
    guard let first = tokens.first(where: { !isBlockMark($0) }), dash > tokens.startIndex else {
      return []
    }
    return [first.span.union(tokens[dash - 1].span)]
  }
}

// MARK: - Mail

extension Credits {
  private func words(of paragraph: Int) -> ArraySlice<Token> {
    let sentences = document.paragraphs[paragraph].sentences
    guard let first = document.sentences[sentences].first,
      let last = document.sentences[sentences].last
    else { return [] }
    return document.tokens[first.tokens.lowerBound..<last.tokens.upperBound]
  }

  private func isWriting(_ paragraph: Int) -> Bool {
    let own = words(of: paragraph)
    return own.last?.lower == ":"
      && own.dropLast().last.map { document.language.layout.mailCues.contains($0.lower) } == true
  }

  /// The name before "wrote", or before the address: "On Mon, 3 May 2021, Ann Roe <ann@roe.example> wrote".
  private func sender(before cue: Token) -> Span? {
    let before = tokens.prefix { $0.span.end <= cue.span.start }
    let end = before.firstIndex { $0.lower.hasPrefix("<") || $0.lower == "(" } ?? before.endIndex
    var name = Array(before[..<end].reversed().prefix(while: isInName).reversed())
    while let first = name.first, !first.isCapitalised || isHalfOfDay(first), name.count > 1 {
      name.removeFirst()
    }
    guard let first = name.first, let last = name.last, name.count <= 6 else { return nil }
    return first.span.union(last.span)
  }

  /// "8:03 *AM* Ann Roe": two capitals right behind a number.
  private func isHalfOfDay(_ word: Token) -> Bool {
    let letters = document.text[word.span]
    guard letters.count == 2, letters == letters.uppercased() else { return false }
    return tokens.last { $0.span.end <= word.span.start }?.kind == .number
  }

  private func isInName(_ word: Token) -> Bool {
    let calendar = document.language.calendar
    guard word.kind == .word, word.isCapitalised || word.lower.utf8.count <= 3 else { return false }
    return !calendar.months.contains(word.lower) && !calendar.shortMonths.contains(word.lower)
      && !calendar.days.contains(word.lower)
  }
}
