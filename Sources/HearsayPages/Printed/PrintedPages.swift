/// The text of a document that was set on pages, as `pdftotext` writes it: without what stands at the top and the foot of
/// each page, with words that were broken at a line's end whole again, and with paragraphs that go on on the next page.
public struct PrintedPages: Sendable {
  /// What there is to read.
  public let text: String

  /// The text of pages that are apart by form feeds.
  public init(_ written: String) {
    var pages = written.split(separator: "\u{C}").map { page in
      page.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.trimmed)
    }
    pages.removeAll { $0.allSatisfy(\.isEmpty) }
    let running = Self.runningLines(of: pages)
    pages = pages.map { Self.without(running, $0) }
    let lines = Self.joined(pages)
    text = HyphenatedLines(lines).whole.joined(separator: "\n")
  }

  private static func trimmed(_ line: Substring) -> String {
    guard let end = line.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(line[...end])
  }
}

// MARK: - At the top and the foot

extension PrintedPages {
  /// How many lines at either end of a page may be no part of the text.
  private static let depth = 3

  /// What stands on at least half of the pages at an end of them, whatever its numbers.
  private static func runningLines(of pages: [[String]]) -> Set<String> {
    guard pages.count > 1 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      for line in Set(ends(of: page).map { shape(page[$0]) }) { counts[line, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value > 1 && $0.value * 2 >= pages.count }.keys)
  }

  /// The first and the last lines of a page with something in them.
  private static func ends(of page: [String]) -> [Int] {
    let lines = page.indices.filter { !page[$0].isEmpty }
    return Array(lines.prefix(depth)) + lines.dropFirst(depth).suffix(depth)
  }

  /// A line with its numbers left out: "Page 3 of 9" is "page  of ".
  private static func shape(_ line: String) -> String {
    line.lowercased().filter { !$0.isNumber && !$0.isWhitespace }
  }

  private static func without(_ running: Set<String>, _ page: [String]) -> [String] {
    let gone = Set(ends(of: page).filter { running.contains(shape(page[$0])) })
    var kept = page.indices.filter { !gone.contains($0) }.map { page[$0] }
    while kept.first?.isEmpty == true { kept.removeFirst() }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept
  }

  /// All lines: a page that ends within a sentence goes on in the next one.
  private static func joined(_ pages: [[String]]) -> [String] {
    var lines: [String] = []
    for page in pages where !page.isEmpty {
      if let last = lines.last, last.last.map({ ".!?:”\"’".contains($0) }) == true {
        lines.append("")
      }
      lines += page
    }
    return lines
  }
}
