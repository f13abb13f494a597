import Testing

@testable import HearsayNeural

struct WordPieceTests {
  @Test(.enabled(if: TestModel.isThere, TestModel.missing))
  func `Hard cases are cut as the reference tokeniser cuts them`() throws {
    let network = try TestModel.network()
    for fields in try TestModel.fixture("pieces.tsv") {
      let text = unescaped(fields[0])
      let found = network.describePieces(of: Array(text.utf8)).split(
        separator: "\t", omittingEmptySubsequences: false
      ).map(String.init)
      #expect(found[0] == fields[1], "pieces of \(text)")
      #expect(found[1] == fields[2], "cases in \(text)")
      #expect(found[2] == fields[3], "places in \(text)")
    }
  }

  @Test func `Words keep their place in the text, whatever was made of their letters`() {
    let text = "“Né à São\u{00AD}Paulo”, \u{FEFF}dit-il."
    let bytes = Array(text.utf8)
    let words = WordReader.words(in: bytes, 0..<bytes.count)
    #expect(
      words.map { String(decoding: bytes[$0.range], as: UTF8.self) } == [
        "“", "Né", "à", "São\u{00AD}Paulo", "”", ",", "dit", "-", "il", ".",
      ])
    #expect(
      words.map { String(decoding: $0.normalised, as: UTF8.self) } == [
        "\"", "ne", "a", "saopaulo", "\"", ",", "dit", "-", "il", ".",
      ])
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x91], [0x80, 0x80], [0xC0, 0xAF],
      [0xED, 0xA0, 0x80],
    ] as [[UInt8]])
  func `Bytes that are no UTF-8 are passed over`(bytes: [UInt8]) {
    let around = Array("ab ".utf8) + bytes + Array(" cd".utf8)
    let words = WordReader.words(in: around, 0..<around.count)
    #expect(words.map { String(decoding: $0.normalised, as: UTF8.self) } == ["ab", "cd"])
  }

  @Test(arguments: [
    ("said", WordCase.lower), ("NATO", .upper), ("Rome", .title), ("I", .title),
    ("McKay", .mixed),
    ("iPhone", .mixed), ("2024", .digits), ("5th", .lower), (",", .other), ("ÖBB", .upper),
    ("東", .lower),
  ])
  func `Letter case`(word: String, expected: WordCase) {
    let bytes = Array(word.utf8)
    #expect(WordCase(bytes, 0..<bytes.count) == expected)
  }

  @Test(arguments: [
    (#"He said "no" twice"#, "002130"),
    (#"“No,” he said, “never"#, "211300021"),
    (#"" The move failed ," he said"#, "21111300"),
    (#"the 6" pipe"#, "0030"),
  ])
  func `Where words stand between marks`(text: String, expected: String) {
    // Each word is a digit: 0 outside, 1 inside, 2 an opening mark, 3 a closing one.
    let bytes = Array(text.utf8)
    let words = WordReader.words(in: bytes, 0..<bytes.count)
    let found = WordPlace.places(of: words, in: bytes, 0..<bytes.count)
    #expect(found.map { String($0.rawValue) }.joined() == expected)
  }

  private func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let escape = rest.range(of: "\\u{"),
      let end = rest[escape.upperBound...].firstIndex(of: "}")
    {
      result += rest[..<escape.lowerBound]
      if let value = UInt32(rest[escape.upperBound..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
