/// Blocks in a row that the encoder reads together: those it keeps, and others around them for context.
struct ReadingWindow {
  /// All blocks, by number.
  var blocks: Range<Int>
  /// Those whose findings are kept.
  var kept: Range<Int>

  /// Pieces of a window, its first sign and the separators included.
  static let room = 224
  /// Pieces of context on each side, at most.
  static let context = 56
  /// The longest window there can be: one long block after as much context as there may be.
  static let longest = 1 + context + TextBlock.room + 1
}

extension ReadingWindow {
  /// Windows that keep each of `wanted` once; `costs` are the pieces that each block of the text takes.
  static func windows(over wanted: Range<Int>, costs: [Int]) -> [ReadingWindow] {
    var windows: [ReadingWindow] = []
    var next = wanted.lowerBound
    while next < wanted.upperBound {
      var low = next
      var used = 1
      while low > 0, used - 1 + costs[low - 1] <= context {
        low -= 1
        used += costs[low]
      }
      var high = next
      while high < costs.count, high == next || used + costs[high] <= room {
        used += costs[high]
        high += 1
      }
      // What was read last is context here and kept by the next window, unless the text ends.
      var kept = high
      if high < costs.count {
        var after = 0
        while kept - 1 > next, after + costs[kept - 1] <= context {
          kept -= 1
          after += costs[kept]
        }
      }
      kept = min(kept, wanted.upperBound)
      windows.append(ReadingWindow(blocks: low..<high, kept: next..<kept))
      next = kept
    }
    return windows
  }
}
