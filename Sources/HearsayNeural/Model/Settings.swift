/// The network's sizes, as the model file states them.
struct Settings: Hashable, Sendable {
  /// Width of a piece's state.
  let hidden: Int
  /// Width of the state between the two halves of a layer.
  let feed: Int
  let heads: Int
  let layers: Int
  /// The layers that are read for what a sentence says; those above know who says it.
  let sentenceLayers: Int
  /// Pieces in the vocabulary.
  let vocabulary: Int
  /// Longest window, in pieces.
  let positions: Int
  /// Width of the space in which a segment's two ends are compared.
  let pair: Int
  /// Width of the space in which two segments are compared.
  let link: Int

  /// Source, cue, content.
  static let kinds = 3

  init(_ file: ModelFile) throws {
    hidden = try file.number("hidden")
    feed = try file.number("feed")
    heads = try file.number("heads")
    layers = try file.number("layers")
    sentenceLayers = try file.number("sentencelayers")
    vocabulary = try file.number("vocabulary")
    positions = try file.number("positions")
    pair = try file.number("pair")
    link = try file.number("link")
    // The kernels take eight numbers at a time, and matrices sixteen rows.
    for (name, number, divisor) in [
      ("hidden", hidden, 16), ("feed", feed, 16), ("pair", pair, 8), ("link", link, 8),
    ] where number % divisor != 0 {
      throw ModelFileError.unexpected(part: name, path: file.path)
    }
    guard hidden % heads == 0, hidden / heads % 8 == 0 else {
      throw ModelFileError.unexpected(part: "heads", path: file.path)
    }
    guard sentenceLayers <= layers else {
      throw ModelFileError.unexpected(part: "sentencelayers", path: file.path)
    }
    guard 2 * Self.kinds * pair % 16 == 0 else {
      throw ModelFileError.unexpected(part: "pair", path: file.path)
    }
  }
}
