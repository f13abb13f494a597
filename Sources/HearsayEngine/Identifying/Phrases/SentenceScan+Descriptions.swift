import HearsayLanguage
import HearsayModel

/// People who are described: "the leader of a political party with close ties to an armed group".
extension SentenceScan {
  /// The description that begins with the article here, and where to read on.
  func description(at start: Int) -> (mention: Mention, next: Int)? {
    guard let head = head(after: start), !isBeforeName(head) else { return nil }
    let words = Array(tokens[start..<endOfModifiers(from: head + 1)])
    guard let mention = scanner.reader.mention(of: words, in: document),
      mention.form == .description, mention.kind == .person, mention.parts.isEmpty
    else { return nil }
    return (mention, head + 1)
  }

  /// The last role in the few words after an article.
  private func head(after article: Int) -> Int? {
    tokens[(article + 1)...].prefix(6).prefix { $0.kind == .word && !stops($0) }
      .lastIndex { lexicon.isSingleRole($0.lower) }
  }

  /// Whether a name follows, with or without a comma, or the role is an owner.
  private func isBeforeName(_ head: Int) -> Bool {
    guard let next = token(head + 1) else { return false }
    return next.isCapitalised || lexicon[.ownerMarks].has(next)
      || next.lower == "," && token(head + 2)?.isCapitalised == true
  }

  /// The end of the of- and with-phrases after a head; they stop at a verb, a conjunction or a mark.
  private func endOfModifiers(from start: Int) -> Int {
    guard let first = token(start), lexicon[.modifierLinks].has(first) else { return start }
    var end = start
    while end - start < 18, let token = token(end), isInModifier(token, after: tokens[end - 1]) {
      end += 1
    }
    while end > start,
      lexicon[.insideModifiers].has(tokens[end - 1]) || lexicon[.articles].has(tokens[end - 1])
    {
      end -= 1
    }
    return end
  }

  private func isInModifier(_ token: Token, after before: Token) -> Bool {
    guard token.kind == .word || token.kind == .number else { return false }
    if stops(token), !lexicon[.insideModifiers].has(token), !lexicon[.articles].has(token) {
      return false
    }
    // "the head of the union criticised": a verb, unless it stands where only an adjective can.
    let isVerb =
      lexicon[.participleEndings].isEnding(of: token.lower) && !token.lower.contains("-")
    return !isVerb || lexicon[.participleEndings].isEnding(of: before.lower)
      || before.lower.contains("-") || lexicon[.articles].has(before)
      || lexicon[.modifierLinks].has(before)
  }
}
