/// A pattern as PCRE2 is to read it, and where each byte of it comes from.
struct PatternReading {
  /// The characters as they were typed.
  let typed: [Character]
  /// What PCRE2 reads.
  private(set) var bytes: [UInt8] = []
  /// The character that each byte stands for, by its place.
  private(set) var places: [Int] = []
  /// Where groups begin that nothing closes, the outermost first.
  private(set) var openGroups: [Int] = []
  /// Where a set of characters begins that nothing closes.
  private(set) var openSet: Int?
  /// Whether a letter was typed as a capital; one that an escape is made of, as in `\W`, was not.
  private(set) var heedsCase = false
  private var position = 0

  init(_ text: String) {
    typed = Array(text)
    while position < typed.count { read() }
  }
}

extension PatternReading {
  private mutating func read() {
    let character = typed[position]
    switch character {
    case "\\": return readEscape()
    case "[": return readSet()
    case " ": write("\\s+")
    case "\"": write("[\"“”„‟«»]")
    case "'": write("['‘’‚‛]")
    case "(": openGroup()
    case ")":
      _ = openGroups.popLast()
      write(")")
    default:
      copy()
      return
    }
    position += 1
  }

  private mutating func openGroup() {
    openGroups.append(position)
    write("(")
  }

  /// `\w`, `\u2019`, and all between `\Q` and `\E`.
  private mutating func readEscape() {
    guard position + 1 < typed.count else { return copy(heedingCase: false) }
    switch typed[position + 1] {
    case "u": return readCodePoint()
    case "Q":
      let isEnd = { [typed] (place: Int) in
        typed[place] == "\\" && place + 1 < typed.count && typed[place + 1] == "E"
      }
      let end = (position..<typed.count).first(where: isEnd) ?? typed.count
      while position < end { copy() }
    default:
      copy(heedingCase: false)
      copy(heedingCase: false)
    }
  }

  /// `\u2019` or `\u{2019}`, which PCRE2 writes as `\x{2019}`.
  private mutating func readCodePoint() {
    let digits = typed[(position + 2)...].prefix(4).prefix { $0.isHexDigit }
    if digits.count == 4 {
      write("\\x{\(String(digits))}")
      position += 6
    } else {
      write("\\x")
      position += 2
    }
  }

  /// `[a-z ]`: all in it is as it was typed.
  private mutating func readSet() {
    let start = position
    openSet = start
    copy()
    if position < typed.count, typed[position] == "^" { copy() }
    if position < typed.count, typed[position] == "]" { copy() }
    while position < typed.count {
      switch typed[position] {
      case "\\": readEscape()
      case "[" where position + 1 < typed.count && typed[position + 1] == ":":
        while position < typed.count, typed[position] != "]" { copy(heedingCase: false) }
        if position < typed.count { copy() }
      case "]":
        copy()
        openSet = nil
        return
      default: copy()
      }
    }
  }

  private mutating func copy(heedingCase: Bool = true) {
    if heedingCase, typed[position].isUppercase { heedsCase = true }
    write(String(typed[position]))
    position += 1
  }

  private mutating func write(_ text: String) {
    bytes += text.utf8
    while places.count < bytes.count { places.append(position) }
  }
}
