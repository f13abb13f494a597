import Foundation
import HearsayFetching
import HearsayPages

/// A document in PDF, read by `pdftotext` where that is installed.
struct PDFDocument {
  let page: Page

  init(_ bytes: [UInt8]) throws(FetchError) {
    guard
      let program = Self.folders.map({ $0 + "/pdftotext" }).first(where: { access($0, X_OK) == 0 })
    else { throw .missingReader(program: "pdftotext", package: "poppler-utils") }
    let reader = ChildProcess(
      path: program, arguments: ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], environment: [])
    let written = try reader.output(
      for: bytes, within: Self.longest, atMost: Self.mostText, isStopped: { false })
    let text = PrintedPages(String(decoding: written, as: UTF8.self)).text
    guard !text.isEmpty else { throw .notAnArticle }
    page = Page(text: text)
  }

  private static let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  /// In milliseconds.
  private static let longest = 15_000
  private static let mostText = 32 << 20
}
