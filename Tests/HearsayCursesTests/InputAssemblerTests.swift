import HearsayScreen
import Testing

@testable import HearsayCurses

/// What a person did, from the bytes that the terminal sends, each part with a pause after it.
private func inputs(_ parts: String...) -> [Input] {
  inputs(parts.map { Array($0.utf8) })
}

private func inputs(_ parts: [[UInt8]]) -> [Input] {
  var assembler = InputAssembler()
  for part in parts {
    for byte in part { assembler.take(byte: byte) }
    assembler.pause()
  }
  return assembler.takeInputs()
}

@Suite struct InputAssemblerTests {
  @Test(arguments: [
    ("j", Key.character("j")), ("J", .character("J")), ("ö", .character("ö")),
    ("作", .character("作")), ("😀", .character("😀")), ("\t", .tab), ("\r", .enter),
    ("\u{7F}", .backspace), ("\u{3}", .control("c")), ("\u{0}", .control(" ")),
    ("\u{1C}", .control("\\")), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")), ("\u{1B}ü", .alt("ü")),
    ("\u{1B}[A", .up), ("\u{1B}[1;5B", .down), ("\u{1B}OC", .right), ("\u{1B}[Z", .backTab),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6;2~", .pageDown), ("\u{1B}[15~", .function(5)),
    ("\u{1B}OP", .function(1)), ("\u{1B}[H", .home), ("\u{1B}[4~", .end),
  ])
  func `Bytes are keys`(bytes: String, key: Key) {
    #expect(inputs(bytes) == [.key(key)])
  }

  @Test func `A character cut between two reads is one character`() {
    #expect(inputs([[0xE2], [0x82, 0xAC]]) == [.key(.character("€"))])
  }

  @Test func `Bytes that are not UTF-8 are no keys`() {
    #expect(
      inputs([[0x82, 0xFF, 0xE2, 0x41, 0xC0, 0xAF, 0x42]]) == [
        .key(.character("A")), .key(.character("B")),
      ])
  }

  @Test func `Escape and a letter are two keys when there is a pause between them`() {
    #expect(inputs("\u{1B}", "j") == [.key(.escape), .key(.character("j"))])
  }

  @Test func `A sequence that nobody knows is no command`() {
    #expect(inputs("\u{1B}[99;7q", "\u{1B}[I", "\u{1B}[27u", "q") == [.key(.character("q"))])
    #expect(inputs("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\q") == [.key(.character("q"))])
    #expect(inputs("\u{1B}]52;c;cXF4\u{7}q") == [.key(.character("q"))])
  }

  @Test func `A sequence may arrive in pieces`() {
    #expect(inputs("\u{1B}[", "1;", "2A") == [.key(.up)])
  }

  @Test func `A paste is text, and never commands`() {
    #expect(
      inputs("\u{1B}[200~quit\rQ :q\u{1B}[A", "更多\u{1B}[201~", "j") == [
        .paste("quit\nQ :q\u{1B}[A更多"), .key(.character("j")),
      ])
  }

  @Test func `A paste that is too long is cut, and the keys after it count`() {
    let much = String(repeating: "a", count: (1 << 20) + 5000)
    let all = inputs("\u{1B}[200~\(much)\u{1B}[201~q")
    #expect(all.count == 2)
    guard case .paste(let text) = all.first else { return #expect(Bool(false), "no paste") }
    #expect(text.utf8.count == 1 << 20)
    #expect(all.last == .key(.character("q")))
  }

  @Test func `A paste without an end ends when nothing comes`() {
    var assembler = InputAssembler()
    for byte in "\u{1B}[200~half".utf8 { assembler.take(byte: byte) }
    assembler.pause()
    #expect(assembler.takeInputs().isEmpty)
    #expect(assembler.isPasting)
    assembler.giveUp()
    #expect(assembler.takeInputs() == [.paste("half")])
    #expect(!assembler.isWaiting)
  }

  @Test(arguments: [
    ("\u{1B}[<0;10;5M", Mouse(.press, at: Point(row: 4, column: 9))),
    ("\u{1B}[<0;10;5m", Mouse(.release, at: Point(row: 4, column: 9))),
    ("\u{1B}[<32;300;70M", Mouse(.drag, at: Point(row: 69, column: 299))),
    ("\u{1B}[<64;1;1M", Mouse(.wheelUp, at: Point(row: 0, column: 0))),
    ("\u{1B}[<65;1;1M", Mouse(.wheelDown, at: Point(row: 0, column: 0))),
    ("\u{1B}[M !!", Mouse(.press, at: Point(row: 0, column: 0))),
    ("\u{1B}[Ma!!", Mouse(.wheelDown, at: Point(row: 0, column: 0))),
  ])
  func `The mouse reports itself`(bytes: String, mouse: Mouse) {
    #expect(inputs(bytes) == [.mouse(mouse)])
  }

  @Test func `Other buttons are left to the terminal`() {
    #expect(inputs("\u{1B}[<2;1;1M\u{1B}[<66;1;1M\u{1B}[<1;1M").isEmpty)
  }

  @Test func `Noise never stops the keys`() {
    var state: UInt64 = 42
    for _ in 0..<300 {
      var assembler = InputAssembler()
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        assembler.take(byte: UInt8(truncatingIfNeeded: state >> 56))
      }
      assembler.giveUp()
      _ = assembler.takeInputs()
      #expect(!assembler.isWaiting)
      assembler.take(byte: UInt8(ascii: "q"))
      #expect(assembler.takeInputs() == [.key(.character("q"))])
    }
  }
}
