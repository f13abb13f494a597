import ArgumentParser
import Foundation
import HearsayExport
import HearsayModel
import HearsayStore

/// `hearsay search WORDS`: words in all articles of the library.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search every article you have read: its text, what was said, and your notes.",
    discussion: """
      All words must occur, in any of their forms; "words in quotation marks" must be adjacent; OR between two words \
      means either, - before a word excludes it, and * after a word matches any ending. Write -- before words that begin with -.

      \(SearchFormat.table)

      Exit status: 0 something was found; 1 nothing was, or the library could not be read.
      """)

  @Argument(help: "What to look for.")
  var words: [String]

  @Option(help: SearchFormat.help)
  var format: SearchFormat = .text

  @Option(help: ArgumentHelp("At most this many of each kind.", valueName: "count"))
  var limit = 100

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number of at least 1.") }
  }

  func run() throws {
    // Who has never read anything has no library, and that is no mistake.
    guard
      let store = try Store.openIfThere(
        environment: ProcessInfo.processInfo.environment, access: .readWrite)
    else { throw ExitCode.trouble }
    if !store.isReadOnly { while try store.catchUp(limit: 64) > 0 {} }
    let passages = try store.search(words.joined(separator: " "), limit: limit).passages
    var texts: [Article.ID: ArticleText] = [:]
    if format != .text {
      for id in Set(passages.map(\.article)) { texts[id] = try store.article(id)?.text }
    }
    let text = try format.text(of: FoundPassages(passages, texts: texts))
    try StandardStream.output.print(text)
    if passages.isEmpty { throw ExitCode.trouble }
  }
}
