import HearsayModel

/// Everybody mentioned so far, and who was mentioned last.
struct EntityRegister: Sendable {
  private(set) var entities: [Entity] = []
  /// How often each was mentioned.
  private(set) var counts: [Int] = []
  /// Where each was mentioned last.
  private(set) var lastSentence: [Int] = []
  private(set) var traces: [Trace] = []
  private var byName: [String: [Int]] = [:]
  private var byHead: [String: [Int]] = [:]
  private(set) var lastSpeaker: Int?
  /// The writer of the article, once *we* or *I* stood outside quotation marks.
  private(set) var writer: Int?
  let lexicon: PeopleLexicon

  init(lexicon: PeopleLexicon) { self.lexicon = lexicon }

  /// How many of the latest bearers of a name or head are looked at: enough for an article, and a bound for a book.
  private static let reach = 24

  /// The latest entities with this word in their name, latest last.
  func named(_ word: String) -> ArraySlice<Int> { (byName[word] ?? []).suffix(Self.reach) }

  /// The latest entities with one of these heads, in order of first appearance.
  func headed(_ heads: Set<String>) -> [Int] {
    Array(Set(heads.flatMap { (byHead[$0] ?? []).suffix(Self.reach) })).sorted()
  }

  mutating func add(_ mention: Mention, isFromQuotation: Bool) -> Int {
    let id = entities.count
    entities.append(Entity(mention, isFromQuotation: isFromQuotation))
    counts.append(0)
    lastSentence.append(0)
    if mention.kind == .author, writer == nil { writer = id }
    index(id)
    return id
  }

  mutating func learn(_ id: Int, from mention: Mention) {
    entities[id].learn(from: mention)
    index(id)
  }

  private mutating func index(_ id: Int) {
    let entity = entities[id]
    for word in Set(entity.name).union(entity.acronyms) where byName[word]?.last != id {
      if byName[word]?.contains(id) != true { byName[word, default: []].append(id) }
    }
    for head in entity.heads where byHead[head]?.last != id {
      if byHead[head]?.contains(id) != true { byHead[head, default: []].append(id) }
    }
  }

  mutating func note(_ trace: Trace) {
    counts[trace.entity] += 1
    lastSentence[trace.entity] = trace.sentence
    traces.append(trace)
    if traces.count > 80 { traces.removeFirst(40) }
    if trace.isSource, !trace.isInsideSpeech { lastSpeaker = trace.entity }
  }

  /// A mention that the reader is shown as this entity's.
  mutating func addMention(_ span: Span, to id: Int) {
    if entities[id].mentions.last != span { entities[id].mentions.append(span) }
  }

  mutating func addSighting(_ span: Span, to id: Int) { entities[id].sightings.append(span) }

  /// A lone name that "she" takes up is a woman's.
  mutating func settlePerson(_ id: Int, _ gender: Gender) {
    if entities[id].mayBeBody { entities[id].gender = gender }
    if entities[id].wasBodyByPronoun {
      entities[id].kind = .person
      entities[id].gender = gender
      entities[id].wasBodyByPronoun = false
    }
  }

  /// Who stands together in "X and Y".
  mutating func setMembers(_ members: Set<Int>, of id: Int) { entities[id].members = members }

  /// A lone name that "it" or "the company" takes up is a body's.
  mutating func settleBody(_ id: Int) {
    guard entities[id].mayBeBody else { return }
    entities[id].kind = .organisation
    entities[id].wasBodyByPronoun = true
  }

  /// Changes what is known of somebody, as the reader says.
  mutating func settle(_ id: Int, _ change: (inout Entity) -> Void) { change(&entities[id]) }

  mutating func markSource(_ id: Int) { entities[id].isSource = true }
  mutating func setConfidant(_ outlet: String?, of id: Int) { entities[id].confidant = outlet }
}
