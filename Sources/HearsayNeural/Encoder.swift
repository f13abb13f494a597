import CKernels

/// What the encoder reads: the pieces of a window, and of each its case and its place.
struct EncoderInput {
  var pieces: [Int32] = []
  var cases: [Int32] = []
  var places: [Int32] = []
}

extension EncoderInput {
  /// Adds the pieces of a block; only the first piece of a word has its case, and all have its place.
  mutating func append(_ block: TextBlock) {
    let start = pieces.count
    pieces += block.pieces
    cases += Array(repeating: 0, count: block.pieces.count)
    for (word, first) in block.firstPieces.enumerated() {
      let end =
        word + 1 < block.firstPieces.count ? block.firstPieces[word + 1] : block.pieces.count
      cases[start + first] = block.cases[word].rawValue
      places += Array(repeating: block.places[word].rawValue, count: end - first)
    }
  }
}

/// The layers that give every piece of a window a state that knows its surroundings.
struct Encoder {
  let settings: Settings
  let weights: Weights
  /// Whose kernels to use; the numbers are the same with all.
  let processor: hk_processor

  /// Fills `scratch.states` (pieces, hidden).
  func read(_ input: EncoderInput, _ scratch: Scratch) {
    embed(input, scratch)
    apply(weights.layers[...], to: input.pieces.count, scratch)
  }

  /// Takes the states of this many pieces through some of the layers.
  ///
  /// - Parameters:
  ///   - layers: the layers.
  ///   - count: the pieces of the window.
  ///   - scratch: holds their states (pieces, hidden).
  ///   - watching: is called in each layer, when `scratch.queryKeyValue` (pieces, 3 · hidden) is there.
  func apply(
    _ layers: ArraySlice<Weights.Layer>, to count: Int, _ scratch: Scratch,
    watching: () -> Void = {}
  ) {
    let tokens = Int32(count)
    let hidden = Int32(settings.hidden)
    let heads = Int32(settings.heads)

    for layer in layers {
      product(scratch.states, layer.queryKeyValue, tokens, scratch.queryKeyValue, scratch)
      watching()
      hk_attention(
        processor, scratch.queryKeyValue, tokens, heads, hidden / heads, scratch.attention,
        scratch.mixed)  // (tokens, hidden)
      product(scratch.mixed, layer.output, tokens, scratch.change, scratch)
      addNorm(scratch.change, layer.afterAttention, tokens, scratch)

      product(scratch.states, layer.up, tokens, scratch.feed, scratch)  // (tokens, feed)
      hk_gelu(processor, scratch.feed, count * settings.feed)
      product(scratch.feed, layer.down, tokens, scratch.change, scratch)
      addNorm(scratch.change, layer.afterFeed, tokens, scratch)
    }
  }

  /// y (tokens, rows) = x (tokens, depth) · matrixᵀ + bias, with x rounded to 7 bits.
  func product(
    _ x: UnsafePointer<Float>, _ matrix: hk_matrix, _ tokens: Int32,
    _ y: UnsafeMutablePointer<Float>, _ scratch: Scratch
  ) {
    hk_quantise(processor, x, tokens, matrix.depth, scratch.rounded)
    hk_product(processor, scratch.rounded, tokens, matrix, y)
  }

  private func addNorm(
    _ change: UnsafePointer<Float>, _ norm: Weights.Norm, _ tokens: Int32, _ scratch: Scratch
  ) {
    guard let gain = norm.gain.baseAddress, let bias = norm.bias.baseAddress else { return }
    hk_add_norm(processor, scratch.states, change, tokens, Int32(settings.hidden), gain, bias)
  }

  /// states (tokens, hidden) = norm(word + position + case + place).
  func embed(_ input: EncoderInput, _ scratch: Scratch) {
    let count = input.pieces.count
    precondition(count <= scratch.tokens && count <= settings.positions, "The window is too long.")
    let hidden = settings.hidden
    for (token, piece) in input.pieces.enumerated() {
      let position = token * hidden
      let letterCase = Int(input.cases[token]) * hidden
      let place = Int(input.places[token]) * hidden
      let state = scratch.states + token * hidden
      let extra = scratch.change + token * hidden
      weights.words.read(Int(piece), into: state)
      for k in 0..<hidden {
        state[k] += weights.positions[position + k]
        extra[k] = weights.cases[letterCase + k] + weights.places[place + k]
      }
    }
    addNorm(scratch.change, weights.embedding, Int32(count), scratch)
  }
}
