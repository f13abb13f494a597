import HearsayModel

/// Pairs the marks of one paragraph.
struct QuotationPairing {
  let bytes: [UInt8]
  let paragraph: Span
  let index: Int
  let part: Range<Int>
  let words: SentenceMarks
  /// Whether a quotation of an earlier paragraph is still open where this one starts.
  var isCarried = false

  /// Marks that were opened and not closed yet, outermost first.
  private var open: [QuotationMark] = []
  private var pairs: [Pair] = []

  init(bytes: [UInt8], paragraph: Span, index: Int, part: Range<Int>, words: SentenceMarks) {
    self.bytes = bytes
    self.paragraph = paragraph
    self.index = index
    self.part = part
    self.words = words
  }

  private struct Pair {
    var opening: QuotationMark
    /// `nil` where no mark closes it.
    var closing: QuotationMark?
    /// One past the last byte.
    var end: Int
  }

  /// The quotations, outermost first where one lies in another; their roles are told later.
  mutating func quotations(marking tokens: inout [Token]) -> [Quotation] {
    let marks = part.compactMap { QuotationMark(tokens, at: $0, in: paragraph, of: bytes) }
    let closers = singleClosers(after: marks)
    let carried = isCarried ? marks.firstIndex { $0.closesWhatWasCarried } : nil
    for (number, mark) in marks.enumerated() {
      if number == carried {
        // What was opened before it would lie across its end.
        open.removeAll()
      } else {
        read(mark, tokens, hasCloser: closers[number])
      }
    }
    for mark in open { pairs.append(Pair(opening: mark, closing: nil, end: paragraph.end)) }
    pairs.sort { ($0.opening.token, -$0.end) < ($1.opening.token, -$1.end) }
    for pair in pairs {
      tokens[pair.opening.token].kind = .openingMark
      if let closing = pair.closing { tokens[closing.token].kind = .closingMark }
    }
    guard let carried else { return built(tokens) }
    let closing = marks[carried].token
    tokens[closing].kind = .closingMark
    let rest = Quotation(
      span: Span(paragraph.start, tokens[closing].span.end),
      inside: Span(paragraph.start, tokens[closing].span.start), paragraph: index, role: .speech,
      continuesInNext: false, within: nil, oddities: [])
    return [rest]
      + built(tokens).map { quotation in
        var quotation = quotation
        quotation.within =
          quotation.within.map { $0 + 1 } ?? (rest.span.contains(quotation.span) ? 0 : nil)
        return quotation
      }
  }

  /// Whether the first double mark of a paragraph can only close what an earlier paragraph left open.
  func closesFromBefore(_ tokens: [Token]) -> Bool {
    let marks = part.lazy.compactMap { QuotationMark(tokens, at: $0, in: paragraph, of: bytes) }
    return marks.first { $0.family == .double }?.closesWhatWasCarried == true
  }
}

// MARK: - One mark after the other

extension QuotationPairing {
  private mutating func read(_ mark: QuotationMark, _ tokens: [Token], hasCloser: Bool) {
    switch mark.family {
    case .single: readSingle(mark, tokens, hasCloser: hasCloser)
    case .double, .angle, .corner: readDouble(mark, tokens)
    }
  }

  private mutating func readDouble(_ mark: QuotationMark, _ tokens: [Token]) {
    let opened = open.lastIndex { $0.family == mark.family }
    guard let opened else {
      if canOpen(mark) { open.append(mark) }
      return
    }
    let isGermanEnd = mark.shape == .opening && open[opened].shape == .low
    let isAngleEnd = mark.family == .angle && mark.shape != open[opened].shape
    let looksOpening = mark.isDrawnOpening || mark.isFreeBefore && !mark.isFreeAfter
    if isGermanEnd || isAngleEnd || !looksOpening || !mark.isDrawnOpening && mark.isFreeAfter {
      close(opened, with: mark)
    } else if open[opened].shape != mark.shape, open.count < 6, open.count - opened == 1,
      !open[..<opened].contains(where: { $0.family == mark.family })
    {
      open.append(mark)
    } else {
      abandon(opened, at: mark, tokens)
      open.append(mark)
    }
  }

  private func canOpen(_ mark: QuotationMark) -> Bool {
    if mark.isDrawnOpening { return true }
    switch mark.shape {
    case .closing, .primes: return mark.isFreeBefore && !mark.isFreeAfter
    case .straight: return mark.isFreeBefore || !mark.isFreeAfter
    case .leftAngle, .rightAngle: return mark.isFreeBefore || mark.shape == .leftAngle
    default: return true
    }
  }

  /// A single mark is an apostrophe far more often than a quotation mark, so it needs a partner in sight.
  private mutating func readSingle(_ mark: QuotationMark, _ tokens: [Token], hasCloser: Bool) {
    let next = mark.token + 1 < part.upperBound ? tokens[mark.token + 1] : nil
    if let opened = open.lastIndex(where: { $0.family == .single }) {
      guard !mark.isFreeBefore || mark.isFreeAfter && mark.shape != .opening else { return }
      guard mark.isFreeAfter, mark.shape != .opening else { return }
      let isPlural =
        mark.token > 0 && words.ownerEndings.contains(where: tokens[mark.token - 1].lower.hasSuffix)
        && mark.isSpaceAfter && next?.kind == .word && next?.isCapitalised == false
      if isPlural, hasCloser { return }
      close(opened, with: mark)
      return
    }
    guard mark.isFreeBefore, !mark.isFreeAfter, mark.shape != .closing, hasCloser else { return }
    let isElision = next.map {
      words.elisions.contains($0.lower) || $0.lower.first?.isNumber == true
    }
    guard isElision != true || mark.shape == .opening else { return }
    open.append(mark)
  }

  /// For every mark, whether a later one can close a single quotation before the next can open one.
  private func singleClosers(after marks: [QuotationMark]) -> [Bool] {
    var found = [Bool](repeating: false, count: marks.count)
    var isCloserAhead = false
    for number in marks.indices.reversed() {
      found[number] = isCloserAhead
      let mark = marks[number]
      guard mark.family == .single else { continue }
      if mark.isFreeAfter, !mark.isFreeBefore || mark.shape == .closing, mark.shape != .opening {
        isCloserAhead = true
      } else if mark.isFreeBefore, !mark.isFreeAfter, mark.shape != .closing {
        isCloserAhead = false
      }
    }
    return found
  }

  private mutating func close(_ opened: Int, with mark: QuotationMark) {
    // What was opened inside and not closed is left alone: a stray mark, or an apostrophe.
    open.removeSubrange((opened + 1)...)
    pairs.append(Pair(opening: open.removeLast(), closing: mark, end: 0))
  }

  /// A second opening mark of the same shape: the first was never closed, and ends at the last stop before.
  private mutating func abandon(_ opened: Int, at mark: QuotationMark, _ tokens: [Token]) {
    let abandoned = open[opened]
    open.removeSubrange(opened...)
    var end = mark.token
    while end > abandoned.token + 1, ![".", ",", "!", "?", "…"].contains(tokens[end - 1].lower) {
      end -= 1
    }
    if end <= abandoned.token + 1 { end = mark.token }
    guard end > abandoned.token + 1 else { return }
    // A quotation inside it ends inside it.
    let inner = pairs.reversed().prefix { $0.opening.token > abandoned.token }
      .filter { $0.opening.token < end }
    let last = inner.map { $0.closing.map { tokens[$0.token].span.end } ?? $0.end }.max() ?? 0
    pairs.append(Pair(opening: abandoned, closing: nil, end: max(tokens[end - 1].span.end, last)))
  }
}

// MARK: - Handing back

extension QuotationPairing {
  private func built(_ tokens: [Token]) -> [Quotation] {
    var quotations: [Quotation] = []
    var around: [Int] = []
    for pair in pairs {
      let opening = tokens[pair.opening.token].span
      let closing = pair.closing.map { tokens[$0.token].span }
      let end = closing?.end ?? max(pair.end, opening.end)
      while let last = around.last, quotations[last].span.end <= opening.start {
        around.removeLast()
      }
      quotations.append(
        Quotation(
          span: Span(opening.start, end), inside: Span(opening.end, closing?.start ?? end),
          paragraph: index, role: .speech, continuesInNext: false, within: around.last,
          oddities: oddities(of: pair, tokens)))
      around.append(quotations.count - 1)
    }
    return quotations
  }

  private func oddities(of pair: Pair, _ tokens: [Token]) -> Set<Quotation.Oddity> {
    guard let closing = pair.closing else { return [.unclosed] }
    var oddities: Set<Quotation.Oddity> = []
    if !pair.opening.pairs(with: closing) { oddities.insert(.mixedMarks) }
    let first = tokens[pair.opening.token].span.end
    let last = tokens[closing.token].span.start
    let isAngle = closing.family == .angle  // French sets a space inside its marks.
    if !isAngle, last > first,
      isSpace(first) || isSpace(Scalars.before(last, in: bytes)) && closing.shape != .primes
    {
      oddities.insert(.spaceInside)
    }
    return oddities
  }

  private func isSpace(_ offset: Int) -> Bool {
    Scalars.classOf(Scalars.at(offset, in: bytes).value) == .space
  }
}
