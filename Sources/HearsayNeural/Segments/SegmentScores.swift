import CKernels

/// How well each stretch of a block's words would do as a source, a cue or a content.
struct SegmentScores {
  /// Words of the block.
  let count: Int
  /// Score of the words outside all segments. (count)
  private(set) var outside: [Float]
  /// Score of a segment of each kind. (kinds, count ends, count starts)
  private(set) var segments: [Float]

  /// Classes of a segment's length: 1, 2, 3, 4, 5-6, 7-8, 9-12, 13-16, 17-24, 25-32, 33-48, more.
  static let lengthClasses = 12

  /// The score of a segment of `kind` from word `first` to word `last`.
  func score(_ kind: Int, _ first: Int, _ last: Int) -> Float {
    segments[(kind * count + last) * count + first]
  }

  /// Scores given by hand.
  init(outside: [Float], segment: (_ kind: Int, _ first: Int, _ last: Int) -> Float) {
    let count = outside.count
    self.count = count
    self.outside = outside
    segments = []
    for kind in 0..<Settings.kinds {
      for last in 0..<count {
        for first in 0..<count { segments.append(first <= last ? segment(kind, first, last) : 0) }
      }
    }
  }
}

extension SegmentScores {
  /// Scores of the words whose states are `words` (count, hidden).
  init(_ words: [Float], count: Int, _ encoder: Encoder, _ scratch: Scratch) {
    let weights = encoder.weights
    let kinds = Settings.kinds
    let pair = encoder.settings.pair
    self.count = count

    let parts = encoder.dense(words, count, weights.parts)  // (count, 1 + 3 · kinds)
    let width = 1 + 3 * kinds
    outside = (0..<count).map { parts[$0 * width] }

    // Both ends of every kind in one product: kinds · pair numbers as a start, as many as an end.
    let side = kinds * pair
    var ends = [Float](repeating: 0, count: count * 2 * side)
    words.withUnsafeBufferPointer { words in
      ends.withUnsafeMutableBufferPointer { ends in
        guard let x = words.baseAddress, let y = ends.baseAddress else { return }
        encoder.product(x, weights.pairs, Int32(count), y, scratch)
      }
    }

    segments = []
    segments.reserveCapacity(kinds * count * count)
    let classes = (0...count).map(Self.lengthClass)
    for kind in 0..<kinds {
      let starts = columns(of: ends, count, 2 * side, from: kind * pair, pair)
      let stops = columns(of: ends, count, 2 * side, from: side + kind * pair, pair)
      let agreement = encoder.agreement(stops, starts, count, pair)  // (count ends, count starts)

      // Being inside adds up from the first word to the last; the first and the last have scores of their own.
      var running: [Float] = [0]
      for word in 0..<count {
        running.append(running[word] + parts[word * width + 1 + kind])
      }
      for last in 0..<count {
        let ending = running[last + 1] + parts[last * width + 1 + 2 * kinds + kind]
        for first in 0..<count {
          guard first <= last else {
            segments.append(0)
            continue
          }
          let beginning = parts[first * width + 1 + kinds + kind] - running[first]
          let length = weights.lengths[classes[last - first + 1] * kinds + kind]
          segments.append(agreement[last * count + first] + ending + beginning + length)
        }
      }
    }
  }

  /// The class of a length in words.
  static func lengthClass(_ words: Int) -> Int {
    [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48].firstIndex { words <= $0 } ?? 11
  }
}

/// Some columns of a matrix (rows, width), side by side.
private func columns(
  of matrix: [Float], _ rows: Int, _ width: Int, from start: Int, _ count: Int
) -> [Float] {
  var columns: [Float] = []
  columns.reserveCapacity(rows * count)
  for row in 0..<rows {
    columns += matrix[(row * width + start)..<(row * width + start + count)]
  }
  return columns
}

// MARK: - Small products

extension Encoder {
  /// x (count, depth) · weightsᵀ + bias, in full precision. (count, rows)
  func dense(_ x: [Float], _ count: Int, _ dense: Weights.Dense) -> [Float] {
    guard let weights = dense.weights.baseAddress, let bias = dense.bias.baseAddress else {
      return []
    }
    return product(x, count, dense.depth, weights, bias, dense.rows)
  }

  /// The products of every row of `a` with every row of `b`, made small by the root of the width. (a, b)
  func agreement(_ a: [Float], _ b: [Float], _ count: Int, _ width: Int) -> [Float] {
    guard width > 0 else { return [] }
    let fraction = 1 / Float(width).squareRoot()
    let none = [Float](repeating: 0, count: b.count / width)
    let products = b.withUnsafeBufferPointer { b in
      none.withUnsafeBufferPointer { none -> [Float] in
        guard let weights = b.baseAddress, let bias = none.baseAddress else { return [] }
        return product(a, count, width, weights, bias, none.count)
      }
    }
    return products.map { $0 * fraction }
  }

  private func product(
    _ x: [Float], _ count: Int, _ depth: Int, _ weights: UnsafePointer<Float>,
    _ bias: UnsafePointer<Float>, _ rows: Int
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: count * rows) { y, filled in
      filled = count * rows
      x.withUnsafeBufferPointer { x in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        hk_dense(processor, x, Int32(count), Int32(depth), weights, bias, Int32(rows), y)
      }
    }
  }
}
