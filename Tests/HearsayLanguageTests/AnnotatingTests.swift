import HearsayModel
import HearsayTestSupport
import Testing

@testable import HearsayLanguage

@Suite("What each word does")
struct AnnotatingTests {
  private func words(_ text: String, _ classes: WordClasses) -> [String] {
    Document(Article(id: "test", text: ArticleText(text))).tokens
      .filter { !$0.classes.isDisjoint(with: classes) }.map(\.lower)
  }

  @Test(
    "Verbs with a tense are told from participles and nouns",
    arguments: [
      ("Hale said the plan had failed.", ["said", "had", "failed"]),
      ("Elected officials of registered voters left.", ["left"]),
      ("According to reports, Hale's plan is dead.", ["is"]),
      ("She's gone, and the police's search goes on.", ["'s"]),
    ])
  func verbs(text: String, tensed: [String]) {
    #expect(words(text, .tensed) == tensed)
  }

  @Test("In capitals, US and WHO are names and no pronouns")
  func names() {
    #expect(words("The WHO told us who fell.", [.subject, .object, .relative]) == ["us", "who"])
  }

  @Test("Family and Italy are no adverbs")
  func adverbs() {
    #expect(
      words("The family repeatedly and also bluntly refused.", .adverbial) == [
        "repeatedly", "also", "bluntly",
      ])
  }

  @Test(
    "A clause begins where a verb with a tense comes before the next mark",
    arguments: [
      ("police had left the bridge.", true),
      ("officials believe nothing.", true),
      ("the plan to close the bridge.", false),
      ("the mayor who left.", false),
      ("a new bridge over the river.", false),
    ])
  func clauses(text: String, isClause: Bool) {
    let document = Document(Article(id: "test", text: ArticleText("Hale said " + text)))
    #expect(SentenceWords(document, 0).opensClause(at: 2) == isClause)
  }

  @Test(
    "A noun that looks like a verb, and a verb without a tense, make no clause",
    arguments: [
      ("three rules", false), ("his early tweets", false), ("Holt of being unfair", false),
      ("the plan had failed", true), ("police left", true),
    ])
  func clause(text: String, isClause: Bool) {
    let document = Document(Article(id: "test", text: ArticleText("Hale listed " + text)))
    #expect(document.hasVerb(document.tokens.dropFirst(2)) == isClause)
  }

  @Test("Days, months and parts of the day are one list")
  func times() {
    #expect(
      words("On Friday morning in May, a year ago today.", .time) == [
        "friday", "morning", "may", "year", "today",
      ])
  }

  @Test("A document in part keeps what was known of its words")
  func parts() {
    let document = Document(
      Article(id: "test", text: ArticleText("Rain fell.\n\nHale said so.\n\nIt rained.")))
    let part = document.part([1..<2])
    #expect(part.tokens.filter { $0.verb != nil }.map(\.lower) == ["said"])
    #expect(part.tokens.filter { $0.classes.contains(.tensed) }.map(\.lower) == ["said"])
  }
}
