import Foundation
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Sources across articles")
struct VoicesTests {
  let store: Store
  let mayor = VoiceKey(rawValue: "p:ana lund")

  /// Three articles: the mayor speaks in all of them, under other names.
  init() throws {
    store = try .inMemory()
    try keep(
      "1", "2025-05-13", [("Mayor Ana Lund", .person, .named, "the bridge is closed for good")])
    try keep(
      "2", "2025-05-14",
      [
        ("Ana Lund", .person, .named, "the ferry will be free of charge"),
        ("officials", .group, .bare, "nobody was told about the ferry"),
        ("The Road Agency", .organisation, .named, "the steel was tired years ago"),
      ])
    try keep(
      "3", "2025-05-15",
      [
        ("Lund", .person, .named, "the fair takes place on the other bank"),
        ("officials", .group, .bare, "nobody counted the cars"),
        ("Road Agency", .organisation, .named, "there are more such bridges"),
      ])
  }

  private func keep(
    _ id: String, _ day: String, _ said: [(String, SourceKind, Naming, String)]
  ) throws {
    let lines = said.enumerated().map { index, said in
      "{source:\(index + 1) \(said.0)} {cue:\(index + 1) said} {content:\(index + 1) \(said.3)}."
    }
    var draft = AnalysisDraft(
      lines.joined(separator: "\n\n"), id: "sha256:\(id)", title: "Story \(id)",
      publisher: "Norrvik Post")
    draft.about { $0.published = day }
    for (name, kind, naming, _) in said { draft.source(name, name, kind, naming) }
    for (name, _, _, _) in said { draft.attribute(to: name, .indirect) }
    let analysis = draft.analysis(sentences: said.count)
    try store.save(analysis.article, readAt: .now)
    try store.save(analysis)
  }

  private func voices() throws -> [String] {
    try store.voices().map { "\($0.name) \($0.statements)/\($0.articles)" }
  }

  @Test("One name is one source wherever it was read; who has none is nobody else's")
  func list() throws {
    #expect(try voices() == ["Ana Lund 2/2", "Road Agency 2/2"])
    let said = try store.statements(by: mayor)
    #expect(said.name == "Ana Lund")
    #expect(
      said.passages.map(\.words)
        == ["the ferry will be free of charge", "the bridge is closed for good"])
    #expect(said.passages.map(\.published) == ["2025-05-14", "2025-05-13"])
    // "officials" of one article.
    let officials = VoiceKey(
      Source(id: Source.ID(3), name: "officials", kind: .group, naming: .bare, mentions: []),
      in: "sha256:2")
    #expect(
      try store.statements(by: officials).passages.map(\.words) == [
        "nobody was told about the ferry"
      ])
  }

  @Test("Two are made one, renamed, taken apart, and each change is taken back")
  func changes() throws {
    let single = VoiceKey(rawValue: "#sha256:3#s2")
    #expect(try store.statements(by: single).passages.count == 1)
    let joining = try store.join(single, with: mayor)
    #expect(try voices() == ["Lund 3/3", "Road Agency 2/2"])
    #expect(try store.statements(by: single).passages.count == 3)
    let renaming = try store.rename(single, to: "Ana Lund, mayor of Norrvik")
    #expect(try store.voices().first?.name == "Ana Lund, mayor of Norrvik")
    #expect(try store.voices().first?.isRenamed == true)
    #expect(try store.voices().first?.joined == 1)
    try store.restore(renaming)
    #expect(try store.voices().first?.isRenamed == false)
    try store.restore(joining)
    #expect(try voices() == ["Ana Lund 2/2", "Road Agency 2/2"])
    try store.join(single, with: mayor)
    try store.part(mayor)
    #expect(try voices() == ["Ana Lund 2/2", "Road Agency 2/2"])
  }

  @Test("Those who are joined with somebody who is joined are all one, in whatever order")
  func chains() throws {
    let agency = VoiceKey(rawValue: "o:road agency")
    let single = VoiceKey(rawValue: "#sha256:3#s2")
    try store.join(single, with: agency)
    try store.join(agency, with: mayor)
    // Nobody becomes a part of himself.
    try store.join(mayor, with: single)
    #expect(try store.voices().map(\.statements) == [5])
    #expect(try store.voices().first?.joined == 2)
  }

  @Test("Who else said the same is found by vectors of the same network, the likest first")
  func likeness() throws {
    func keep(_ article: String, _ vectors: [[Float]], model: String = "net 1") throws {
      let items = vectors.indices.map { ReadingPosition.Item.attribution(Attribution.ID($0 + 1)) }
      try store.save(
        StatementVectors(model: model, items: items, vectors), of: "sha256:\(article)")
    }
    let first = ReadingPosition.Item.attribution(Attribution.ID(1))
    #expect(try store.passages(like: first, of: "sha256:1") == nil)
    #expect(try store.articlesWithoutVectors(of: "net 1", limit: 9).count == 3)
    try keep("1", [[1, 0, 0]])
    try keep("2", [[0.6, 0.8, 0], [0.96, 0, 0.28], [-1, 0, 0]])
    try keep("3", [[0, 1, 0], [0.99, 0.1, 0.1], [1, 0, 0]], model: "net 2")
    let found = try #require(try store.passages(like: first, of: "sha256:1", least: 0.5))
    #expect(found.map(\.source) == ["officials", "Ana Lund"])
    #expect(abs((found[0].likeness ?? 0) - 0.96) < 0.01)
    #expect(abs((found[1].likeness ?? 0) - 0.6) < 0.01)
    #expect(try store.articlesWithoutVectors(of: "net 1", limit: 9) == ["sha256:3"])
    // A new analysis has other statements.
    try store.save(
      try #require(
        try store.analysis(of: "sha256:2", by: EngineVersion(version: "0.0.0", model: "by hand"))))
    #expect(try store.passages(like: first, of: "sha256:1", least: 0.5) == [])
  }

  @Test("Other numbers are another claim, and a few words are nobody's")
  func numbers() throws {
    try keep(
      "4", "2025-05-16", [("Ana Lund", .person, .named, "the repair will cost 40 million crowns")])
    try keep(
      "5", "2025-05-17",
      [
        ("a source", .person, .bare, "the repair will cost 60 million crowns"),
        ("officials", .group, .bare, "the repair could come to 40 million crowns"),
        ("the writer", .author, .named, "the cost of it"),
      ])
    for article in ["4", "5"] {
      let items = (1...3).map { ReadingPosition.Item.attribution(Attribution.ID($0)) }
      try store.save(
        StatementVectors(model: "net 1", items: items, [[1, 0], [1, 0], [1, 0]]),
        of: "sha256:\(article)")
    }
    let first = ReadingPosition.Item.attribution(Attribution.ID(1))
    #expect(try store.passages(like: first, of: "sha256:4")?.map(\.source) == ["officials"])
    let third = ReadingPosition.Item.attribution(Attribution.ID(3))
    #expect(try store.passages(like: third, of: "sha256:5") == [])
  }
}
