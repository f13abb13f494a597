import HearsayModel
import HearsayText

/// Cuts a text into paragraphs: one for each line, or for each run of lines where lines were wrapped to fit a page.
///
/// Lines were wrapped where they end in mid-sentence although the next word had no room on them. In such a text a line on
/// which the next word would have had room is the last of its paragraph.
struct ParagraphSplitter {
  let bytes: [UInt8]
  private let lexicon: Lexicon

  init(_ text: ArticleText, _ language: Language) {
    bytes = text.bytes
    lexicon = language.lexicon
  }

  /// The paragraphs of a section, without blank lines and without white space around them.
  ///
  /// Each says whether a blank line (or nothing at all) stands before it.
  func blocks(in section: Span) -> [Block] {
    let runs = withoutDoubleSpacing(runs(of: lines(in: section)))
    let own = runs.map { isWrapped($0, to: width(of: $0)) }
    let common = runs.indices.filter { own[$0] }.map { width(of: runs[$0]) }.max()
    var blocks: [Block] = []
    for index in runs.indices {
      if own[index] {
        append(paragraphs(of: runs[index], width: width(of: runs[index])), to: &blocks)
      } else if let common, isWrapped(runs[index], to: common, isKnown: true) {
        append(paragraphs(of: runs[index], width: common), to: &blocks)
      } else {
        append(runs[index].map(\.span), to: &blocks)
      }
    }
    return blocks
  }

  /// A paragraph before anything is known of it.
  struct Block {
    var span: Span
    var isAfterBlank: Bool
    var isBeforeBlank: Bool
  }

  private func append(_ paragraphs: [Span], to blocks: inout [Block]) {
    for (index, span) in paragraphs.enumerated() {
      blocks.append(
        Block(
          span: span, isAfterBlank: index == 0, isBeforeBlank: index == paragraphs.count - 1))
    }
  }
}

// MARK: - Lines

extension ParagraphSplitter {
  /// A line that is not blank.
  private struct Line {
    /// Without white space at the ends.
    var span: Span
    /// How many blanks stand before it.
    var indent: Int
    /// How many characters it has.
    var length: Int
    /// How many characters its first word has.
    var firstWord: Int
    /// How many blank lines stand before it.
    var blanksBefore: Int
  }

  private func lines(in section: Span) -> [Line] {
    var lines: [Line] = []
    var blanks = 0
    var start = section.start
    while start <= section.end {
      var end = start
      while end < section.end, bytes[end] != 0x0A { end += 1 }
      let span = trimmed(Span(start, end))
      if span.isEmpty {
        blanks += 1
      } else {
        let word = bytes[span.range].prefix { $0 > 0x20 }
        lines.append(
          Line(
            span: span, indent: span.start - start, length: characters(bytes[span.range]),
            firstWord: characters(word), blanksBefore: lines.isEmpty ? 1 : blanks))
        blanks = 0
      }
      start = end + 1
    }
    return lines
  }

  /// The lines between blank ones.
  private func runs(of lines: [Line]) -> [[Line]] {
    var runs: [[Line]] = []
    for line in lines {
      if line.blanksBefore > 0 || runs.isEmpty { runs.append([]) }
      runs[runs.count - 1].append(line)
    }
    return runs
  }

  /// In a double-spaced text the blank line after each line is none: only two of them end a paragraph.
  private func withoutDoubleSpacing(_ runs: [[Line]]) -> [[Line]] {
    let single = runs.filter { $0.count == 1 }.count
    guard runs.count >= 4, single * 10 >= runs.count * 9 else { return runs }
    let lines = runs.flatMap(\.self)
    let width = lines.map(\.length).max() ?? 0
    guard Self.widths.contains(width) else { return runs }
    let gaps = zip(lines, lines.dropFirst()).filter { $1.blanksBefore == 1 }
    let cut = gaps.count { isCut($0.span) && !hasRoom($0, for: $1, in: width) && opensSmall($1) }
    guard cut >= 2, cut * 3 >= gaps.count else { return runs }
    return self.runs(
      of: lines.map { line in
        var line = line
        line.blanksBefore = line.blanksBefore > 1 ? 1 : 0
        return line
      })
  }

  private func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { !$0.isInsideCharacter }
  }
}

// MARK: - Wrapped lines

extension ParagraphSplitter {
  /// What the longest line of a wrapped text may have, in characters.
  private static let widths = 28...120

  private func width(of run: [Line]) -> Int { run.map(\.length).max() ?? 0 }

  /// Whether lines were broken to fit a page of this width.
  ///
  /// - Parameter isKnown: whether the width is that of other lines of the text, so that no further sign is needed.
  private func isWrapped(_ run: [Line], to width: Int, isKnown: Bool = false) -> Bool {
    guard run.count > 1, Self.widths.contains(width) else { return false }
    var (full, early, signs) = (0, 0, 0)
    for (line, next) in zip(run, run.dropFirst()) {
      guard line.length <= width else { return false }
      guard isCut(line.span), !startsItem(next.span) else { continue }
      if hasRoom(line, for: next, in: width) {
        early += 1
      } else {
        full += 1
        if opensSmall(next) || endsInSmallWord(line.span) { signs += 1 }
      }
    }
    return full > early && (isKnown || signs > 0 && signs * 3 >= full)
  }

  /// The lines of a wrapped run, put together.
  private func paragraphs(of run: [Line], width: Int) -> [Span] {
    let margin = run.dropFirst().map(\.indent).min() ?? 0
    var paragraphs: [Span] = []
    for (index, line) in run.enumerated() {
      let before = index > 0 ? run[index - 1] : nil
      if let before, let last = paragraphs.indices.last,
        !begins(line, after: before, width: width, margin: margin)
      {
        paragraphs[last] = paragraphs[last].union(line.span)
      } else {
        paragraphs.append(line.span)
      }
    }
    return paragraphs
  }

  /// Whether a line begins a paragraph.
  private func begins(_ line: Line, after before: Line, width: Int, margin: Int) -> Bool {
    if startsItem(line.span) { return true }
    let isIndented = line.indent > margin && line.indent > before.indent
    if isIndented, !startsItem(before.span), !isCut(before.span) || !opensSmall(line) {
      return true
    }
    guard hasRoom(before, for: line, in: width) else { return false }
    // Whoever wraps a text leaves some room before a long name; much of it shows a headline, or a verse.
    if isCut(before.span), before.length * 4 > width * 3 { return false }
    return !isCut(before.span) || !opensSmall(line) && !endsInSmallWord(before.span)
  }

  /// Whether the first word of the next line would have had room on a line, with some letters to spare.
  private func hasRoom(_ line: Line, for next: Line, in width: Int) -> Bool {
    line.length + 1 + next.firstWord + width / 16 <= width
  }

  /// Whether a line ends in mid-sentence: in a word, a comma, a hyphen.
  private func isCut(_ line: Span) -> Bool {
    let last = Scalars.at(Scalars.before(line.end, in: bytes), in: bytes).value
    switch Scalars.classOf(last) {
    case .letter, .digit, .hyphen, .dash, .apostrophe: return true
    default: return last == 0x2C || last == 0x3B || last == 0x29
    }
  }

  /// Whether a line goes on with a word in lower case.
  private func opensSmall(_ line: Line) -> Bool {
    let first = Scalars.at(line.span.start, in: bytes).value
    guard Scalars.classOf(first) == .letter else { return false }
    return first < 0x80
      ? first >= 0x61 : Unicode.Scalar(first)?.properties.isLowercase ?? false
  }

  /// Whether a line ends in "of" or "the", after which something has to come.
  private func endsInSmallWord(_ line: Span) -> Bool {
    let word = bytes[line.range].suffix(while: { $0 > 0x20 })
    guard word.count <= 10, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return false }
    return !lexicon.classes(of: String(decoding: word, as: UTF8.self))
      .isDisjoint(with: [.determiner, .preposition, .possessive, .conjunction, .modal])
  }

  /// Whether a line starts an item of a list: a bullet, a dash, "1.".
  private func startsItem(_ line: Span) -> Bool {
    let (value, length) = Scalars.at(line.start, in: bytes)
    if value == 0x3E { return true }  // quoted mail
    let isBullet = [0x2A, 0x2B, 0x2D, 0x2022, 0x25CF, 0x25AA, 0xB7, 0x2013, 0x2014, 0x2023, 0x25E6]
      .contains(value)
    let next = line.start + length
    if isBullet { return next < line.end && bytes[next] == 0x20 }
    var end = line.start
    while end < line.end, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
    guard end > line.start, end - line.start <= 2, end + 1 < line.end else { return false }
    return (bytes[end] == 0x2E || bytes[end] == 0x29) && bytes[end + 1] == 0x20
  }

  private func trimmed(_ line: Span) -> Span {
    var (start, end) = (line.start, line.end)
    while start < end {
      let (value, length) = Scalars.at(start, in: bytes)
      guard Scalars.classOf(value) == .space else { break }
      start += length
    }
    while end > start {
      let last = Scalars.before(end, in: bytes)
      guard Scalars.classOf(Scalars.at(last, in: bytes).value) == .space else { break }
      end = last
    }
    return Span(start, end)
  }
}

extension ArraySlice<UInt8> {
  /// The last bytes for which a condition holds.
  fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
