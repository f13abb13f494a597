import HearsayLanguage

/// What each of some features counts, read from a table that says beside each number what it is for and what is lost
/// without it.
struct Weights<Feature: Named>: Sendable {
  /// In the order of the features.
  private var values: [Double]

  subscript(feature: Feature) -> Double { values[feature.rawValue] }

  /// The section `heading` of `who-is-who.txt`.
  ///
  /// - Parameters:
  ///   - heading: what the section is called.
  ///   - measure: what stands in its last column.
  ///   - lists: where it is read from.
  init(_ heading: String, measure: String = "without it", _ lists: inout WordLists) throws {
    let file = "who-is-who"
    var known: [String: Double] = [:]
    for row in try lists.table(
      file, heading, columns: ["feature", "weight", "what it says", measure])
    {
      guard known[row["feature"]] == nil,
        Feature.allCases.contains(where: { $0.name == row["feature"] })
      else { throw row.error(in: "feature") }
      guard let weight = Double(row["weight"]) else { throw row.error(in: "weight") }
      known[row["feature"]] = weight
    }
    values = try Feature.allCases.map { feature in
      guard let weight = known[feature.name] else {
        throw WordListError(file, nil, .missingRow(feature.name, in: heading))
      }
      return weight
    }
  }

  /// What all that was found counts together.
  func sum(of counts: FeatureCounts<Feature>) -> Double {
    zip(values, counts.amounts).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// How much of each feature one pair of a mention and somebody known has: 1 for what holds, a number for what is counted.
struct FeatureCounts<Feature: Named> {
  fileprivate var amounts = Array(repeating: 0.0, count: Feature.allCases.count)

  subscript(feature: Feature) -> Double {
    get { amounts[feature.rawValue] }
    set { amounts[feature.rawValue] = newValue }
  }

  /// Notes that a feature holds, where it does.
  mutating func note(_ feature: Feature, if holds: Bool) {
    if holds { self[feature] = 1 }
  }
}
