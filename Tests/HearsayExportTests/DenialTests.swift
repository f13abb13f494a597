import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@testable import HearsayExport

/// Somebody denies something, without a quotation mark in the article: no form may turn that into an assertion, or into a
/// quotation.
@Suite("A denial stays one, wherever it goes")
struct DenialTests {
  private static let text = ArticleText("Mayor Lund denies that the bridge is unsafe.")

  private static var mark: Mark {
    Mark(
      id: UUID(uuidString: "00000000-0000-4000-8000-000000000001") ?? UUID(),
      article: "sha256:1", anchor: Mark.Anchor(Span(18, 43), in: text),
      snapshot: Mark.Snapshot(
        articleTitle: "The bridge", publisher: nil, published: nil, location: nil,
        source: "Mayor Lund", cue: "denies", manner: .indirect, kind: .person, naming: .named,
        chain: [], flags: [], engine: "", stance: .denied),
      status: .confirmed, created: Date(timeIntervalSince1970: 0),
      modified: Date(timeIntervalSince1970: 0))
  }

  @Test(arguments: [
    MarksFormat.text, .markdown, .org, .todo, .taskwarrior, .claimreview,
  ])
  func hasItsVerbAndNoMarks(format: MarksFormat) throws {
    let written = try format.text(of: [Self.mark], texts: ["sha256:1": Self.text])
    #expect(written.contains("denies › that the bridge is unsafe"))
    #expect(!written.contains("“that the bridge"))
    #expect(!written.contains("\\\"that the bridge"))
  }

  @Test(arguments: [MarksFormat.csv, .json, .jsonl, .annotation, .brat])
  func namesItsVerb(format: MarksFormat) throws {
    let written = try format.text(of: [Self.mark], texts: ["sha256:1": Self.text])
    #expect(written.contains("denies"))
    #expect(written.contains("that the bridge is unsafe"))
  }

  @Test func `A mark that comes back from a file still knows its stance`() throws {
    let written = try MarksFormat.jsonl.text(of: [Self.mark], texts: ["sha256:1": Self.text])
    let back = MarksImport(Data(written.utf8)).marks.first
    #expect(back?.snapshot.stance == .denied)
    #expect(back?.saying().text(in: .unicode) == "denies › that the bridge is unsafe")
  }

  @Test func `A report and a text have the verb of every denial`() throws {
    let analysis = Analysis.sample
    let text = try AnalysisFormat.text.text(of: AnalysedArticle(analysis))
    #expect(text.contains("denied › that a foreman"))
    for format in [ReportFormat.text, .markdown, .html] {
      #expect(try format.text(of: analysis).contains("denied › that a foreman"))
    }
  }
}

@Suite("The article in its report")
struct ReportArticleTests {
  @Test func `Every claim has a way to its words, and every stretch of the article one back`()
    throws
  {
    let html = try ReportFormat.html.text(of: Analysis.sample)
    for name in ["a1", "a4", "a11", "u1"] {
      #expect(html.contains("id=\"text-\(name)\""), "\(name) in the text")
      #expect(html.contains("href=\"#text-\(name)\""), "to \(name)")
      #expect(html.components(separatedBy: "id=\"said-\(name)\"").count == 2, "once: \(name)")
      #expect(html.contains("href=\"#said-\(name)\""), "back from \(name)")
    }
    #expect(html.contains("We had no choice but to close it"))
  }
}
