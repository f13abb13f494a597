package import HearsayScreen
import HearsayText

/// Keys to be pressed one after the other, as they are written down.
///
/// ```
/// # to the first grave flag, and a mark on it
/// r m D "fri" Enter
/// ```
///
/// Keys have their names of the key map and stand between spaces; what is in quotation marks is typed letter by letter,
/// with `\"` for a quotation mark. A line that begins with `#` is a comment: the key is called Hash.
package struct KeyScript: Hashable, Sendable {
  /// What is pressed.
  package private(set) var keys: [Key] = []

  /// Reads a script.
  ///
  /// - Throws: ``FileProblems``, with the line of everything that is no key.
  package init(parsing text: String) throws(FileProblems) {
    var problems: [FileProblems.Problem] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where line.trimmed.first != "#" {
      do throws(NoKey) {
        keys += try Self.keys(in: line)
      } catch {
        problems.append(.init(line: index + 1, sentence: error.sentence))
      }
    }
    if !problems.isEmpty { throw FileProblems(problems: problems) }
  }

  private struct NoKey: Error {
    var sentence: String
  }

  private static func keys(in line: Substring) throws(NoKey) -> [Key] {
    var keys: [Key] = []
    var rest = line.drop(while: \.isWhitespace)
    while let first = rest.first {
      if first == "\"", rest.count > 1, rest.dropFirst().first?.isWhitespace == false {
        guard let typed = Typed(rest) else {
          let words = rest.dropFirst().prefix(20)
          throw NoKey(sentence: "The quotation mark before “\(words)” is never closed.")
        }
        keys += typed.letters.map { .character($0) }
        rest = rest.dropFirst(typed.length)
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        guard let key = Key(named: word) else {
          throw NoKey(
            sentence:
              "There is no key called “\(word)”; letters to be typed stand in quotation marks.")
        }
        keys.append(key)
        rest = rest.dropFirst(word.count)
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return keys
  }

  /// `"the \"ferry\""`
  private struct Typed {
    var letters: [Character] = []
    /// With its quotation marks.
    var length = 1

    /// `nil` where there is no mark at its end.
    init?(_ text: Substring) {
      var isEscaped = false
      for character in text.dropFirst() {
        length += 1
        if isEscaped {
          if character != "\"" && character != "\\" { letters.append("\\") }
          letters.append(character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          return
        } else {
          letters.append(character)
        }
      }
      return nil
    }
  }
}
