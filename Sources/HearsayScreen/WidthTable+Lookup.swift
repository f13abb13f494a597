/// What a terminal does with a code point.
enum ScalarClass: UInt8 {
  /// One column.
  case narrow
  /// Two columns.
  case wide
  /// No column of its own: it stands on, under or in the character before.
  case mark
  /// Nothing is to be seen: joiners, variation selectors, soft hyphens, tags, skin tones.
  case unseen
  /// Turns the direction of the text around it: embeddings, overrides, isolates.
  case direction
  /// Ends a line or a paragraph in the middle of a line.
  case lineEnd
  /// Unassigned, private, or not a character.
  case unknown
}

/// The class of every code point from U+00A0 on.
///
/// A run is found by halving, inside the part of the list that its block of 256 code points can lie in.
struct WidthTable: Sendable {
  /// First code point << 3 | class, ascending.
  private let runs: [UInt32]
  /// For each block of 256 code points the run that its first one lies in.
  private let blocks: [UInt16]

  init(runs: [UInt32]) {
    self.runs = runs
    var blocks: [UInt16] = []
    blocks.reserveCapacity(0x1101)
    var run = 0
    for block in 0...(UInt32(0x110000) >> 8) {
      while run + 1 < runs.count, runs[run + 1] >> 3 <= block << 8 { run += 1 }
      blocks.append(UInt16(run))
    }
    self.blocks = blocks
  }

  /// The class of a code point; those below U+00A0 are not in the table.
  func classOf(_ value: UInt32) -> ScalarClass {
    let block = Int(value >> 8)
    var low = Int(blocks[block])
    var high = Int(blocks[block + 1])
    // The last run that starts at or before the code point.
    while low < high {
      let middle = (low + high + 1) / 2
      if runs[middle] >> 3 <= value { low = middle } else { high = middle - 1 }
    }
    return ScalarClass(rawValue: UInt8(truncatingIfNeeded: runs[low] & 7)) ?? .unknown
  }
}
