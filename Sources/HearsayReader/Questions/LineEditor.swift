import HearsayScreen

/// A line that is being typed.
struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character] = []
  /// Before which character the cursor stands.
  private(set) var cursor = 0

  var text: String { String(characters) }

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// A line with the cursor before `rest`.
  init(_ text: String, before rest: String) {
    characters = Array(text + rest)
    cursor = Array(text).count
  }

  /// Takes a key.
  ///
  /// - Returns: whether the key was one for typing.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): if cursor > 0 { remove(cursor - 1..<cursor) }
    case .delete: if cursor < characters.count { remove(cursor..<cursor + 1) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<characters.count)
    case .control("w"): remove(startOfWord..<cursor)
    default: return false
    }
    return true
  }

  /// Puts text at the cursor, in one line.
  mutating func insert(_ text: String) {
    let line = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    characters.insert(contentsOf: line, at: cursor)
    cursor += line.count
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}

// MARK: - What of it is seen

extension LineEditor {
  /// The characters that are seen, where there is room for so many columns before the cursor and so many in all, and the
  /// column of the cursor among them.
  ///
  /// Only these are looked at: a pasted page costs no more than a word.
  func seen(before room: Int, of columns: Int) -> (range: Range<Int>, cursor: Int) {
    var first = cursor
    var before = 0
    while first > 0 {
      let width = Self.width(of: characters[first - 1])
      guard before + width <= room else { break }
      before += width
      first -= 1
    }
    // A mark that has lost its letter to the edge stands on a circle, which takes a column.
    while first < cursor {
      let width = SafeText.width(of: String(characters[first]))
      let lent = width - Self.width(of: characters[first])
      guard before + lent > room else {
        before += lent
        break
      }
      first += 1
    }
    var end = cursor
    var all = before
    while end < characters.count, all <= columns {
      all += Self.width(of: characters[end])
      end += 1
    }
    return (first..<end, before)
  }

  /// How many columns a character adds to those before it.
  private static func width(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + SafeText.columns(of: $1) }
  }
}
