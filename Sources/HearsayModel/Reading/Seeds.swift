/// Where in a text an edited quotation may stand: places that share short runs of letters with it.
///
/// One pass over the text, whatever the length of the quotation; only the best few places are then compared
/// letter by letter.
struct Seeds {
  private let quote: [UInt32]
  /// Letters in a run.
  private let length: Int
  /// Where in the quotation each run stands.
  private var positions: [UInt64: [Int]] = [:]
  /// Whether a run may be one of the quotation's: the last bits of its hash.
  private var filter = [Bool](repeating: false, count: 1 << 16)

  init(_ quote: [UInt32]) {
    self.quote = quote
    length = quote.count < 16 ? 3 : 4
    guard quote.count >= length else { return }
    for start in 0...(quote.count - length) {
      let run = Self.hash(quote, start, length)
      filter[Int(run & 0xFFFF)] = true
      // What stands in a quotation more often says little about where one is.
      if positions[run, default: []].count < 4 { positions[run, default: []].append(start) }
    }
  }

  private static func hash(_ letters: [UInt32], _ start: Int, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0
    for index in start..<(start + length) {
      hash = (hash ^ UInt64(letters[index])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}

extension Seeds {
  /// Stretches of the text in which the quotation may stand, the likeliest first.
  func windows(in text: [UInt32], limit: Int) -> [Range<Int>] {
    guard quote.count >= length, text.count >= length else { return [] }
    let width = max(16, quote.count / 4)
    let counts = self.counts(in: text, width: width)
    return best(of: counts, limit: limit).map { bucket in
      let start = bucket * width - quote.count
      let end = start + 2 * width + quote.count
      return max(0, start - quote.count / 2)..<min(text.count, end + quote.count / 2)
    }.filter { !$0.isEmpty }
  }

  /// How many runs would fit a quotation that begins in each bucket of `width` letters.
  private func counts(in text: [UInt32], width: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: (text.count + quote.count) / width + 2)
    for start in 0...(text.count - length) {
      let run = Self.hash(text, start, length)
      guard filter[Int(run & 0xFFFF)], let places = positions[run] else { continue }
      for place in places { counts[(start - place + quote.count) / width] += 1 }
    }
    return counts
  }

  /// The buckets that, with the next one, have the most; neighbours only once.
  private func best(of counts: [Int32], limit: Int) -> [Int] {
    let least = Int32(max(2, (quote.count - length) / 16))
    var best: [(bucket: Int, count: Int32)] = []
    for bucket in counts.indices.dropLast() {
      let count = counts[bucket] + counts[bucket + 1]
      guard count >= least, best.count < limit || count > (best.last?.count ?? 0) else { continue }
      if let near = best.firstIndex(where: { abs($0.bucket - bucket) <= 2 }) {
        guard best[near].count < count else { continue }
        best.remove(at: near)
      }
      let place = best.firstIndex { $0.count < count } ?? best.endIndex
      best.insert((bucket, count), at: place)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.bucket)
  }
}
