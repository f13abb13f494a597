/// A part of the program that takes something from outside, and what must hold whatever that is.
///
/// Another one is a file in `Targets`, and its line in ``all``.
public struct FuzzTarget: Sendable {
  /// What it is called on the command line; its inputs lie in folders of that name.
  public let name: String
  /// What its inputs are made of: the names of dictionaries.
  let dictionaries: [String]
  /// The longest input that is made for it, in bytes.
  let longest: Int
  /// Inputs to begin with, besides those in `Corpus`.
  let seeds: @Sendable () throws -> [[UInt8]]
  /// Hands it an input; throws ``Broken`` where something does not hold.
  let attempt: @Sendable ([UInt8]) throws -> Void

  /// A target with these dictionaries.
  init(
    _ name: String, dictionaries: [String] = [], longest: Int = 4_000,
    seeds: @escaping @Sendable () throws -> [[UInt8]] = { [] },
    attempt: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.dictionaries = dictionaries + ["any"]
    self.longest = longest
    self.seeds = seeds
    self.attempt = attempt
  }

  /// A target that takes text.
  init(
    _ name: String, text dictionaries: String..., longest: Int = 4_000,
    seeds: @escaping @Sendable () throws -> [[UInt8]] = { [] },
    attempt: @escaping @Sendable (String) throws -> Void
  ) {
    self.init(name, dictionaries: dictionaries, longest: longest, seeds: seeds) {
      try attempt(String(decoding: $0, as: UTF8.self))
    }
  }

  /// All there are.
  public static let all: [FuzzTarget] = [
    .decoder, .facts, .text, .rules, .network, .json, .filter, .search, .pattern, .keys, .keyMap,
    .theme, .session, .configuration, .marks, .model, .library, .screen,
    .page, .feed, .mail,
  ]

  /// Hands it an input.
  ///
  /// - Throws: ``Broken`` where something does not hold; another error where there is nothing to try it with.
  public func take(_ input: [UInt8]) throws { try attempt(input) }
}

/// Something that must always hold, and does not.
public struct Broken: Error, CustomStringConvertible {
  /// What it is, in a sentence.
  public var description: String

  init(_ description: String) { self.description = description }
}

/// Throws where something does not hold.
func require(_ holds: Bool, _ sentence: @autoclosure () -> String) throws {
  if !holds { throw Broken(sentence()) }
}

/// Throws where what a person is told is no sentence on one line.
func requireSentence(_ words: String) throws {
  try require(
    [".", "?"].contains(words.last) && !words.contains("\n"),
    "“\(words)” is told a person, and no sentence")
}
