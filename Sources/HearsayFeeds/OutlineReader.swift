public import HearsayFetching

/// Lists of feeds in OPML, as readers write them for each other.
public enum OutlineReader {
  /// The feeds of a list, whatever folders they stand in; each address once.
  public static func feeds(in bytes: [UInt8], contentType: String? = nil) -> [FeedOutline] {
    guard let encoding = FeedEncoding(bytes, contentType: contentType) else { return [] }
    let outlines = Outlines()
    var markup = LooseMarkup(outlines, isXHTML: true, endless: [])
    markup.read(FeedProlog(encoding.text).expanded)
    var known: Set<String> = []
    return outlines.feeds.filter { known.insert($0.address).inserted }
  }

  private final class Outlines: MarkupReader {
    var feeds: [FeedOutline] = []

    func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
      guard name == "outline" else { return }
      let attributes = FeedAttributes(attributes.map { ($0.name, XMLText.plain($0.value)) })
      guard let address = attributes["xmlurl"], !address.isEmpty else { return }
      let title = [attributes["title"], attributes["text"]].compactMap(\.self)
        .first { !$0.isEmpty }
      feeds.append(FeedOutline(address: address, title: title))
    }

    func end(_ name: String) {}
    func text(_ text: String) {}
    func character(_ number: String) {}
    func entity(_ name: String) {}
    func skipDeclaration(in bytes: [UInt8], at index: Int) -> Int? {
      bytes[index...].firstIndex(of: 0x3E).map { $0 + 1 }
    }
  }
}

extension XMLText {
  /// A text with its references read.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    let plain = PlainText()
    var markup = LooseMarkup(plain, isXHTML: true, endless: [])
    markup.read(text)
    return plain.words
  }

  /// HTML as words: without tags, its references read, its white space single.
  package static func words(ofHTML html: String) -> String {
    let plain = PlainText()
    var markup = LooseMarkup(plain, isXHTML: false, endless: [])
    markup.read(html)
    return plain.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private final class PlainText: MarkupReader {
    var words = ""
    private var silent = 0

    func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
      if name == "script" || name == "style" { silent += 1 }
      if ["p", "br", "div", "li", "td", "h1", "h2", "h3"].contains(name) { words += " " }
    }
    func end(_ name: String) {
      if name == "script" || name == "style" { silent = max(0, silent - 1) }
      if ["p", "div", "li", "td", "h1", "h2", "h3"].contains(name) { words += " " }
    }
    func text(_ text: String) { if silent == 0 { words += text } }
    func character(_ number: String) {
      let number = number.lowercased()
      let value = number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
      guard let value, let scalar = Windows1252.letter(value) ?? Unicode.Scalar(value) else {
        return
      }
      words.unicodeScalars.append(scalar)
    }
    func entity(_ name: String) {
      if let scalar = name == "apos" ? "'" : HTMLEntity.character(named: name) {
        words.unicodeScalars.append(scalar)
      } else {
        words += "&\(name);"
      }
    }
    func skipDeclaration(in bytes: [UInt8], at index: Int) -> Int? {
      bytes[index...].firstIndex(of: 0x3E).map { $0 + 1 }
    }
  }
}
