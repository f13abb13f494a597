import HearsayModel

/// A page as text browsers and feed readers save it: facts above it, numbers in brackets at its links, and the addresses
/// that the numbers stand for below it (`lynx -dump`, `w3m -dump`, newsboat).
struct TextBrowserDump {
  /// The words of the article alone.
  let text: ArticleText
  /// The links that the numbers stood at.
  let links: [ArticleLink]
  /// What newsboat writes above an article.
  let metadata: Metadata

  /// `nil` where a text has neither such facts nor such a list.
  init?(_ text: ArticleText) {
    guard text.count <= Self.longest else { return nil }
    var lines = text.bytes.split(separator: lineFeed, omittingEmptySubsequences: false)[...]
    let facts = Self.takeFacts(from: &lines)
    let addresses = Self.takeAddresses(from: &lines)
    guard facts != nil || !addresses.isEmpty else { return nil }
    metadata = facts ?? Metadata()
    var body = NumberedLinks(addresses)
    body.read(Array(lines.joined(separator: [lineFeed])))
    self.text = ArticleText(validUTF8: body.bytes)
    links = body.links
  }

  /// Whether a text begins with what newsboat writes above an article.
  static func opens(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "Feed: ".utf8) }

  /// In bytes; nothing longer is an article.
  private static let longest = 8 << 20

  private static func words(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line, as: UTF8.self).trimmed
  }
}

// MARK: - Above and below

extension TextBrowserDump {
  /// "Feed: Valley Herald" and the lines below it up to the first empty one.
  private static func takeFacts(
    from lines: inout ArraySlice<ArraySlice<UInt8>>
  ) -> Metadata? {
    guard lines.first.map({ opens(Array($0)) }) == true,
      let end = lines.firstIndex(where: { words($0).isEmpty }), end - lines.startIndex < 12
    else { return nil }
    var found: [String: String] = [:]
    for line in lines[..<end] {
      let line = words(line)
      guard let colon = line.firstIndex(of: ":") else { return nil }
      found[line[..<colon].lowercased()] = String(line[line.index(after: colon)...]).trimmed
    }
    guard found["title"] != nil || found["link"] != nil else { return nil }
    lines = lines[end...].drop { words($0).isEmpty }
    return Metadata(
      title: found["title"], publisher: found["feed"], byline: found["author"],
      published: found["date"].flatMap { NewsDay.given($0) },
      url: found["link"].flatMap { isAddress($0) ? $0 : nil })
  }

  /// The list of numbers and addresses that a text ends with, by number.
  private static func takeAddresses(
    from lines: inout ArraySlice<ArraySlice<UInt8>>
  ) -> [Int: String] {
    var found: [Int: String] = [:]
    var pending: [Int: String] = [:]
    var start = lines.endIndex
    for index in lines.indices.reversed() {
      let line = words(lines[index])
      if line.isEmpty { continue }
      if let (number, address) = entry(line) {
        pending[number] = address
      } else if headings.contains(line.lowercased().trimmingStops) {
        found.merge(pending) { _, new in new }
        pending = [:]
        start = index
      } else {
        break
      }
    }
    guard !found.isEmpty else { return [:] }
    lines = lines[..<start]
    while lines.last.map({ words($0).isEmpty }) == true { lines.removeLast() }
    return found
  }

  /// `7. https://…` or `[7]: https://… (link)`.
  private static func entry(_ line: String) -> (Int, String)? {
    let parts = line.words
    guard parts.count >= 2, isAddress(parts[1]),
      let number = Int(parts[0].filter { !"[].:".contains($0) })
    else { return nil }
    return (number, String(parts[1]))
  }

  /// What these programs put above their lists.
  private static let headings: Set<String> = [
    "references", "links", "visible links", "hidden links",
  ]
}

// MARK: - At the links

/// Takes numbers in brackets out of a text, those that stand for an address.
private struct NumberedLinks {
  private let addresses: [Int: String]
  private(set) var bytes: [UInt8] = []
  private(set) var links: [ArticleLink] = []

  init(_ addresses: [Int: String]) { self.addresses = addresses }

  mutating func read(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      if let (number, end) = Self.number(at: index, in: text), let address = addresses[number] {
        let isBeforeWord = end < text.count && LinkNumbers.opensWord(text[end])
        if isBeforeWord, bytes.last.map(LinkNumbers.mayStandBefore) != false {
          // lynx and w3m put it before the first word of a link.
          index = end
          let start = bytes.count
          while index < text.count, text[index] > 0x20, text[index] != UInt8(ascii: "[") {
            bytes.append(text[index])
            index += 1
          }
          note(start, bytes.count, address)
        } else if bytes.last.map({ $0 > 0x20 }) == true {
          // newsboat puts it behind the last one.
          let start = bytes.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? 0
          note(start, bytes.count, address)
          index = end
        } else {
          bytes.append(text[index])
          index += 1
        }
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
  }

  /// A link over a word, without the marks around it.
  private mutating func note(_ start: Int, _ end: Int, _ address: String) {
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let first = word.firstIndex(where: Self.isInWord),
      let last = word.lastIndex(where: Self.isInWord)
    else { return }
    let span = Span(
      start + word[..<first].utf8.count, start + word[...last].utf8.count)
    guard links.last.map({ $0.span.end <= span.start }) != false else { return }
    links.append(ArticleLink(span: span, address: address))
  }

  private static func number(at start: Int, in text: [UInt8]) -> (Int, Int)? {
    guard text[start] == UInt8(ascii: "[") else { return nil }
    let digits = text[(start + 1)...].prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), digits.endIndex < text.count,
      text[digits.endIndex] == UInt8(ascii: "]")
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self)).map { ($0, digits.endIndex + 1) }
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
