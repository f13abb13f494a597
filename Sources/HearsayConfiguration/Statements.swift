/// What one line of a TOML text says, or several where its value goes on: a heading, or a name and its value.
struct Statement: Sendable {
  /// Where it begins, from 1.
  var line: Int
  var content: Content

  enum Content: Sendable {
    /// `[keys.list]`
    case heading([String])
    /// `a.b = value`
    case setting([String], Value)
    /// Nothing that could be read, and why; the line of it may come after the first.
    case wrong(NotTOML)
    /// A heading that could not be read: nobody knows what the lines below it belong to.
    case wrongHeading(NotTOML)
  }
}

/// Takes a TOML text apart, one statement at a time.
///
/// The library that reads values knows a text as right or wrong. Here a wrong line costs itself alone: what comes after
/// it is read as if it were not there. It also keeps from the library what stops the program inside of it: headings and
/// brackets that do not fit, and days and times, which no setting has and which it does not survive half typed.
struct Statements: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// Whether what was wrong ended before this line, which is read as if nothing had been before it.
  private var isAtNext = false

  /// No value that anybody needs has brackets in so many others.
  private static let deepest = 64

  init(_ text: String) { bytes = Array(text.utf8) }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func next() -> Statement? {
    skipBlankLines()
    guard let first = byte else { return nil }
    let start = (position, line)
    do throws(NotTOML) {
      let isHeading = first == UInt8(ascii: "[")
      return Statement(line: line, content: isHeading ? try heading() : try setting())
    } catch {
      // A list or a text without an end would take all that follows with it.
      if position >= bytes.count { (position, line) = start }
      if !isAtNext { skipLine() }
      isAtNext = false
      let isHeading = first == UInt8(ascii: "[")
      return Statement(line: start.1, content: isHeading ? .wrongHeading(error) : .wrong(error))
    }
  }
}

// MARK: - Headings and settings

extension Statements {
  private mutating func heading() throws(NotTOML) -> Statement.Content {
    position += 1
    guard byte != UInt8(ascii: "[") else {
      throw problem("“[[” begins a list of tables, and no setting is one")
    }
    let name = try name(of: "a table", before: UInt8(ascii: "]"))
    try endLine()
    return .heading(name)
  }

  private mutating func setting() throws(NotTOML) -> Statement.Content {
    let name = try name(of: "a setting", before: UInt8(ascii: "="))
    skipBlanks()
    let start = (position, line)
    try skipValue()
    let text = bytes[start.0..<position]
    guard text.contains(where: { $0 > 0x20 && $0 != UInt8(ascii: "#") }) else {
      throw problem("there is nothing behind “=”")
    }
    guard !text.contains(0) else { throw problem("it has a character that no text has") }
    do throws(NotTOML) {
      return .setting(name, try Value(toml: String(decoding: text, as: UTF8.self)))
    } catch {
      throw NotTOML(line: start.1 + error.line - 1, reason: error.reason)
    }
  }

  /// Reads `a`, `"a b"` or `a.b`, and the sign behind it.
  private mutating func name(of what: String, before end: UInt8) throws(NotTOML) -> [String] {
    var parts: [String] = []
    repeat {
      skipBlanks()
      parts.append(try namePart(of: what))
      skipBlanks()
    } while take(UInt8(ascii: "."))
    guard take(end) else {
      throw problem("“\(Unicode.Scalar(end))” is missing behind the name of \(what)")
    }
    return parts
  }

  private mutating func namePart(of what: String) throws(NotTOML) -> String {
    let start = position
    if let quote = byte, quote.isQuote {
      skipString()
      let text = try Value(toml: String(decoding: bytes[start..<position], as: UTF8.self))
      if case .text(let name) = text { return name }
    }
    while let letter = byte, letter.isOfBareName { position += 1 }
    guard position > start else { throw problem("the name of \(what) is missing") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func problem(_ reason: String) -> NotTOML { NotTOML(line: line, reason: reason) }
}

// MARK: - Going through the text

extension Statements {
  /// Takes a byte, if it comes next.
  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    position += 1
    return true
  }

  private mutating func step() {
    if byte == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func skipLine() {
    while let byte, byte != UInt8(ascii: "\n") { position += 1 }
  }

  /// Goes over empty lines and comments.
  private mutating func skipBlankLines() {
    while let byte {
      if byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
        step()
      } else {
        return
      }
    }
  }

  /// Nothing may be behind a heading but a comment.
  private mutating func endLine() throws(NotTOML) {
    skipBlanks()
    if take(0x0D) { return }
    guard let byte, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "#") else { return skipLine() }
    throw problem("something stands behind the name of a table")
  }

  /// Goes to the end of a value, over as many lines as its texts and brackets take.
  private mutating func skipValue() throws(NotTOML) {
    let first = line
    var closing: [UInt8] = []
    // Whether a “=” is still without its value.
    var isWanting = true
    while let byte {
      if isWanting, byte.endsValue { throw problem("there is nothing behind “=”") }
      if byte != 0x20, byte != 0x09 { isWanting = byte == UInt8(ascii: "=") }
      switch byte {
      case _ where byte.isQuote: skipString()
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        closing.append(byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}"))
        guard closing.count <= Self.deepest else { throw problem("too many brackets are open") }
        position += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard byte == closing.popLast() else {
          throw problem("“\(Unicode.Scalar(byte))” closes what is not open")
        }
        position += 1
      case UInt8(ascii: "\n"):
        guard let open = closing.last else { return }
        step()
        guard !isAtSetting else {
          isAtNext = true
          throw NotTOML(line: first, reason: "“\(Unicode.Scalar(open))” is missing")
        }
      case _ where isOfDayOrTime: throw problem("no setting is a day or a time")
      case _ where !byte.isOfBareValue:
        throw problem("only a text in quotation marks may have such a character")
      default: step()
      }
    }
    if let open = closing.last { throw problem("“\(Unicode.Scalar(open))” is missing") }
  }

  /// Whether a colon comes next, or a hyphen between digits: outside of quotation marks only days and times have them.
  private var isOfDayOrTime: Bool {
    if byte == UInt8(ascii: ":") { return true }
    guard byte == UInt8(ascii: "-"), position > 0, position + 1 < bytes.count else { return false }
    return bytes[position - 1].isDigit && bytes[position + 1].isDigit
  }

  /// Whether a line begins as a setting does, which nothing in brackets may.
  private var isAtSetting: Bool {
    let line = bytes[position...].prefix { $0 != UInt8(ascii: "\n") }
    let name = line.drop { $0 == 0x20 || $0 == 0x09 }
      .prefix { $0.isOfBareName || $0 == UInt8(ascii: ".") }
    let rest = line[name.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    return !name.isEmpty && rest.first == UInt8(ascii: "=")
  }

  /// Goes over a text of any kind; one in single quotation marks ends with its line at the latest.
  private mutating func skipString() {
    guard let quote = byte else { return }
    let isLong = isTripled(quote)
    position += isLong ? 3 : 1
    while let next = byte {
      if next == UInt8(ascii: "\n"), !isLong { return }
      if next == quote, !isLong || isTripled(quote) {
        position += isLong ? 3 : 1
        // A long text may end with quotation marks of its own.
        while isLong, byte == quote { position += 1 }
        return
      }
      let isEscape = next == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"")
      step()
      if isEscape, let escaped = byte, isLong || escaped != UInt8(ascii: "\n") { step() }
    }
  }

  private func isTripled(_ quote: UInt8) -> Bool {
    bytes[position...].prefix(3).elementsEqual([quote, quote, quote])
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

  /// What a value cannot begin with.
  fileprivate var endsValue: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Whether it may stand outside of quotation marks: a visible letter or mark of ASCII, a blank, a line end.
  fileprivate var isOfBareValue: Bool {
    (0x20..<0x7F).contains(self) || self == 0x09 || self == 0x0A || self == 0x0D
  }

  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether a name may have it without quotation marks.
  fileprivate var isOfBareName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
