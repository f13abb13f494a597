extension Network {
  /// A vector for each of these sentences, of length 1: the closer two vectors, the closer what the sentences say.
  ///
  /// The product of two vectors is their likeness, from -1 to 1. The sentences are read where they stand, with the
  /// paragraphs around them; one that lies in no paragraph gets a vector of zeros.
  ///
  /// - Parameters:
  ///   - sentences: stretches of the text, each inside a paragraph.
  ///   - bytes: a text in UTF-8.
  ///   - paragraphs: the paragraphs of the text, in order.
  public func vectors(
    of sentences: [Range<Int>], in bytes: [UInt8], paragraphs: [Range<Int>]
  ) -> [[Float]] {
    let hidden = encoder.settings.hidden
    var vectors = [[Float]](repeating: Array(repeating: 0, count: hidden), count: sentences.count)
    let text = TextBlocks(bytes, paragraphs, around: paragraphs.indices, vocabulary)
    let scratch = Scratch(encoder.settings, tokens: ReadingWindow.longest)
    for window in ReadingWindow.windows(over: text.wanted, costs: text.blocks.map(\.cost)) {
      let places = Sentences(sentences).inKept(of: window, text.blocks)
      guard !places.isEmpty else { continue }
      let (input, starts) = Self.input(of: window, text.blocks)
      let stretches = places.map { place in
        let start = starts[place.block - window.blocks.lowerBound]
        return (place.pieces.lowerBound + start)..<(place.pieces.upperBound + start)
      }
      encoder.embed(input, scratch)
      let words = stretches.map { mean(of: $0, scratch) }
      encoder.apply(
        encoder.weights.layers[..<encoder.settings.sentenceLayers], to: input.pieces.count, scratch)
      let meanings = stretches.map { mean(of: $0, scratch) }
      for (place, (word, meaning)) in zip(places, zip(words, meanings)) {
        vectors[place.sentence] = vector(of: word + meaning, scratch)
      }
    }
    return isWhole ? vectors : vectors.map { [Float](repeating: 0, count: $0.count) }
  }

  /// The mean state of these pieces. (hidden)
  private func mean(of pieces: Range<Int>, _ scratch: Scratch) -> [Float] {
    let hidden = encoder.settings.hidden
    var mean = [Float](repeating: 0, count: hidden)
    for piece in pieces {
      for k in 0..<hidden { mean[k] += scratch.states[piece * hidden + k] }
    }
    return mean.map { $0 / Float(pieces.count) }
  }

  /// Mean states (2 · hidden), turned as the training program turned them, at length 1.
  private func vector(of means: [Float], _ scratch: Scratch) -> [Float] {
    let hidden = encoder.settings.hidden
    means.withUnsafeBufferPointer { means in
      guard let means = means.baseAddress else { return }
      encoder.product(means, encoder.weights.sentence, 1, scratch.change, scratch)  // (1, hidden)
    }
    let turned = (0..<hidden).map { scratch.change[$0] }
    let length = turned.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? turned.map { $0 / length } : turned
  }
}

/// Sentences, and where their pieces are.
private struct Sentences {
  let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) { self.ranges = ranges }

  /// A sentence with its pieces in the block where it starts.
  struct Place {
    var sentence: Int
    var block: Int
    var pieces: Range<Int>
  }

  func inKept(of window: ReadingWindow, _ blocks: [TextBlock]) -> [Place] {
    window.kept.flatMap { block in
      ranges.indices.compactMap { sentence in
        pieces(of: ranges[sentence], in: blocks[block]).map {
          Place(sentence: sentence, block: block, pieces: $0)
        }
      }
    }
  }

  /// The pieces of a sentence that starts in this block; `nil` where it starts elsewhere.
  private func pieces(of sentence: Range<Int>, in block: TextBlock) -> Range<Int>? {
    guard let opening = block.words.first, sentence.upperBound > opening.lowerBound,
      let closing = block.words.last, sentence.lowerBound < closing.upperBound,
      let first = block.words.firstIndex(where: { $0.lowerBound >= sentence.lowerBound }),
      block.words[first].lowerBound < sentence.upperBound,
      first > 0 || block.words[first].lowerBound == sentence.lowerBound || !block.continues
    else { return nil }
    let end = block.words.firstIndex { $0.lowerBound >= sentence.upperBound }
    return block.firstPieces[first]..<(end.map { block.firstPieces[$0] } ?? block.pieces.count)
  }
}
