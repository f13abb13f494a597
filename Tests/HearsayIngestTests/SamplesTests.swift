import Foundation
import HearsayIngest
import HearsayModel
import Testing

private let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("The bundled sample")
struct SamplesTests {
  @Test func `Every article names its outlet and its day`() throws {
    let articles = try Ingest().articles(at: [repository + "/Resources/samples"]).map {
      try $0.get()
    }
    #expect(
      articles.map { "\($0.published ?? "?") \($0.publisher ?? "?"): \($0.title ?? "no headline")" }
        == [
          "2026-03-09 Meridian News: Karvia to host talks on reopening Sarn crossing, sources say",
          "2025-11-14 The Kestrel Bay Courier: Fire guts Kestrel Bay fish market, injuring at least six",
          "2026-01-22 Meridian News: no headline",
          "2025-10-03 The Halverton Herald: Former port director jailed for six years over dredging bribes",
          "2025-07-02 Northern Science Weekly: Bats in northern caves may be learning to live with a deadly fungus",
          "2025-09-18 Harbour Wire: Shipyard Corvan in talks to sell ferry business, reports say",
          "2026-01-15 The Northgate Mercury: Northgate 'close' to signing Marisol striker Duarte",
          "2026-04-12 The Lakeland Post: Engineers warned of cracks in Ulm dam four years before evacuation, papers show",
        ])
  }

  @Test func `Their bylines are read`() throws {
    let articles = try Ingest().articles(at: [repository + "/Resources/samples"]).map {
      try $0.get()
    }
    #expect(
      articles.compactMap(\.byline) == [
        "Moira Hale and Tom Adeyemi", "Ingrid Sollis", "Dr. Amara Nwosu",
        "Nadia Brandis and Erik Tolm",
        "Selma Okafor and Daniel Reith",
      ])
  }
}

@Suite("Articles as the world has them")
struct SharedArticlesTests {
  /// Texts that are not part of this repository.
  private static let shared =
    ProcessInfo.processInfo.environment["HEARSAY_SHARED"] ?? repository + "/../shared"
  private static let isThere = FileManager.default.fileExists(atPath: shared + "/articles")

  @Test(.enabled(if: isThere, "../shared is not there"))
  func `The Hamas article is of Shafaq News and has no headline`() throws {
    let article = try Ingest().article(at: .file(Self.shared + "/articles/hamas-baghdad.txt"))
    #expect(article.publisher == "Shafaq News")
    #expect(article.published == "2024-06-13")
    #expect(article.title == nil)
    #expect(article.byline == nil)
  }

  @Test(.enabled(if: isThere, "../shared is not there"))
  func `Wikinews articles show what their files of facts say`() throws {
    let articles = Ingest().articles(at: [Self.shared + "/articles/wikinews"]).compactMap {
      try? $0.get()
    }
    #expect(articles.count >= 200)
    let shown = try articles.map { try Ingest().article(from: $0.text.bytes, path: nil) }
    let titles = zip(articles, shown).count { $0.title == $1.title }
    let days = zip(articles, shown).filter { $1.published != nil }
    let right = days.count { $0.published == $1.published }
    print(
      "Of \(articles.count) articles the text gives \(titles) titles; of \(days.count) days \(right) agree."
    )
    #expect(titles == articles.count)
    #expect(right * 100 >= days.count * 98)
    #expect(articles.allSatisfy { $0.publisher == "Wikinews" && $0.url != nil })
    #expect(shown.allSatisfy { $0.publisher == nil && $0.byline == nil })
  }
}
