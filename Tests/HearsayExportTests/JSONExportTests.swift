import Foundation
import HearsayExport
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("An analysis as JSON")
struct JSONExportTests {
  @Test("The sample, key by key")
  func sample() throws {
    expectSnapshot(try ExportFormat.json.text(of: .sample), named: "sample.json")
  }

  @Test(
    "Both forms keep the contract and come back as they went out",
    arguments: [ExportFormat.json, .jsonl])
  func contract(format: ExportFormat) throws {
    let json = Data(try format.text(of: .sample).utf8)
    #expect(violationsOfContract(in: json) == [])
    #expect(try JSONDecoder().decode(Analysis.self, from: json) == .sample)
  }

  @Test("jsonl is one line, whatever the text holds")
  func oneLine() throws {
    var analysis = Analysis.sample
    analysis.article.title = "Two\nlines\r\nand \u{2028} more"
    let text = try ExportFormat.jsonl.text(of: analysis)
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(text.utf8.last == UInt8(ascii: "\n"))
  }

  @Test("The same analysis gives the same bytes", arguments: ExportFormat.allCases)
  func sameBytes(format: ExportFormat) throws {
    let first = try format.text(of: .sample, marks: Mark.samples)
    for _ in 0..<5 {
      #expect(try format.text(of: .sample, marks: Mark.samples) == first)
    }
  }
}
