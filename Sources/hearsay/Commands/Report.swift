import ArgumentParser
import HearsayExport

/// `hearsay report FILE …`: the sourcing of an article on one page.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print an article's sourcing on one page.",
    discussion: """
      Who speaks how much, named against unnamed, by what route it came, claims by what stands behind them, what
      is told differently or twice, and what nobody is credited with.

      \(ReportFormat.table)

      What you have set right in the reader is worked in and listed at the end; --no-corrections leaves it out.
      """)

  @OptionGroup var articles: ArticleFiles

  @Option(help: ReportFormat.help)
  var format: ReportFormat = .text

  @ArgumentParser.Flag(
    inversion: .prefixedNo, help: "Work in what you have set right in these articles.")
  var corrections = true

  func run() throws {
    try AnalysisOutput(format: format, folder: articles.output, isCorrected: corrections) {
      SourcingReport($0, corrections: $1)
    }.write(articles.files)
  }
}
