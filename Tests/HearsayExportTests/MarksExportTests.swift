import Foundation
import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Marks outside the program")
struct MarksExportTests {
  @Test("As a list by status and article")
  func list() throws {
    var marks = Mark.samples
    marks[2].article = "sha256:other"
    marks[2].snapshot.articleTitle = "Who built the bridge?"
    marks[2].snapshot.location = nil
    expectSnapshot(try MarksFormat.text.text(of: marks), named: "marks.txt")
  }

  @Test("As objects with every field")
  func objects() throws {
    let article = Analysis.sample.article
    expectSnapshot(
      try MarksFormat.json.text(of: Mark.samples, texts: [article.id: article.text]),
      named: "marks.json")
  }

  @Test(
    "In the forms of other programs",
    arguments: [
      (MarksFormat.jsonl, "marks.jsonl"), (.csv, "marks.csv"), (.markdown, "marks.md"),
      (.annotation, "marks.jsonld"), (.org, "marks.org"), (.todo, "marks.todo"),
    ])
  func others(format: MarksFormat, file: String) throws {
    let article = Analysis.sample.article
    expectSnapshot(
      try format.text(of: Mark.fullSamples, texts: [article.id: article.text]), named: file)
  }

  @Test("Offsets count code points of the text, and are null where it is not known")
  func codePoints() throws {
    let article = Analysis.sample.article
    let mark = Mark.samples[2]
    let scalars = Array(article.text.string.unicodeScalars)
    let known = try target(of: mark, texts: [article.id: article.text])
    let start = try #require(known["start"] as? Int)
    let end = try #require(known["end"] as? Int)
    #expect(start < mark.anchor.start)
    #expect(String(String.UnicodeScalarView(scalars[start..<end])) == mark.anchor.exact)
    let unknown = try target(of: mark, texts: [:])
    #expect(unknown["start"] is NSNull)
    #expect(unknown["exact"] as? String == mark.anchor.exact)
  }

  @Test("A mark whose words lie outside the text has no offsets")
  func outsideTheText() throws {
    let mark = Mark.samples[0]
    let target = try target(of: mark, texts: [mark.article: ArticleText("Short.")])
    #expect(target["start"] is NSNull)
  }

  @Test("No marks")
  func none() throws {
    #expect(try MarksFormat.text.text(of: []) == "No marks.\n")
    #expect(try MarksFormat.json.text(of: []).filter { !$0.isWhitespace } == "[]")
  }

  private func target(of mark: Mark, texts: [Article.ID: ArticleText]) throws -> [String: Any] {
    let json = Data(try MarksFormat.json.text(of: [mark], texts: texts).utf8)
    let objects = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    return try #require(objects.first?["target"] as? [String: Any])
  }
}
