import Testing

@testable import HearsayNeural

/// How the heads look from a word to others.
@Suite(.enabled(if: TestModel.isThere, TestModel.missing))
struct GlancesTests {
  private func places(of words: [String], in text: String) -> [Range<Int>] {
    words.map { word in
      let range = text.firstRange(of: word) ?? text.startIndex..<text.startIndex
      return text.utf8.distance(
        from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(
          from: text.startIndex, to: range.upperBound)
    }
  }

  @Test func `Every head spreads its attention once over the window`() throws {
    let network = try TestModel.network()
    let text = "Anna Berg met Maria Lund, and she left."
    let found = places(
      of: ["she", "Anna Berg", "Maria Lund", "met", ",", "and", "left", "."], in: text)
    let glances = network.glances(from: found[0], to: found, in: Array(text.utf8))
    let looks = try glances.map { try #require($0).forth }
    for head in looks[0].indices {
      // What is missing goes to the signs for the beginning and the end.
      let sum = looks.reduce(0) { $0 + $1[head] }
      #expect((0...1.0001).contains(sum))
    }
    #expect(
      looks.allSatisfy {
        $0.count == network.encoder.settings.layers * network.encoder.settings.heads
      })
  }

  @Test func `What is too far off or has no words is not looked at`() throws {
    let network = try TestModel.network()
    let filler = Array(repeating: "The harbour was quiet that day.", count: 200).joined(
      separator: " ")
    let text = "Anna Berg came. \(filler) She left."
    let found = places(of: ["She left", "Anna Berg"], in: text)
    let glances = network.glances(
      from: found[0].lowerBound..<found[0].lowerBound + 3, to: [found[1], 4..<5],
      in: Array(text.utf8))
    #expect(glances.map { $0 == nil } == [true, true])
    #expect(network.glances(from: 0..<0, to: [], in: []).isEmpty)
  }
}
