import HearsayLanguage
import HearsayModel
public import HearsayResources

/// Says which of two names a pronoun means, by weights that were learned from texts with the answers.
///
/// What a weight is for stands in `pronouns.txt`; `Training/pronouns.py` learns them.
public struct PronounScorer: Sendable {
  private let language: Language
  private let lexicon: PeopleLexicon
  private let weights: [String: Double]

  /// A scorer with the words and weights in the resources.
  ///
  /// - Throws: `ResourceError` or `WordListError` where they cannot be read.
  public init(_ resources: Resources) throws {
    language = try Language(Language.standard, in: resources)
    lexicon = try PeopleLexicon(resources)
    var lists = try WordLists(resources, folder: "pronouns")
    var weights: [String: Double] = [:]
    for row in try lists.table("weights", "weights", columns: ["feature", "weight"]) {
      guard let weight = Double(row["weight"]) else { throw row.error(in: "weight") }
      weights[row["feature"]] = weight
    }
    try lists.finish()
    self.weights = weights
  }

  /// For each name whether the pronoun means it; at most one is meant.
  public func answers(to question: PronounQuestion) -> [Bool] {
    let scores = features(of: question).map { names in
      names.reduce(0) { $0 + (weights[$1] ?? 0) }
    }
    let best = scores.max() ?? 0
    let index = scores.firstIndex(of: best)
    return scores.indices.map { $0 == index && best > 0 }
  }

  /// For each name what speaks for it or against it.
  public func features(of question: PronounQuestion) -> [[String]] {
    let document = Document(Article(id: "", text: question.text), language)
    let reading = PronounReading(document: document, lexicon: lexicon, question: question)
    return question.names.indices.map(reading.features)
  }
}
