import HearsayText

/// A text in which the index has put signs around what it found.
struct Highlighted {
  /// Nobody writes these.
  static let open = "\u{F8FF}\u{2}hearsay\u{2}"
  static let close = "\u{F8FF}\u{3}hearsay\u{3}"

  /// The text without the signs, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// What was found, in order.
  private(set) var matches: [Range<Int>] = []

  init(_ marked: [UInt8]) {
    let open = Array(Self.open.utf8)
    let close = Array(Self.close.utf8)
    bytes.reserveCapacity(marked.count)
    var start: Int?
    var position = 0
    while position < marked.count {
      // Both signs begin with the same byte, which is rare in texts.
      if marked[position] == open[0], marked[position...].starts(with: open) {
        start = bytes.count
        position += open.count
      } else if marked[position] == close[0], marked[position...].starts(with: close) {
        if let start, start < bytes.count { matches.append(start..<bytes.count) }
        start = nil
        position += close.count
      } else {
        bytes.append(marked[position])
        position += 1
      }
    }
  }
}

// MARK: - The best place

extension Highlighted {
  /// The first match of the stretch in which most different words were found, and of those the shortest; `nil`
  /// where nothing was found.
  var best: Int? {
    var best: (count: Int, length: Int, match: Int)?
    for first in matches.indices {
      var words: Set<String> = []
      var length = 0
      for match in matches[first...] {
        guard match.lowerBound - matches[first].lowerBound < Self.stretch else { break }
        let word = String(decoding: bytes[match], as: UTF8.self).lowercased()
        if words.insert(word).inserted { length = match.upperBound - matches[first].lowerBound }
      }
      guard let known = best else {
        best = (words.count, length, first)
        continue
      }
      if words.count > known.count
        || words.count == known.count && words.count > 1
          && length < known.length
      {
        best = (words.count, length, first)
      }
    }
    return best?.match
  }

  private static let stretch = 240

  /// Some text around a match, in one line, with what was found in it.
  ///
  /// - Parameter room: how many bytes at most.
  func excerpt(around match: Int?, room: Int = 320) -> (words: String, matches: [Range<Int>]) {
    let from = match.map { max(0, matches[$0].lowerBound - 40) } ?? 0
    var start = from
    // At the beginning of a word, and of a paragraph where one begins between.
    if start > 0 {
      let found = match.map { matches[$0].lowerBound } ?? bytes.count
      let paragraph = bytes[start..<found].lastIndex(of: 0x0A).map { $0 + 1 }
      let word = bytes[start..<found].firstIndex(of: 0x20).map { $0 + 1 }
      start = paragraph ?? word ?? start
    }
    start = bytes.characterStart(from: start)
    let end = bytes.characterStart(upTo: min(bytes.count, start + room))
    return Self.inOneLine(
      Array(bytes[start..<end]),
      matches.compactMap { match in
        let clipped = match.clamped(to: start..<end)
        return clipped.isEmpty ? nil : clipped.lowerBound - start..<clipped.upperBound - start
      })
  }

  /// White space of any kind and length as one space; what was found moves with it.
  private static func inOneLine(
    _ bytes: [UInt8], _ matches: [Range<Int>]
  ) -> (words: String, matches: [Range<Int>]) {
    var line: [UInt8] = []
    var places = [Int](repeating: 0, count: bytes.count + 1)
    for (index, byte) in bytes.enumerated() {
      places[index] = line.count
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace {
        line.append(byte)
      } else if let last = line.last, last != 0x20 {
        line.append(0x20)
      }
    }
    places[bytes.count] = line.count
    let moved = matches.map { places[$0.lowerBound]..<places[$0.upperBound] }
    return (String(decoding: line, as: UTF8.self), moved.filter { !$0.isEmpty })
  }
}
