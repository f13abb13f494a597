/// A short name that counts: `s3` for the third source, `a5` for the fifth attribution.
///
/// The type parameter keeps a source's number from being used for a claim.
public struct Numbered<Thing: NumberedThing>: Hashable, Sendable {
  /// From 1, in order of first appearance.
  public var number: Int

  /// The `number`-th of its kind.
  public init(_ number: Int) { self.number = number }
}

/// Something that an analysis counts.
public protocol NumberedThing {
  /// The letter in front of its number: `s`, `a`, `c` or `u`.
  static var letter: Character { get }
}

// MARK: - As text

extension Numbered: CustomStringConvertible {
  /// Letter and number, as in `a5`.
  public var description: String { "\(Thing.letter)\(number)" }

  /// Reads `a5`; `nil` where letter or number are not those of this kind.
  public init?(_ text: String) {
    guard text.first == Thing.letter, let number = Int(text.dropFirst()), number > 0 else {
      return nil
    }
    self.init(number)
  }
}

extension Numbered: Comparable {
  /// By number.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Numbered: Codable {
  /// Reads the short name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let read = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a name like \(Thing.letter)1.")
    }
    self = read
  }

  /// Writes the short name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
