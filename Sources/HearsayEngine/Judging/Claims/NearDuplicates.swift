/// Two units that say the same, or partly the same.
struct ClaimPair: Hashable, Sendable {
  var first: Int
  var second: Int
  /// Shared words out of all words.
  var jaccard: Double
  /// Shared words out of the shorter one's.
  var containment: Double
  /// How many words the shorter one has.
  var least: Int
  /// How many words both have.
  var shared: Int
}

/// Finds units that say the same without comparing each with each.
///
/// An index from words to units hands over candidates; words that stand in very many units are not looked up, so
/// the work grows with the length of the text and not with its square.
enum NearDuplicates {
  /// The pairs with half of the shorter one's words in common, in order.
  static func pairs(among units: [ClaimUnit]) -> [ClaimPair] {
    var postings: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      for word in unit.content { postings[word, default: []].append(index) }
    }
    return units.indices.flatMap { index in
      candidates(for: units[index], before: index, postings).compactMap {
        pair($0, index, among: units)
      }
    }
  }

  /// The earlier units that share enough words for a closer look, in order.
  private static func candidates(
    for unit: ClaimUnit, before index: Int, _ postings: [String: [Int]]
  ) -> [Int] {
    guard unit.content.count >= JudgingSettings.fewestWordsOfUnit else { return [] }
    var shared: [Int: Int] = [:]
    for word in unit.content {
      guard let others = postings[word], others.count <= JudgingSettings.unitsOfCommonWord else {
        continue
      }
      for other in others where other < index { shared[other, default: 0] += 1 }
    }
    return shared.filter { $0.value >= 2 }.keys.sorted()
  }

  private static func pair(_ first: Int, _ second: Int, among units: [ClaimUnit]) -> ClaimPair? {
    let (one, two) = (units[first].content, units[second].content)
    let shared = one.intersection(two).count
    let least = min(one.count, two.count)
    guard least >= JudgingSettings.fewestWordsOfUnit, shared * 2 >= least else { return nil }
    return ClaimPair(
      first: first, second: second,
      jaccard: Double(shared) / Double(one.count + two.count - shared),
      containment: Double(shared) / Double(least), least: least, shared: shared)
  }
}
