import HearsayResources
import Testing

@testable import HearsayEngine
@testable import HearsayLanguage

@Suite("The weights that tell who is who")
struct ResolverWeightsTests {
  /// Two features, as a table names them.
  private enum Sign: Int, Named {
    case hasSpoken, sentenceBetween
  }

  private func weights(_ rows: String) throws -> Weights<Sign> {
    var lists = try WordLists(files: [
      "who-is-who": "[signs]\nfeature | weight | what it says | without it\n" + rows
    ])
    return try Weights("signs", &lists)
  }

  @Test("What was found counts with its weight, as often as it was found")
  func sum() throws {
    let weights = try weights("sentence-between | -3 | a | b\nhas-spoken | 4.5 | a | b")
    var found = FeatureCounts<Sign>()
    found[.sentenceBetween] = 2
    #expect(weights.sum(of: found) == -6)
    found.note(.hasSpoken, if: true)
    #expect(weights.sum(of: found) == -1.5)
    #expect(weights[.hasSpoken] == 4.5)
  }

  @Test(
    "A table that says too little or too much is refused with its line",
    arguments: [
      ("has-spoken | 4 | |", "who-is-who.txt: the table [signs] has no line “sentence-between”."),
      ("has-heard | 4 | |", "who-is-who.txt, line 3: “has-heard” is unknown under “feature”."),
      (
        "has-spoken | 4 | |\nhas-spoken | 5 | |",
        "who-is-who.txt, line 4: “has-spoken” is unknown under “feature”."
      ),
      ("has-spoken | much | |", "who-is-who.txt, line 3: “much” is unknown under “weight”."),
    ])
  func refused(rows: String, sentence: String) {
    let error = #expect(throws: WordListError.self) { try weights(rows) }
    #expect(error?.description == "Word list " + sentence)
  }

  @Test("The likenesses of names are told apart by their order alone")
  func order() throws {
    let names = try PeopleLexicon(.locate()).weights.names
    let values = NameLikeness.allCases.map { names[$0] }
    #expect(values == values.sorted(by: >))
    #expect(Set(values).count == values.count)
  }
}
