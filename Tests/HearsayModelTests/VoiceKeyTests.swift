import HearsayModel
import Testing

@Suite("The same source in several articles")
struct VoiceKeyTests {
  private func key(
    _ name: String, _ kind: SourceKind = .person, _ naming: Naming = .named,
    article: String = "sha256:1"
  ) -> VoiceKey {
    VoiceKey(
      Source(id: Source.ID(2), name: name, kind: kind, naming: naming, mentions: []), in: article)
  }

  @Test(arguments: [
    ("U.S. Senator Jan Cordell", "Jan Cordell"),
    ("Prime Minister Boris Halvorsen", "Boris Halvorsen"),
    ("Chinese University political scientist Ma Ngan", "Ma Ngan"),
    ("Jessie K. Lund", "Jessie Lund"),
    ("Ana Lund's", "Ana Lund"), ("José Muñoz", "Jose Munoz"), ("Robert Holm Jr.", "Robert Holm"),
    ("Former deputy director Ursula von der Lohe", "Ursula von der Lohe"),
  ])
  func `Titles and initials do not count`(long: String, short: String) {
    #expect(key(long) == key(short, article: "sha256:2"))
    #expect(key(long).isShared)
  }

  @Test(arguments: ["Lund", "President Lund", "the mayor of Norrvik", "Visitors", "Dr. Lund", ""])
  func `A single name could be anybody's`(name: String) {
    #expect(key(name) != key(name, article: "sha256:2"))
    #expect(!key(name).isShared)
  }

  @Test func `Bodies are one by their whole name`() {
    #expect(key("The National", .outlet) == key("National", .organisation, article: "sha256:2"))
    #expect(key("the Road Agency", .organisation) == key("Road Agency", .organisation))
    #expect(
      key("the government and others", .organisation)
        != key("the government and others", .organisation, article: "sha256:2"))
  }

  @Test func `Who has no name is nobody else`() {
    for naming in [Naming.bare, .described, .withheld] {
      #expect(
        key("officials", .group, naming) != key("officials", .group, naming, article: "sha256:2"))
    }
    #expect(
      key("a report by the Road Agency", .document)
        != key("a report by the Road Agency", .document, article: "2"))
    #expect(key("Ana Lund") != key("Ana Lund", .organisation))
  }
}
