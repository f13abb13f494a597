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
      """)

  @Argument(help: "Articles, or folders of articles; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "json, jsonl, brat or text.")
  var format: ExportFormat = .json

  @Option(
    help: ArgumentHelp(
      "Write one file for each article into this folder, named after it.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func run() throws {
    let analyzer = try Analyzer(resources: .located())
    if let notice = analyzer.notice { complain(notice) }
    var failed = false
    for reading in Ingest().articles(at: files) {
      do {
        let analysis = analyzer.analyze(try reading.get())
        try write(analysis)
      } catch {
        complain("\(error)")
        failed = true
      }
    }
    if failed { throw ExitCode.trouble }
  }

  private func write(_ analysis: Analysis) throws {
    let text = try format.text(of: analysis)
    guard let output else {
      FileHandle.standardOutput.write(Data(text.utf8))
      return
    }
    let name = analysis.article.path.map { URL(fileURLWithPath: $0).lastPathComponent } ?? "article"
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(
      URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent
    ).appendingPathExtension(format.fileEnding)
    try Data(text.utf8).write(to: file)
  }
}

extension ExportFormat: ExpressibleByArgument {
  /// How a file of this form ends.
  fileprivate var fileEnding: String {
    switch self {
    case .json: "json"
    case .jsonl: "jsonl"
    case .brat: "ann"
    case .text: "txt"
    }
  }
}
