import CPcre

/// Why a text is no pattern, and where.
public struct PatternProblem: Error, Hashable, Sendable {
  /// The characters at fault, counted from 0.
  public var place: Range<Int>
  /// What is wrong, as the end of a sentence.
  public var reason: String

  /// A sentence for a person.
  public var sentence: String { "This is no pattern: \(reason)." }

  /// What is wrong with a pattern; `nil` where nothing is.
  public init?(in text: String) {
    do {
      _ = try Pattern(text)
      return nil
    } catch {
      self = error
    }
  }
}

// MARK: - As PCRE2 says it

extension PatternProblem {
  static let tooLong = PatternProblem(
    place: 0..<1, reason: "it is longer than \(PatternCode.longest) bytes")

  private init(place: Range<Int>, reason: String) {
    self.place = place
    self.reason = reason
  }

  init(_ number: Int32, at offset: Int, in reading: PatternReading) {
    let last = max(0, reading.typed.count - 1)
    let start: Int? =
      switch number {
      case PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS: reading.openGroups.first
      case PCRE2_ERROR_MISSING_SQUARE_BRACKET: reading.openSet
      default: reading.places.indices.contains(offset) ? reading.places[offset] : nil
      }
    let first = min(start ?? last, last)
    place = first..<min(first + 1, reading.typed.count)
    var words = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(number, &words, words.count)
    reason =
      length > 0
      ? String(decoding: words.prefix(Int(length)), as: UTF8.self) : "it cannot be searched for"
  }
}

/// A pattern that would take longer than anybody waits.
public struct PatternLimit: Error, Hashable, Sendable {
  /// The pattern as it was typed.
  public var pattern: String

  /// A sentence for a person.
  public var sentence: String { "The pattern “\(pattern)” takes too long." }

  /// The limit is met by a pattern.
  public init(_ pattern: String) { self.pattern = pattern }
}
