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
