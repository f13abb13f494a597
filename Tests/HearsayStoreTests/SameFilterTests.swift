import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

/// A filter is understood twice: by the open article, which has everything at hand, and by the library, which asks its
/// tables. Here both are asked the same of articles and filters that dice have made.
@Suite("One filter, one answer")
struct SameFilterTests {
  @Test(
    "The library and the open article agree, whatever is asked of whatever article",
    arguments: 0..<12)
  func agreement(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let analysis = Self.analysis(&dice)
    let store = try Store.inMemory()
    try store.save(analysis.article, readAt: .now)
    try store.save(analysis)
    let facts =
      analysis.attributions.map { Filter.Facts($0, in: analysis) }
      + analysis.unattributed.map { Filter.Facts($0, in: analysis) }
    var passed = 0
    for _ in 0..<150 {
      let text = Self.condition(&dice, depth: 3)
      let filter = try Filter(text)
      let wanted = try filter.passing(facts).count
      passed += wanted
      #expect(
        try store.sift(filter).passing[analysis.article.id] ?? 0 == wanted,
        "seed \(seed): \(text)")
    }
    #expect(passed > 100, "filters that nothing passes show nothing")
  }

  // MARK: Articles

  /// The sample with everything that a filter asks about thrown anew.
  private static func analysis(_ dice: inout Dice) -> Analysis {
    var analysis = Analysis.sample
    for index in analysis.sources.indices {
      analysis.sources[index].kind = any(SourceKind.self, &dice)
      analysis.sources[index].naming = any(Naming.self, &dice)
      analysis.sources[index].name = names.randomElement(using: &dice) ?? ""
    }
    let outlets = analysis.sources.filter { $0.kind == .outlet }.map(\.id)
    for index in analysis.attributions.indices {
      analysis.attributions[index].manner = any(Manner.self, &dice)
      analysis.attributions[index].attitude = any(Attitude.self, &dice)
      analysis.attributions[index].certainty = any(Certainty.self, &dice)
      analysis.attributions[index].confidence = Double.random(in: 0...1, using: &dice)
      analysis.attributions[index].flags = flags(&dice)
      analysis.attributions[index].source =
        Int.random(in: 0..<6, using: &dice) == 0
        ? nil : analysis.sources.randomElement(using: &dice)?.id
      analysis.attributions[index].chain = outlets.filter { _ in Bool.random(using: &dice) }
        .map { Hop(source: $0, basis: .stated) }
    }
    for index in analysis.unattributed.indices {
      analysis.unattributed[index].kind = any(UnattributedSentence.Kind.self, &dice)
    }
    for index in analysis.claims.indices {
      analysis.claims[index].support = any(Support.self, &dice)
      analysis.claims[index].flags = flags(&dice)
    }
    return analysis
  }

  private static let names = [
    "Mayor Ana Lund", "Kustbladet", "the\tHarbour  Post", "北方建設", "ÖSTEN Åberg", "a source", "Post",
  ]

  private static func any<Case: CaseIterable>(_: Case.Type, _ dice: inout Dice) -> Case
  where Case.AllCases == [Case] {
    Case.allCases[Int.random(in: 0..<Case.allCases.count, using: &dice)]
  }

  private static func flags(_ dice: inout Dice) -> [Flag] {
    Flag.allCases.filter { _ in Int.random(in: 0..<8, using: &dice) == 0 }
  }

  // MARK: Filters

  private static func condition(_ dice: inout Dice, depth: Int) -> String {
    let parts = (0..<2).map { _ in depth > 0 ? condition(&dice, depth: depth - 1) : test(&dice) }
    switch depth > 0 ? Int.random(in: 0..<6, using: &dice) : 5 {
    case 0: return "(\(parts[0]) or \(parts[1]))"
    case 1: return "\(parts[0]) \(parts[1])"
    case 2: return "not (\(parts[0]))"
    default: return Int.random(in: 0..<5, using: &dice) == 0 ? "-\(test(&dice))" : test(&dice)
    }
  }

  private static let words = [
    "lund", "post", "the harbour post", "åberg", "北方", "bridge", "A", "said", "%", "_", "'",
  ]
  private static let patterns = ["^k", "post$", "^the", "[aeiou]{2}", "Lund|Post", "åberg", "."]

  private static func test(_ dice: inout Dice) -> String {
    let keys: [Filter.Key] = [
      .source, .naming, .kind, .through, .relayed, .manner, .attitude, .certainty, .flag, .support,
      .unattributed, .text, .sure, .article,
    ]
    guard let key = keys.randomElement(using: &dice) else { return "" }
    if key == .sure {
      return "sure:\(Bool.random(using: &dice) ? "<" : ">")\(Int.random(in: 0...100, using: &dice))"
    }
    if key == .relayed, Bool.random(using: &dice) {
      return "relayed:\(Int.random(in: 1...3, using: &dice))"
    }
    if let value = key.values.randomElement(using: &dice) { return "\(key.rawValue):\(value)" }
    if Bool.random(using: &dice), let pattern = patterns.randomElement(using: &dice) {
      return "\(key.rawValue):/\(pattern)/"
    }
    let word = words.randomElement(using: &dice) ?? ""
    return Int.random(in: 0..<4, using: &dice) == 0 ? "\"\(word)\"" : "\(key.rawValue):\"\(word)\""
  }
}
