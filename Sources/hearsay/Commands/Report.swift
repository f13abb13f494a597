import ArgumentParser
import HearsayExport
import HearsayModel

/// `hearsay report FILE …`: the sourcing of an article on one page.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print an article's sourcing on one page.",
    discussion: """
      Who speaks and how much, named against unnamed, how it got here, what the claims rest on, what
      is told differently or twice, and what nobody is credited with.

      \(ReportFormat.table)

      Your corrections are included and listed at the end; --no-corrections leaves them out.
      """)

  @OptionGroup var articles: ArticleFiles

  @Option(help: ReportFormat.help)
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "Print each attribution with this template instead: citation, house, markdown, obsidian, web, or one of your own.",
      valueName: "name"))
  var template: String?

  @ArgumentParser.Flag(
    inversion: .prefixedNo, help: "Include your corrections of these articles.")
  var corrections = true

  func run() throws {
    let format = try template.map { .filled(try Template(called: $0)) } ?? format
    try AnalysisOutput(format: format, folder: articles.output, isCorrected: corrections) {
      SourcingReport($0, corrections: $1)
    }.write(articles.files)
  }
}
