import ArgumentParser
import Foundation
import HearsayExport
import HearsayIngest

/// The program: `hearsay FILE…` reads, its subcommands print.
@main
struct Hearsay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay",
    abstract: "Reads news and shows who said what, and how each claim is sourced.",
    usage: """
      hearsay [FILE ...]
      hearsay analyze FILE ... [--format \(AnalysisFormat.choices)]
      hearsay report FILE ... [--format \(ReportFormat.choices)]
      hearsay marks [--format \(MarksFormat.choices)] [--status STATUS]
      hearsay marks --import FILE
      hearsay search WORDS ... [--format \(SearchFormat.choices)]
      hearsay text FILE|ADDRESS ... [--format text|json]
      hearsay feed FILE|ADDRESS ...
      hearsay subscribe ADDRESS|FILE ...
      hearsay unsubscribe ADDRESS ...
      hearsay feeds [--format \(FeedsFormat.choices)]
      hearsay refresh [ADDRESS ...]
      hearsay news [--all] [--offline]
      hearsay compare [BEFORE] AFTER
      hearsay --watch FOLDER ...
      hearsay corrections [--format \(CorrectionsFormat.choices)] [--output FOLDER]
      hearsay rescue [--into FOLDER]
      hearsay --print-config | --check-config
      hearsay changes
      hearsay manual [--into FOLDER]
      """,
    discussion: """
      Opens articles in the terminal, with every attribution highlighted and listed beside the text. Files may be \
      plain text or Markdown in any common encoding; a folder stands for the articles in it, and - for standard \
      input. Without a file it opens the library of what was read before, and at first some articles of its own.

      Press ? in the program for the keys; hearsay help read lists what can be said when it is started. What was \
      read, and every mark and correction, is kept in $XDG_DATA_HOME/hearsay, for your eyes only; delete that \
      folder and they are forgotten.

      Exit status: 0 all went well; 1 something could not be read, written or shown, as said on standard error; \
      64 the command line was not understood; 128 and the number of the signal that ended the program.
      """,
    version: Version.current,
    // Each says its name: told from the name of its type it would take half of the time that a start takes.
    subcommands: [
      Read.self, Analyze.self, Report.self, Marks.self, Corrections.self, Search.self,
      TextPrinting.self, FeedPrinting.self, Subscribe.self, Unsubscribe.self, Feeds.self,
      Refresh.self,
      News.self, Compare.self, Rescue.self,
      Changes.self, Manual.self,
    ],
    defaultSubcommand: Read.self)

  static func main() {
    StandardStream.reserve()
    let arguments = FileName.arguments
    do {
      if StandardStream.output.isTerminal, let reading = TerminalReading(plain: arguments) {
        try reading.run()
      } else {
        var command = try parseAsRoot(arguments)
        try command.run()
      }
    } catch {
      Foundation.exit(status(after: error).rawValue)
    }
  }
}
