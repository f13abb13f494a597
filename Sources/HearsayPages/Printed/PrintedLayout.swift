/// Where the words of a document stand on its pages, as `pdftotext -tsv` says it, and whether what was made of them can be
/// trusted: lines of two columns may have been taken for one, and a table has no lines that could be read on.
public struct PrintedLayout: Sendable {
  /// Whether lines of columns or of a table may stand in each other.
  public let isUncertain: Bool

  /// The layout of what stands where.
  ///
  /// - Parameter table: a row to each page, line and word, in the order of the text.
  public init(_ table: String) {
    isUncertain = Self.pages(of: table).contains { page in
      Self.goesAcross(page) || Self.hasGutter(page) || Self.hasTable(page)
    }
  }

  private struct Word {
    var left, right: Double
  }

  private struct Line {
    var top, height: Double
    var words: [Word] = []

    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }

    func isLevel(with other: Line) -> Bool {
      let shared = min(top + height, other.top + other.height) - max(top, other.top)
      return shared > min(height, other.height) / 2
    }

    func isBeside(_ other: Line) -> Bool {
      isLevel(with: other) && (left >= other.right || right <= other.left)
    }
  }

  /// The lines of each page.
  private static func pages(of table: String) -> [[Line]] {
    var pages: [[Line]] = []
    for row in table.split(whereSeparator: \.isNewline) {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 9, let left = Double(cells[6]), let top = Double(cells[7]),
        let width = Double(cells[8]), let height = Double(cells[9])
      else { continue }
      switch cells[0] {
      case "1": pages.append([])
      case "4" where !pages.isEmpty:
        pages[pages.count - 1].append(Line(top: top, height: height))
      case "5":
        guard var line = pages.last?.last else { continue }
        line.words.append(Word(left: left, right: left + width))
        pages[pages.count - 1][pages[pages.count - 1].count - 1] = line
      default: continue
      }
    }
    return pages.map { page in page.filter { !$0.words.isEmpty } }
  }
}

// MARK: - What makes it uncertain

extension PrintedLayout {
  /// Fewer lines than these say nothing.
  private static let fewest = 3

  /// Whether the text goes on beside a line instead of below it, again and again.
  private static func goesAcross(_ page: [Line]) -> Bool {
    zip(page, page.dropFirst()).count { $1.isBeside($0) } >= fewest
  }

  /// Whether words in the midst of lines stand below each other behind a wide gap: another column begins there.
  private static func hasGutter(_ page: [Line]) -> Bool {
    let gaps = page.flatMap { line in
      zip(line.words, line.words.dropFirst()).map { $1.left - $0.right }
    }
    guard let usual = gaps.sorted().middle else { return false }
    let width = (page.map(\.right).max() ?? 0) - (page.map(\.left).min() ?? 0)
    let starts = page.flatMap { line in
      zip(line.words, line.words.dropFirst())
        .filter { $1.left - line.left > width / 10 && $1.left - $0.right > 2 * usual }
        .map { $1.left }
    }.sorted()
    let enough = max(fewest + 1, page.count / 4)
    return starts.indices.contains { first in
      let last = first + enough - 1
      return last < starts.count && starts[last] - starts[first] <= 1
    }
  }

  /// Whether short lines stand in rows of three and more.
  private static func hasTable(_ page: [Line]) -> Bool {
    var rows: [[Line]] = []
    for line in page.sorted(by: { $0.top < $1.top }) {
      if let last = rows.last, last.allSatisfy({ $0.isBeside(line) }) {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.count { row in
      row.count >= 3 && row.map(\.words.count).reduce(0, +) <= 3 * row.count
    } >= fewest
  }
}

extension [Double] {
  fileprivate var middle: Double? { isEmpty ? nil : self[count / 2] }
}
