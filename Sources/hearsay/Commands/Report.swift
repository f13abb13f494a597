public import ArgumentParser
import Foundation
import HearsayEngine
public import HearsayExport
import HearsayIngest
import HearsayModel
import HearsayResources

/// `hearsay report FILE …`: the sourcing of an article on one page.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print an article's sourcing on one page.",
    discussion: """
      Who speaks how much, named against unnamed, by what route it came, claims by what stands behind them, what
      is told differently or twice, and what nobody is credited with.

      text      for the terminal
      markdown  for a notebook or a message
      html      one page with a picture of the article, that needs no other file: for an editor, or to print

      What you have set right in the reader is worked in and listed at the end; --no-corrections leaves it out.
      """)

  @Argument(help: "Articles, or folders of articles; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "text, markdown or html.")
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write one file for each article into this folder, named after it, and none over an article.",
      valueName: "folder"),
    completion: .directory)
  var output: String?

  @ArgumentParser.Flag(
    inversion: .prefixedNo, help: "Work in what you have set right in these articles.")
  var corrections = true

  func run() throws {
    let analyzer = try Analyzer.configured(resources: .located())
    let readings = Ingest().articles(at: files)
    guard format != .html || output != nil || readings.count <= 1 else {
      throw ValidationError("Several pages do not fit into one: say --output FOLDER.")
    }
    let desk = corrections ? CorrectionDesk() : nil
    try AnalysisOutput(
      folder: output, fileEnding: format.fileEnding,
      corrections: { desk?.corrections(of: $0) ?? [] },
      text: { format.text(of: $0, correcting: $1) }
    )
    .write(readings, by: analyzer)
  }
}

extension ReportFormat: ExpressibleByArgument {
  /// How a file of this form ends.
  var fileEnding: String {
    switch self {
    case .text: "txt"
    case .markdown: "md"
    case .html: "html"
    }
  }
}
