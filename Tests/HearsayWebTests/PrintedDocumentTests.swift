import Foundation
import HearsayFetching
import HearsayModel
import HearsayTestSupport
import Testing

@testable import hearsay_fetch

/// Documents in PDF, read by the program of others that does that.
@Suite(
  "Documents in PDF",
  .enabled(if: access("/usr/bin/pdftotext", X_OK) == 0, "skipped: needs pdftotext"))
struct PrintedDocumentTests {
  private static let ferry = [
    "The ferry between the mainland", "and the islands sailed again on",
    "Thursday, four days after the", "storm tore away its pier, the",
    "harbour master said. Nobody was", "hurt, and the council will meet.",
    "It has no money for a new one,", "said Mayor Ana Lund on Friday.",
  ]
  private static let bakers = [
    "In the valley the bakers shut", "their shops for a second week.",
    "They want the price of flour", "to fall, a spokesman told the",
    "Valley Herald. The mill did not", "answer. A union said that talks",
    "would begin when the owners of", "the mill are back from the sea.",
  ]
  private typealias Pieces = [(left: Int, bottom: Int, text: String)]

  private func page(_ pages: Pieces...) throws -> HearsayFetching.Page {
    var document = SmallPDF()
    for page in pages { document.page(page) }
    let answer = try FetchProgram.located().answer(
      to: FetchRequest(.article, bytes: document.bytes, contentType: "application/pdf"))
    guard case .page(let page) = answer.content else { throw FetchError.notAnArticle }
    return page
  }

  @Test func `Columns are read one after the other`() throws {
    let page = try page(SmallPDF.column(Self.ferry) + SmallPDF.column(Self.bakers, left: 220))
    #expect(
      page.text
        == (Self.ferry + [""] + Self.bakers).joined(separator: "\n"))
    #expect(page.notes == [])
  }

  @Test func `Columns so close that their lines are taken for one make the layout uncertain`()
    throws
  {
    let page = try page(SmallPDF.column(Self.ferry) + SmallPDF.column(Self.bakers, left: 202))
    #expect(page.notes == [.layoutUncertain])
  }

  @Test func `So does a table in the midst of the text`() throws {
    let rows = [
      ["Town", "Ships", "Crew", "Cost"], ["Port Mercy", "12", "340", "1,200"],
      ["Elma", "7", "95", "800"], ["Sarn", "3", "41", "210"], ["Dresk", "19", "512", "2,310"],
    ]
    let table = rows.enumerated().flatMap { row, cells in
      cells.enumerated().map { (left: 50 + 110 * $0, bottom: 670 - 14 * row, text: $1) }
    }
    let page = try page(
      SmallPDF.column(Self.ferry) + table + SmallPDF.column(Self.bakers, top: 560))
    #expect(page.notes == [.layoutUncertain])
  }

  @Test func `Running heads, a list with bullets and broken words leave it certain`() throws {
    let list = SmallPDF.column(
      ["- the pier", "- the two ferries", "- the crane", "- the quay"], top: 640)
    func side(_ number: Int) -> Pieces {
      [(50, 820, "VALLEY COUNCIL"), (400, 820, "Report \(number)")]
        + SmallPDF.column(Self.ferry + ["A minis-", "ter said so on Friday."])
        + list.map { ($0.left, $0.bottom, $0.text) } + [(280, 30, "Page \(number) of 2")]
    }
    let page = try page(side(1), side(2))
    #expect(page.notes == [])
    #expect(page.text?.contains("VALLEY COUNCIL") == false)
    #expect(page.text?.contains("Page 1") == false)
    #expect(page.text?.contains("A minis-") == false)
  }

  @Test func `Where the program that reads PDF is missing, one sentence says which package has it`()
  {
    let error = #expect(throws: FetchError.self) {
      try PDFDocument(Array("%PDF-1.4".utf8), lookingIn: ["/nowhere"])
    }
    #expect(
      error?.description
        == "cannot be read: pdftotext is not installed; it is in the package poppler-utils")
  }
}
