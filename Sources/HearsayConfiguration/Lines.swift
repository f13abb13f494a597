/// In which line each key of a TOML text stands; the text is known to be TOML.
///
/// The parser says where a text is not TOML, but not where a key was that means nothing to us.
struct Lines {
  private var lines: [[String]: Int] = [:]

  /// The line of a key, or of the table that it is in; the first where neither is known.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  init(of text: String) {
    var scanner = Scanner(text)
    var table: [String] = []
    while let start = scanner.nextStatement() {
      if scanner.take("[") {
        _ = scanner.take("[")
        table = scanner.key()
        note(table, at: start)
        scanner.skipLine()
      } else {
        let key = scanner.key()
        guard !key.isEmpty else {
          scanner.skipLine()
          continue
        }
        note(table + key, at: start)
        scanner.skipValue()
      }
    }
  }

  private mutating func note(_ path: [String], at line: Int) {
    for count in 1..<path.count + 1 where lines[Array(path.prefix(count))] == nil {
      lines[Array(path.prefix(count))] = line
    }
  }
}

// MARK: - Going through the text

/// Goes through a TOML text from key to key.
private struct Scanner {
  private let characters: [Character]
  private var position = 0
  private var line = 1

  init(_ text: String) { characters = Array(text) }

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private mutating func step() {
    if next?.isNewline ?? false { line += 1 }
    position += 1
  }

  /// Goes to the next key or heading.
  ///
  /// - Returns: its line; `nil` at the end.
  mutating func nextStatement() -> Int? {
    while let character = next {
      if character == "#" {
        skipLine()
      } else if character.isWhitespace {
        step()
      } else {
        return line
      }
    }
    return nil
  }

  /// Takes a character, if it comes next.
  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    step()
    return true
  }

  mutating func skipLine() {
    while let character = next, !character.isNewline { step() }
  }

  /// Reads `a`, `"a b"` or `a.b`.
  mutating func key() -> [String] {
    var parts: [String] = []
    while let character = next {
      if character == "\"" || character == "'" {
        parts.append(string())
      } else if character.isLetter || character.isNumber || character == "-" || character == "_" {
        var part = ""
        while let letter = next,
          letter.isLetter || letter.isNumber || letter == "-" || letter == "_"
        {
          part.append(letter)
          step()
        }
        parts.append(part)
      } else if character == "." || character == " " || character == "\t" {
        step()
      } else {
        break
      }
    }
    return parts
  }

  /// Skips `= value`, over as many lines as its strings and brackets take.
  mutating func skipValue() {
    var depth = 0
    while let character = next {
      switch character {
      case "\"", "'": _ = string()
      case "#": skipLine()
      case "[", "{":
        depth += 1
        step()
      case "]", "}":
        depth -= 1
        step()
      case _ where character.isNewline:
        step()
        if depth <= 0 { return }
      default: step()
      }
    }
  }

  /// Reads a string of any kind, from its quotation mark on.
  private mutating func string() -> String {
    guard let mark = next else { return "" }
    let isLong = characters[position...].prefix(3).elementsEqual([mark, mark, mark])
    for _ in 0..<(isLong ? 3 : 1) { step() }
    var text = ""
    while let character = next {
      if character == mark {
        guard isLong else {
          step()
          return text
        }
        if characters[position...].prefix(3).elementsEqual([mark, mark, mark]) {
          for _ in 0..<3 { step() }
          return text
        }
      }
      if character == "\\", mark == "\"" { step() }
      if let letter = next { text.append(letter) }
      step()
    }
    return text
  }
}
