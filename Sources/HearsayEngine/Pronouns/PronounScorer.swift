import Foundation
import HearsayLanguage
import HearsayModel
import HearsayNeural
public import HearsayResources

/// Says which of two names a pronoun means, by weights that were learned from texts with the answers.
///
/// What the words tell has its weights in `weights.txt`, where the heads of the trained tagger's encoder look in
/// `attention.txt`; without a tagger the words alone decide. `Training/pronouns.py` learns both.
public struct PronounScorer: Sendable {
  /// Where its weights are.
  static let folder = "pronouns"

  private let language: Language
  private let lexicon: PeopleLexicon
  private let words: [String: Double]
  private let attention: AttentionWeights
  private let network: Network?

  /// A scorer with the words and weights in the resources.
  ///
  /// - Throws: `ResourceError` or `WordListError` where they cannot be read, `ModelFileError` where the trained tagger
  ///   cannot be used.
  public init(_ resources: Resources) throws {
    try self.init(
      resources, Language(Language.standard, in: resources), PeopleLexicon(resources),
      network: resources.model.map { try Network(path: $0) })
  }

  init(
    _ resources: Resources, _ language: Language, _ lexicon: PeopleLexicon, network: Network?
  ) throws {
    (self.language, self.lexicon, self.network) = (language, lexicon, network)
    var lists = try WordLists(resources, folder: Self.folder)
    var words: [String: Double] = [:]
    for row in try lists.table("weights", "weights", columns: ["feature", "weight"]) {
      guard let weight = Double(row["weight"]) else { throw row.error(in: "weight") }
      words[row["feature"]] = weight
    }
    attention = try AttentionWeights(&lists)
    try lists.finish()
    self.words = words
  }

  /// For each name whether the pronoun means it; at most one is meant.
  public func answers(to question: PronounQuestion) -> [Bool] {
    let scores = scores(of: question)
    let best = scores.max() ?? 0
    let index = scores.firstIndex(of: best)
    return scores.indices.map { $0 == index && best > 0 }
  }

  /// For each name how much speaks for it.
  func scores(of question: PronounQuestion) -> [Double] {
    let seen = attention(in: question)
    return zip(features(of: question), seen).map { names, seen in
      let told = names.reduce(0) { $0 + (words[$1] ?? 0) }
      guard network != nil else { return told }
      return attention.wordsShare * told + attention.score(of: seen)
    }
  }

  /// For each name what speaks for it or against it.
  public func features(of question: PronounQuestion) -> [[String]] {
    question.names.indices.map(reading(of: question).features)
  }

  /// For each name how the heads look from the pronoun to it and back, and to whatever else may be the same name; empty
  /// where it stands too far off or no trained tagger is there. (4 · heads of all layers)
  public func attention(in question: PronounQuestion) -> [[Float]] {
    let reading = reading(of: question)
    let bytes = Array(question.text.string.utf8)
    guard let network, !question.pronoun.isEmpty else { return question.names.map { _ in [] } }
    let places = question.names.indices.map { [question.names[$0]] + reading.places(like: $0) }
    let glances = network.glances(
      from: question.pronoun.range, to: places.joined().map(\.range), in: bytes)
    var next = glances.makeIterator()
    return places.map { same in
      let found = same.map { _ in next.next() ?? nil }
      guard let own = found.first ?? nil else { return [] }
      let all = found.compactMap(\.self)
      return own.forth + own.back + most(all.map(\.forth)) + most(all.map(\.back))
    }
  }

  private func most(_ rows: [[Float]]) -> [Float] {
    rows.dropFirst().reduce(rows.first ?? []) { zip($0, $1).map(max) }
  }

  private func reading(of question: PronounQuestion) -> PronounReading {
    let document = Document(Article(id: "", text: question.text), language)
    return PronounReading(document: document, lexicon: lexicon, question: question)
  }
}

/// What the looks of each head count.
struct AttentionWeights: Sendable {
  /// What counts for every name.
  private let anyName: Double
  /// How much what the words tell counts beside it.
  let wordsShare: Double
  /// For each kind of look its weights, head by head.
  private let weights: [[Double]]

  private static let kinds = ["to the name", "back", "to the same name", "back from the same name"]

  init(_ lists: inout WordLists) throws {
    var sums: [String: Double] = [:]
    for row in try lists.table("attention", "shares", columns: ["share", "number"]) {
      guard let number = Double(row["number"]) else { throw row.error(in: "number") }
      sums[row["share"]] = number
    }
    anyName = sums["any name"] ?? 0
    wordsShare = sums["words"] ?? 0
    var weights: [[Double]] = Self.kinds.map { _ in [] }
    for row in try lists.table("attention", "heads", columns: ["head"] + Self.kinds) {
      for (index, kind) in Self.kinds.enumerated() {
        guard let weight = Double(row[kind]) else { throw row.error(in: kind) }
        weights[index].append(weight)
      }
    }
    self.weights = weights
  }

  /// What all looks count together; the logarithm of each is weighed.
  func score(of looks: [Float]) -> Double {
    zip(weights.joined(), looks).reduce(looks.isEmpty ? 0 : anyName) {
      $0 + $1.0 * Double(Self.logarithm($1.1))
    }
  }

  /// Of shares below a thousandth hardly anything can be told.
  static func logarithm(_ look: Float) -> Float { log(look + 0.001) }
}
