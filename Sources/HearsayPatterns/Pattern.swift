/// A regular expression that always comes to an end.
///
/// A space stands for any white space and a straight quotation mark for every kind of it, as in a search for plain
/// words; capitals count only where one is typed.
///
/// ```swift
/// let pattern = try Pattern("cease-?fire")
/// ```
///
/// What can be typed can also take for ever (`(a+)+b`), so nothing else in the program looks for regular expressions:
/// a ``PatternMatcher`` gives up where others go on.
public struct Pattern: Sendable {
  /// As it was typed.
  public let text: String
  /// Where `^` and `$` stand.
  public let anchors: Anchors
  let code: PatternCode

  /// What `^` and `$` are the ends of.
  public enum Anchors: Hashable, Sendable {
    case lines, text
  }

  /// Makes a pattern ready.
  ///
  /// - Throws: what is wrong with it, and where.
  public init(_ text: String, anchors: Anchors = .text) throws(PatternProblem) {
    guard text.utf8.count <= PatternCode.longest else { throw .tooLong }
    self.text = text
    self.anchors = anchors
    code = try PatternCode(PatternReading(text), anchors: anchors)
  }

  /// Whether a text can mean something else as a pattern than as plain words.
  public static func isPattern(_ text: String) -> Bool {
    text.contains { "\\[]()*+?{}^$|.".contains($0) }
  }
}

extension Pattern: Hashable {
  /// Whether they were typed alike, and their anchors stand alike.
  public static func == (one: Pattern, other: Pattern) -> Bool {
    one.text == other.text && one.anchors == other.anchors
  }

  /// By what was typed.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(anchors)
  }
}
