import HearsayLanguage
import HearsayModel

/// Those who are described: "the leader of a political party with close ties to an armed group", "two students".
extension SentenceScan {
  /// The description that begins here, and where to read on.
  func description(at start: Int) -> (mentions: [Mention], next: Int)? {
    guard let head = head(from: start) else { return nil }
    if let named = named(after: head, from: start) { return ([named.mention], named.next) }
    if let members = members(after: head, from: start) { return members }
    guard !isBeforeName(head) else { return nil }
    let words = Array(tokens[start..<endOfModifiers(from: head + 1)])
    guard let mention = scanner.reader.mention(of: words, in: document),
      mention.form == .description || mention.form == .bare && mention.kind == .group,
      mention.parts.isEmpty,
      mention.kind == .person || mention.kind == .group || mention.kind == .organisation
    else { return nil }
    return ([mention], head + 1)
  }

  /// "Peru's central bank": a place by its name is the owner, and nobody's article stands before it.
  func ofPlace(at start: Int) -> (mention: Mention, next: Int)? {
    let owned = endOfName(from: start)
    let place = tokens[start..<owned].map(\.lower).joined(separator: " ")
    guard lexicon.countries.isName(place), token(owned).map(lexicon[.ownerMarks].has) == true,
      let head = head(from: owned), !isBeforeName(head)
    else { return nil }
    let words = Array(tokens[start..<endOfModifiers(from: head + 1)])
    guard let mention = scanner.reader.mention(of: words, in: document), !mention.isPronoun,
      mention.parts.isEmpty, mention.kind == .organisation, !mention.heads.isEmpty
    else { return nil }
    return (mention, head + 1)
  }

  /// "two politicians: Senator Ann Roe and the mayor Jo Hale": many, and each by name.
  private func members(after head: Int, from start: Int) -> (mentions: [Mention], next: Int)? {
    let comma = endOfModifiers(from: head + 1)
    guard lexicon.role(tokens[head].lower)?.isPlural == true,
      let mark = token(comma), mark.kind == .punctuation, mark.lower != ".",
      token(comma + 1)?.isCapitalised == true
    else { return nil }
    let (first, end) = name(at: comma + 1)
    guard let first, var pair = list(of: first, from: comma + 1, to: end) else { return nil }
    let words = Array(tokens[start..<comma])
    if let described = scanner.reader.mention(of: words, in: document) {
      pair.mentions[pair.mentions.count - 1].heads = described.heads
    }
    return pair
  }

  /// Whether a description may begin with this word: an article, a number, or many with the sentence's capital.
  func opensDescription(_ index: Int) -> Bool {
    let word = tokens[index]
    // "As a farmer, Roe …": what somebody is, and nobody else.
    if lexicon[.predicating].contains(where: { token(index - 1)?.lower == $0 }),
      lexicon[.determinersIndefinite].has(word)
    {
      return false
    }
    if lexicon[.articles].has(word) || lexicon[.counts].has(word)
      || word.kind == .number && Int(word.lower) != nil
    {
      return true
    }
    return word.isCapitalised && lexicon.role(word.lower)?.isPlural == true
      && index == tokens.firstIndex { $0.kind == .word }
  }

  /// The last role or kind of body in the few words that begin here.
  private func head(from start: Int) -> Int? {
    let opening = lexicon[.articles].has(tokens[start]) || lexicon.role(tokens[start].lower) == nil
    let words = tokens[(opening ? start + 1 : start)...].prefix(6)
      .prefix { $0.kind == .word && !stops($0) }
    return words.lastIndex { lexicon.role($0.lower) != nil }
      ?? words.lastIndex { lexicon.head($0.lower, in: lexicon.institutions) != nil }.flatMap {
        endsPhrase($0) ? $0 : nil
      }
  }

  /// "the school board meeting" is no board: what follows the word is no noun.
  private func endsPhrase(_ head: Int) -> Bool {
    guard let next = token(head + 1), next.kind == .word else { return true }
    return stops(next) || lexicon[.verbalEndings].isEnding(of: next.lower)
      || lexicon[.modifierLinks].has(next) || lexicon[.clauseVerbs].has(next)
  }

  /// "The neighbour, Yusuf Karaca,": a description and the name of the one described.
  private func named(after head: Int, from start: Int) -> (mention: Mention, next: Int)? {
    let comma = endOfModifiers(from: head + 1)
    guard lexicon[.the].has(tokens[start]), token(comma)?.lower == ",",
      let first = token(comma + 1), first.isCapitalised
    else { return nil }
    let end = endOfName(from: comma + 1)
    guard !isPlainWord(first) || end > comma + 2 else { return nil }
    guard token(end).map({ $0.kind != .word }) ?? true,
      let mention = scanner.reader.mention(of: Array(tokens[start..<end]), in: document),
      mention.isName, mention.parts.isEmpty, !mention.heads.isEmpty
    else { return nil }
    return (mention, end)
  }

  /// Whether a name follows, with or without a comma, or the role is an owner.
  private func isBeforeName(_ head: Int) -> Bool {
    guard let next = token(head + 1) else { return false }
    return next.isCapitalised
      || next.lower == "," && token(head + 2)?.isCapitalised == true
        && lexicon.role(tokens[head].lower)?.isPlural == false
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
