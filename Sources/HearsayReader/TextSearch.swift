import HearsayModel
import HearsayText

/// Where words stand in an article.
///
/// Words are taken as they are typed: "U.S." is found as it stands. What does not occur like that and may be a regular
/// expression is looked for as one, in the background. Capitals count where one is typed; a space stands for any white
/// space, and a straight quotation mark for every kind of it.
struct TextSearch: Hashable, Sendable {
  let query: String
  /// Where the words begin and end, in order.
  private(set) var matches: [Range<Int32>] = []
  /// The match that was gone to.
  var current: Int?
  /// The first byte to look at, while the pattern is still being looked for.
  private(set) var awaitedFrom: Int?
  /// Whether the pattern is to be looked for in the background, and nobody was asked for that yet.
  private var isWanted = false
  /// Whether the query is found as a pattern, and not as it stands.
  private(set) var isPattern = false

  init(_ query: String, in text: ArticleText) {
    self.query = query
    let pattern = Pattern(query)
    guard !pattern.isEmpty else { return }
    let openings = pattern.openings
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        // Nearly every byte begins no match: of a long text this is all that is asked.
        guard openings[Int(bytes[position])], let end = pattern.end(of: position, in: bytes) else {
          position += 1
          continue
        }
        matches.append(Int32(position)..<Int32(end))
        position = end
      }
    }
  }
}

extension TextSearch {
  /// Waits for what is found of the query as a pattern, of which the first from a byte on is wanted.
  mutating func awaitPattern(from offset: Int) {
    awaitedFrom = offset
    isWanted = true
  }

  /// The pattern that is to be looked for in the background, once.
  mutating func takeWantedPattern() -> String? {
    defer { isWanted = false }
    return isWanted ? query : nil
  }

  /// Takes what was found of the pattern.
  mutating func take(_ found: [Span]) {
    matches = found.map { Int32($0.start)..<Int32($0.end) }
    isPattern = true
    awaitedFrom = nil
  }

  /// The first match from a byte on.
  func first(from offset: Int) -> Int? {
    let index = matches.partitioningIndex { Int($0.lowerBound) >= offset }
    return index < matches.count ? index : nil
  }

  /// The matches that show in a stretch of text.
  func visible(in range: Range<Int>) -> ArraySlice<Range<Int32>> {
    let first = matches.partitioningIndex { Int($0.upperBound) > range.lowerBound }
    let end = matches.partitioningIndex { Int($0.lowerBound) >= range.upperBound }
    return matches[first..<max(first, end)]
  }

  /// `3/14`, `pattern 3/14`.
  var counter: String {
    if awaitedFrom != nil { return "searching" }
    return (isPattern ? "pattern " : "") + "\(current.map { $0 + 1 } ?? 0)/\(matches.count)"
  }
}

/// Words to find, byte by byte.
private struct Pattern {
  /// What may stand at a place.
  private enum Element {
    /// One of two bytes: the same letter small and large.
    case byte(UInt8, UInt8)
    case space
    /// ' or " in any form.
    case single, double
  }

  private var elements: [Element] = []

  var isEmpty: Bool { elements.isEmpty }

  init(_ query: String) {
    let heedsCase = query.contains { $0.isUppercase }
    for character in query {
      switch character {
      case "'", "’", "‘": elements.append(.single)
      case "\"", "“", "”": elements.append(.double)
      case _ where character.isWhitespace: elements.append(.space)
      default:
        let small = Array(String(character).utf8)
        let large = heedsCase ? small : Array(character.uppercased().utf8)
        // Where a letter is longer when it is large (ß), only the small one is found.
        elements += zip(small, large.count == small.count ? large : small).map(Element.byte)
      }
    }
  }

  /// For each byte whether the words can begin with it.
  var openings: [Bool] {
    var openings = [Bool](repeating: false, count: 256)
    switch elements.first {
    case .byte(let small, let large): for byte in [small, large] { openings[Int(byte)] = true }
    case .space: for byte in [0x20, 0x0A, 0x09, 0x0D] { openings[byte] = true }
    case .single: for byte in [0x27, 0xE2] { openings[byte] = true }
    case .double: for byte in [0x22, 0xE2] { openings[byte] = true }
    case nil: break
    }
    return openings
  }

  /// Where the words end that begin at `start`; `nil` where others do.
  @inline(__always)
  func end(of start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = start
    for element in elements {
      guard position < bytes.count else { return nil }
      let byte = bytes[position]
      switch element {
      case .byte(let small, let large):
        guard byte == small || byte == large else { return nil }
        position += 1
      case .space:
        guard byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D else { return nil }
        position += 1
      case .single:
        guard let end = mark(byte, 0x27, 0x98...0x9B, at: position, in: bytes) else { return nil }
        position = end
      case .double:
        guard let end = mark(byte, 0x22, 0x9C...0x9F, at: position, in: bytes) else { return nil }
        position = end
      }
    }
    return position
  }

  /// Past a quotation mark: the ASCII one, or U+20xx.
  private func mark(
    _ byte: UInt8, _ plain: UInt8, _ curly: ClosedRange<UInt8>, at position: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if byte == plain { return position + 1 }
    guard byte == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80,
      curly.contains(bytes[position + 2])
    else { return nil }
    return position + 3
  }
}
