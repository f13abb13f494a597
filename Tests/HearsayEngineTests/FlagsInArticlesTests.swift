import HearsayModel
import HearsayResources
import Testing

@testable import HearsayEngine

/// Flags that an editor would not set, and neighbours where the same flag must stay.
@Suite struct FlagsInArticlesTests {
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer(resources: .locate()) }

  private func analysis(_ text: String) -> Analysis {
    analyzer.analyze(Article(id: "", text: ArticleText(text)))
  }

  /// The flags of all that is said there, and of its claims.
  private func flags(_ text: String) -> Set<Flag> {
    let analysis = analysis(text)
    return Set(analysis.attributions.flatMap(\.flags) + analysis.claims.flatMap(\.flags))
  }

  @Test func `Whoever was there is told by that`() {
    #expect(
      !flags("An eyewitness said the ferry had listed for an hour before it sank.")
        .contains(.bareSource))
    #expect(
      flags("A source said the ferry had listed for an hour before it sank.").contains(.bareSource))
  }

  @Test func `The sources are those that were described before`() {
    let text = """
      The minister will resign on Friday, two sources within the transport ministry said. \
      Her deputy will follow. The sources said no successor had been found.
      """
    let last = analysis(text).attributions.last
    #expect(last?.flags.contains(.bareSource) == false)
  }

  @Test func `Those who shout together are heard by all`() {
    let shouted = flags("Lawmakers in the chamber shouted that the vote was a fraud.")
    #expect(!shouted.contains(.singleAnonymous))
    let told = flags("Lawmakers in the chamber said that the vote was a fraud.")
    #expect(told.contains(.singleAnonymous))
  }

  @Test func `Money that was denied contradicts nobody`() {
    let text = """
      Governor Ines Prado said that building the northern dam would divert funding from the schools. \
      The city council of Marbella denied funding for the northern dam and the schools in March.
      """
    #expect(!flags(text).contains(.conflict))
  }

  @Test func `Whoever denies what another said stands against it`() {
    let text = """
      Councillor Ines Prado said that the harbour master had taken bribes from the dredging firm. \
      Harbour master Jon Aske denied taking bribes from the dredging firm.
      """
    #expect(flags(text).contains(.conflict))
  }

  @Test func `What was so before is no other side of what is so now`() {
    let text = """
      The nearest known wreck lies 12 miles off the cape, diver Tom Ruiz said. \
      Historian Ada Moe said the nearest previously known wreck lies 40 miles off the cape.
      """
    #expect(!flags(text).contains(.conflict))
  }

  @Test func `A name behind a word that is no title is a name`() {
    #expect(!flags("Beekeeper Hanne Brodal said the hives were empty.").contains(.singleAnonymous))
  }

  @Test(arguments: [
    "Lawmakers from the coast voted in favour of the dredging.",
    "His daughter told the harbour police he had left at noon.",
    "The head of the harbour inspectorate said the crane had never been tested.",
    "One of the victims said the door had been locked.",
    "Some members want a vote; others say the matter is closed.",
  ])
  func `Nobody could be named who is not`(text: String) {
    #expect(!flags(text).contains(.singleAnonymous))
  }

  @Test(arguments: [
    "Officials said the crane had never been tested.",
    "An aide to the minister said the crane had never been tested.",
    "Some say the crane had never been tested.",
  ])
  func `Somebody could be named and is not`(text: String) {
    #expect(flags(text).contains(.singleAnonymous))
  }

  @Test func `Officials who were described before are no bare source`() {
    let text = """
      The crane had never been tested, according to harbour officials. It fell on Monday at noon. \
      Officials said two men were hurt.
      """
    #expect(analysis(text).attributions.last?.flags.contains(.bareSource) == false)
  }

  @Test func `A reason is owed for an aide, and not for a passer-by`() {
    #expect(
      flags("An aide to the minister said the crane had never been tested.")
        .contains(.noAnonymityReason))
    let witness = flags("An eyewitness said the crane had swung for an hour.")
    #expect(witness.contains(.singleAnonymous) && !witness.contains(.noAnonymityReason))
  }

  @Test func `A word between marks may be anybody's, a sentence is not`() {
    #expect(
      !flags("Residents said the water was \"brown\" on Monday.").contains(.pluralVerbatim))
    #expect(
      flags("Residents said: \"The water has been brown since Monday.\"").contains(.pluralVerbatim))
    #expect(
      !flags("Residents chanted, \"We want our clean water back!\"").contains(.pluralVerbatim))
  }

  @Test func `A headline that its text repeats is not told twice`() {
    let text = """
      Governor Ines Prado announces resignation

      Governor Ines Prado announced her resignation on Tuesday.
      """
    #expect(!flags(text).contains(.duplicateClaim))
  }

  @Test func `The programmes of two years are two things`() {
    let text = """
      Ines Prado won the party's 2012 nomination for the harbour council. \
      Jon Aske sought the party's 2016 nomination for the harbour council.
      """
    #expect(!flags(text).contains(.conflict))
  }
}
