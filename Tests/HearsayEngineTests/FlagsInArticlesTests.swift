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
}
