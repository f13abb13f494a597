/// A file with one message of mail after the other, each behind a line that begins with "From " (mbox).
enum Mailbox {
  /// Whether the file at a path is one, by its first lines.
  static func opens(_ path: String) -> Bool {
    guard let opening = openingBytes(ofFile: path, count: mark.count), opening == mark,
      let head = openingBytes(ofFile: path, count: 1 << 16)
    else { return false }
    return begins(head, at: 0)
  }

  /// Where its messages are, without the lines before them.
  static func messages(in bytes: [UInt8]) -> [Range<Int>] {
    var starts: [(line: Int, message: Int)] = []
    var line = 0
    var wasEmpty = true
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: lineFeed) ?? bytes.count
      if wasEmpty, begins(bytes, at: line) { starts.append((line, min(end + 1, bytes.count))) }
      wasEmpty = end == line || end == line + 1 && bytes[line] == 0x0D
      line = end + 1
    }
    let ends = starts.dropFirst().map(\.line) + [bytes.count]
    return zip(starts, ends).map { $0.message..<max($0.message, $1) }
  }

  /// A message as it was before it was put into the file: ">From " at the start of a line was "From ".
  static func message(_ range: Range<Int>, of bytes: [UInt8]) -> [UInt8] {
    var message: [UInt8] = []
    message.reserveCapacity(range.count)
    for line in bytes[range].split(separator: lineFeed, omittingEmptySubsequences: false) {
      let marks = line.prefix { $0 == UInt8(ascii: ">") }.count
      message += marks > 0 && line.dropFirst(marks).starts(with: mark) ? line.dropFirst() : line
      message.append(lineFeed)
    }
    return message
  }

  /// "From " at the start of a line may also be a word of a letter: the head of a message must follow.
  private static func begins(_ bytes: [UInt8], at line: Int) -> Bool {
    guard bytes[line...].starts(with: mark),
      let end = bytes[line...].firstIndex(of: lineFeed)
    else { return false }
    var next = bytes[(end + 1)...].prefix(200)
    if next.starts(with: ">From ".utf8), let end = next.firstIndex(of: lineFeed) {
      next = next[(end + 1)...]
    }
    guard let colon = next.firstIndex(of: UInt8(ascii: ":")), colon > next.startIndex else {
      return false
    }
    return next[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private static let mark = Array("From ".utf8)
}
