import HearsayText

/// The list of who said what as rows on the screen: blocks of a few rows, one after the other.
struct ListRows: Hashable, Sendable {
  enum Block: Hashable, Sendable {
    /// An item, by its place in order of reading.
    case item(Int)
    /// What the items below have in common, and how many they are.
    case heading(Heading, Int)
  }

  let arrangement: Arrangement
  let spacing: Int
  /// In order from top to bottom.
  private(set) var blocks: [Block] = []
  /// The first row of each block, and at the end how many rows there are.
  private(set) var starts: [Int] = [0]
  /// The block of each item.
  private(set) var blockOfItem: [Int: Int] = [:]

  /// The rows of a sourcing, as they are arranged.
  ///
  /// - Parameters:
  ///   - spacing: empty rows between blocks.
  ///   - passing: the items to show, in order of reading; `nil` for all.
  init(_ sourcing: Sourcing, arrangement: Arrangement, spacing: Int, passing: [Int]? = nil) {
    self.arrangement = arrangement
    self.spacing = spacing
    let shown = passing ?? Array(sourcing.items.indices)
    for group in arrangement.groups(of: sourcing, shown) {
      if let heading = group.heading { append(.heading(heading, group.members.count), rows: 1) }
      for index in group.members { append(.item(index), rows: sourcing.itemRows[index] + spacing) }
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
    return starts.partitioningIndex { $0 > row } - 1
  }

  /// The rows of an item.
  func rows(ofItem index: Int) -> Range<Int>? {
    blockOfItem[index].map { starts[$0]..<starts[$0 + 1] }
  }

  /// The row of the heading right above an item; `nil` where another item stands there.
  func headingRow(ofItem index: Int) -> Int? {
    guard let block = blockOfItem[index], block > 0, case .heading = blocks[block - 1] else {
      return nil
    }
    return starts[block - 1]
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
