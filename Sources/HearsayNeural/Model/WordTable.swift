/// The vectors of the vocabulary's pieces: common ones in 8 bits, rare ones in 4, each with a scale of its own.
///
/// The vocabulary is ordered by how common its pieces are, so that the first `common` rows are read again and again
/// and the others hardly ever; half a byte for each of their numbers is what lets the whole fit a small file.
struct WordTable: @unchecked Sendable {
  private let hidden: Int
  private let common: Int
  private let fine: UnsafeBufferPointer<Int8>  // (common, hidden)
  /// Two numbers a byte.
  private let coarse: UnsafeBufferPointer<UInt8>  // (vocabulary - common, hidden / 2)
  private let scales: UnsafeBufferPointer<Float>  // (vocabulary)

  /// What is added to a number of 4 bits so that it is none below zero.
  private static let middle: Int8 = 8

  init(_ file: ModelFile, _ settings: Settings) throws {
    hidden = settings.hidden
    common = try file.number("common")
    guard common < settings.vocabulary else {
      throw ModelFileError.unexpected(part: "common", path: file.path)
    }
    fine = try file.table("words", common, hidden, of: Int8.self)
    coarse = try file.table("words.rare", settings.vocabulary - common, hidden / 2, of: UInt8.self)
    scales = try file.table("words.scale", 1, settings.vocabulary, of: Float.self)
  }

  /// Writes the vector of a piece (hidden).
  func read(_ piece: Int, into vector: UnsafeMutablePointer<Float>) {
    let scale = scales[piece]
    if piece < common {
      let row = piece * hidden
      for k in 0..<hidden { vector[k] = Float(fine[row + k]) * scale }
    } else {
      let row = (piece - common) * hidden / 2
      for k in 0..<hidden / 2 {
        let pair = coarse[row + k]
        vector[2 * k] = Float(Int8(pair & 15) - Self.middle) * scale
        vector[2 * k + 1] = Float(Int8(pair >> 4) - Self.middle) * scale
      }
    }
  }
}
