import Foundation
import HearsayModel
import Testing

@Suite("An earlier version of an article")
struct EarlierVersionTests {
  private struct Memory: RemembersArticle {
    var articleTitle: String?
    var publisher: String?
    var location: String?
  }

  @Test(
    "It has the same address, the same file, or the same headline of the same outlet",
    arguments: [
      ("https://a.example/1", "https://a.example/1", "salt", "pepper", true),
      ("https://a.example/1", "https://a.example/2", "salt", "salt", false),
      (nil, nil, "salt", "salt", true), (nil, nil, "salt", "pepper", false),
      (nil, "https://a.example/1", "salt", "salt", true),
    ] as [(String?, String?, String, String, Bool)])
  func told(url: String?, now: String?, title: String, titleNow: String, isEarlier: Bool) {
    let text = ArticleText("The port sold its salt.")
    let before = Article(id: "old", title: title, publisher: "Courier", url: url, text: text)
    var after = Article(id: "new", title: titleNow, publisher: "Courier", url: now, text: text)
    let memory = Memory(articleTitle: title, publisher: "Courier", location: url)
    #expect(memory.isOfEarlierVersion(of: after, known: before) == isEarlier)
    #expect(memory.isOfEarlierVersion(of: after, known: nil) == isEarlier || url != now)
    after.publisher = "Gazette"
    if url == nil { #expect(!memory.isOfEarlierVersion(of: after, known: before)) }
  }

  @Test("An article is no earlier version of itself")
  func itself() {
    let article = Article(id: "one", title: "Salt", text: ArticleText("The port sold its salt."))
    let snapshot = Mark.Snapshot(
      articleTitle: "Salt", publisher: nil, published: nil, location: nil, source: nil, cue: nil,
      manner: nil, kind: .none, naming: .implicit, chain: [], flags: [], engine: "hearsay")
    let mark = Mark(
      article: "one", anchor: Mark.Anchor(Span(4, 8), in: article.text), snapshot: snapshot,
      created: .distantPast, modified: .distantPast)
    #expect(!mark.isOnEarlierVersion(of: article, known: article))
    var later = article
    later.id = "two"
    #expect(mark.isOnEarlierVersion(of: later, known: article))
  }
}
