#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How strongly each head of each layer looks from one word to another, and back.
///
/// Some heads of an encoder look from a pronoun to whom it means (Clark, Khandelwal, Levy and Manning, "What Does BERT Look
/// At?", BlackboxNLP 2019).
package struct Glances: Sendable {
  /// From the word to the place: the share of its attention that goes there. (layers · heads)
  package var forth: [Float]
  /// From the place to the word: the mean share of its pieces. (layers · heads)
  package var back: [Float]
}

extension Network {
  /// How the heads look from a word to some places of the same text, and back.
  ///
  /// - Parameters:
  ///   - word: the bytes of a word.
  ///   - places: the bytes of other words, each in the same text.
  ///   - bytes: a text in UTF-8, read as one paragraph.
  /// - Returns: for each place its glances; `nil` where it lies too far from the word to be read with it, or has no words.
  package func glances(
    from word: Range<Int>, to places: [Range<Int>], in bytes: [UInt8]
  ) -> [Glances?] {
    let blocks = TextBlock.blocks(of: bytes, bytes.indices, paragraph: 0, vocabulary: vocabulary)
    let whole = Stretch(blocks)
    guard let start = whole.pieces(of: word)?.lowerBound else { return places.map { _ in nil } }
    let room = encoder.settings.positions - 2
    // Whom a pronoun means is mostly named before it.
    let low = min(max(0, start - room * 3 / 4), max(0, whole.input.pieces.count - room))
    let window = low..<min(whole.input.pieces.count, low + room)
    let found = places.map { place in
      whole.pieces(of: place).flatMap {
        window.contains($0.lowerBound) && $0.upperBound <= window.upperBound ? $0 : nil
      }
    }
    let gaze = Gaze(
      word: start - low + 1,
      places: found.compactMap { $0.map { $0.lowerBound - low + 1..<$0.upperBound - low + 1 } },
      settings: encoder.settings)
    let scratch = Scratch(encoder.settings, tokens: window.count + 2)
    encoder.embed(whole.input(window), scratch)
    encoder.apply(encoder.weights.layers[...], to: window.count + 2, scratch) {
      gaze.look(at: scratch.queryKeyValue, tokens: window.count + 2)
    }
    var next = gaze.glances.makeIterator()
    return found.map { $0 == nil ? nil : next.next() }
  }
}

/// The pieces of a text without its borders.
private struct Stretch {
  var input = EncoderInput()
  private var words: [Range<Int>] = []
  private var firsts: [Int] = []

  init(_ blocks: [TextBlock]) {
    for block in blocks {
      let start = input.pieces.count
      input.append(block)
      words += block.words
      firsts += block.firstPieces.map { start + $0 }
    }
  }

  /// The pieces of the words that lie in these bytes.
  func pieces(of bytes: Range<Int>) -> Range<Int>? {
    let inside = words.indices.filter { words[$0].overlaps(bytes) }
    guard let first = inside.first, let last = inside.last else { return nil }
    return firsts[first]..<(last + 1 < firsts.count ? firsts[last + 1] : input.pieces.count)
  }

  /// These pieces between the signs for a beginning and an end.
  func input(_ window: Range<Int>) -> EncoderInput {
    EncoderInput(
      pieces: [Vocabulary.classify] + input.pieces[window] + [Vocabulary.separate],
      cases: [0] + input.cases[window] + [0], places: [0] + input.places[window] + [0])
  }
}

/// Follows, layer by layer, where some pieces look.
private final class Gaze {
  let word: Int
  let places: [Range<Int>]
  private(set) var glances: [Glances]
  private let settings: Settings

  init(word: Int, places: [Range<Int>], settings: Settings) {
    self.word = word
    self.places = places
    self.settings = settings
    glances = places.map { _ in Glances(forth: [], back: []) }
  }

  /// Takes in one more layer.
  ///
  /// - Parameters:
  ///   - queryKeyValue: (tokens, 3 · hidden).
  ///   - tokens: how many pieces the window has.
  func look(at queryKeyValue: UnsafePointer<Float>, tokens: Int) {
    for head in 0..<settings.heads {
      let own = shares(of: word, head, queryKeyValue, tokens)
      for (index, place) in places.enumerated() {
        glances[index].forth.append(own[place].reduce(0, +))
        let back = place.reduce(Float(0)) {
          $0 + shares(of: $1, head, queryKeyValue, tokens)[word]
        }
        glances[index].back.append(back / Float(place.count))
      }
    }
  }

  /// How one head spreads the attention of a piece over the window. (tokens)
  private func shares(
    of piece: Int, _ head: Int, _ queryKeyValue: UnsafePointer<Float>, _ tokens: Int
  ) -> [Float] {
    let width = settings.hidden / settings.heads
    let query = queryKeyValue + piece * 3 * settings.hidden + head * width
    let scale = 1 / Float(width).squareRoot()
    var shares = (0..<tokens).map { token in
      let key = queryKeyValue + token * 3 * settings.hidden + settings.hidden + head * width
      return (0..<width).reduce(Float(0)) { $0 + query[$1] * key[$1] } * scale
    }
    let most = shares.max() ?? 0
    var sum: Float = 0
    for index in shares.indices {
      shares[index] = exp(shares[index] - most)
      sum += shares[index]
    }
    for index in shares.indices { shares[index] /= sum }
    return shares
  }
}
