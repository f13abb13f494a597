import HearsayModel
import Testing

@testable import HearsayEngine

@Suite("How each flag is decided")
struct FlagDecisionTests {
  @Test("From what it is about", arguments: Flag.allCases)
  func subjects(flag: Flag) {
    let fits =
      switch (flag.decision, flag.subject) {
      // A fragment is shown on the first attribution of its paragraph.
      case (.attribution, .attribution), (.attribution, .paragraph): true
      case (.claim, .claim), (.sentence, .sentence): true
      case (.figures, .article), (.text, .article): true
      default: false
      }
    #expect(fits)
  }

  private func claim(
    _ sources: [(SourceKind, Naming)], speakers: [Int] = [], routes: Set<[Int]> = [[0]],
    hasQuotedTwins: Bool = false, relations: Set<Claim.Relation.Kind> = []
  ) -> JudgedClaim {
    let entities = sources.map { kind, naming in
      var entity = Entity(
        Mention(span: Span(0, 0), form: .name, kind: kind, isPlural: false, label: "somebody"),
        isFromQuotation: false)
      entity.naming = naming
      return entity
    }
    return JudgedClaim(
      speakers: speakers, sources: entities, routes: routes, hasQuotedTwins: hasQuotedTwins,
      relations: relations)
  }

  @Test("Two with a name corroborate a claim by different routes; by one relay they are an echo")
  func corroboration() {
    let two: [(SourceKind, Naming)] = [(.person, .named), (.person, .named)]
    #expect(claim(two, routes: [[0], [0, 3]]).flags == [.corroborated])
    #expect(claim(two, routes: [[0, 3]]).flags == [.echo])
    #expect(claim([(.person, .named), (.author, .named)]).flags == [])
  }

  @Test("Two without a name are an echo; one of each is neither")
  func echoes() {
    #expect(claim([(.person, .bare), (.group, .described)]).flags == [.echo])
    #expect(claim([(.person, .bare), (.person, .named)]).flags == [])
  }

  @Test("The other flags of a claim follow what was found of it")
  func others() {
    #expect(claim([(.person, .named)], speakers: [4, 4]).flags == [.duplicateClaim])
    #expect(
      claim([(.person, .named), (.person, .bare)], hasQuotedTwins: true, relations: [.conflict])
        .flags == [.conflict])
    #expect(
      claim(
        [(.person, .named), (.person, .named)], hasQuotedTwins: true,
        relations: [.conflict, .overlap]
      ).flags == [.corroborated, .twoSpeakers, .conflict])
  }

  @Test("What stands behind a claim, best first")
  func support() {
    #expect(claim([(.person, .bare), (.document, .named)]).support == .document)
    #expect(claim([(.person, .named), (.organisation, .named)]).support == .namedMultiple)
    #expect(claim([(.person, .named), (.person, .bare)]).support == .namedSingle)
    #expect(claim([(.person, .bare), (.group, .bare)]).support == .anonymousMultiple)
    #expect(claim([(.outlet, .named)]).support == .relayedOnly)
    #expect(claim([(.author, .named)]).support == .unattributed)
  }
}
