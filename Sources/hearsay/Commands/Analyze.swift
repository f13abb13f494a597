import ArgumentParser
import HearsayExport

/// `hearsay analyze FILE …`: the analysis, for other programs and for pipes.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print who said what in an article.",
    discussion: """
      \(AnalysisFormat.table)

      This is what the machine finds, the same for everybody. --corrections includes what you have corrected in the \
      reader; hearsay corrections prints both.
      """)

  @OptionGroup var articles: ArticleFiles

  @Option(help: AnalysisFormat.help)
  var format: AnalysisFormat = .json

  @ArgumentParser.Flag(help: "Include your corrections of these articles.")
  var corrections = false

  func run() throws {
    try AnalysisOutput(format: format, folder: articles.output, isCorrected: corrections) {
      analysis, _ in AnalysedArticle(analysis)
    }.write(articles.files)
  }
}
