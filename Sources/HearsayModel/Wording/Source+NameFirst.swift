extension Source {
  /// The name before the office, so that the name is what fits: *Emily W. Murphy, General Services Administrator*.
  ///
  /// A title of one word stays where it is (*Mayor Ana Lund*), and so does everything where it is not sure where the
  /// name begins.
  public var nameFirst: String { Self.nameFirst(name, kind: kind, naming: naming) }

  /// The same of a name that is known without its source.
  public static func nameFirst(_ name: String, kind: SourceKind, naming: Naming) -> String {
    guard kind == .person, naming == .named else { return name }
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let range = VoiceKey.nameWords(in: words), range.lowerBound > 1,
      VoiceKey.isWholeName(range, in: words)
    else { return name }
    let own = words[range.lowerBound...].joined(separator: " ")
    return own + ", " + office(words[..<range.lowerBound]).joined(separator: " ")
  }

  /// *union leader* of "Union leader Tomas Berg": a capital that only opened the name goes, and *Labour leader* keeps its own.
  private static func office(_ words: ArraySlice<String>) -> [String] {
    guard let first = words.first, VoiceKey.isCommonOpening(first),
      words.dropFirst().allSatisfy({ $0 == $0.lowercased() })
    else { return Array(words) }
    return [first.lowercased()] + words.dropFirst()
  }
}

extension Voice {
  /// The name before the office; one that the reader has given stays as it was given.
  public var nameFirst: String {
    isRenamed ? name : Source.nameFirst(name, kind: kind, naming: naming)
  }
}

extension Passage {
  /// Who says it, the name before the office; *nobody* where nobody does.
  public var speaker: String {
    source.map { Source.nameFirst($0, kind: sourceKind ?? .none, naming: naming) } ?? "nobody"
  }
}
