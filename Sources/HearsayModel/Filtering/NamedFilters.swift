/// Filters that a person has given names, to be written `@name` in others.
public struct NamedFilters: Hashable, Sendable {
  private var texts: [String: String] = [:]

  /// None yet.
  public init() {}

  /// Their names, sorted.
  public var names: [String] { texts.keys.sorted() }

  /// The text of one, as it was written.
  public subscript(name: String) -> String? { texts[name] }

  /// Takes a filter, in the place of one that has the name.
  ///
  /// - Throws: what is wrong with the name or the filter.
  public mutating func keep(_ text: String, as name: String) throws(Filter.Problem) {
    let isPlain = name.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")
    }
    guard isPlain, name.first?.isLetter == true else {
      throw Filter.Problem(
        place: 0..<0,
        sentence: "The name of a filter is small letters, digits and hyphens: not “\(name)”.")
    }
    // A filter that asks for itself would never end; others are read as they are now.
    var others = self
    others.texts[name] = nil
    _ = try Filter(text, named: others)
    texts[name] = text
  }

  /// What `@name` means; `nil` where there is no such filter.
  func condition(of word: String) throws(Filter.Problem) -> Filter.Condition? {
    guard word.first == "@", let text = texts[String(word.dropFirst())] else { return nil }
    var others = self
    others.texts[String(word.dropFirst())] = nil
    return try FilterParser.condition(of: text, named: others)
  }

  /// How a filter can go on whose last word begins with `@`; `nil` where it does not.
  public func completions(of text: String) -> Filter.Completions? {
    let term = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    guard term.first == "@" else { return nil }
    let fitting = names.map { "@\($0)" }.filter { $0.hasPrefix(term) && $0 != term }
    return Filter.Completions(replaced: term.count, candidates: fitting)
  }
}
