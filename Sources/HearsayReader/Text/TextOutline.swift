package import HearsayModel
import HearsayText

/// Where the paragraphs of a text begin and end, whatever the width of the window.
///
/// It is made once for a text. With it any stretch of the text can be laid out by itself, in the same lines as in
/// the text as a whole: a text of a hundred megabytes is on the screen as soon as one of a hundred lines.
package struct TextOutline: Hashable, Sendable {
  /// The first byte of every paragraph, in order.
  package private(set) var starts: [Int32] = []
  /// One past the last byte of every paragraph; its line end does not belong to it.
  private(set) var ends: [Int32] = []
  /// Whether paragraphs follow each other without empty lines, and get one on the screen.
  let isSpaced: Bool

  /// A longer paragraph is laid out in pieces, in bytes: one line of a hundred megabytes is also a text.
  static let longestParagraph = 1 << 15

  /// The outline of a text, in one pass.
  package init(_ text: ArticleText) {
    (isSpaced, starts, ends) = text.bytes.withUnsafeBufferPointer { bytes in
      var scanner = ParagraphScanner(bytes: bytes)
      var starts: [Int32] = []
      var ends: [Int32] = []
      while let paragraph = scanner.next() {
        starts.append(Int32(paragraph.lowerBound))
        ends.append(Int32(paragraph.upperBound))
      }
      return (scanner.isWithoutBlankLines, starts, ends)
    }
  }
}

// MARK: - Asking

extension TextOutline {
  /// How many paragraphs there are.
  var count: Int { starts.count }

  /// A paragraph by its place.
  func range(of index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  /// The place of the paragraph with a byte, or of the last one before it.
  func index(at offset: Int) -> Int { max(0, starts.partitioningIndex { Int($0) > offset } - 1) }

  /// The paragraphs with all bytes of a stretch.
  func indices(in stretch: Range<Int>) -> Range<Int> {
    guard count > 0 else { return 0..<0 }
    return index(at: stretch.lowerBound)..<index(at: stretch.upperBound) + 1
  }

  /// The byte at which an empty line stands before a paragraph that is not the first; `nil` where none does.
  func gap(before index: Int, in bytes: Wrapping.Bytes) -> Int? {
    let (end, start) = (Int(ends[index - 1]), Int(starts[index]))
    // The next piece of a paragraph that was too long: no line ends between them.
    if start == end || bytes[end] != 0x0A { return nil }
    return start > end + 1 ? end + 1 : isSpaced ? start - 1 : nil
  }
}
