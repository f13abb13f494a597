import HearsayModel
import HearsayText

/// Cuts a text that is longer than any article into sections, each read by itself, so that a file of any size needs
/// no more memory than one of them.
struct Sections {
  /// The longest section, in bytes: 20,000 words, more than nearly any article has. A shorter text is one section. Whoever
  /// stops a reading waits at most for one step on a section, so this is also how soon it ends.
  static let longest = 1 << 17

  /// The sections of a text, in order; together they are the whole of it.
  static func of(_ text: ArticleText, longest: Int = longest) -> [Span] {
    var sections: [Span] = []
    var start = 0
    while text.count - start > longest {
      // Even sections, so that the last is no scrap.
      let left = text.count - start
      let even = left / ((left + longest - 1) / longest)
      let end = cut(text.bytes, after: start + even * 3 / 4, upTo: start + even)
      sections.append(Span(start, end))
      start = end
    }
    return sections + [Span(start, text.count)]
  }

  /// The last blank line in a stretch; where there is none the last line, the last space, the last whole character.
  private static func cut(_ bytes: [UInt8], after low: Int, upTo high: Int) -> Int {
    var line: Int?
    var space: Int?
    for end in stride(from: high, to: low, by: -1) {
      switch bytes[end - 1] {
      case 0x0A where end >= 2 && bytes[end - 2] == 0x0A: return end
      case 0x0A: line = line ?? end
      case 0x20: space = space ?? end
      default: break
      }
    }
    if let end = line ?? space { return end }
    return bytes.characterStart(upTo: high)
  }
}
