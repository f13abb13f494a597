import Foundation
import HearsayFetching
import HearsayPages

/// A document in PDF, read by `pdftotext` where that is installed.
struct PDFDocument {
  let page: Page

  /// - Parameter folders: where that program may be.
  init(_ bytes: [UInt8], lookingIn folders: [String] = Self.folders) throws(FetchError) {
    guard
      let program = folders.map({ $0 + "/pdftotext" }).first(where: { access($0, X_OK) == 0 })
    else { throw .missingReader(program: "pdftotext", package: "poppler-utils") }
    let text = PrintedPages(try Self.output(of: program, for: bytes)).text
    guard !text.isEmpty else { throw .notAnArticle }
    // Without an answer nothing is known against the layout.
    let table = (try? Self.output(of: program, "-tsv", for: bytes)) ?? ""
    page = Page(text: text, notes: PrintedLayout(table).isUncertain ? [.layoutUncertain] : [])
  }

  private static func output(
    of program: String, _ options: String..., for bytes: [UInt8]
  ) throws(FetchError) -> String {
    let reader = ChildProcess(
      path: program, arguments: options + ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
      environment: [])
    let written = try reader.output(
      for: bytes, within: longest, atMost: mostText, isStopped: { false })
    return String(decoding: written, as: UTF8.self)
  }

  static let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  /// In milliseconds.
  private static let longest = 15_000
  private static let mostText = 32 << 20
}
