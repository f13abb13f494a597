public import Foundation

/// A regular expression that is looked for in an article, and can be stopped at any moment.
///
/// A space stands for any white space and a straight quotation mark for every kind of it, as in a search for plain
/// words; capitals count only where one is typed.
///
/// Foundation's expressions are used because they can be stopped in the middle of a match that would take hours
/// (`(a+)+$`), which those of the standard library cannot, and because they are five times as fast.
public struct PatternSearch: Sendable {
  private let expression: NSRegularExpression

  /// Makes a pattern ready.
  ///
  /// - Throws: ``PatternProblem``, with the place of what is wrong.
  public init(_ pattern: String) throws(PatternProblem) {
    if let problem = PatternProblem(in: pattern) { throw problem }
    // A capital that an escape is made of, as in \W, is none that was typed as one.
    let heedsCase = Self.letters(of: pattern).contains(where: \.isUppercase)
    do {
      expression = try NSRegularExpression(
        pattern: Self.translated(pattern),
        options: heedsCase ? [.anchorsMatchLines] : [.anchorsMatchLines, .caseInsensitive])
    } catch {
      throw PatternProblem(place: 0..<pattern.count, reason: "it cannot be searched for")
    }
  }

  /// Whether a text can mean something else as a pattern than as plain words.
  public static func isPattern(_ text: String) -> Bool {
    text.contains { "\\[]()*+?{}^$|.".contains($0) }
  }
}

// MARK: - Looking

extension PatternSearch {
  /// Where the pattern is in a text, in bytes and in order; matches without letters are left out.
  ///
  /// - Parameter goesOn: is asked again and again; `false` stops the search.
  /// - Returns: the matches, and whether the whole text was searched.
  public func matches(
    in text: ArticleText, while goesOn: () -> Bool
  ) -> (matches: [Range<Int>], isComplete: Bool) {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      guard goesOn() else { return (found, false) }
      let end = Self.endOfBlock(from: start, in: text)
      guard search(text[Span(start, end)], from: start, into: &found, while: goesOn) else {
        return (found, false)
      }
      start = end
    }
    return (found, true)
  }

  private func search(
    _ block: String, from start: Int, into found: inout [Range<Int>], while goesOn: () -> Bool
  ) -> Bool {
    let whole = NSRange(block.startIndex..., in: block)
    let (matches, isComplete) = withoutActuallyEscaping(goesOn) { goesOn in
      var matches: [Range<Int>] = []
      var isComplete = true
      expression.enumerateMatches(in: block, options: .reportProgress, range: whole) {
        match, _, stop in
        if let match, match.range.length > 0, let range = Range(match.range, in: block) {
          let first = block.utf8.distance(from: block.startIndex, to: range.lowerBound)
          let last = block.utf8.distance(from: block.startIndex, to: range.upperBound)
          matches.append(start + first..<start + last)
        }
        if !goesOn() {
          isComplete = false
          stop.pointee = true
        }
      }
      return (matches, isComplete)
    }
    found += matches
    return isComplete
  }

  /// How far the text is searched at once, at least, in bytes.
  private static let block = 1 << 14

  /// The end of a paragraph, far enough on.
  private static func endOfBlock(from start: Int, in text: ArticleText) -> Int {
    var position = min(start + block, text.count)
    while position < text.count {
      if text.bytes[position] == 0x0A, text.bytes[position - 1] == 0x0A { return position + 1 }
      position += 1
    }
    return text.count
  }
}

// MARK: - Translating

extension PatternSearch {
  /// The pattern with spaces and quotation marks as wide as in a search for words; those in brackets stay.
  private static func translated(_ pattern: String) -> String {
    var translated = ""
    var depth = 0
    var isEscaped = false
    for character in pattern {
      defer { isEscaped = character == "\\" && !isEscaped }
      if isEscaped || character == "\\" {
        translated.append(character)
        continue
      }
      if character == "[" { depth += 1 }
      if character == "]" { depth = max(0, depth - 1) }
      switch character {
      case " " where depth == 0: translated += "\\s+"
      case "\"" where depth == 0: translated += "[\"“”„‟«»]"
      case "'" where depth == 0: translated += "['‘’‚‛]"
      default: translated.append(character)
      }
    }
    return translated
  }

  /// The letters of a pattern that stand for themselves.
  private static func letters(of pattern: String) -> [Character] {
    var letters: [Character] = []
    var isEscaped = false
    for character in pattern {
      if !isEscaped, character != "\\" { letters.append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return letters
  }
}

// MARK: - What is wrong

/// Why a text is no pattern, and where.
public struct PatternProblem: Error, Hashable, Sendable {
  /// The characters at fault, counted from 0.
  public var place: Range<Int>
  /// What is wrong, as the end of a sentence.
  public var reason: String

  /// A sentence for a person.
  public var sentence: String { "This is no pattern: \(reason)." }

  /// What is wrong somewhere in a pattern.
  public init(place: Range<Int>, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// What is wrong with a pattern; `nil` where nothing is.
  public init?(in pattern: String) {
    do {
      _ = try Regex(pattern)
      return nil
    } catch {
      // The parser keeps the place to itself. It is where the longest beginning ends that is a pattern.
      let whole = Array(pattern)
      var length = whole.count - 1
      while length > 0, (try? Regex(String(whole[..<length]))) == nil { length -= 1 }
      let start = max(0, min(length, whole.count - 1))
      self.init(place: start..<min(whole.count, start + 1), reason: "\(error)")
    }
  }
}
