import Foundation
import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("An analysis as JSON")
struct JSONExportTests {
  @Test("The sample, key by key")
  func sample() throws {
    expectSnapshot(try AnalysisFormat.json.text(of: .sample), named: "sample.json")
  }

  @Test(
    "Both forms keep the contract and come back as they went out",
    arguments: [AnalysisFormat.json, .jsonl])
  func contract(format: AnalysisFormat) throws {
    let json = Data(try format.text(of: .sample).utf8)
    #expect(violationsOfContract(in: json) == [])
    #expect(try JSONDecoder().decode(Analysis.self, from: json) == .sample)
  }

  @Test("jsonl is one line, whatever the text holds")
  func oneLine() throws {
    var analysis = Analysis.sample
    analysis.article.title = "Two\nlines\r\nand \u{2028} more"
    let text = try AnalysisFormat.jsonl.text(of: analysis)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(text.utf8.last == UInt8(ascii: "\n"))
  }

  @Test("What nobody sees is escaped, and comes back as it went out")
  func unseen() throws {
    var analysis = Analysis.sample
    let title =
      "a\u{7F}\u{9B}31m\u{85}\u{202E}b\u{2066}\u{200B}\u{AD}\u{FEFF}\u{2028}\u{E0041}\u{1B}–é\u{301}\u{FE0F}🙂"
    analysis.article.title = title
    for format in [AnalysisFormat.json, .jsonl] {
      let text = try format.text(of: analysis)
      #expect(
        text.contains(
          #"a\u007F\u009B31m\u0085\u202Eb\u2066\u200B\u00AD\uFEFF\u2028\uDB40\uDC41\u001b–é"#
            + "\u{301}\u{FE0F}🙂"))
      let read = try JSONDecoder().decode(Analysis.self, from: Data(text.utf8))
      #expect(read.article.title == title)
    }
  }

  @Test("The same analysis gives the same bytes", arguments: AnalysisFormat.allCases)
  func sameBytes(format: AnalysisFormat) throws {
    let first = try format.text(of: .sample, marks: Mark.samples)
    for _ in 0..<5 {
      #expect(try format.text(of: .sample, marks: Mark.samples) == first)
    }
  }
}
