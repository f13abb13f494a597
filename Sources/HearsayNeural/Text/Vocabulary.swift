import HearsayText

/// The pieces that words are made of, found by their letters.
///
/// A table made when the model was written, so that opening a model builds nothing: `slots` is a hash table with
/// linear probing that holds the number of a piece or 65,535; piece `n` is `letters[offsets[n]..<offsets[n + 1]]`.
struct Vocabulary: @unchecked Sendable {
  let letters: UnsafeBufferPointer<UInt8>
  let offsets: UnsafeBufferPointer<UInt32>
  let slots: UnsafeBufferPointer<UInt16>

  /// The signs that are no words.
  static let unknown: Int32 = 100
  static let classify: Int32 = 101
  static let separate: Int32 = 102

  private static let empty = UInt16.max

  /// Words longer than this are unknown, whatever they hold.
  private static let longest = 100

  /// The pieces of a word: the longest that fits, then the longest that fits what is left.
  func pieces(of word: NetworkWord) -> [Int32] {
    guard word.length <= Self.longest else { return [Self.unknown] }
    var pieces: [Int32] = []
    let all = word.normalised
    var start = 0
    while start < all.count {
      var end = all.count
      var found: Int32 = -1
      while end > start {
        found = number(of: all[start..<end], continues: start > 0)
        if found >= 0 { break }
        end = all.characterStart(upTo: end - 1)
      }
      guard found >= 0 else { return [Self.unknown] }
      pieces.append(found)
      start = end
    }
    return pieces
  }

  /// The number of the piece with these letters, written with `##` before it where it continues a word, or -1.
  private func number(of piece: ArraySlice<UInt8>, continues: Bool) -> Int32 {
    var hash: UInt32 = 2_166_136_261
    if continues {
      for _ in 0..<2 { hash = (hash ^ 0x23) &* 16_777_619 }
    }
    for byte in piece { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    for _ in 0..<slots.count {
      let candidate = slots[slot]
      if candidate == Self.empty || Int(candidate) + 1 >= offsets.count { return -1 }
      if matches(Int(candidate), piece, continues: continues) { return Int32(candidate) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private func matches(_ candidate: Int, _ piece: ArraySlice<UInt8>, continues: Bool) -> Bool {
    var start = Int(offsets[candidate])
    let end = Int(offsets[candidate + 1])
    guard start <= end, end <= letters.count else { return false }
    if continues {
      guard end - start > 2, letters[start] == 0x23, letters[start + 1] == 0x23 else {
        return false
      }
      start += 2
    }
    guard end - start == piece.count else { return false }
    return zip(piece, start..<end).allSatisfy { $0 == letters[$1] }
  }
}
