import Foundation
import GRDB
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Searching the library")
struct SearchTests {
  let monday = Date(timeIntervalSinceReferenceDate: 768_000_000)
  let store: Store

  init() throws {
    store = try .inMemory()
    try store.save(Analysis.sample.article, readAt: monday)
    try store.save(Analysis.sample)
    try store.save(
      .story(
        1,
        """
        Kråkan ferry runs again

        The ferry had been repaired over night. Nobody was told before.

        "It will run on Sundays," it said. The night ferry is another ship.
        """), readAt: monday.addingTimeInterval(60))
  }

  private func found(_ words: String) throws -> [Passage] { try store.search(words).passages }

  @Test("What is said comes with who says it, and with the place of the words")
  func statement() throws {
    let passage = try #require(try found("crack arm").first)
    #expect(passage.kind == .statement)
    #expect(passage.source == "Mayor Ana Lund")
    #expect(passage.naming == .named && passage.manner == .direct)
    #expect(passage.title == "Norrvik closes its harbour bridge")
    #expect(passage.start == Analysis.sample.attributions[0].contentSpans[0].start)
    let words = Array(passage.words.utf8)
    #expect(
      passage.matches.map { String(decoding: words[$0], as: UTF8.self) } == ["cracks", "arm"])
  }

  @Test("Who says it is searched too, by the name that stands for every pronoun")
  func bySource() throws {
    #expect(try found("hoppo cost").map(\.source) == ["北方建設 (Hoppo Construction)"])
  }

  @Test("Words of the text lead to where most of them stand together")
  func text() throws {
    let passage = try #require(try found("ferry another ship").first)
    #expect(passage.kind == .text)
    let text = try #require(try store.article("sha256:1")).text
    #expect(text[Span(passage.start, passage.start + 5)] == "ferry")
    #expect(text[Span(0, passage.start)].hasSuffix("The night "))
    #expect(passage.words.contains("The night ferry is another ship."))
  }

  @Test("Headline and publisher are searched, whatever the accents and the endings")
  func titles() throws {
    #expect(try found("closing bridges").map(\.article).contains(Analysis.sample.article.id))
    #expect(try found("krakan repairs").map(\.article) == ["sha256:1"])
    #expect(try found("norrvik").map(\.article).contains("sha256:1"))
  }

  @Test("A note is found, and so are its tags and the words it is on")
  func notes() throws {
    let mark = try #require(Mark.samples.first)
    try store.save(mark)
    for words in ["tender", "which contracts", "\"ask again\"", "repair crowns"] {
      let passage = try #require(try found(words).first, "\(words)")
      #expect(passage.kind == .note(mark.id))
      #expect(passage.start == mark.anchor.start)
    }
    var changed = mark
    changed.note = "Answered."
    changed.tags = []
    try store.save(changed)
    #expect(try found("contracts").isEmpty)
    #expect(try found("answered").map(\.kind) == [.note(mark.id)])
    try store.removeMark(mark.id)
    #expect(try found("answered").isEmpty)
  }

  @Test(
    "Quotation marks, minus, OR and a star mean what they mean elsewhere",
    arguments: [
      ("\"ferry runs\"", 1), ("\"runs ferry\"", 0), ("“night ferry", 1), ("ferry -ship", 0),
      ("sundays OR nowhere", 1), ("nowhere OR never", 0), ("repai*", 1), ("over-night", 1),
      ("ferry OR", 1), ("OR", 0), ("-ferry", 0), ("- ferry", 1),
    ])
  func operators(words: String, count: Int) throws {
    #expect(try found(words).count { $0.article == "sha256:1" } == count)
  }

  @Test("Whatever is typed is no error")
  func anything() throws {
    var dice = SystemRandomNumberGenerator()
    let pieces = [
      "ferry", "\"", "'", "-", "*", "(", ")", ":", "^", "+", "AND", "OR", "NOT", "NEAR", "NEAR(",
      "{", "}", "\u{0}", "🌉", "北方", "\u{301}", ",", ".", ";", "--", "/*", "%", "_", "\\", "”",
      "title:",
      " ", "\t", "\n", "½", "½a", "²", "ª", "\u{200D}", "\u{FFFD}", "\u{E000}",
    ]
    for _ in 0..<600 {
      let length = Int.random(in: 0...6, using: &dice)
      let typed = (0..<length).map { _ in pieces.randomElement(using: &dice) ?? "" }
        .joined(separator: Bool.random(using: &dice) ? " " : "")
      #expect(throws: Never.self, "\(typed.debugDescription)") { try store.search(typed) }
    }
  }

  @Test("More words than can be looked for in a moment are too many, however they are typed")
  func tooManyWords() throws {
    for separator in [" ", " OR ", "-", "\" \""] {
      let few = Array(repeating: "ferry", count: 50).joined(separator: separator)
      #expect(throws: Never.self) { try store.search(few) }
      let words = (0..<20_000).map { "word\($0)" }.joined(separator: separator)
      let error = #expect(throws: StoreError.self) { try store.search(words) }
      #expect(error?.description == "A search has at most 100 words.")
    }
  }

  @Test("What is taken out is not found, and what comes back is")
  func removed() throws {
    let id = Analysis.sample.article.id
    let removed = try #require(try store.removeArticle(id))
    #expect(try found("cracks").isEmpty)
    try store.restore(removed)
    #expect(try found("cracks").map(\.kind).contains(.statement))
    #expect(try found("harbour bridge").count == Set(try found("harbour bridge")).count)
  }

  @Test("A new headline and a new analysis take the place of those before")
  func replaced() throws {
    var article = Analysis.sample.article
    article.title = "Sluice stays shut"
    try store.save(article, readAt: monday)
    #expect(try found("sluice").map(\.article) == [article.id])
    var analysis = Analysis.sample
    analysis.attributions.removeFirst()
    try store.save(analysis)
    #expect(try !found("cracks arm").contains { $0.kind == .statement })
    #expect(try store.library().first { $0.id == article.id }?.figures?.implicit == 1)
  }
}

@Suite("Libraries of an older hearsay")
struct CatchingUpTests {
  @Test("Texts and notes are found at once, statements when they have been caught up with")
  func olderLibrary() throws {
    let library = TemporaryLibrary()
    let article = Analysis.sample.article
    try library.makeDatabase(sql: FirstVersion.sql)
    let database = try DatabaseQueue(path: library.file)
    try database.write { db in
      try db.execute(
        sql: """
          INSERT INTO article VALUES
            (?, ?, ?, NULL, NULL, NULL, NULL, 'en', 9, 768000001.0, 768000001.0);
          INSERT INTO articleText VALUES (?, ?);
          INSERT INTO analysis VALUES (?, 'hearsay', '0', 'rules', 11, 5, 2, 5);
          INSERT INTO analysisText VALUES (?, ?);
          """,
        arguments: [
          article.id, article.title, article.publisher, article.id, Data(article.text.bytes),
          article.id, article.id, try JSONEncoder().encode(Analysis.sample),
        ])
    }
    try database.close()
    let store = try library.open()
    #expect(try store.search("quay").passages.map(\.article).contains("sha256:1"))
    #expect(try store.search("call").passages.first?.source == nil)
    #expect(try store.search("foreman").passages.map(\.kind) == [.text])
    #expect(try store.catchUp() == 0)
    #expect(try store.search("foreman").passages.first?.kind == .statement)
    #expect(try store.library().map(\.isOpened) == [true, true])
    #expect(try store.library().first?.figures?.grave == 5)
  }

  @Test("An analysis that cannot be read is passed over")
  func unreadable() throws {
    let library = TemporaryLibrary()
    try library.makeDatabase(
      sql: FirstVersion.sql + """
        INSERT INTO analysis VALUES ('sha256:1', 'hearsay', '0', 'rules', 1, 1, 1, 1);
        INSERT INTO analysisText VALUES ('sha256:1', '{');
        """)
    let store = try library.open()
    #expect(try store.catchUp() == 0)
    #expect(try store.search("quay").passages.count == 2)
  }
}
