import Foundation
import HearsayExport
import HearsayModel
import HearsayPatterns
import HearsayStore
import HearsayTestSupport

// What other programs, and other days of this one, have written.
extension FuzzTarget {
  /// An analysis that somebody wrote is read, or refused.
  static let json = FuzzTarget(
    "json", dictionaries: ["json", "analyses"], longest: 40_000,
    seeds: { [Array(try JSONEncoder().encode(Analysis.sample))] }
  ) { bytes in
    guard let analysis = try? JSONDecoder().decode(Analysis.self, from: Data(bytes)) else { return }
    let json = try JSONEncoder().encode(analysis)
    let again = try JSONDecoder().decode(Analysis.self, from: json)
    try require(again == analysis, "An analysis is another one when it was written and read")
    try AnalysisCheck.write(analysis)
  }

  /// Marks from a file: each is understood or said to be none, can be kept, and can be written again.
  static let marks = FuzzTarget(
    "marks", dictionaries: ["json", "marks"], longest: 12_000,
    seeds: {
      try MarkList.formats.map {
        Array(try $0.text(of: MarkList(Mark.samples, texts: texts)).utf8)
      }
    }
  ) { bytes in
    let read = MarksImport(Data(bytes), library: .init(text: { texts[$0] }))
    for problem in read.problems {
      try require(!problem.reason.isEmpty, "A problem says nothing")
      try require(!problem.description.contains("Error Domain"), "A problem is no sentence")
    }
    guard !read.marks.isEmpty else { return }
    let text = Analysis.sample.article.text
    let finder = AnchorFinder(text)
    for mark in read.marks { _ = finder.place(of: mark, in: .sample) }
    let store = try Store.inMemory()
    try store.save(read.marks)
    let kept = try store.marks()
    try require(Set(kept.map(\.id)) == Set(read.marks.map(\.id)), "A mark was not kept")
    let list = MarkList(kept, texts: texts)
    for format in MarkList.formats { _ = try format.text(of: list) }
    guard let json = MarkList.formats.first(where: { $0.name == "jsonl" }) else { return }
    let again = MarksImport(
      Data(try json.text(of: list).utf8), library: .init(text: { texts[$0] }))
    try require(again.problems.isEmpty, "What was written is not understood: \(again.problems)")
    try require(again.marks.count == kept.count, "A mark is lost when it was written and read")
  }

  private static let texts = [Analysis.sample.article.id: Analysis.sample.article.text]
}

// MARK: - A library

extension FuzzTarget {
  /// A library with bad bytes in it is read as far as it goes, or refused in a sentence; what can be copied out of it is.
  static let library = FuzzTarget("library", longest: 400_000, seeds: libraries) { bytes in
    let folder = try TemporaryFolder()
    try folder.file("hearsay/hearsay.sqlite", bytes)
    try heedingSentences {
      let rescued = try RescuedLibrary.copy(
        of: folder.path("hearsay"), into: folder.path("rescued"))
      let marks = try Store.open(at: folder.path("rescued")).marks()
      try require(marks.count == rescued.parts.first?.copied, "A mark that was copied is not there")
    }
    try require(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("hearsay/hearsay.sqlite")))
        == Data(bytes), "The damaged library was changed")
    for access in [StoreAccess.readOnly, .readWrite] {
      try heedingSentences {
        try use(try Store.open(at: folder.path("hearsay"), access: access))
      }
    }
  }

  private static func use(_ store: Store) throws {
    let analysis = Analysis.sample
    for attempt: () throws -> Void in [
      { _ = try store.library() },
      { _ = try store.article(analysis.article.id) },
      { _ = try store.analysis(of: analysis.article.id, by: analysis.engine) },
      { _ = try store.position(of: analysis.article.id) },
      { _ = try store.marks() },
      { _ = try store.marks(on: analysis.article.id) },
      { _ = try store.corrections() },
      { _ = try store.voices() },
      { _ = try store.search("quay") },
      { _ = try store.sift(Filter("naming:bare or text:quay")) },
      { _ = try store.earlierVersion(of: analysis.article) },
      { _ = try store.subscriptions() },
      { for entry in try store.entries() { _ = entry.state } },
      { try checkLinks(of: store.article(from: place)) },
      { if !store.isReadOnly { try store.markAllRead(of: nil) } },
      { if !store.isReadOnly { try store.add([news], at: Date()) } },
      { if !store.isReadOnly { try store.save(Mark.samples[0]) } },
      { if !store.isReadOnly { try store.save(analysis.article, readAt: Date()) } },
    ] { try heedingSentences(attempt) }
  }

  private static let place = "https://post.example/quay"
  private static let news = NewsEntry(
    NewsItem(guid: "quay", link: place, title: "Quay closed"), of: "https://post.example/feed")

  /// Links stand in order and between letters.
  private static func checkLinks(of article: Article?) throws {
    guard let article else { return }
    let ends = article.links.flatMap { [$0.span.start, $0.span.end] }
    try require(ends == ends.sorted(), "Links are out of order")
    for link in article.links {
      try require(
        !article.text[link.span].contains("\u{FFFD}")
          || article.text.string.contains("\u{FFFD}"), "A link begins or ends inside a letter")
    }
  }

  /// What a library cannot do is said in a sentence.
  private static func heedingSentences(_ attempt: () throws -> Void) throws {
    do { try attempt() } catch let error as StoreError { try requireSentence("\(error)") }
  }

  /// A library with a little of everything.
  private static func libraries() throws -> [[UInt8]] {
    let folder = try TemporaryFolder()
    let analysis = Analysis.sample
    do {
      let store = try Store.open(at: folder.path)
      try store.save(analysis.article, readAt: Date(timeIntervalSince1970: 1_750_000_000))
      try store.save(analysis)
      try store.save(ReadingPosition(offset: 40), of: analysis.article.id)
      for mark in Mark.samples { try store.save(mark) }
      for correction in Correction.samples { try store.save(correction) }
      try store.save(Subscription(address: news.feed, title: "The Post"))
      try store.add([news], at: Date(timeIntervalSince1970: 1_750_000_000))
      for text in ["The quay was closed, “no,” she said.", "The “quay” is open, she said."] {
        var version = Article(id: "sha256:\(text.utf8.count)", url: place, text: ArticleText(text))
        version.links = [(0, 3), (14, 18)].map {
          ArticleLink(span: Span($0.0, $0.1), address: "https://post.example/\($0.0)")
        }
        try store.save(version, readAt: Date(timeIntervalSince1970: 1_750_000_000))
        try store.markRead(place, article: version.id)
      }
      for number in 1...20 {
        let text = String(repeating: "The quay was closed, a source said. ", count: number * 10)
        let article = Article(id: "sha256:\(number)", title: "Story", text: ArticleText(text))
        try store.save(article, readAt: Date(timeIntervalSince1970: 1_750_000_000))
      }
    }
    return [Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("hearsay.sqlite"))))]
  }
}
