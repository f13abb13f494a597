import Foundation

/// What a source is called across articles: the same key is the same source, wherever it was read.
///
/// *U.S. Senator John Cornyn* and *John Cornyn* have one key; *officials* of two articles have two, because nothing
/// says that they are the same people. Precision comes first: who is missed can be joined by hand, and who is
/// joined wrongly puts words into somebody's mouth.
public struct VoiceKey: Hashable, Sendable, RawRepresentable {
  /// As it is kept: `p:john cornyn`, `o:world health organization`, or `#` with article and source.
  public var rawValue: String

  /// A key as it was kept.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The key of a source of an article.
  public init(_ source: Source, in article: Article.ID) {
    rawValue =
      Self.name(of: source) ?? "#\(article)#\(source.id)"
  }

  /// Whether it is the same in other articles.
  public var isShared: Bool { !rawValue.hasPrefix("#") }
}

// MARK: - From names

extension VoiceKey {
  private static let known = VoiceWords.usual

  private static func name(of source: Source) -> String? {
    guard source.naming == .named else { return nil }
    switch source.kind {
    case .person: return personName(source.name).map { "p:\($0)" }
    case .organisation, .outlet: return bodyName(source.name).map { "o:\($0)" }
    // "A report" of one article is not that of another.
    case .document, .group, .author, .none: return nil
    }
  }

  /// First and last name, in small letters: what stands before them are titles and offices. A single name could be
  /// anybody's.
  private static func personName(_ name: String) -> String? {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let range = nameWords(in: words) else { return nil }
    let kept = words[range].filter { !isInitial($0) }
    return kept.count < 2 ? nil : kept.map(folded).joined(separator: " ")
  }

  /// Where the last given name and the surname stand among the words of somebody's name; `nil` where one is missing.
  static func nameWords(in words: [String]) -> ClosedRange<Int>? {
    guard let last = words.indices.last(where: { !known.suffixes.contains(folded(words[$0])) }),
      isProper(words[last])
    else { return nil }
    var first = last - 1
    while first >= 0, isInitial(words[first]) || known.particles.contains(folded(words[first])) {
      first -= 1
    }
    guard first >= 0, isProper(words[first]), !known.offices.contains(folded(words[first])) else {
      return nil
    }
    return first...last
  }

  /// Whether it is sure that no further given name stands before the name: an office does, or a word in small letters,
  /// or the given name has an initial behind it.
  static func isWholeName(_ range: ClosedRange<Int>, in words: [String]) -> Bool {
    guard range.lowerBound > 0 else { return true }
    let before = words[range.lowerBound - 1]
    let isRole = before.count > 3 && before.allSatisfy { $0.isLowercase || $0 == "-" }
    return isRole || known.offices.contains(folded(before))
      || isInitial(words[range.lowerBound + 1])
  }

  /// Whether a word before a name is a common one, which has a capital only where it opens the name: *Union leader*.
  static func isCommonOpening(_ word: String) -> Bool {
    word.dropFirst().allSatisfy { !$0.isUppercase } && known.openings.contains(folded(word))
  }

  /// The whole name without its article; one that is no name, such as "the government and others", has none.
  private static func bodyName(_ name: String) -> String? {
    var words = name.split(whereSeparator: \.isWhitespace).map { folded(String($0)) }
    if let first = words.first, known.articles.contains(first) { words.removeFirst() }
    let hasName = name.split(whereSeparator: \.isWhitespace).contains { word in
      isProper(String(word)) && !known.articles.contains(folded(String(word)))
    }
    guard hasName, !words.isEmpty else { return nil }
    return words.joined(separator: " ")
  }

  private static func isProper(_ word: String) -> Bool {
    guard let first = word.first(where: \.isLetter) else { return false }
    // "al-Maliki" begins small; scripts without capitals are taken as they are.
    return first.isUppercase || !first.isCased || word.dropFirst().contains(where: \.isUppercase)
  }

  /// `K.` or `F.W.`: people have them in one article and not in the next.
  private static func isInitial(_ word: String) -> Bool {
    word.hasSuffix(".") && word.filter(\.isLetter).allSatisfy(\.isUppercase) && word.count <= 4
  }

  private static func folded(_ word: String) -> String {
    let isPossessive = word.hasSuffix("'s") || word.hasSuffix("’s")
    return (isPossessive ? String(word.dropLast(2)) : word)
      .folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .filter { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}

extension Character {
  /// Whether it has a small and a large form.
  fileprivate var isCased: Bool { isUppercase || isLowercase }
}
