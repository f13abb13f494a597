/// The list of who said what as rows on the screen: blocks of a few rows, one after the other.
struct ListRows: Hashable, Sendable {
  enum Block: Hashable, Sendable {
    /// An item, by its place in order of reading.
    case item(Int)
    /// What comes below is said by this source; `nil` by nobody.
    case heading(Int?)
  }

  let grouped: Bool
  let spacing: Int
  /// In order from top to bottom.
  private(set) var blocks: [Block] = []
  /// The first row of each block, and at the end how many rows there are.
  private(set) var starts: [Int] = [0]
  /// The block of each item.
  private(set) var blockOfItem: [Int: Int] = [:]

  /// The rows of a sourcing, in order of reading or grouped by source.
  ///
  /// - Parameters:
  ///   - spacing: empty rows between blocks.
  ///   - passing: the items to show, in order of reading; `nil` for all.
  init(_ sourcing: Sourcing, grouped: Bool, spacing: Int, passing: [Int]? = nil) {
    self.grouped = grouped
    self.spacing = spacing
    let items = sourcing.items
    let shown = passing ?? Array(items.indices)
    if grouped {
      let bySource = Dictionary(grouping: shown) { items[$0].source }
      for source in Array(sourcing.analysis.sources.indices).map(Optional.some) + [nil] {
        guard let members = bySource[source] else { continue }
        append(.heading(source), rows: 1)
        for index in members { append(.item(index), rows: sourcing.itemRows[index] + spacing) }
      }
    } else {
      for index in shown {
        append(.item(index), rows: sourcing.itemRows[index] + spacing)
      }
    }
  }

  private mutating func append(_ block: Block, rows: Int) {
    if case .item(let index) = block { blockOfItem[index] = blocks.count }
    blocks.append(block)
    starts.append((starts.last ?? 0) + rows)
  }
}

extension ListRows {
  /// How many rows there are.
  var count: Int { starts.last ?? 0 }

  /// The block that a row belongs to.
  func block(atRow row: Int) -> Int? {
    guard row >= 0, row < count else { return nil }
    return starts.firstPast { $0 > row } - 1
  }

  /// The rows of an item.
  func rows(ofItem index: Int) -> Range<Int>? {
    blockOfItem[index].map { starts[$0]..<starts[$0 + 1] }
  }

  /// The item that stands `step` items below, or above where `step` is negative; the first where there is none yet.
  func item(after item: Int?, by step: Int) -> Int? {
    guard let item, let start = blockOfItem[item] else {
      return blocks.lazy.compactMap { if case .item(let index) = $0 { index } else { nil } }.first
    }
    var block = start + step
    while blocks.indices.contains(block) {
      if case .item(let index) = blocks[block] { return index }
      block += step
    }
    return nil
  }
}
