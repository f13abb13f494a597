import CPcre
import HearsayText

/// Looks for one pattern in many texts, on one thread.
///
/// PCRE2 tries all ways in which a pattern may fit. Where there are too many of them it is asked once more by its other
/// method, which follows all of them at once and needs no backtracking: `(a+)+b` takes a moment then. That method cannot
/// heed what a group held before (`(.)\1`); there the matcher gives up. Between the two it asks again and again
/// whether to go on, so that a pattern ends whatever the text.
public final class PatternMatcher {
  private let code: PatternCode
  private let match: OpaquePointer
  private let limits: OpaquePointer
  /// What the second method works in; made when it is first needed.
  private var space: [Int32] = []

  /// What came of a search.
  public enum Outcome: Hashable, Sendable {
    /// In bytes.
    case found(Range<Int>)
    case nothing
    /// It takes too long.
    case gaveUp
  }

  /// Makes ready to look for a pattern.
  public init(_ pattern: Pattern) {
    code = pattern.code
    guard let match = pcre2_match_data_create_8(1, nil),
      let limits = pcre2_match_context_create_8(nil)
    else { fatalError("no memory is left") }
    self.match = match
    self.limits = limits
    pcre2_set_match_limit_8(limits, Limits.steps)
    pcre2_set_heap_limit_8(limits, Limits.memory)
  }

  deinit {
    pcre2_match_data_free_8(match)
    pcre2_match_context_free_8(limits)
  }

  private enum Limits {
    /// Steps from one place in a text: a fraction of a millisecond.
    static let steps: UInt32 = 20_000
    /// In kilobytes.
    static let memory: UInt32 = 64_000
    /// Places in a text between two questions whether to go on.
    static let places = 256
    /// Numbers that the second method may need: with twice as many, nested repetitions take up to eight times as long.
    static let space = 1 << 12
  }
}

// MARK: - Looking

extension PatternMatcher {
  /// The first place of the pattern in a text, from a byte on.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - takesEmpty: whether nothing at all may fit, as for `x*`.
  ///   - goesOn: is asked every few milliseconds; `false` ends the search.
  public func first(
    in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, takesEmpty: Bool = false,
    while goesOn: () -> Bool
  ) -> Outcome {
    let most = max(Limits.places, text.count / 512)
    var places = most
    var position = start
    var options = PCRE2_NO_UTF_CHECK
    if !takesEmpty { options |= PCRE2_NOTEMPTY }
    while position <= text.count {
      guard goesOn() else { return .gaveUp }
      let last = Self.characterStart(min(position + places - 1, text.count), in: text)
      pcre2_set_offset_limit_8(limits, last)
      var found = pcre2_match_8(
        code.pointer, text.baseAddress, text.count, position, options, match, limits)
      if Self.isTooMuch(found), last > position {
        // Which place it was is not told: they are tried one by one.
        places = 1
        continue
      }
      if Self.isTooMuch(found) { found = followAll(in: text, from: position, options) }
      switch found {
      case PCRE2_ERROR_NOMATCH:
        position = Self.nextCharacter(after: last, in: text)
        places = min(2 * places, most)
      case 0...:
        let ends = pcre2_get_ovector_pointer_8(match)
        guard let ends, ends[0] <= ends[1] else { return .nothing }
        return .found(Int(ends[0])..<Int(ends[1]))
      default: return .gaveUp
      }
    }
    return .nothing
  }

  /// Whether the pattern is anywhere in a text; `nil` where that takes too long.
  public func isFound(in text: String, while goesOn: () -> Bool) -> Bool? {
    var text = text
    return text.withUTF8 { text in
      switch first(in: text, takesEmpty: true, while: goesOn) {
      case .found: true
      case .nothing: false
      case .gaveUp: nil
      }
    }
  }

  private func followAll(
    in text: UnsafeBufferPointer<UInt8>, from position: Int, _ options: UInt32
  ) -> Int32 {
    if space.isEmpty { space = Array(repeating: 0, count: Limits.space) }
    return pcre2_dfa_match_8(
      code.pointer, text.baseAddress, text.count, position, options | PCRE2_ANCHORED, match,
      limits, &space, space.count)
  }

  private static func isTooMuch(_ number: Int32) -> Bool {
    number == PCRE2_ERROR_MATCHLIMIT || number == PCRE2_ERROR_DEPTHLIMIT
      || number == PCRE2_ERROR_HEAPLIMIT
  }

  /// The place at or before an offset where a character starts.
  private static func characterStart(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    text.characterStart(upTo: offset)
  }

  private static func nextCharacter(after offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    text.characterStart(from: offset + 1)
  }
}
