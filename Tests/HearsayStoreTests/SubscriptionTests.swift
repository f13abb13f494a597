import Foundation
import HearsayModel
import Testing

@testable import HearsayStore

/// Feeds that somebody reads, and what they tell of.
@Suite("Subscriptions")
struct SubscriptionTests {
  private let store: Store
  private let now = Date(timeIntervalSinceReferenceDate: 0)
  private let feed = "https://post.example/feed"

  init() throws {
    store = try Store.inMemory()
    try store.save(Subscription(address: feed, title: "The Harbour Post"))
  }

  private func entry(_ guid: String, _ link: String? = nil, feed: String? = nil) -> NewsEntry {
    NewsEntry(NewsItem(guid: guid, link: link, title: "Ferry late"), of: feed ?? self.feed)
  }

  @Test("An entry that comes again, under its guid or its address, is one")
  func one() throws {
    try store.save(Subscription(address: "https://other.example/feed"))
    #expect(try store.add([entry("1", "https://post.example/ferry")], at: now) == 1)
    #expect(
      try store.add(
        [
          entry("1", "https://post.example/elsewhere"),
          entry("2", "http://www.post.example/ferry/?utm_source=feed#top"),
          entry("3", "https://post.example/ferry", feed: "https://other.example/feed"),
        ], at: now) == 0)
    #expect(
      try store.add([entry("4", "https://post.example/ferry?id=2"), entry("5")], at: now) == 2)
    #expect(try store.entries().count == 3)
  }

  @Test("What was done with an entry is kept when it comes again")
  func states() throws {
    try store.add([entry("1", "https://post.example/ferry")], at: now)
    let id = try #require(try store.entries().first?.id)
    try store.mark(id, as: .later)
    try store.add([entry("1", "https://post.example/ferry")], at: now)
    #expect(try store.entries().map(\.state) == [.later])
    #expect(try store.entries(in: [.unread]).isEmpty)
  }

  @Test("An article that is opened is read in every feed; what is kept for later stays so")
  func read() throws {
    try store.add(
      [entry("1", "https://post.example/ferry"), entry("2", "https://post.example/b")], at: now)
    let article = Article(
      id: "sha256:1", url: "https://post.example/news/1", text: ArticleText("The ferry is late.\n"))
    try store.save(article, readAt: now)
    try store.markRead("https://post.example/ferry", article: article.id)
    #expect(try store.article(from: "http://post.example/ferry#map")?.id == article.id)
    #expect(try store.article(from: "https://post.example/news/1")?.id == article.id)
    #expect(try store.article(from: "https://post.example/else") == nil)
    #expect(try store.subscriptions().map(\.unread) == [1])
    #expect(try store.entries(in: [.read]).map(\.article) == ["sha256:1"])
  }

  @Test func `A host that asks to be left alone is known until the time that it says`() throws {
    try store.rest("post.example", until: now + 60)
    try store.rest("other.example:8000", until: now + 5)
    #expect(try store.restingHosts(at: now + 10) == ["post.example": now + 60])
    try store.rest("post.example", until: now + 20)
    #expect(try store.restingHosts(at: now + 20).isEmpty)
  }

  @Test("A subscription that ends takes its entries with it")
  func end() throws {
    try store.add([entry("1")], at: now)
    #expect(try store.removeSubscription(feed))
    #expect(try !store.removeSubscription(feed))
    #expect(try store.subscriptions().isEmpty)
    #expect(try store.entries().isEmpty)
  }

  @Test func `A feed of somebody's list stays one until it is typed`() throws {
    var listed = Subscription(address: "https://other.example/feed")
    listed.isTyped = false
    try store.save(listed)
    #expect(try store.subscriptions().map(\.isTyped).sorted { !$0 && $1 } == [false, true])
    try store.save(Subscription(address: listed.address))
    try store.save(listed)
    #expect(try store.subscriptions().map(\.isTyped) == [true, true])
  }

  @Test("Why a feed failed is kept with it until it can be had")
  func failures() throws {
    var subscription = try #require(try store.subscriptions().first)
    subscription.failure = "is not there (404): check the address"
    subscription.restsUntil = now
    try store.save(subscription)
    #expect(try store.subscriptions().first?.failure == "is not there (404): check the address")
    subscription.failure = nil
    subscription.restsUntil = nil
    try store.save(subscription)
    #expect(try store.subscriptions().first == subscription)
  }

  @Test func `On a full disk a feed that has told of something is as if it had not been asked`()
    throws
  {
    let before = try store.subscriptions()
    var subscription = try #require(before.first)
    subscription.etag = "\"7\""
    let summary = String(repeating: "The ferry is late. ", count: 400)
    let entries = (1...200).map {
      NewsEntry(NewsItem(guid: "\($0)", title: "Ferry late", summary: summary), of: feed)
    }
    try store.limitPages(to: 100)
    let error = #expect(throws: StoreError.self) {
      try store.save(subscription, telling: entries, at: now)
    }
    #expect(error?.description == "The disk is full: the subscriptions were not saved.")
    #expect(try store.subscriptions() == before)
    #expect(try store.entries().isEmpty)
    try store.limitPages(to: 10_000)
    #expect(try store.save(subscription, telling: entries, at: now) == 200)
    #expect(try store.subscriptions().first?.etag == "\"7\"")
  }
}
