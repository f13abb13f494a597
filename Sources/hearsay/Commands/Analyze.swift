public import ArgumentParser
import Foundation
import HearsayEngine
public import HearsayExport
import HearsayIngest
import HearsayModel
import HearsayResources

/// `hearsay analyze FILE …`: the analysis, for other programs and for pipes.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print who said what in an article.",
    discussion: """
      json     one object (schema hearsay.analysis/1) per article
      jsonl    the same, each article on one line
      brat     standoff annotations, as annotation tools read them
      text     the article and the list of its attributions, side by side in reading order

      This is what the machine finds, the same for everybody. With --corrections it is what you have set right in \
      the reader; hearsay corrections prints both.
      """)

  @Argument(help: "Articles, or folders of articles; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "json, jsonl, brat or text.")
  var format: ExportFormat = .json

  @Option(
    help: ArgumentHelp(
      "Write one file for each article into this folder, named after it, and none over an article.",
      valueName: "folder"),
    completion: .directory)
  var output: String?

  @ArgumentParser.Flag(help: "Work in what you have set right in these articles.")
  var corrections = false

  func run() throws {
    let analyzer = try Analyzer.configured(resources: .located())
    if let notice = analyzer.notice { complain(notice) }
    let desk = corrections ? CorrectionDesk() : nil
    try AnalysisOutput(
      folder: output, fileEnding: format.fileEnding,
      corrections: { desk?.corrections(of: $0) ?? [] },
      text: { analysis, _ in try format.text(of: analysis) }
    )
    .write(Ingest().articles(at: files), by: analyzer)
  }
}

extension ExportFormat: ExpressibleByArgument {
  /// How a file of this form ends.
  var fileEnding: String {
    switch self {
    case .json: "json"
    case .jsonl: "jsonl"
    case .brat: "ann"
    case .text: "txt"
    }
  }
}
