import CKernels
import Testing

/// Numbers that look random and are the same in every run.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  mutating func floats(_ count: Int, _ range: ClosedRange<Float> = -1...1) -> [Float] {
    (0..<count).map { _ in Float.random(in: range, using: &self) }
  }
}

/// A matrix of 8-bit weights as the kernels want it, and as one would write it down.
final class TestMatrix {
  let rows: Int
  let depth: Int
  let weights: [Int8]  // (rows, depth)
  let scale: [Float]
  let bias: [Float]
  let sum: [Float]
  private let packed: [Int8]

  init(rows: Int, depth: Int, _ numbers: inout Numbers) {
    self.rows = rows
    self.depth = depth
    weights = (0..<(rows * depth)).map { _ in Int8.random(in: -127...127, using: &numbers) }
    scale = numbers.floats(rows, 0.001...0.01)
    bias = numbers.floats(rows)
    var sum: [Float] = []
    for row in 0..<rows {
      sum.append(
        scale[row] * Float(weights[(row * depth)..<((row + 1) * depth)].reduce(0) { $0 + Int($1) }))
    }
    self.sum = sum
    var packed: [Int8] = []
    for group in stride(from: 0, to: rows, by: Int(HK_ROWS)) {
      for column in stride(from: 0, to: depth, by: Int(HK_RUN)) {
        for row in group..<(group + Int(HK_ROWS)) {
          packed += weights[(row * depth + column)..<(row * depth + column + Int(HK_RUN))]
        }
      }
    }
    self.packed = packed
  }

  /// y = x · wᵀ + b with the kernels; also what x was rounded to.
  func product(_ x: [Float], tokens: Int, processor: hk_processor) -> (
    y: [Float], values: [UInt8], scale: [Float], low: [Float]
  ) {
    var y = [Float](repeating: 0, count: tokens * rows)
    var values = [UInt8](repeating: 0, count: tokens * depth)
    var scales = [Float](repeating: 0, count: tokens)
    var lows = scales
    withPointers(&values, &scales, &lows, &y) { values, scales, lows, y in
      packed.withUnsafeBufferPointer { packed in
        scale.withUnsafeBufferPointer { scale in
          sum.withUnsafeBufferPointer { sum in
            bias.withUnsafeBufferPointer { bias in
              guard let packed = packed.baseAddress, let scale = scale.baseAddress,
                let sum = sum.baseAddress, let bias = bias.baseAddress
              else { return }
              let matrix = hk_matrix(
                weights: packed, scale: scale, sum: sum, bias: bias, rows: Int32(rows),
                depth: Int32(depth))
              let activations = hk_activations(values: values, scale: scales, low: lows)
              hk_quantise(processor, x, Int32(tokens), Int32(depth), activations)
              hk_product(processor, activations, Int32(tokens), matrix, y)
            }
          }
        }
      }
    }
    return (y, values, scales, lows)
  }
}

private func withPointers(
  _ a: inout [UInt8], _ b: inout [Float], _ c: inout [Float], _ d: inout [Float],
  _ body: (
    UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>,
    UnsafeMutablePointer<Float>
  ) -> Void
) {
  a.withUnsafeMutableBufferPointer { a in
    b.withUnsafeMutableBufferPointer { b in
      c.withUnsafeMutableBufferPointer { c in
        d.withUnsafeMutableBufferPointer { d in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress,
            let d = d.baseAddress
          else { return }
          body(a, b, c, d)
        }
      }
    }
  }
}

private func bits(_ numbers: [Float]) -> [UInt32] { numbers.map(\.bitPattern) }

/// The kernels that this processor can run, the plainest first.
private let processors = (0...hk_this_processor().rawValue).compactMap(hk_processor.init(rawValue:))

struct KernelTests {
  @Test(arguments: processors)
  func `A product is the sum of its 8-bit products, scaled`(processor: hk_processor) {
    var numbers = Numbers(seed: 1)
    let matrix = TestMatrix(rows: 32, depth: 48, &numbers)
    let tokens = 5
    let found = matrix.product(
      numbers.floats(tokens * 48, -3...2), tokens: tokens, processor: processor)
    for token in 0..<tokens {
      for row in 0..<32 {
        let whole = (0..<48).reduce(0) {
          $0 + Int(found.values[token * 48 + $1]) * Int(matrix.weights[row * 48 + $1])
        }
        let expected =
          Float(whole) * (found.scale[token] * matrix.scale[row])
          + (found.low[token] * matrix.sum[row] + matrix.bias[row])
        #expect(found.y[token * 32 + row] == expected)
      }
    }
  }

  @Test(arguments: processors)
  func `Rounding to 7 bits keeps every number within half a step`(processor: hk_processor) {
    var numbers = Numbers(seed: 2)
    let matrix = TestMatrix(rows: 16, depth: 64, &numbers)
    let x = numbers.floats(3 * 64, -5...9)
    let found = matrix.product(x, tokens: 3, processor: processor)
    for (index, number) in x.enumerated() {
      let token = index / 64
      let back = found.low[token] + found.scale[token] * Float(found.values[index])
      #expect(abs(back - number) <= found.scale[token] * 0.501)
    }
    #expect(found.values.max() == 127)
    #expect(found.values.min() == 0)
  }

  @Test(arguments: processors)
  func `The largest numbers do not overflow`(processor: hk_processor) {
    var numbers = Numbers(seed: 3)
    let matrix = TestMatrix(rows: 16, depth: 1536, &numbers)
    // One zero, so that all others round to 127.
    var x = [Float](repeating: 1, count: 1536)
    x[0] = 0
    let found = matrix.product(x, tokens: 1, processor: processor)
    for row in 0..<16 {
      let sum = matrix.weights[(row * 1536 + 1)..<((row + 1) * 1536)].reduce(0) { $0 + Int($1) }
      let expected = Float(sum) * matrix.scale[row] + matrix.bias[row]
      #expect(abs(found.y[row] - expected) < 0.01 * max(1, abs(expected)))
    }
  }

  @Test(
    .enabled(if: processors.count > 1, "This processor has only the portable kernels."),
    arguments: processors.dropFirst(), [1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 30])
  func `Every processor gives the same bits, for any number of tokens`(
    processor: hk_processor, tokens: Int
  ) {
    var numbers = Numbers(seed: UInt64(tokens))
    let matrix = TestMatrix(rows: 48, depth: 384, &numbers)
    let x = numbers.floats(tokens * 384, -4...4)
    #expect(
      bits(matrix.product(x, tokens: tokens, processor: processor).y)
        == bits(matrix.product(x, tokens: tokens, processor: hk_any).y))

    let qkv = numbers.floats(tokens * 3 * 64, -2...2)
    #expect(
      bits(attention(qkv, tokens, processor: processor))
        == bits(attention(qkv, tokens, processor: hk_any)))

    var wide = x
    var narrow = x
    hk_gelu(processor, &wide, wide.count)
    hk_gelu(hk_any, &narrow, narrow.count)
    #expect(bits(wide) == bits(narrow))

    let gain = numbers.floats(384)
    let bias = numbers.floats(384)
    let change = numbers.floats(tokens * 384)
    hk_add_norm(processor, &wide, change, Int32(tokens), 384, gain, bias)
    hk_add_norm(hk_any, &narrow, change, Int32(tokens), 384, gain, bias)
    #expect(bits(wide) == bits(narrow))
  }

  @Test(arguments: processors)
  func `Attention weighs what it sees by how well it fits`(processor: hk_processor) {
    var numbers = Numbers(seed: 5)
    let tokens = 19
    let qkv = numbers.floats(tokens * 3 * 64, -2...2)
    let found = attention(qkv, tokens, processor: processor)
    // Written down as in the paper, in double precision.
    func at(_ token: Int, _ part: Int, _ head: Int, _ d: Int) -> Double {
      Double(qkv[((token * 3 + part) * 2 + head) * 32 + d])
    }
    for head in 0..<2 {
      for token in 0..<tokens {
        let scores = (0..<tokens).map { other in
          (0..<32).reduce(0) { $0 + at(token, 0, head, $1) * at(other, 1, head, $1) }
            / 32.0.squareRoot()
        }
        let shares = scores.map { exponential($0 - (scores.max() ?? 0)) }
        let sum = shares.reduce(0, +)
        for d in 0..<32 {
          let expected = (0..<tokens).reduce(0) { $0 + shares[$1] / sum * at($1, 2, head, d) }
          #expect(abs(Double(found[(token * 2 + head) * 32 + d]) - expected) < 1e-5)
        }
      }
    }
  }

  @Test(arguments: [
    (-4.0, -0.00012669), (-1.0, -0.15865525), (-0.5, -0.15426877), (0.0, 0.0), (0.5, 0.34573123),
    (1.0, 0.84134475), (3.0, 2.99595031), (20.0, 20.0),
  ])
  func `GELU follows its definition`(x: Double, expected: Double) {
    var numbers = [Float](repeating: Float(x), count: 8)
    hk_gelu(hk_this_processor(), &numbers, 8)
    #expect(abs(Double(numbers[3]) - expected) < 1e-6)
  }

  @Test func `A normalised row has the mean of its bias and the spread of its gain`() {
    var numbers = Numbers(seed: 6)
    var x = numbers.floats(384, 3...9)
    hk_add_norm(
      hk_this_processor(), &x, numbers.floats(384), 1, 384, [Float](repeating: 2, count: 384),
      [Float](repeating: 5, count: 384))
    let mean = x.reduce(0, +) / 384
    let spread = (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 384).squareRoot()
    #expect(abs(mean - 5) < 1e-4)
    #expect(abs(spread - 2) < 1e-3)
  }

  private func attention(_ qkv: [Float], _ tokens: Int, processor: hk_processor) -> [Float] {
    var scratch = [Float](repeating: 0, count: hk_attention_scratch(Int32(tokens), 32))
    var out = [Float](repeating: 0, count: tokens * 64)
    hk_attention(processor, qkv, Int32(tokens), 2, 32, &scratch, &out)
    return out
  }

  /// e to the x by its series, halved until it converges fast.
  private func exponential(_ x: Double) -> Double {
    if abs(x) > 0.5 {
      let half = exponential(x / 2)
      return half * half
    }
    var term = 1.0
    var sum = 1.0
    for n in 1..<20 {
      term *= x / Double(n)
      sum += term
    }
    return sum
  }
}
