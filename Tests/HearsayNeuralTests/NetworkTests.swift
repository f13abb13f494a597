import Testing

@testable import HearsayNeural

struct NetworkTests {
  @Test(.enabled(if: TestModel.isThere, TestModel.missing))
  func `States come close to those of the training program`() throws {
    let network = try TestModel.network()
    let hidden = network.encoder.settings.hidden
    var errors: [Float] = []
    var sizes: [Float] = []
    for fields in try TestModel.fixture("states.tsv") {
      let bytes = Array(fields[0].utf8)
      let blocks = TextBlock.blocks(
        of: bytes, 0..<bytes.count, paragraph: 0, vocabulary: network.vocabulary)
      let window = ReadingWindow(blocks: 0..<blocks.count, kept: 0..<blocks.count)
      let (input, starts) = Network.input(of: window, blocks)
      let states = network.states(pieces: input.pieces, cases: input.cases, places: input.places)
      let expected = fields[1].split(separator: ";").map {
        $0.split(separator: " ").compactMap { Float($0) }
      }
      #expect(expected.count == blocks[0].words.count)
      for (first, row) in zip(blocks[0].firstPieces, expected) {
        for (k, number) in row.enumerated() {
          errors.append(abs(states[(starts[0] + first) * hidden + k] - number))
          sizes.append(abs(number))
        }
      }
    }
    // 8 bits of weight and 7 of activation: less than a tenth off on average, and nowhere far.
    let mean = errors.reduce(0, +) / sizes.reduce(0, +)
    #expect(mean < 0.1)
    #expect(errors.max() ?? 1 < 0.6)
  }

  @Test(
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [1, 2])
  func `All kernels find the same`(kernels: Int) throws {
    let text = #"""
      "The lake has never been this low," said Anna Brandt, who has fished here for thirty years.
      According to the ministry, levels will recover by spring. Officials declined to say how.
      """#
    #expect(try found(text, kernels: kernels) == found(text, kernels: 0))
  }

  @Test(
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [
      ("Lena Ortiz said she had waited for two hours.", FoundKind.person),
      ("Residents said they had heard nothing.", .group),
      ("The European Commission said it would appeal.", .organisation),
      ("The Washington Post reported that the talks had failed.", .outlet),
      ("The report found that two engineers had warned of the leak.", .document),
    ])
  func `What kind of thing a source is`(text: String, kind: FoundKind) throws {
    let bytes = Array(text.utf8)
    let found = try TestModel.network().attributions(
      in: bytes, paragraphs: [0..<bytes.count], wanted: 0..<1)
    #expect(found.first?.kind?.kind == kind)
    let probability = found.first?.kind?.probability ?? 0
    #expect(probability > 1 / 6 && probability <= 1)
  }

  @Test(
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [
      ("The mayor said the bridge would stay closed until June.", "The mayor", "said"),
      ("\"It was over in seconds,\" Lena Ortiz recalled.", "Lena Ortiz", "recalled"),
      (
        "According to the report, two engineers had warned of the leak.", "the report",
        "According to"
      ),
    ])
  func `Who said what is found`(text: String, source: String, cue: String) throws {
    let bytes = Array(text.utf8)
    let found = try TestModel.network().attributions(
      in: bytes, paragraphs: [0..<bytes.count], wanted: 0..<1)
    let words = { (range: Range<Int>?) in range.map { String(decoding: bytes[$0], as: UTF8.self) } }
    #expect(found.count == 1)
    #expect(words(found.first?.source) == source)
    #expect(words(found.first?.cue) == cue)
    #expect(found.first.map { (0...1).contains($0.confidence) } == true)
  }

  @Test(.enabled(if: TestModel.isThere, TestModel.missing))
  func `Paragraph by paragraph the cues are those of the whole text`() throws {
    let network = try TestModel.network()
    let lines = (1...12).map { "Witness \($0) said that train number \($0) had been late again." }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let paragraphs = ranges(of: bytes)
    let whole = network.attributions(in: bytes, paragraphs: paragraphs, wanted: 0..<12)
    let parts = (0..<12).flatMap {
      network.attributions(in: bytes, paragraphs: paragraphs, wanted: $0..<($0 + 1))
    }
    #expect(whole.map(\.cue) == parts.map(\.cue))
    #expect(whole.count > 6)
  }

  @Test(.enabled(if: TestModel.isThere, TestModel.missing))
  func `Sentences that say the same lie closer than others`() throws {
    let lines = [
      "The union said the strike would go on until the end of the week.",
      "Workers will stay away from their jobs until Sunday, according to the union.",
      "The telescope found water vapour around a planet twice the size of ours.",
    ]
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let sentences = ranges(of: bytes)
    let vectors = try TestModel.network().vectors(of: sentences, in: bytes, paragraphs: sentences)
    let likeness = { (a: Int, b: Int) in zip(vectors[a], vectors[b]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(vectors.count == 3)
    #expect(abs(likeness(0, 0) - 1) < 1e-4)
    #expect(likeness(0, 1) > likeness(0, 2) + 0.2)
    #expect(likeness(0, 1) > likeness(1, 2) + 0.2)
  }

  @Test(
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [
      "", " ", "\n\n", "\u{FEFF}", "\"", "\"\"\"\"\"", String(repeating: "said ", count: 2000),
      String(repeating: "x", count: 5000), String(repeating: "👍🏽", count: 300), "東京".appending("都"),
    ])
  func `Odd texts are read without harm`(text: String) throws {
    let bytes = Array(text.utf8)
    let found = try TestModel.network().attributions(
      in: bytes, paragraphs: ranges(of: bytes), wanted: 0..<ranges(of: bytes).count)
    for attribution in found {
      #expect(attribution.content.allSatisfy { $0.upperBound <= bytes.count })
    }
  }

  private func found(_ text: String, kernels: Int) throws -> [FoundAttribution] {
    let bytes = Array(text.utf8)
    let paragraphs = ranges(of: bytes)
    return try TestModel.network(kernels: kernels)
      .attributions(in: bytes, paragraphs: paragraphs, wanted: paragraphs.indices)
  }

  private func ranges(of bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map {
      $0.startIndex..<$0.endIndex
    }
  }
}
