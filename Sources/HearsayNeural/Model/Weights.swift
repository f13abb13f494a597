import CKernels

/// All that was learned, where it lies in the model file.
struct Weights: @unchecked Sendable {
  typealias Floats = UnsafeBufferPointer<Float>

  /// A layer of the encoder.
  struct Layer {
    let queryKeyValue: hk_matrix  // (3 · hidden, hidden)
    let output: hk_matrix  // (hidden, hidden)
    let afterAttention: Norm
    let up: hk_matrix  // (feed, hidden)
    let down: hk_matrix  // (hidden, feed)
    let afterFeed: Norm
  }

  /// Gain and bias of a normalisation.
  struct Norm {
    let gain: Floats  // (hidden)
    let bias: Floats  // (hidden)
  }

  /// A small matrix in full precision.
  struct Dense {
    let weights: Floats  // (rows, depth)
    let bias: Floats  // (rows)
    let rows: Int
    let depth: Int
  }

  /// Scores between segments of two kinds, beside those of their words.
  struct LinkBias {
    let distances: Floats  // (17)
    let between: Floats  // (4)
  }

  let words: WordTable  // (vocabulary, hidden)
  let positions: Floats  // (positions, hidden)
  let cases: Floats  // (7, hidden)
  let places: Floats  // (4, hidden)
  let embedding: Norm
  let layers: [Layer]

  /// Of every word: outside; being inside, beginning, ending a segment of each kind.
  let parts: Dense  // (1 + 3 · kinds, hidden)
  /// Of every word: as the start and as the end of a segment of each kind.
  let pairs: hk_matrix  // (2 · kinds · pair, hidden)
  let lengths: Floats  // (12, kinds)
  let transitions: Floats  // (kinds + 1, kinds + 1)
  let start: Floats  // (kinds + 1)
  let end: Floats  // (kinds + 1)

  let linkCue: Dense  // (2 · link, 2 · hidden)
  let linkSource: Dense  // (link, 2 · hidden)
  let linkContent: Dense  // (link, 2 · hidden)
  let noSource: Dense  // (1, 2 · hidden)
  let noCue: Dense  // (1, 2 · hidden)
  let toSource: LinkBias
  let toCue: LinkBias

  /// Of a source, by its first and last word: what kind of thing it is.
  let sourceKinds: Dense  // (6, 2 · hidden)

  /// Of a sentence: its mean state before the first layer and after those that tell what it says.
  let sentence: hk_matrix  // (hidden, 2 · hidden)
  /// What each piece of evidence adds to the confidence in an attribution.
  let confidence: Floats  // (evidence)
}

// MARK: - Reading

extension Weights {
  init(_ file: ModelFile, _ settings: Settings) throws {
    let hidden = settings.hidden
    let kinds = Settings.kinds

    words = try WordTable(file, settings)
    positions = try file.table("positions", settings.positions, hidden, of: Float.self)
    cases = try file.table("cases", 7, hidden, of: Float.self)
    places = try file.table("places", 4, hidden, of: Float.self)
    embedding = try Norm(file, "embedding", hidden)
    layers = try (0..<settings.layers).map { try Layer(file, "layer\($0)", settings) }

    parts = try Dense(file, "parts", 1 + 3 * kinds, hidden)
    pairs = try file.matrix("pairs", 2 * kinds * settings.pair, hidden)
    lengths = try file.table("lengths", SegmentScores.lengthClasses, kinds, of: Float.self)
    transitions = try file.table("transitions", kinds + 1, kinds + 1, of: Float.self)
    start = try file.table("start", 1, kinds + 1, of: Float.self)
    end = try file.table("end", 1, kinds + 1, of: Float.self)

    linkCue = try Dense(file, "link.cue", 2 * settings.link, 2 * hidden)
    linkSource = try Dense(file, "link.source", settings.link, 2 * hidden)
    linkContent = try Dense(file, "link.content", settings.link, 2 * hidden)
    noSource = try Dense(file, "link.nosource", 1, 2 * hidden)
    noCue = try Dense(file, "link.nocue", 1, 2 * hidden)
    toSource = try LinkBias(file, "tosource")
    toCue = try LinkBias(file, "tocue")

    sourceKinds = try Dense(file, "kinds", FoundKind.allCases.count, 2 * hidden)
    sentence = try file.matrix("sentence", hidden, 2 * hidden)
    confidence = try file.table("confidence", 1, Evidence.count, of: Float.self)
  }
}

extension Weights.Layer {
  fileprivate init(_ file: ModelFile, _ name: String, _ settings: Settings) throws {
    let hidden = settings.hidden
    queryKeyValue = try file.matrix("\(name).qkv", 3 * hidden, hidden)
    output = try file.matrix("\(name).out", hidden, hidden)
    afterAttention = try Weights.Norm(file, "\(name).norm1", hidden)
    up = try file.matrix("\(name).up", settings.feed, hidden)
    down = try file.matrix("\(name).down", hidden, settings.feed)
    afterFeed = try Weights.Norm(file, "\(name).norm2", hidden)
  }
}

extension Weights.Norm {
  fileprivate init(_ file: ModelFile, _ name: String, _ hidden: Int) throws {
    gain = try file.table("\(name).gain", 1, hidden, of: Float.self)
    bias = try file.table("\(name).bias", 1, hidden, of: Float.self)
  }
}

extension Weights.Dense {
  fileprivate init(_ file: ModelFile, _ name: String, _ rows: Int, _ depth: Int) throws {
    weights = try file.table(name, rows, depth, of: Float.self)
    bias = try file.table("\(name).bias", 1, rows, of: Float.self)
    self.rows = rows
    self.depth = depth
  }
}

extension Weights.LinkBias {
  fileprivate init(_ file: ModelFile, _ name: String) throws {
    distances = try file.table("\(name).distances", 1, LinkScores.distanceClasses, of: Float.self)
    between = try file.table("\(name).between", 1, LinkScores.betweenClasses, of: Float.self)
  }
}

extension ModelFile {
  /// A packed matrix of 8-bit weights.
  fileprivate func matrix(_ name: String, _ rows: Int, _ depth: Int) throws -> hk_matrix {
    guard
      let weights = try table(name, rows, depth, of: Int8.self).baseAddress,
      let scale = try table("\(name).scale", 1, rows, of: Float.self).baseAddress,
      let sum = try table("\(name).sum", 1, rows, of: Float.self).baseAddress,
      let bias = try table("\(name).bias", 1, rows, of: Float.self).baseAddress
    else { throw ModelFileError.unexpected(part: name, path: path) }
    return hk_matrix(
      weights: weights, scale: scale, sum: sum, bias: bias, rows: Int32(rows), depth: Int32(depth))
  }
}
