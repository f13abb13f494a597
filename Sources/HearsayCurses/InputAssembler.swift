import HearsayScreen

/// Puts together what arrives from the keyboard byte by byte: characters, keys, pastes, the mouse.
///
/// ncurses finds the keys that the terminal's description names; what it does not find arrives here as bytes,
/// and so do UTF-8 (which ncurses loses when a character is cut between two reads), bracketed pastes and
/// the mouse's SGR reports. A sequence that nobody knows is swallowed: its letters are not commands.
struct InputAssembler {
  /// What came in and was understood, in order.
  private(set) var inputs: [Input] = []
  private var state = State.ground
  private var character: [UInt8] = []
  private var isAlt = false
  private var pasted: [UInt8] = []

  private enum State {
    case ground
    /// After ESC: a key of its own, or the start of something.
    case escape
    /// After ESC [.
    case sequence([UInt8])
    /// After ESC O.
    case shifted
    /// After ESC [ M: three bytes of an old-style mouse report.
    case oldMouse([UInt8])
    /// An answer of the terminal, up to BEL or ESC \.
    case answer(endsWithEscape: Bool)
    /// Between the marks of a bracketed paste.
    case paste
  }

  /// More than anybody means to paste into a search line.
  private static let longestPaste = 1 << 20
}

// MARK: - In and out

extension InputAssembler {
  /// Takes one byte.
  mutating func take(byte: UInt8) {
    switch state {
    case .ground: takeKey(byte)
    case .escape: takeAfterEscape(byte)
    case .sequence(let sofar): take(byte, after: sofar)
    case .shifted:
      state = .ground
      if let key = Self.shiftedKeys[byte] { inputs.append(.key(key)) }
    case .oldMouse(let sofar):
      let all = sofar + [byte]
      state = all.count < 3 ? .oldMouse(all) : .ground
      if all.count == 3 {
        let numbers = all.map { Int($0) - 32 }
        report(
          button: numbers[0], column: numbers[1], row: numbers[2], isRelease: numbers[0] & 3 == 3)
      }
    case .answer(let endsWithEscape):
      if byte == 0x07 || (endsWithEscape && byte == UInt8(ascii: "\\")) {
        state = .ground
      } else {
        state = .answer(endsWithEscape: byte == 0x1B)
      }
    case .paste: takePasted(byte)
    }
  }

  /// Takes a key that ncurses found; keys inside a paste are pasted bytes that happened to look like one.
  mutating func take(key: Key) {
    if case .paste = state { return }
    state = .ground
    inputs.append(.key(key))
  }

  /// Nothing more is there to be read for now: a lone ESC was the key.
  mutating func pause() {
    guard case .escape = state else { return }
    state = .ground
    inputs.append(.key(.escape))
  }

  /// Nothing came for a while: what is unfinished will not be finished.
  mutating func giveUp() {
    pause()
    switch state {
    case .sequence(let sofar) where sofar.isEmpty: inputs.append(.key(.alt("[")))
    case .shifted: inputs.append(.key(.alt("O")))
    case .paste: finishPaste()
    default: break
    }
    state = .ground
    character = []
    isAlt = false
  }

  /// Whether the end of something is still to come.
  var isWaiting: Bool {
    if case .ground = state { return !character.isEmpty }
    return true
  }

  /// Whether a paste has begun and not ended.
  var isPasting: Bool {
    if case .paste = state { return true }
    return false
  }

  /// Hands over what was understood.
  mutating func takeInputs() -> [Input] {
    defer { inputs = [] }
    return inputs
  }
}

// MARK: - Keys

extension InputAssembler {
  private mutating func takeKey(_ byte: UInt8) {
    if byte >= 0x80 { return takePartOfCharacter(byte) }
    character = []
    let alt = isAlt
    isAlt = false
    switch byte {
    case 0x1B: state = .escape
    case 0x09: inputs.append(.key(.tab))
    case 0x0A, 0x0D: inputs.append(.key(.enter))
    case 0x08, 0x7F: inputs.append(.key(.backspace))
    case 0x00: inputs.append(.key(.control(" ")))
    case ..<0x1B: inputs.append(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
    case ..<0x20: inputs.append(.key(.control(Character(Unicode.Scalar(byte + 0x40)))))
    default:
      let typed = Character(Unicode.Scalar(byte))
      inputs.append(.key(alt ? .alt(typed) : .character(typed)))
    }
  }

  private mutating func takePartOfCharacter(_ byte: UInt8) {
    if byte >= 0xC0 { character = [] }
    character.append(byte)
    let length =
      switch character[0] {
      case 0xF0...0xF4: 4
      case 0xE0...0xEF: 3
      case 0xC2...0xDF: 2
      default: 0
      }
    if length == 0 { character = [] }
    guard length > 0, character.count == length else { return }
    defer {
      character = []
      isAlt = false
    }
    guard let typed = String(validating: character, as: UTF8.self)?.first else { return }
    inputs.append(.key(isAlt ? .alt(typed) : .character(typed)))
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .shifted
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .answer(endsWithEscape: false)
    case 0x1B: inputs.append(.key(.escape))
    case 0x20..<0x7F, 0x80...:
      state = .ground
      isAlt = true
      takeKey(byte)
    default:
      state = .ground
      inputs.append(.key(.escape))
      takeKey(byte)
    }
  }
}

// MARK: - Sequences

extension InputAssembler {
  private mutating func take(_ byte: UInt8, after sofar: [UInt8]) {
    switch byte {
    case 0x20..<0x40:
      // Longer than any that exists: noise.
      state = sofar.count < 64 ? .sequence(sofar + [byte]) : .ground
    case 0x40..<0x7F:
      state = .ground
      finish(sequence: sofar, final: byte)
    case 0x1B: state = .escape
    default: state = .ground
    }
  }

  private mutating func finish(sequence: [UInt8], final: UInt8) {
    let isMouse = sequence.first == UInt8(ascii: "<")
    let numbers = (isMouse ? sequence.dropFirst() : sequence[...])
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    switch final {
    case UInt8(ascii: "M"), UInt8(ascii: "m"):
      if isMouse, numbers.count == 3 {
        report(
          button: numbers[0], column: numbers[1], row: numbers[2],
          isRelease: final == UInt8(ascii: "m"))
      } else if sequence.isEmpty, final == UInt8(ascii: "M") {
        state = .oldMouse([])
      }
    case UInt8(ascii: "~"):
      if numbers.first == 200 {
        state = .paste
      } else if let key = Self.numberedKeys[numbers.first ?? 0] {
        inputs.append(.key(key))
      }
    default:
      if let key = Self.letteredKeys[final] { inputs.append(.key(key)) }
    }
  }

  /// Only the first button and the wheel; the terminal counts columns and rows from 1.
  private mutating func report(button: Int, column: Int, row: Int, isRelease: Bool) {
    let action: Mouse.Action
    switch (button & 0b1100_0011, button & 32 != 0) {
    case (64, _): action = .wheelUp
    case (65, _): action = .wheelDown
    case (0, true): action = .drag
    case (0, false): action = isRelease ? .release : .press
    case (3, false): action = .release
    default: return
    }
    inputs.append(
      .mouse(Mouse(action, at: Point(row: max(0, row - 1), column: max(0, column - 1)))))
  }

  private static let letteredKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let shiftedKeys: [UInt8: Key] = letteredKeys.merging(
    [UInt8(ascii: "M"): .enter]) { first, _ in first }

  private static let numberedKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}

// MARK: - Pastes

extension InputAssembler {
  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  private mutating func takePasted(_ byte: UInt8) {
    pasted.append(byte)
    if byte == UInt8(ascii: "~"),
      pasted.suffix(Self.endOfPaste.count).elementsEqual(Self.endOfPaste)
    {
      pasted.removeLast(Self.endOfPaste.count)
      finishPaste()
    } else if pasted.count > Self.longestPaste + Self.endOfPaste.count {
      // What is too long is cut off at its end, but read to its end.
      pasted.remove(at: Self.longestPaste)
    }
  }

  private mutating func finishPaste() {
    state = .ground
    defer { pasted = [] }
    let text = String(decoding: pasted.prefix(Self.longestPaste), as: UTF8.self)
    var lines = String.UnicodeScalarView()
    var last: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      // Terminals send line ends as the enter key would.
      if scalar == "\r" {
        lines.append("\n")
      } else if !(scalar == "\n" && last == "\r") {
        lines.append(scalar)
      }
      last = scalar
    }
    inputs.append(.paste(String(lines)))
  }
}
