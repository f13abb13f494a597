import HearsayModel
import Testing

@testable import HearsayIngest

@Suite("Encodings")
struct DecodingTests {
  private func text(_ bytes: [UInt8]) -> String? { TextDecoder().text(of: bytes)?.string }

  private let words = "“Él no vendrá,” said José Müller – café owner.\n"

  @Test func `UTF-8 with and without a mark is the same text`() {
    #expect(text(Array(words.utf8)) == words)
    #expect(text([0xEF, 0xBB, 0xBF] + Array(words.utf8)) == words)
    #expect(text([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(words.utf8)) == words)
  }

  @Test(arguments: [UTF16Order.littleEndian, .bigEndian], [true, false])
  func `UTF-16 is read with and without a mark`(order: UTF16Order, hasMark: Bool) {
    let units = (hasMark ? [0xFEFF] : []) + Array(words.utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return order == .bigEndian ? pair : pair.reversed()
    }
    #expect(text(bytes) == words)
  }

  @Test func `UTF-16 of any script is read by its mark`() {
    let bytes = [0xFEFF] + Array("作者 said 😀".utf16)
    #expect(text(bytes.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "作者 said 😀")
  }

  @Test func `UTF-16 cut in the middle of a character keeps the rest`() {
    #expect(text([0xFF, 0xFE, 0x48, 0x00, 0x69, 0x00, 0x21]) == "Hi\u{FFFD}")
    #expect(text([0xFF, 0xFE, 0x48, 0x00, 0x3D, 0xD8, 0x69, 0x00]) == "H\u{FFFD}i")
  }

  @Test func `UTF-32 is read by its mark`() {
    #expect(text([0xFF, 0xFE, 0, 0, 0x48, 0, 0, 0, 0x00, 0xF6, 0x01, 0]) == "H😀")
    #expect(text([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x48]) == "H")
  }

  @Test func `Windows-1252 is read with its quotes and dashes`() {
    // “No,” he said – it’s the café… €5
    let bytes: [UInt8] =
      [0x93] + Array("No,".utf8) + [0x94] + Array(" he said ".utf8) + [0x96] + Array(" it".utf8) + [
        0x92
      ]
      + Array("s the caf".utf8) + [0xE9, 0x85, 0x20, 0x80, 0x35]
    #expect(text(bytes) == "“No,” he said – it’s the café… €5")
  }

  @Test func `Latin-1 is read as the same letters`() {
    #expect(
      text(
        Array("Besan".utf8) + [0xE7] + Array("on, G".utf8) + [0xF6] + Array("ran and ".utf8) + [
          0xC5
        ]) == "Besançon, Göran and Å")
  }

  @Test func `Every byte of Windows-1252 has its letter`() throws {
    let all = Windows1252.utf8(of: Array(0x80...0xFF))
    let scalars = Array(String(decoding: all, as: UTF8.self).unicodeScalars)
    #expect(scalars.count == 128)
    #expect(Set(scalars).count == 128)
    #expect(scalars[0x99 - 0x80] == "™")
    #expect(scalars[0xFF - 0x80] == "ÿ")
  }

  @Test func `A few broken bytes are damage to UTF-8`() {
    let damaged =
      Array("“Yes,” she said. ".utf8) + [0xE2, 0x80] + Array(" “No,” he said.".utf8) + [0xFF]
    #expect(text(damaged) == "“Yes,” she said. <E2><80> “No,” he said.<FF>")
  }

  @Test func `Every byte that is no character is written out, and nothing is lost`() {
    let around = Array("“The café,” José said – ".utf8)
    for byte in UInt8(0x80)...0xFF {
      let written = "<" + String(byte, radix: 16, uppercase: true) + ">"
      #expect(
        text(around + [byte] + Array(" closed".utf8))
          == "“The café,” José said – \(written) closed")
    }
    // Too long, half of a pair, too large: none of their bytes is a character.
    #expect(
      text(around + [0xC0, 0xAF, 0xED, 0xA0, 0x80])
        == "“The café,” José said – <C0><AF><ED><A0><80>")
  }

  @Test func `A stray letter of another encoding does not turn the whole text`() {
    // One well-formed quotation mark says more than one byte that is none.
    let bytes = Array("“No, the caf".utf8) + [0xE9] + Array(" is shut.".utf8)
    #expect(text(bytes) == "“No, the caf<E9> is shut.")
    // “Spaß” in Windows-1252: two bytes that happen to be a character of UTF-8, and one that is none.
    #expect(text([0x93] + Array("Spa".utf8) + [0xDF, 0x94]) == "“Spaß”")
  }

  @Test func `Text cut within its last character is UTF-8`() {
    #expect(text(Array("She said yes".utf8) + [0xE2, 0x80]) == "She said yes<E2><80>")
  }

  @Test func `A single letter at the end is Windows-1252`() {
    #expect(text(Array("the caf".utf8) + [0xE9]) == "the café")
  }

  @Test(
    arguments: [
      ([0xC0, 0xAF], false), ([0xED, 0xA0, 0x80], false), ([0xF4, 0x90, 0x80, 0x80], false),
      ([0xE0, 0x80, 0xAF], false), ([0xF0, 0x9F, 0x98, 0x80], true),
    ] as [([UInt8], Bool)])
  func `Only well-formed characters speak for UTF-8`(bytes: [UInt8], isWellFormed: Bool) {
    let census = UTF8Census(of: bytes, from: 0)
    #expect((census.wellFormed == 1 && census.broken == 0) == isWellFormed)
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\nb\n"), ("a\n\rb", "a\n\nb"), ("a\r\r\nb", "a\n\nb"),
    ("a\nb", "a\nb"), ("\r", "\n"),
  ])
  func `Every line end is a line feed`(before: String, after: String) {
    let filler = String(repeating: "words ", count: 20)
    #expect(text(Array((filler + before).utf8)) == filler + after)
  }

  @Test func `Nothing else is changed`() {
    let odd = "e\u{301} \u{2028}\u{85}\u{A0}\t\u{C} fi\u{AD}re \u{200B}“x”  \n\n\n"
    #expect(text(Array(odd.utf8)).map { Array($0.utf8) } == Array(odd.utf8))
  }

  @Test func `A stray control character is shown, not refused`() {
    let words = String(repeating: "The mill burned. ", count: 20)
    #expect(text(Array((words + "\u{0}\u{1B}").utf8)) == words + "\u{0}\u{1B}")
  }

  @Test(
    arguments: [
      [0, 1, 2, 3], [0x48, 0x69, 0], Array(repeating: 0, count: 512),
      (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) },
    ] as [[UInt8]])
  func `What is full of control characters is not text`(bytes: [UInt8]) {
    #expect(text(bytes) == nil)
  }

  @Test func `No bytes at all make it crash`() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = text(bytes)
      _ = text([0xFF, 0xFE] + bytes)
      _ = text([0xFE, 0xFF] + bytes)
      _ = text([0xFF, 0xFE, 0, 0] + bytes)
      _ = text([0xEF, 0xBB, 0xBF] + bytes)
      _ = text(Array("“”“”“”".utf8) + bytes)
    }
  }
}
