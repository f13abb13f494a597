package import HearsayPatterns
import HearsayText

/// A question to what was said: only what answers it is shown.
///
/// ```
/// naming:bare relayed:yes
/// source:"The National" and not manner:direct
/// flag:conflict or unattributed:event
/// text:/cease-?fire/ (marked:todo or marked:waiting)
/// ```
///
/// Terms beside each other must all hold, as with `and`; `or` binds less; `not`, or a `-` before a term, turns
/// it round. A value in quotation marks may have spaces, several values with commas mean any of them, and a
/// word without a key is looked for in what is said and in who says it. The keys stand in ``Key``.
public struct Filter: Hashable, Sendable {
  /// As it was written.
  public let text: String
  package let condition: Condition

  /// Reads a filter.
  ///
  /// - Parameters:
  ///   - text: what was typed or stands in the settings.
  ///   - known: the filters that `@name` in it may mean.
  /// - Throws: what is wrong with it, and where.
  public init(_ text: String, named known: NamedFilters = NamedFilters()) throws(Problem) {
    self.text = text
    condition = try FilterParser.condition(of: text, named: known)
  }

  /// The part of a filter that asks one thing.
  package init(_ key: Key, _ value: Value) {
    text = ""
    condition = .test(key, value)
  }

  /// Why a filter cannot be read.
  public struct Problem: Error, Hashable, Sendable {
    /// The characters that are not understood, counted from 0; empty where something is missing.
    public var place: Range<Int>
    /// What is wrong, in a sentence on one line.
    public var sentence: String

    /// A problem at this place; line ends in what was typed become blanks in the sentence.
    public init(place: Range<Int>, sentence: String) {
      self.place = place
      self.sentence = sentence.withoutLineEnds
    }
  }
}

extension Filter {
  package indirect enum Condition: Hashable, Sendable {
    /// None of them is false; without any, all pass.
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case test(Key, Value)
    /// A word without a key.
    case word(String)
  }

  package enum Value: Hashable, Sendable {
    /// One word of the key's list.
    case word(String)
    /// To be found anywhere, whatever its capitals.
    case text(String)
    /// A regular expression.
    case pattern(Pattern)
    /// In per cent.
    case below(Int), above(Int)
    /// So many or more.
    case atLeast(Int)
    /// A day as it is typed, or one before or after it.
    case day(Comparison, String)

    package enum Comparison: Hashable, Sendable {
      case on, before, after
    }
  }
}

extension Filter {
  /// Whether it asks about marks at all: finding the mark of each statement takes time.
  public var asksForMarks: Bool { condition.contains { $0.isAboutMarks } }

  /// Whether it asks what was set right.
  public var asksForCorrections: Bool { condition.contains { $0 == .corrected } }
}

extension Filter.Condition {
  fileprivate func contains(_ isWanted: (Filter.Key) -> Bool) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains { $0.contains(isWanted) }
    case .not(let part): part.contains(isWanted)
    case .test(let key, _): isWanted(key)
    case .word: false
    }
  }
}
