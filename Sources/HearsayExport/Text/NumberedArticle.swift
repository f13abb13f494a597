import HearsayModel

/// The article's words with the numbers of its attributions in them, and signs in the margin.
///
/// `[⁵"There is no consensus,"] the senior Iraqi MP told⁵ The National.` The brackets hold the content, the
/// number after the cue says whose it is. In the margin: `✎` marked, `!` a high flag, `◌` news with no source.
struct NumberedArticle {
  private let analysis: Analysis
  private let options: TextOptions
  private let insertions: [Insertion]
  private let margin: Margin

  init(_ analysis: Analysis, marks: [Mark], options: TextOptions) {
    self.analysis = analysis
    self.options = options
    insertions = Self.insertions(for: analysis, signs: options.signs)
    margin = Margin(analysis, marks: marks, signs: options.signs)
  }

  /// Something written between two bytes of the article.
  private struct Insertion {
    var offset: Int
    /// What comes first where several stand at one offset.
    var rank: Int
    var text: String
    var isOpening: Bool
  }
}

// MARK: - Lines

extension NumberedArticle {
  /// The article in lines, each with its margin; paragraphs as the text has them.
  var lines: [String] {
    let text = analysis.article.text
    var lines: [String] = []
    var margin = margin
    var next = insertions.startIndex
    var start = 0
    while start < text.count {
      let end = text.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      var cutter = WordCutter()
      var position = start
      while next < insertions.endIndex, insertions[next].offset <= end {
        let insertion = insertions[next]
        // What opens at the end of a line belongs to the next one.
        if insertion.isOpening, insertion.offset == end, end < text.count { break }
        cutter.add(text.bytes[position..<max(position, insertion.offset)])
        position = max(position, insertion.offset)
        if insertion.isOpening {
          cutter.addOpening(insertion.text)
        } else {
          cutter.addClosing(insertion.text)
        }
        next += 1
      }
      cutter.add(text.bytes[position..<end])
      let wrapped = HearsayExport.lines(of: cutter.words, width: options.width - Margin.width)
      if wrapped.isEmpty, lines.last?.isEmpty == false { lines.append("") }
      for line in wrapped { lines.append(margin.signs(beside: line.span) + line.text) }
      start = end + 1
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

// MARK: - Numbers

extension NumberedArticle {
  /// Everything to be written into the text, in the order of writing.
  ///
  /// At one offset what ends comes before what begins, the inner before the outer; what begins, the outer first.
  private static func insertions(for analysis: Analysis, signs: SignSet) -> [Insertion] {
    var insertions: [Insertion] = []
    for attribution in analysis.attributions {
      let number = attribution.id.number
      if let cue = attribution.cueSpans.last ?? attribution.sourceSpans.last {
        insertions.append(
          Insertion(
            offset: cue.end, rank: Int.min, text: reference(number, signs), isOpening: false))
      }
      for span in attribution.contentSpans.compactMap(analysis.article.text.trimmed) {
        insertions.append(
          Insertion(
            offset: span.start, rank: Int.max - span.count, text: opening(number, signs),
            isOpening: true))
        insertions.append(
          Insertion(offset: span.end, rank: span.count - Int.max / 2, text: "]", isOpening: false))
      }
    }
    return insertions.sorted { ($0.offset, $0.rank) < ($1.offset, $1.rank) }
  }

  private static func reference(_ number: Int, _ signs: SignSet) -> String {
    signs == .unicode ? superscript(number) : "[\(number)]"
  }

  private static func opening(_ number: Int, _ signs: SignSet) -> String {
    signs == .unicode ? "[\(superscript(number))" : "[\(number):"
  }

  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
