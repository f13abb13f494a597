import Foundation
import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("Corrections for people and for the next model")
struct CorrectionsExportTests {
  private let article = CorrectedArticle(
    machine: .sample, corrected: .correctedSample, corrections: Correction.samples)

  @Test("The list")
  func list() throws {
    expectSnapshot(try CorrectionsFormat.text.text(of: article), named: "corrections.txt")
  }

  @Test("The annotations are those of the corrected analysis, with notes on what a person has said")
  func annotations() throws {
    let text = try CorrectionsFormat.brat.text(of: article)
    expectSnapshot(text, named: "corrections.ann")
    let events = text.split(separator: "\n").filter { $0.hasPrefix("E") }
    #expect(events.count == Analysis.sample.attributions.count - 1)
    // Without the notes it is what every analysis is.
    let plain = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    #expect(try AnalysisFormat.brat.text(of: .correctedSample) == plain + "\n")
  }

  @Test("The lines are the article and then each correction with before and after")
  func lines() throws {
    let text = try CorrectionsFormat.jsonl.text(of: article)
    expectSnapshot(text, named: "corrections.jsonl")
    let lines = try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(lines.count == 5)
    #expect(lines[0]["type"] as? String == "article")
    #expect(lines[0]["text"] as? String == Analysis.sample.article.text.string)
    #expect(
      lines.dropFirst().map { $0["what"] as? String } == [
        "speaker", "merger", "dismissal", "naming",
      ])
    func names(_ line: [String: Any], _ when: String) -> [String?] {
      let state = line[when] as? [String: Any]
      return (state?["attributions"] as? [[String: Any]] ?? []).map { $0["source"] as? String }
    }
    #expect(names(lines[1], "before") == ["officials"])
    #expect(names(lines[1], "after") == ["Mayor Ana Lund"])
    #expect(names(lines[3], "before").count == 1 && names(lines[3], "after").isEmpty)
  }

  @Test("Offsets are code points, and every text is what stands there")
  func offsets() throws {
    let scalars = Array(Analysis.sample.article.text.string.unicodeScalars)
    func check(_ value: Any) {
      if let list = value as? [Any] { return list.forEach(check) }
      guard let object = value as? [String: Any] else { return }
      if let start = object["start"] as? Int, let end = object["end"] as? Int {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        #expect(object["text"] as? String == String(text))
      }
      object.values.forEach(check)
    }
    for line in try CorrectionsFormat.jsonl.text(of: article).split(separator: "\n") {
      check(try JSONSerialization.jsonObject(with: Data(line.utf8)))
    }
  }

  @Test("One whose words are gone says so")
  func lost() throws {
    let elsewhere = ArticleText("The ferry left at noon, the harbour master said on Friday.")
    let correction = Correction.sample(
      1,
      .dismissal(of: .init(source: nil, cue: Span(42, 46), content: [Span(0, 22)], in: elsewhere)))
    let lost = CorrectedArticle(machine: .sample, corrected: .sample, corrections: [correction])
    #expect(try CorrectionsFormat.text.text(of: lost).contains("(its words are not in this text)"))
    #expect(try CorrectionsFormat.jsonl.text(of: lost).contains("\"isLost\":true"))
  }

  @Test("A report lists at its end what is not the machine's", arguments: ReportFormat.allCases)
  func report(format: ReportFormat) throws {
    let text = try format.text(of: .correctedSample, correcting: Correction.samples)
    #expect(text.contains("Corrected by a reader"))
    #expect(text.contains("the machine said: officials"))
    #expect(try !format.text(of: .sample).contains("Corrected by"))
  }
}
