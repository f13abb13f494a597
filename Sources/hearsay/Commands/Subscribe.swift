import ArgumentParser
import Foundation
import HearsayFetching
import HearsayIngest
import HearsayModel
import HearsayScreen
import HearsayStore

/// `hearsay subscribe ADDRESS …`: feeds to be read from now on.
struct Subscribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subscribe",
    abstract: "Subscribe to feeds, by their addresses or those of pages that name one.",
    discussion: """
      A file is a list of feeds: OPML, as other readers export it, or newsboat's urls file. They are added as they \
      are and fetched by the next hearsay refresh.
      """)

  @Argument(help: "Addresses of feeds or pages; files with lists of feeds.", completion: .file())
  var feeds: [String]

  func run() throws {
    let store = try Store.openDefault(environment: ProcessInfo.processInfo.environment)
    var failed = false
    for name in feeds {
      do {
        if let address = WebAddress(name) {
          try subscribe(to: address.description, in: store)
        } else {
          try subscribe(toListIn: name, in: store)
        }
      } catch let failure as WriteFailure {
        throw failure
      } catch {
        complain("\(error)")
        failed = true
      }
    }
    if failed { throw ExitCode.trouble }
  }

  private func subscribe(to address: String, in store: Store) throws {
    let found: FeedFinder.Found
    do throws(FetchError) {
      found = try FeedFinder(program: .located()).feed(at: address, isTyped: true)
    } catch {
      throw IngestError.notFetched(path: address, error)
    }
    var subscription = Subscription(address: found.address, title: found.news?.title)
    subscription.site = found.news?.site
    subscription.etag = found.retrieval.etag
    subscription.lastModified = found.retrieval.lastModified
    subscription.asked = Date()
    let entries = (found.news?.entries ?? []).map { NewsEntry($0, of: found.address) }
    let new = try store.save(subscription, telling: entries, at: Date())
    try StandardStream.output.print(
      SafeText.line(
        of: "\(subscription.title ?? found.address): \(new) new, \(found.address)") + "\n")
  }

  private func subscribe(toListIn path: String, in store: Store) throws {
    let known = Set(try store.subscriptions().map(\.address))
    let list = try FeedList(inFile: path)
    let feeds = list.feeds.filter { !known.contains($0.address) }
    for feed in feeds {
      var subscription = Subscription(address: feed.address, title: feed.title)
      subscription.isTyped = list.isOwn
      try store.save(subscription)
    }
    let others = list.others > 0 ? "; \(list.others) are no addresses of the web" : ""
    try StandardStream.output.print(
      SafeText.line(of: "\(feeds.count) new subscriptions from \(path)\(others)") + "\n")
  }
}

/// `hearsay unsubscribe ADDRESS …`: feeds to be read no more.
struct Unsubscribe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unsubscribe",
    abstract: "Unsubscribe from feeds; articles you have opened stay in the library.")

  @Argument(help: "Addresses or titles, as hearsay feeds lists them.")
  var feeds: [String]

  func run() throws {
    let store = try Store.openDefault(environment: ProcessInfo.processInfo.environment)
    var failed = false
    for name in feeds {
      let all = try store.subscriptions()
      let found =
        all.first { $0.address == name }
        ?? all.first { $0.title?.lowercased() == name.lowercased() }
      guard let found else {
        complain("\(name) is not a subscription; hearsay feeds lists them.")
        failed = true
        continue
      }
      try store.removeSubscription(found.address)
    }
    if failed { throw ExitCode.trouble }
  }
}
