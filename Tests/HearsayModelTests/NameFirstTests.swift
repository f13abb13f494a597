import HearsayModel
import Testing

@Suite("Names before offices")
struct NameFirstTests {
  private func shown(
    _ name: String, _ kind: SourceKind = .person, _ naming: Naming = .named
  ) -> String {
    Source(id: Source.ID(1), name: name, kind: kind, naming: naming, mentions: []).nameFirst
  }

  @Test(arguments: [
    ("Harbour Services Administrator Edda W. Murr", "Edda W. Murr, Harbour Services Administrator"),
    ("U.S. President Olaf Brandt", "Olaf Brandt, U.S. President"),
    (
      "state library spokeswoman Ursula von der Lohe",
      "Ursula von der Lohe, state library spokeswoman"
    ),
    ("Union leader Tomas Berg", "Tomas Berg, union leader"),
    ("Labour leader Tomas Berg", "Tomas Berg, Labour leader"),
    ("Harbour Authority lawyer Tomas Berg", "Tomas Berg, Harbour Authority lawyer"),
    ("North Harbour lawyer Robert Holm Jr.", "Robert Holm Jr., North Harbour lawyer"),
  ])
  func `The name comes before the office`(name: String, first: String) {
    #expect(shown(name) == first)
  }

  @Test(arguments: [
    "Ana Lund", "Mayor Ana Lund", "Jessie K. Lund", "the mayor of Norrvik", "Prime Minister Lund",
    "Catherine of Great Britain", "Harbour Administrator Mary Beth Long",
  ])
  func `Where it is short or not sure where the name begins, it stays as it is`(name: String) {
    #expect(shown(name) == name)
  }

  @Test func `In the list of sources and in what was found it stands first as well`() {
    let name = "state library spokeswoman Ursula von der Lohe"
    let shown = "Ursula von der Lohe, state library spokeswoman"
    var voice = Voice(
      id: VoiceKey(rawValue: "p:ursula lohe"), name: name, kind: .person, naming: .named,
      statements: 1, articles: 1)
    #expect(voice.nameFirst == shown)
    voice.isRenamed = true
    #expect(voice.nameFirst == name)
    var passage = Passage(
      kind: .statement, article: "sha256:1", start: 0, words: "no", source: name,
      sourceKind: .person, naming: .named)
    #expect(passage.speaker == shown)
    passage.sourceKind = nil
    #expect(passage.speaker == name)
    passage.source = nil
    #expect(passage.speaker == "nobody")
  }

  @Test func `Only people with a name are turned round`() {
    let name = "Northern Road Minister Olaf Brandt"
    #expect(shown(name, .organisation) == name)
    #expect(shown(name, .person, .described) == name)
  }
}
