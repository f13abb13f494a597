import HearsayModel
import HearsayText

/// The whole length of an article in one column: whose words each stretch of it is.
///
/// A short article has a row for every line, so that the map stands beside its own text; of a long one each
/// row stands for several lines, and shows what most of their letters are. Of one that is too long to be laid out
/// as a whole the rows have as many letters each, not as many lines.
struct ArticleMap: Hashable, Sendable {
  /// What most of a stretch is.
  enum Cell: Hashable, Sendable {
    /// Between quotation marks, at least in part.
    case quoted(Source.ID?)
    /// In the writer's words.
    case indirect(Source.ID?)
    /// Nobody is credited with it.
    case unattributed(UnattributedSentence.Kind)
    /// Headlines, dates, white space, or nothing known yet.
    case other
    /// Not read for sources yet.
    case unread
  }

  /// The width of the lines it was made for.
  let columns: Int
  /// How many rows there are for it.
  let height: Int
  /// From top to bottom; as many as there are rows, or fewer where the article is shorter.
  private(set) var cells: [Cell]
  /// The first byte of each row, and at the end the length of the text.
  private(set) var starts: [Int]

  /// The map of an article in `layout`, `height` rows high at most.
  init(
    _ layout: TextLayout, length: Int, sourcing: Sourcing?, unread: [Span] = [], height: Int
  ) {
    columns = layout.columns
    self.height = height
    let count = max(0, min(height, layout.lines.count))
    cells = Array(repeating: .other, count: count)
    starts =
      (0..<count).map { row in
        layout.isWhole
          ? layout.start(ofLine: row * layout.lines.count / count) : row * length / count
      } + [length]
    if let sourcing, count > 0 { cells = weighed(sourcing, unread) }
  }

  /// The row with a byte of the article.
  func row(ofByte offset: Int) -> Int { max(0, starts.partitioningIndex { $0 > offset } - 1) }
}

// MARK: - Weighing

extension ArticleMap {
  private func weighed(_ sourcing: Sourcing, _ unread: [Span]) -> [Cell] {
    var weights = [[Cell: Int]](repeating: [:], count: cells.count)
    func add(_ cell: Cell, _ range: Range<Int>) {
      var row = row(ofByte: range.lowerBound)
      while row < weights.count, starts[row] < range.upperBound {
        let part = range.clamped(to: starts[row]..<max(starts[row], starts[row + 1]))
        if !part.isEmpty { weights[row][cell, default: 0] += part.count }
        row += 1
      }
    }
    for run in sourcing.runs {
      let attribution = sourcing.analysis.attributions[Int(run.attribution)]
      switch attribution.manner {
      case .direct, .mixed: add(.quoted(attribution.source), run.range)
      case .indirect, .reported: add(.indirect(attribution.source), run.range)
      }
    }
    for span in unread { add(.unread, span.range) }
    for item in sourcing.items {
      guard let sentence = sourcing.sentence(of: item) else { continue }
      add(.unattributed(sentence.kind), item.extent.range)
    }
    // Of two that weigh the same the quoted one is shown, then the one that speaks first.
    return weights.map { row in
      row.max { ($0.value, $1.key.order) < ($1.value, $0.key.order) }?.key ?? .other
    }
  }
}

extension ArticleMap.Cell {
  fileprivate var order: Int {
    switch self {
    case .quoted(let source): source?.number ?? 0
    case .indirect(let source): 1_000_000 + (source?.number ?? 0)
    case .unattributed: 2_000_000
    case .other: 3_000_000
    case .unread: 4_000_000
    }
  }
}
