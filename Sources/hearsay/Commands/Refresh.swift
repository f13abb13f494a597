import ArgumentParser
import Foundation
import HearsayFetching
import HearsayStore

/// `hearsay refresh`: asks all feeds what is new.
struct Refresh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Check the feeds for new entries.",
    discussion: """
      A feed that fails is reported with the reason and does not stop the others. Each server is asked one thing at \
      a time, and left alone for as long as it asks.
      """)

  @Argument(help: "Only these feeds, by their addresses.")
  var feeds: [String] = []

  func run() throws {
    let store = try Store.openDefault(environment: ProcessInfo.processInfo.environment)
    let program: FetchProgram
    do throws(FetchError) { program = try FetchProgram.located() } catch {
      complain("A feed \(error).")
      throw ExitCode.trouble
    }
    let all = try store.subscriptions()
    for name in feeds where !all.contains(where: { $0.address == name }) {
      complain("\(name) is not a subscription; hearsay feeds lists them.")
    }
    let wanted = feeds.isEmpty ? all : all.filter { feeds.contains($0.address) }
    let patience = Patience()
    defer { patience.end() }
    let tally = RefreshTally()
    let stop = patience.stop
    FeedRefresher(store: store, program: program, isStopped: { stop.isSeen })
      .refresh(wanted) { tally.take($0) }
    patience.end()
    try StandardStream.output.print(tally.sentence)
    if patience.stop.isSeen { throw ExitCode.interrupted }
    if tally.hasFailed || wanted.count < feeds.count { throw ExitCode.trouble }
  }
}
