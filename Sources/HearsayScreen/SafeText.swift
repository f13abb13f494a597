/// Text from outside, made fit for a terminal: one cell after the other, each with its width in columns.
///
/// What an article contains must not steer the terminal, hide words, or move the pane border. So, for every
/// code point:
///
/// - **controls are shown**: ESC is `␛`, NUL `␀`, DEL `␡`; U+009B is `␛[`, as its seven-bit form would be;
///   a tab is one space (whoever lays out text expands tabs before);
/// - **direction is shown, not obeyed**: embeddings, overrides and isolates (U+202A…202E, U+2066…2069) are `⇄`,
///   or a quotation could be read backwards; the harmless marks U+200E, U+200F and U+061C are left out;
/// - **line ends inside a line are shown**: U+2028 and U+2029 are `␤`;
/// - **what nobody can see is left out**: joiners, zero-width spaces, soft hyphens, variation selectors, tags,
///   fillers; also skin tones, because terminals disagree on how wide they are. Without its joiners a
///   family is four people side by side, which every terminal counts alike;
/// - **marks stay on their letter**, four at the most; a mark with no letter stands on `◌`;
/// - **unassigned and private code points** are U+FFFD, like bytes that were no UTF-8.
public enum SafeText {
  /// What one cell, or two for a wide character, shows.
  public struct Cluster: Hashable, Sendable {
    /// What is drawn.
    public var text: String
    /// How many columns it takes, 1 or 2.
    public var width: Int
  }

  /// What a text looks like, cell by cell.
  public static func clusters(of text: some StringProtocol) -> [Cluster] {
    var clusters: [Cluster] = []
    forEachCell(of: text) { text, width in
      clusters.append(Cluster(text: text, width: width))
      return true
    }
    return clusters
  }

  /// How many columns a text takes.
  public static func width(of text: some StringProtocol) -> Int {
    var columns = 0
    forEachCell(of: text) { _, width in
      columns += width
      return true
    }
    return columns
  }
}

// MARK: - Whole texts

extension SafeText {
  /// A text on one line, with line ends that can be seen.
  public static func line(of text: some StringProtocol) -> String {
    var line = ""
    forEachCell(of: text) { cell, _ in
      line += cell
      return true
    }
    return line
  }

  /// A text in lines, as a terminal may print it: its line ends and tabs stay.
  public static func lines(of text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Self.line(of: Substring($0)) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}

// MARK: - By code point

extension SafeText {
  /// How many columns a code point adds to the text before it: 0, 1 or 2.
  ///
  /// The sum over a text is its ``width(of:)``; only a text that starts with a combining mark is one
  /// column wider, for the `◌` that the mark stands on.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return 1 }
    if value < 0xA0 { return value == 0x7F ? 1 : 2 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch widthTable.classOf(value) {
    case .narrow, .direction, .lineEnd, .unknown: return 1
    case .wide: return 2
    case .mark, .unseen: return 0
    }
  }

  /// Whether no line may break between two neighbouring code points.
  ///
  /// True before everything without a column of its own, after a joiner, and inside a flag. In a row of
  /// flags it is true between them as well: count regional indicators in pairs to break there.
  public static func keepsTogether(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    if right.value < 0x7F, left.value < 0x7F { return false }
    return columns(of: right) == 0 || left.value == 0x200D
      || (isRegionalIndicator(left.value) && isRegionalIndicator(right.value))
  }

  /// Half of a flag.
  private static func isRegionalIndicator(_ value: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(value)
  }
}

// MARK: - By cell

extension SafeText {
  /// Marks that one cell can hold: ncurses keeps five code points in a cell.
  private static let marksInCell = 4

  /// Hands over what each cell shows and how wide it is, until `body` says no.
  static func forEachCell(of text: some StringProtocol, _ body: (String, Int) -> Bool) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { forEachCell(in: $0, body) }
    if done == nil {
      Array(text.utf8).withUnsafeBufferPointer { forEachCell(in: $0, body) }
    }
  }

  private static func forEachCell(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (String, Int) -> Bool
  ) {
    let pictures = Pictures.ascii
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      // Most text: a byte, a cell, nothing after it that could join.
      if byte < 0x80, position + 1 == bytes.count || bytes[position + 1] < 0x80 {
        guard body(pictures[Int(byte)], 1) else { return }
        position += 1
        continue
      }
      guard cell(in: bytes, at: &position, body) else { return }
    }
  }

  /// One cell that needs a closer look.
  private static func cell(
    in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, _ body: (String, Int) -> Bool
  ) -> Bool {
    let start = position
    let value = scalar(in: bytes, at: &position)
    var text: String
    var width = 1
    if value < 0x80 {
      text = Pictures.ascii[Int(value)]
    } else if value < 0xA0 {
      guard body("␛", 1) else { return false }
      text = Pictures.ascii[Int(value - 0x40)]
    } else {
      switch widthTable.classOf(value) {
      case .narrow:
        text = string(value)
        if isRegionalIndicator(value), position < bytes.count {
          var after = position
          let next = scalar(in: bytes, at: &after)
          if isRegionalIndicator(next) {
            text += string(next)
            width = 2
            position = after
          }
        }
      case .wide:
        text = string(value)
        width = 2
      case .mark:
        text = "◌"
        position = start
      case .unseen: return true
      case .direction: text = "⇄"
      case .lineEnd: text = "␤"
      case .unknown: text = "\u{FFFD}"
      }
    }
    addMarks(in: bytes, at: &position, to: &text)
    return body(text, width)
  }

  /// Takes all that has no column of its own, and keeps what can be seen and fits.
  private static func addMarks(
    in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int, to text: inout String
  ) {
    var marks = 0
    while position < bytes.count, bytes[position] >= 0xC2 {
      var after = position
      let value = scalar(in: bytes, at: &after)
      guard value >= 0xA0 else { return }
      switch widthTable.classOf(value) {
      case .mark:
        marks += 1
        if marks <= marksInCell { text += string(value) }
      case .unseen: break
      default: return
      }
      position = after
    }
  }

  /// The code point at `position`, which moves past it. The bytes are a string's, so they are valid.
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int
  ) -> UInt32 {
    func next() -> UInt32 {
      guard position < bytes.count else { return 0 }
      defer { position += 1 }
      return UInt32(bytes[position] & 0x3F)
    }
    let first = UInt32(bytes[position])
    position += 1
    switch first {
    case 0xF0...: return (first & 0x07) << 18 | next() << 12 | next() << 6 | next()
    case 0xE0...: return (first & 0x0F) << 12 | next() << 6 | next()
    case 0xC0...: return (first & 0x1F) << 6 | next()
    default: return first
    }
  }

  private static func string(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String(Character($0)) } ?? "\u{FFFD}"
  }
}

/// What the first 128 code points look like.
private enum Pictures {
  static let ascii: [String] = (0..<128).map { (byte: UInt32) in
    switch byte {
    case 0x09: " "
    case 0x7F: "␡"
    case ..<0x20: Unicode.Scalar(0x2400 + byte).map { String(Character($0)) } ?? " "
    default: Unicode.Scalar(byte).map { String(Character($0)) } ?? " "
    }
  }
}
