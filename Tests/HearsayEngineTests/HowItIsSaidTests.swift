import HearsayModel
import Testing

@Suite("How it is said")
struct HowItIsSaidTests {
  // MARK: - Manner and certainty

  @Test(arguments: [
    (
      "Orsk Motors revealed the price of its new van on Friday.", "the price of its new van",
      Manner.reported
    ),
    (
      "The ministry announced the release of all 12 sailors.", "the release of all 12 sailors",
      .reported
    ),
    ("The ministry announced all 12 sailors had been released.", "had been released", .indirect),
    ("Reportedly, the ship had sailed without a pilot.", "had sailed without a pilot", .indirect),
  ])
  func `A noun sums up what was said, a clause tells it`(
    text: String, words: String, manner: Manner
  ) throws {
    #expect(try ReadText(text).attributions(of: words).map(\.manner) == [manner])
  }

  @Test func `A clause about a noun makes the noun no clause`() throws {
    let read = try ReadText("Critics denounced the bishop who had sold the bells.")
    #expect(read.attributions(of: "the bishop").map(\.manner) == [.reported])
  }

  @Test(arguments: [
    ("\"I could see the wing on fire,\" the steward said.", "the wing on fire", Certainty.plain),
    ("\"I could hardly breathe,\" said Olga Renn.", "hardly breathe", .plain),
    ("The court ruled that the widow may keep the house.", "may keep the house", .plain),
    ("The bank said it may close nine branches.", "may close nine branches", .hedged),
    ("The pilot said the storm could sink the ferry.", "could sink the ferry", .hedged),
  ])
  func `What somebody was able or allowed to do is in no doubt`(
    text: String, words: String, certainty: Certainty
  ) throws {
    #expect(try ReadText(text).attributions(of: words).map(\.certainty) == [certainty])
  }

  @Test func `"Allegedly" is said of its own clause alone`() throws {
    let relative = try ReadText(
      "The senator lost his seat in 2018 over a letter that he allegedly forged.")
    #expect(!relative.isTouched("The senator lost his seat in 2018"))
    #expect(relative.source(of: "forged") == ["nobody"])
    let dependent = try ReadText(
      "Two brothers were jailed in June after one of them reportedly sold a Rembrandt.")
    #expect(!dependent.isTouched("Two brothers were jailed in June"))
    let main = try ReadText("The thieves allegedly escaped through a window.")
    #expect(main.isTouched("The thieves"))
  }

  @Test func `"Which" after where something was said is no part of what was said`() throws {
    let read = try ReadText(
      "\"The plant will shut,\" the chairman told staff in a memo, which was seen by the Courier.")
    #expect(read.source(of: "The plant will shut") == ["the chairman"])
    #expect(!read.isTouched("which"))
  }

  @Test func `Who refuses to speak makes no anonymous claim`() throws {
    let refusal = try ReadText("A spokesman for the zoo refused to comment on the escape.")
    #expect(refusal.analysis.attributions.allSatisfy { !$0.flags.contains(.singleAnonymous) })
    let none = try ReadText("None of the neighbours said they had heard a shot.")
    #expect(none.analysis.attributions.allSatisfy { !$0.flags.contains(.noAnonymityReason) })
    let claim = try ReadText("A neighbour said she had heard a shot.")
    #expect(claim.analysis.attributions.map { $0.flags.contains(.singleAnonymous) } == [true])
  }

  // MARK: - Done and not said

  @Test(arguments: [
    ("The captain ordered new sails for the yacht.", "new sails"),
    ("The priest said grace before the meal.", "grace"),
    ("A neighbour called the police at three in the morning.", "the police"),
    ("She said goodbye to her class on Friday and flew home.", "goodbye"),
  ])
  func `What somebody does is nothing that he says`(text: String, words: String) throws {
    #expect(try !ReadText(text).isTouched(words))
  }

  @Test func `Calling something by a name, and ordering a deed, are said`() throws {
    #expect(
      try ReadText("The critic called the film a bore.").source(of: "a bore") == ["the critic"])
    #expect(try ReadText("The president ordered an inquiry into the fire.").cues == ["ordered"])
    #expect(try ReadText("The senator called for an election in May.").cues == ["called for"])
  }

  // MARK: - Who says the second thing

  @Test func `A second verb is its speaker's where the clause before it cannot say anything`()
    throws
  {
    let read = try ReadText(
      "The sisters insisted that they were misled and demanded their money back.")
    #expect(read.cues == ["insisted", "demanded"])
    #expect(read.source(of: "their money back") == ["the sisters"])
    let list = try ReadText(
      "The guide said that the snow was deep, warned of avalanches and advised hikers to stay at home."
    )
    #expect(list.cues.contains("advised"))
  }

  @Test func `Whoever acted in the clause goes on acting`() throws {
    let read = try ReadText(
      "Mara Holt said that soldiers had burned the mill and threatened the miller.")
    #expect(
      read.source(of: "soldiers had burned the mill and threatened the miller") == ["Mara Holt"])
  }

  // MARK: - Whose words they are

  @Test func `Who is told something has not said it`() throws {
    let agent = try ReadText(
      "Tenants were informed by the landlord that the lift would be out of order.")
    #expect(agent.source(of: "the lift would be out of order") == ["the landlord"])
    let letter = try ReadText(
      "In a circular issued by the bishop, Marcus Thiel, priests were told that bells must not be rung."
    )
    #expect(letter.source(of: "bells must not be rung").first?.contains("priests") == false)
    let headline = try ReadText(
      "Nurse drank at work, inquest hears\n\nThe nurse was dismissed in 2019.")
    #expect(!headline.source(of: "Nurse drank at work").contains("inquest"))
  }

  @Test func `An outlet that quotes somebody passes his words on`() throws {
    let passive = try ReadText(
      "The trade minister was quoted by the Tass news agency as saying that talks had failed.")
    #expect(passive.source(of: "talks had failed") == ["the trade minister"])
    #expect(passive.way(to: "talks had failed").count == 2)
    let active = try ReadText(
      "Le Monde quoted a diplomat as saying the embassy would be shut by May.")
    #expect(active.source(of: "the embassy would be shut by May") == ["a diplomat"])
    #expect(active.way(to: "the embassy would be shut by May") == ["Le Monde", "a diplomat"])
  }

  @Test func `A memo that an outlet has seen says what it says, through the outlet`() throws {
    let read = try ReadText(
      "The plan was dropped in May, according to a memo seen by The Guardian.")
    #expect(read.source(of: "The plan was dropped in May") == ["a memo"])
    #expect(read.way(to: "The plan was dropped in May") == ["The Guardian", "a memo"])
  }

  @Test(arguments: [
    ("As per the coastguard, nine men were pulled out of the water.", "nine men", "coastguard"),
    (
      "By the ministry's own figures, one school in three has no heating.", "one school in three",
      "ministry"
    ),
    ("Going by the museum's count, 40,000 people came in May.", "40,000 people came", "museum"),
    (
      "Tunnel to open in May - mayor\n\nThe tunnel was dug in nine years.", "Tunnel to open in May",
      "mayor"
    ),
  ])
  func `Cues that are no verbs have sources, too`(text: String, words: String, source: String)
    throws
  {
    #expect(try ReadText(text).source(of: words).first?.contains(source) == true)
  }

  @Test func `"As per usual" and "per person" cite nobody`() throws {
    #expect(try ReadText("As per usual, the night bus left late.").analysis.attributions.isEmpty)
    #expect(try ReadText("Per person, the trip costs 90 euros.").analysis.attributions.isEmpty)
  }

  @Test func `Words stand in one mouth`() throws {
    let read = try ReadText(
      "\"We are sorry for every delay,\" the railway said in a message on its app late on Thursday night.\n\n"
        + "Drivers said the signals had failed.")
    #expect(read.source(of: "We are sorry for every delay") == ["the railway"])
    #expect(read.source(of: "the signals had failed") == ["drivers"])
  }

  // MARK: - Set off

  @Test func `A list after a colon is said by whoever stands before the colon`() throws {
    let read = try ReadText(
      "Ines Falk, the mayor, warned of three things:\n\n1) rats in the cellars\n2) rot in the roof\n\nThe council meets on Monday."
    )
    #expect(read.source(of: "rats in the cellars").first?.contains("Ines Falk") == true)
    #expect(read.source(of: "rot in the roof").first?.contains("Ines Falk") == true)
    #expect(read.uncredited("The council meets on Monday") != nil)
  }

  @Test func `A list that nobody introduces is nobody's`() throws {
    let read = try ReadText(
      "Karl Ober said the pool was cold.\n\nBring with you:\n\n- a towel\n- a cap")
    #expect(!read.source(of: "a towel").contains("Karl Ober"))
  }

  @Test func `A letter that is read out goes on as long as it speaks to its reader`() throws {
    let read = try ReadText(
      "The note said:\n\nWe are leaving for the coast.\n\nDo not look for us.\n\nThe police found it on Sunday."
    )
    #expect(read.source(of: "We are leaving for the coast") == ["the note"])
    #expect(read.source(of: "Do not look for us") == ["the note"])
    #expect(read.source(of: "The police found it on Sunday").isEmpty)
  }

  // MARK: - Nobody's sentences

  @Test(arguments: [
    (
      "Three miners died on Tuesday in a shaft that had been closed since 2009.",
      UnattributedSentence.Kind.event
    ),
    ("The club has played in green since 1902.", .background),
    ("A clock that had run since 1877 stopped on Sunday night.", .event),
    ("Their \"No pain. No gain.\" posters were burned on the square on Monday.", .event),
  ])
  func `A day makes news of a sentence, whatever has been so for long`(
    text: String, kind: UnattributedSentence.Kind
  ) throws {
    let read = try ReadText(text)
    #expect(read.analysis.unattributed.map(\.kind) == [kind])
  }

  @Test func `Somebody's words in a circumstance are no source of the sentence`() throws {
    #expect(
      try ReadText("The guild lost its hall on Friday, days after calling the mayor a liar.")
        .uncredited("lost its hall") != nil)
    #expect(
      try ReadText("The bank fired 300 people in May while insisting that it was in good health.")
        .uncredited("fired 300 people") != nil)
    #expect(
      try ReadText(
        "A crowd of nine hundred marched to the gate after the owner called them thieves."
      ).uncredited("A crowd of nine hundred") != nil)
  }

  @Test(arguments: [
    "The Latest on the ferry fire off Brannholm (all times local):",
    "Originally published on Harbour Post.",
    "Sign up for our morning newsletter to get the news before breakfast.",
    "Island Press writers Ann Sorley in Dorne and Tom Reeve in Ulm contributed to this report.",
    "Disclaimer: The views in this article are those of the author.",
    "Read more: Nine things to do on ice",
  ])
  func `What a page says of itself is no news`(line: String) throws {
    let read = try ReadText("The lake froze on Sunday.\n\n\(line)")
    #expect(read.analysis.unattributed.count == 1)
  }

  @Test func `A title with dots and brackets ends no sentence`() throws {
    let read = try ReadText(
      "\"I never saw the letter,\" said Rep. Della Moss (D-W.Va.) after the hearing on Tuesday.")
    #expect(read.source(of: "I never saw the letter").first?.contains("Della Moss") == true)
    #expect(read.analysis.unattributed.isEmpty)
  }

  // MARK: - Against each other

  @Test func `Opposites of one thing contradict each other, of two they do not`() throws {
    let lock = try ReadText(
      "The owner said the door was locked on Friday night. A guard said the door was unlocked on Friday night."
    )
    #expect(lock.relation("the door was locked", "the door was unlocked") == .conflict)
    let vote = try ReadText(
      "The union said 400 miners had voted for the strike. The company said 400 miners had voted against the strike."
    )
    #expect(vote.relation("had voted for the strike", "had voted against the strike") == .conflict)
    let apart = try ReadText(
      "The owner said the door was locked on Friday. A guard said the door was unlocked on Sunday.")
    #expect(
      apart.relation("the door was locked", "the door was unlocked") != .conflict
        || apart.analysis.claims.count == 2)
  }

  @Test func `Initials say the same as the words whose they are`() throws {
    let read = try ReadText(
      "The mayor said the Orsk Water Board had lost nine million. A clerk said the OWB had lost nine million."
    )
    #expect(read.analysis.attributions.map(\.claim).count == 2)
    #expect(Set(read.analysis.attributions.map(\.claim)).count == 1)
  }

  @Test func `A denial stands against the charge`() throws {
    let read = try ReadText(
      "The prosecutor accused Karl Ober of setting fire to the mill. Ober denied setting any fire to the mill."
    )
    #expect(
      read.relation("of setting fire to the mill", "setting any fire to the mill") == .conflict)
  }
}
