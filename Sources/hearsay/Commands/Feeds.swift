import ArgumentParser
import Foundation
import HearsayExport
import HearsayFetching
import HearsayModel
import HearsayScreen
import HearsayStore

/// `hearsay feeds`: what is subscribed to.
struct Feeds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "List your subscriptions, for people, for programs or for other readers.",
    discussion: """
      text: one line per feed, with how many of its entries are unread, and what is wrong with it, if anything. \
      json: everything known about them. opml: the list that other readers import.
      """)

  @Option(help: ArgumentHelp("Form of the output: \(FeedsFormat.choices).", valueName: "form"))
  var format: FeedsFormat = .text

  func run() throws {
    let store = try Store.openIfThere(
      environment: ProcessInfo.processInfo.environment, access: .readOnly)
    let all = try store?.subscriptions() ?? []
    try StandardStream.output.print(try format.text(of: all))
  }
}

/// How subscriptions are printed.
enum FeedsFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, opml

  static var choices: String { allCases.map(\.rawValue).joined(separator: "|") }

  func text(of feeds: [Subscription]) throws -> String {
    switch self {
    case .text:
      return feeds.map { feed in
        let failure = feed.failure.map { "  \($0)" } ?? ""
        return SafeText.line(
          of: "\(feed.unread)/\(feed.entries)  \(feed.title ?? "")  \(feed.address)\(failure)")
          + "\n"
      }.joined()
    case .json:
      let rows = feeds.map { feed in
        JSONValue.object([
          "address": .string(feed.address), "title": feed.title.map { .string($0) } ?? .null,
          "site": feed.site.map { .string($0) } ?? .null, "unread": .integer(feed.unread),
          "entries": .integer(feed.entries),
          "failure": feed.failure.map { .string($0) } ?? .null,
        ])
      }
      return try jsonText(
        of: JSONValue.array(rows), [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    case .opml:
      return FeedList.opml(feeds.map { FeedOutline(address: $0.address, title: $0.title) })
    }
  }
}
