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
      (.taskwarrior, "marks.taskwarrior.json"), (.claimreview, "marks.claimreview.jsonld"),
      (.brat, "marks.ann"),
    ])
  func others(format: MarksFormat, file: String) throws {
    let article = Analysis.sample.article
    expectSnapshot(
      try format.text(of: Mark.fullSamples, texts: [article.id: article.text]), named: file)
  }

  @Test(
    "As a list in the groups that are asked for, with what is overdue",
    arguments: [
      (MarkArrangement.due, ["overdue (1)", "no day (1)", "done (1)"]),
      (.tag, ["ask again (1)", "tender (1)", "北方建設 (1)", "no tag (1)"]),
      (
        .source,
        ["a source at the town hall (1)", "Mayor Ana Lund (1)", "北方建設 (Hoppo Construction) (1)"]
      ),
    ])
  func groups(arrangement: MarkArrangement, titles: [String]) throws {
    var marks = Mark.samples
    marks[0].due = "2025-06-01"
    let text = try MarksFormat.text.text(of: marks, by: arrangement, today: Day("2025-06-15"))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.filter { !$0.hasPrefix(" ") } == titles)
    #expect(text.contains("due 1 June 2025 · ! overdue"))
    #expect(try !MarksFormat.text.text(of: marks, by: arrangement).contains("overdue ·"))
  }

  @Test("Reviews are only of what was decided; nobody is made to say what is open")
  func reviews() throws {
    var marks = Mark.samples
    for (index, status) in [Mark.Status.refuted, .dropped, .inconclusive].enumerated() {
      marks[index].status = status
    }
    let json = Data(try MarksFormat.claimreview.text(of: marks).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let reviews = try #require(object["@graph"] as? [[String: Any]])
    let ratings = reviews.compactMap { $0["reviewRating"] as? [String: Any] }
    #expect(ratings.compactMap { $0["alternateName"] as? String } == ["Refuted", "Inconclusive"])
    #expect(ratings.map { $0["ratingValue"] as? Int } == [1, nil])
    #expect(reviews[0]["url"] is NSNull && reviews[0]["author"] is NSNull)
    // Nobody said it, so nobody is named as its author.
    marks[0].snapshot.source = nil
    #expect(try !MarksFormat.claimreview.text(of: [marks[0]]).contains("\"Person\""))
    #expect(try MarksFormat.claimreview.text(of: []).contains("[\n\n  ]"))
  }

  @Test("A task waits only with a day to wait for, and words of an article are no commands")
  func tasks() throws {
    var mark = Mark.samples[0]
    mark.status = .waiting
    mark.tags = ["+next", "due:today"]
    mark.anchor.exact = "It \u{1B}[31mburns\nproject:none +done"
    var task = try self.task(of: mark)
    #expect(task["status"] as? String == "pending")
    #expect(task["tags"] as? [String] == ["waiting", "next", "due_today"])
    let words = try #require(task["description"] as? String)
    #expect(!words.unicodeScalars.contains { $0.value < 0x20 })
    mark.due = "2025-07-01"
    task = try self.task(of: mark)
    #expect(task["status"] as? String == "waiting")
    #expect(task["wait"] as? String == "20250701T120000Z")
  }

  private func task(of mark: Mark) throws -> [String: Any] {
    let json = Data(try MarksFormat.taskwarrior.text(of: [mark]).utf8)
    let list = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    return try #require(list.first)
  }

  @Test("Standoff annotations cover the words they repeat, whatever letters are before them")
  func standoff() throws {
    let article = Analysis.sample.article
    let scalars = Array(article.text.string.unicodeScalars)
    let lines = try MarksFormat.brat.text(
      of: Mark.samples, texts: [article.id: article.text]
    ).split(separator: "\n").filter { $0.hasPrefix("T") }
    #expect(lines.count == 3)
    for line in lines {
      let parts = line.split(separator: "\t")
      let pieces = parts[1].dropFirst("Mark ".count).split(separator: ";").map { piece in
        let ends = piece.split(separator: " ").compactMap { Int($0) }
        return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
      }
      #expect(pieces.joined(separator: " ") == parts[2])
    }
    #expect(try MarksFormat.brat.text(of: Mark.samples).isEmpty)
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
