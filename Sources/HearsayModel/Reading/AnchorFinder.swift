/// Finds the words of marks again in a text that was edited since.
///
/// In this order: where they stood; the same words elsewhere, which of several by their surroundings; words of
/// which at most half has changed and that together with their surroundings are like enough; else nowhere.
/// A mark without a place is a nuisance, a mark on somebody else's words a mistake: what is not sure is lost.
///
/// ```
/// let finder = AnchorFinder(article.text)
/// let place = finder.place(of: mark, in: analysis)
/// ```
public struct AnchorFinder: Sendable {
  let text: FoldedText

  /// A finder in one text, for all marks that may be on it.
  public init(_ text: ArticleText) {
    self.text = FoldedText(text.bytes)
  }

  /// The figures of the search. Measured on edits of articles: a lower floor moves marks from deleted
  /// paragraphs to near-duplicates, a higher one loses sentences that were reworded.
  enum Limits {
    /// The least score of changed words.
    static let score = 0.70
    /// Words less like than this need like surroundings on both sides: where a paragraph was deleted, what stood
    /// before it stands before the next one.
    static let firm = 0.9
    /// How like the surroundings on a side have to be for that.
    static let side = 0.5
    /// Or letters of the same sentence on one side, so many and so like: "Lind said on Monday".
    static let sentence = 10
    static let sameSentence = 0.8
    /// Two places nearer to each other than this are not told apart.
    static let tie = 0.05
    /// Surroundings of at least this likeness are the same surroundings.
    static let sameContext = 0.95
    /// Shorter words stand anywhere by chance: they need surroundings of at least ``shortContext``.
    static let short = 24
    static let shortContext = 0.5
    /// Shorter or longer words are found only as they were.
    static let fuzzy = 8...4_096
    /// More places than this are not looked at.
    static let places = 256
    /// How many steps comparing letter by letter may take.
    static let steps = 60_000_000
  }
}

// MARK: - The ladder

extension AnchorFinder {
  /// Where a mark is now.
  ///
  /// - Parameters:
  ///   - mark: the mark, on this text or on an earlier version of it.
  ///   - analysis: an analysis of this text; with it, the same words of another source are refused.
  public func place(of mark: Mark, in analysis: Analysis? = nil) -> Mark.Place {
    place(of: mark.anchor) { span in
      analysis.map { $0.credits(span, toOtherThan: mark.snapshot.source) } ?? false
    }
  }

  /// Where an anchor is now.
  ///
  /// - Parameters:
  ///   - anchor: the words, and what stood around them.
  ///   - isRefused: whether the words at a place are known to be somebody else's.
  public func place(
    of anchor: Mark.Anchor, refusing isRefused: (Span) -> Bool = { _ in false }
  ) -> Mark.Place {
    let quote = Quote(anchor, start: text.index(ofByte: max(0, anchor.start)))
    guard !quote.words.isEmpty else { return .lost(.gone) }
    if let here = unmoved(quote), !isRefused(text.span(here)) { return .unmoved(text.span(here)) }

    var isOtherSource = false
    func allowed(_ candidates: [Candidate]) -> [Candidate] {
      let allowed = candidates.filter { !isRefused(text.span($0.range)) }
      if allowed.count < candidates.count { isOtherSource = true }
      return allowed
    }
    let same = allowed(sameWords(as: quote))
    if !same.isEmpty { return choice(among: same, for: quote) }
    let changed = allowed(likeWords(as: quote))
    if let best = changed.first {
      if changed.count > 1, best.score - changed[1].score < Limits.tie { return .lost(.ambiguous) }
      let span = text.span(best.range)
      return differsOnlyInSpace(best, from: quote)
        ? .moved(span) : .changed(span, score: best.score)
    }
    return .lost(isOtherSource ? .otherSource : .gone)
  }

  /// The marked words, folded.
  struct Quote {
    var words: [UInt32]
    var prefix: [UInt32]
    var suffix: [UInt32]
    /// What of the surroundings is of the same sentence.
    var opening: [UInt32]
    var closing: [UInt32]
    /// Where they stood.
    var start: Int

    init(_ anchor: Mark.Anchor, start: Int) {
      words = FoldedText(anchor.exact.utf8).scalars
      prefix = FoldedText(anchor.prefix.utf8).scalars
      suffix = FoldedText(anchor.suffix.utf8).scalars
      let ends: Set<Character> = [".", "!", "?", "\n", "。", "！", "？"]
      let after = anchor.prefix.lastIndex(where: ends.contains).map(anchor.prefix.index(after:))
      opening = FoldedText(anchor.prefix[(after ?? anchor.prefix.startIndex)...].utf8).scalars
      closing = FoldedText(anchor.suffix.prefix { !ends.contains($0) }.utf8).scalars
      self.start = start
    }
  }

  /// A place where they may be.
  struct Candidate {
    var range: Range<Int>
    /// How like the surroundings are, from 0 to 1; 1 where none are known.
    var context: Double
    /// How like the surroundings are on the side where they are less so.
    var weakerSide: Double
    /// How like everything is, from 0 to 1.
    var score: Double
  }
}

// MARK: - Where they stood

extension AnchorFinder {
  /// The old place, where words and surroundings are as they were.
  private func unmoved(_ quote: Quote) -> Range<Int>? {
    let range = quote.start..<(quote.start + quote.words.count)
    guard stand(quote.prefix, at: range.lowerBound - quote.prefix.count),
      stand(quote.words, at: range.lowerBound), stand(quote.suffix, at: range.upperBound)
    else { return nil }
    return range
  }

  private func stand(_ letters: [UInt32], at start: Int) -> Bool {
    guard start >= 0, start + letters.count <= text.count else { return false }
    return text.scalars[start..<(start + letters.count)].elementsEqual(letters)
  }
}

// MARK: - The same words elsewhere

extension AnchorFinder {
  private func sameWords(as quote: Quote) -> [Candidate] {
    let isShort = quote.words.count < Limits.short
    return occurrences(of: quote.words).filter { keepsWordsWhole($0, quote) }
      .map { candidate(at: $0, likeness: 1, quote) }
      .filter { !isShort || $0.context >= Limits.shortContext }
      .sorted { ($1.context, distance($0, quote)) < ($0.context, distance($1, quote)) }
  }

  /// Of the same words in several places those with the likest surroundings. Where these are the same as well,
  /// the places say the same, and the nearest is taken; where they are only equally unlike, none.
  private func choice(among same: [Candidate], for quote: Quote) -> Mark.Place {
    var best = same[0]
    let rivals = same.dropFirst().filter { best.context - $0.context < Limits.tie }
    if !rivals.isEmpty {
      guard rivals.allSatisfy({ $0.context >= Limits.sameContext }) else {
        return .lost(.ambiguous)
      }
      best = rivals.reduce(best) { distance($1, quote) < distance($0, quote) ? $1 : $0 }
    }
    let span = text.span(best.range)
    return best.range.lowerBound == quote.start ? .unmoved(span) : .moved(span)
  }

  private func distance(_ candidate: Candidate, _ quote: Quote) -> Int {
    abs(candidate.range.lowerBound - quote.start)
  }

  /// Every place of these letters, in one pass (Knuth, Morris and Pratt).
  private func occurrences(of words: [UInt32]) -> [Range<Int>] {
    var borders = [0]
    var matched = 0
    for letter in words.dropFirst() {
      while matched > 0, words[matched] != letter { matched = borders[matched - 1] }
      if words[matched] == letter { matched += 1 }
      borders.append(matched)
    }
    var found: [Range<Int>] = []
    matched = 0
    for (position, letter) in text.scalars.enumerated() {
      while matched > 0, words[matched] != letter { matched = borders[matched - 1] }
      if words[matched] == letter { matched += 1 }
      guard matched == words.count else { continue }
      found.append((position + 1 - matched)..<(position + 1))
      if found.count == Limits.places { break }
      matched = borders[matched - 1]
    }
    return found
  }

  /// "ran" is not found in "Iran" where it stood as a word of its own.
  private func keepsWordsWhole(_ range: Range<Int>, _ quote: Quote) -> Bool {
    func parts(_ left: UInt32?, _ right: UInt32?) -> Bool {
      guard let left, let right else { return false }
      return FoldedText.isSpacedLetter(left) && FoldedText.isSpacedLetter(right)
    }
    let before = range.lowerBound > 0 ? text.scalars[range.lowerBound - 1] : nil
    let after = range.upperBound < text.count ? text.scalars[range.upperBound] : nil
    let cutsBefore =
      parts(before, quote.words.first) && !parts(quote.prefix.last, quote.words.first)
    let cutsAfter = parts(quote.words.last, after) && !parts(quote.words.last, quote.suffix.first)
    return !cutsBefore && !cutsAfter
  }
}

// MARK: - Other words

extension AnchorFinder {
  private func likeWords(as quote: Quote) -> [Candidate] {
    let count = quote.words.count
    guard Limits.fuzzy.contains(count) else { return [] }
    let limit = min(12, max(2, Limits.steps / (3 * count * count)))
    var candidates: [Candidate] = []
    for window in Seeds(quote.words).windows(in: text.scalars, limit: limit) {
      let found = Alignment(of: quote.words[...], in: text.scalars, window: window)
      guard found.errors * 2 <= count, !found.range.isEmpty else { continue }
      let likeness = 1 - Double(found.errors) / Double(count)
      let new = candidate(
        at: tidied(snapped(found.range, quote)), likeness: likeness, quote)
      guard new.score >= Limits.score,
        likeness >= Limits.firm || new.weakerSide >= Limits.side
          || isInSameSentence(new.range, quote)
      else { continue }
      if let same = candidates.firstIndex(where: { $0.range.overlaps(new.range) }) {
        if candidates[same].score < new.score { candidates[same] = new }
      } else {
        candidates.append(new)
      }
    }
    return candidates.sorted { $0.score > $1.score }
  }

  /// Whether the rest of the sentence is as it was, before or after the words.
  private func isInSameSentence(_ range: Range<Int>, _ quote: Quote) -> Bool {
    let before = max(0, range.lowerBound - quote.opening.count)..<range.lowerBound
    let after = range.upperBound..<min(text.count, range.upperBound + quote.closing.count)
    return [(quote.opening, before), (quote.closing, after)].contains { letters, window in
      letters.count >= Limits.sentence
        && Alignment.likeness(of: letters, in: text.scalars, window: window)
          >= Limits.sameSentence
    }
  }

  /// Drawn to where the surroundings begin, if they do so nearby: a word put in before the last one else takes
  /// its place, because it needs fewer changes.
  private func snapped(_ range: Range<Int>, _ quote: Quote) -> Range<Int> {
    let reach = min(48, max(12, quote.words.count / 4))
    let before = Array(quote.prefix.suffix(12))
    let after = Array(quote.suffix.prefix(12))
    func nearest(_ letters: [UInt32], to offset: Int) -> Int? {
      guard letters.count >= 4 else { return nil }
      return (0...reach).lazy.flatMap { [offset - $0, offset + $0] }
        .first { stand(letters, at: $0) }
    }
    let start = nearest(before, to: range.lowerBound - before.count).map { $0 + before.count }
    let end = nearest(after, to: range.upperBound)
    guard (start ?? range.lowerBound) < (end ?? range.upperBound) else { return range }
    return (start ?? range.lowerBound)..<(end ?? range.upperBound)
  }

  /// Without white space at its ends, and with whole words.
  private func tidied(_ range: Range<Int>) -> Range<Int> {
    let letters = text.scalars
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, letters[start] == FoldedText.space { start += 1 }
    while start < end, letters[end - 1] == FoldedText.space { end -= 1 }
    func isInside(_ offset: Int) -> Bool {
      offset > 0 && offset < letters.count && FoldedText.isSpacedLetter(letters[offset - 1])
        && FoldedText.isSpacedLetter(letters[offset])
    }
    var patience = 24
    while isInside(start), patience > 0 { (start, patience) = (start - 1, patience - 1) }
    patience = 24
    while isInside(end), patience > 0 { (end, patience) = (end + 1, patience - 1) }
    return start..<max(start, end)
  }

  private func differsOnlyInSpace(_ candidate: Candidate, from quote: Quote) -> Bool {
    text.scalars[candidate.range].filter { $0 != FoldedText.space }
      .elementsEqual(quote.words.filter { $0 != FoldedText.space })
  }
}

// MARK: - How like

extension AnchorFinder {
  /// Words weigh half, what stands before and after them a fifth each, the distance next to nothing.
  private func candidate(at range: Range<Int>, likeness: Double, _ quote: Quote) -> Candidate {
    let before = max(0, range.lowerBound - quote.prefix.count)..<range.lowerBound
    let after = range.upperBound..<min(text.count, range.upperBound + quote.suffix.count)
    let contexts = [(quote.prefix, before), (quote.suffix, after)].filter { !$0.0.isEmpty }
      .map { Alignment.likeness(of: $0.0, in: text.scalars, window: $0.1) }
    let shift = abs(range.lowerBound - quote.start)
    let nearness = 1 - Double(shift) / Double(max(1, text.count, shift))
    let context = contexts.reduce(0, +)
    let weight = 52 + 20 * Double(contexts.count)
    return Candidate(
      range: range, context: contexts.isEmpty ? 1 : context / Double(contexts.count),
      weakerSide: contexts.min() ?? 1,
      score: (50 * likeness + 20 * context + 2 * nearness) / weight)
  }
}
