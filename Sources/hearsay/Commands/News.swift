import ArgumentParser
import Foundation
import HearsayIngest
import HearsayModel
import HearsayScreen
import HearsayStore

/// `hearsay news`: what the feeds tell of, in the reader; in a pipe a line to an entry.
struct News: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "news",
    abstract: "Read what is new in the feeds.",
    discussion: """
      The list has what you have not opened yet, newest first. Opening an entry fetches the page, keeps it in the \
      library and shows who said what; what you have opened before opens offline.
      """)

  @ArgumentParser.Flag(help: "List entries you have read, too.")
  var all = false

  @Option(help: ArgumentHelp("Only this feed, by its address.", valueName: "address"))
  var feed: String?

  @ArgumentParser.Flag(help: "Fetch nothing: only what is in the library can be opened.")
  var offline = false

  func run() throws {
    let store = try Store.openIfThere(
      environment: ProcessInfo.processInfo.environment, access: .readOnly)
    let entries =
      try store?.entries(of: feed, in: all ? [.unread, .read, .later] : [.unread, .later]) ?? []
    guard isatty(STDOUT_FILENO) == 1 else { return try printed(entries) }
    var reading = TerminalReading(files: [])
    reading.news = (feed, all ? .all : .new)
    reading.isOffline = offline
    try reading.run()
  }

  private func printed(_ entries: [NewsEntry]) throws {
    for entry in entries {
      let parts = [entry.published.map { String($0.prefix(10)) }, entry.title, entry.link]
      try StandardStream.output.print(
        SafeText.line(of: parts.compactMap(\.self).joined(separator: "  ")) + "\n")
    }
  }
}
