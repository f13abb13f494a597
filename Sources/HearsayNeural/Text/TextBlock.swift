/// A paragraph as the network reads it, or a part of one that is too long for a window.
struct TextBlock {
  /// The paragraph it is of, by its number among those given.
  var paragraph: Int
  /// Whether it goes on with the words of the block before.
  var continues = false
  /// Numbers of the vocabulary.
  var pieces: [Int32] = []
  /// Of every word: its bytes, its first piece, its case, its place.
  var words: [Range<Int>] = []
  var firstPieces: [Int] = []
  var cases: [WordCase] = []
  var places: [WordPlace] = []

  /// Pieces it takes of a window: its own and the sign after it.
  var cost: Int { pieces.count + 1 }
}

extension TextBlock {
  /// The longest block, in pieces.
  static let room = 200

  /// The blocks of the paragraph at `range`, which has the number `paragraph`.
  static func blocks(
    of bytes: [UInt8], _ range: Range<Int>, paragraph: Int, vocabulary: Vocabulary
  ) -> [TextBlock] {
    let words = WordReader.words(in: bytes, range)
    let places = WordPlace.places(of: words, in: bytes, range)
    var blocks: [TextBlock] = []
    var block = TextBlock(paragraph: paragraph)
    for (word, place) in zip(words, places) {
      let pieces = vocabulary.pieces(of: word)
      if !block.words.isEmpty, block.pieces.count + pieces.count > room {
        blocks.append(block)
        block = TextBlock(paragraph: paragraph, continues: true)
      }
      block.firstPieces.append(block.pieces.count)
      block.pieces += pieces
      block.words.append(word.range)
      block.cases.append(WordCase(bytes, word.range))
      block.places.append(place)
    }
    if !block.words.isEmpty { blocks.append(block) }
    return blocks
  }
}
