import HearsayEngine
import HearsayModel
import Testing

@Suite("Who has the word in an interview")
struct InterviewTests {
  private let engine: SpanEngine

  init() throws { engine = try SpanEngine() }

  @Test(
    "Answers are the guest's, what the outlet asks and says is nobody's",
    arguments: [
      """
      ((DN)) I am glad you came.

      ((Ada Holm)) So am I. How is the harbour?

      ((DN)) Who helped you?

      ((Ada Holm)) My sister did. We had no money.

      ((DN)) What comes next?

      ((Ada Holm)) A second ship.
      """,
      """
      Ada Holm runs two ships on the river. She spoke to us on Monday.

      Delta News: When did you begin?

      Ada Holm: So am I. How is the harbour?

      Delta News: Who helped you?

      Ada Holm: My sister did. We had no money.

      Delta News: What comes next?

      Ada Holm: A second ship.
      """,
    ])
  func answers(text: String) {
    let said = engine.said(in: text)
    #expect(said.allSatisfy { $0.source == "Ada Holm" })
    #expect(
      said.map(\.content) == [
        ["So am I. How is the harbour?"], ["My sister did. We had no money"], ["A second ship"],
      ])
  }

  @Test("Whoever asks has only one paragraph: what follows is the article's own")
  func afterQuestion() {
    let said = engine.said(
      in: """
        ((DN)) What comes next?

        Holm runs two ships on the river. She began with one.

        ((DN)) Who helped you?

        Her sister lent her the money.

        ((DN)) And now?
        """)
    #expect(said == [])
  }

  @Test("A question of some sentences that speaks to the guest is no answer")
  func longQuestion() {
    let said = engine.said(
      in: """
        Ada Holm builds boats in Ely. She answered our questions in her yard.

        When did you begin?

        I began in May, with my sister.

        The hulls are built of larch. Do you plan to use other wood? I know that it is costly.

        Larch is what grows here.

        What comes next?

        A second ship.
        """)
    #expect(!said.contains { $0.content.joined().contains("I know that it is costly") })
    #expect(said.contains { $0.content == ["Larch is what grows here."] })
  }

  @Test("A list of results is no interview")
  func results() {
    let said = engine.said(
      in: "Winner: Ada Holm of Ely.\n\nSecond: Mark Hale of Deal.\n\nThird: Ann Roe of Hythe.")
    #expect(said == [])
  }
}
