import HearsayModel
import HearsayText

/// A text in lines of a certain width. Lines are stretches of bytes; nothing is copied.
///
/// Of a long text only a stretch is laid out, in the lines that the whole text would have there; the number of a line
/// counts from the first one that is here.
struct TextLayout: Hashable, Sendable {
  /// One line on the screen.
  struct Line: Hashable, Sendable {
    /// The first byte.
    var start: Int32
    /// One past the last byte that is drawn; the white space after it belongs to no line.
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
    var isBlank: Bool { start == end }
  }

  /// How wide lines may be.
  let columns: Int
  /// From top to bottom.
  let lines: [Line]
  /// The paragraphs of the whole text.
  let outline: TextOutline
  /// Those whose lines are here.
  private let stretch: Range<Int>

  /// The layout of a whole text.
  init(_ text: ArticleText, columns: Int) {
    let outline = TextOutline(text)
    self.init(text, outline, paragraphs: 0..<outline.count, columns: columns)
  }

  /// The layout of the paragraphs around a byte, of all of them where the text is short.
  ///
  /// - Parameter reach: how far it goes on both sides, at least, in bytes.
  init(
    _ text: ArticleText, _ outline: TextOutline, around offset: Int, reach: Int = Self.reach,
    columns: Int
  ) {
    let isShort = text.count <= 4 * reach
    let stretch = isShort ? 0..<text.count : max(0, offset - reach)..<offset + reach
    self.init(text, outline, paragraphs: outline.indices(in: stretch), columns: columns)
  }

  private init(
    _ text: ArticleText, _ outline: TextOutline, paragraphs: Range<Int>, columns: Int
  ) {
    self.columns = max(1, columns)
    self.outline = outline
    stretch = paragraphs
    lines = Wrapping.lines(of: text, paragraphs: stretch, in: outline, columns: self.columns)
  }

  /// How far a layout goes on both sides of the place that it is made for, in bytes: far less than a millisecond's work.
  static let reach = 1 << 14
}

// MARK: - How much is here

extension TextLayout {
  /// Whether the text begins with the first line.
  var reachesStart: Bool { stretch.lowerBound == 0 }

  /// Whether the text ends with the last line.
  var reachesEnd: Bool { stretch.upperBound == outline.count }

  /// Whether all of the text is here.
  var isWhole: Bool { reachesStart && reachesEnd }

  /// Whether the paragraph with a byte is here.
  func shows(_ offset: Int) -> Bool { stretch.contains(outline.index(at: offset)) }

  /// Whether there are so many lines before the one with a byte, and after it, or all that the text has there.
  func reaches(_ count: Int, linesAround offset: Int) -> Bool {
    guard !isWhole else { return true }
    guard shows(offset) else { return false }
    let line = line(showing: offset)
    return (reachesStart || line >= count) && (reachesEnd || lines.count - line > count)
  }
}

// MARK: - Finding

extension TextLayout {
  /// The line that shows a byte: the last one that begins at it or before.
  func line(showing offset: Int) -> Int {
    max(0, lines.partitioningIndex { Int($0.start) > offset } - 1)
  }

  /// The first byte of every paragraph of the whole text, in order.
  var paragraphs: [Int32] { outline.starts }

  /// The number of the paragraph with a byte, from 1; 0 where there is none.
  func paragraph(at offset: Int) -> Int {
    paragraphs.partitioningIndex { Int($0) > offset }
  }

  /// The first byte of a line; the end of the text past the last one.
  func start(ofLine line: Int) -> Int {
    lines.indices.contains(line) ? Int(lines[line].start) : Int(lines.last?.end ?? 0)
  }
}
