import Foundation
import HearsayModel
import HearsayScreen
import Testing

@testable import HearsayReader

@Suite("Feeds, and what they tell of, in the reader")
struct NewsTests {
  private static let feeds: [Subscription] = {
    var courier = Subscription(
      address: "https://courier.example/feed.xml", title: "The Daily Courier")
    (courier.unread, courier.entries) = (2, 14)
    courier.asked = Date(timeIntervalSince1970: 1_749_990_000)
    var post = Subscription(address: "https://post.example/rss", title: "Norrvik Post")
    post.entries = 3
    post.failure = "is not there (404): check the address"
    return [courier, post]
  }()

  private static let entries: [NewsEntry] = {
    var first = NewsEntry(
      NewsItem(
        guid: "1", link: "https://courier.example/harbour", title: "Harbour talks break off",
        author: "Ida Strand", published: "2025-06-14"),
      of: feeds[0].address)
    first.id = 1
    var second = NewsEntry(
      NewsItem(guid: "2", link: "https://courier.example/tunnel", title: "Tunnel to close"),
      of: feeds[0].address)
    second.id = 2
    var third = NewsEntry(NewsItem(guid: "3", title: "No address"), of: feeds[1].address)
    third.id = 3
    return [first, second, third]
  }()

  private func bench(_ keys: String) throws -> Bench {
    var bench = try Bench.reading()
    bench.press(keys)
    bench.tell(.newsListed(feeds: Self.feeds, entries: Self.entries))
    return bench
  }

  private func page(_ path: String) throws -> Request {
    .page(try #require(WebAddress("https://courier.example/" + path)))
  }

  @Test func `Feeds are listed with what is new, when they were asked and why one failed`() throws {
    let bench = try bench("B")
    #expect(bench.deeds == [.news(.list(of: nil, .new))])
    #expect(bench.row(with: "The Daily Courier")?.contains("2 new of 14") == true)
    #expect(bench.row(with: "courier.example/feed.xml")?.contains("checked today") == true)
    #expect(bench.row(with: "check the address")?.contains("never checked") == true)
    #expect(bench.text.contains("Feeds · 2 new"))
  }

  @Test func `What is new is listed with its feed, author and day`() throws {
    let bench = try bench("H")
    #expect(bench.deeds == [.news(.list(of: nil, .new))])
    #expect(bench.row(with: "Harbour talks break off")?.contains("14 Jun") == true)
    #expect(bench.row(with: "Ida Strand")?.contains("The Daily Courier · Ida Strand") == true)
    #expect(bench.text.contains("News · new"))
  }

  @Test func `A feed opens what is new in it, and one with nothing new everything`() throws {
    var bench = try bench("B")
    bench.forgetEffects()
    bench.press("Enter")
    #expect(bench.deeds == [.news(.list(of: Self.feeds[0].address, .new))])
    #expect(bench.text.contains("News · The Daily Courier · new"))
    bench.press("q j Enter")
    #expect(bench.deeds.last == .news(.list(of: Self.feeds[1].address, .all)))
  }

  @Test func `An entry opens its page, is read then, and one step comes back to the list`() throws {
    var bench = try bench("H")
    bench.forgetEffects()
    bench.press("j Enter")
    #expect(bench.deeds == [.news(.locate(Self.entries[1])), .open(try page("tunnel"))])
    let article = Article(id: "sha256:t", title: "Tunnel", text: ArticleText("It closes."))
    bench.tell(.articleLoaded(article, from: try page("tunnel")))
    #expect(bench.text.contains("It closes."))
    bench.press("q")
    #expect(bench.text.contains("News · new"))
    let rows = bench.text.split(separator: "\n").map(String.init)
    let row = try #require(rows.firstIndex { $0.contains("Tunnel to close") })
    #expect(rows[row + 1].contains(" read"))
  }

  @Test func `An entry without an address says so`() throws {
    var bench = try bench("H")
    bench.press("j j Enter")
    #expect(bench.text.contains("The feed gives no address for this entry."))
  }

  @Test func `An entry is put aside for later, or read without being opened`() throws {
    var bench = try bench("H")
    bench.forgetEffects()
    bench.press("I P")
    #expect(bench.deeds == [.news(.mark(1, .read)), .news(.mark(2, .later))])
    #expect(bench.text.contains("for later"))
    bench.press("k I")
    #expect(bench.deeds.last == .news(.mark(2, .read)))
    bench.press("%")
    #expect(bench.deeds.last == .news(.markAllRead(of: nil)))
  }

  @Test func `The list turns from what is new to what is for later and to everything`() throws {
    var bench = try bench("H")
    bench.forgetEffects()
    bench.press("v v v")
    #expect(
      bench.deeds == [
        .news(.list(of: nil, .later)), .news(.list(of: nil, .all)), .news(.list(of: nil, .new)),
      ])
  }

  @Test func `Feeds are asked in the background, with how far that is, and one key stops it`()
    throws
  {
    var bench = try bench("B")
    bench.forgetEffects()
    bench.press("*")
    #expect(bench.deeds == [.news(.refresh(nil))])
    var progress = RefreshProgress(of: 2)
    (progress.done, progress.new) = (1, 5)
    bench.tell(.newsRefreshed(progress))
    #expect(bench.text.contains("checking feed 2 of 2 · 5 new · Esc stops it"))
    bench.press("*")
    #expect(bench.text.contains("The feeds are already being refreshed."))
    bench.press("j")
    bench.forgetEffects()
    bench.press("Esc")
    #expect(bench.deeds == [.news(.cancelRefresh)])
    #expect(bench.text.contains("stopped: 1 of 2 feeds were checked"))
    bench.tell(.newsRefreshed(progress))
    #expect(!bench.text.contains("checking"))
  }

  @Test func `A failing feed stops nobody, and the end says how many there are`() throws {
    var bench = try bench("H")
    bench.press("*")
    var progress = RefreshProgress(of: 2)
    (progress.done, progress.new, progress.failed) = (2, 3, 1)
    bench.tell(.newsRefreshed(progress))
    #expect(bench.text.contains("3 new in 2 feeds · 1 failed: B says why"))
  }

  @Test func `What is selected stays selected when the list comes anew`() throws {
    var bench = try bench("H")
    bench.press("j")
    var more = Self.entries
    var newest = NewsEntry(
      NewsItem(guid: "9", title: "Later news"), of: Self.feeds[0].address)
    newest.id = 9
    more.insert(newest, at: 0)
    bench.tell(.newsListed(feeds: Self.feeds, entries: more))
    #expect(bench.text.contains("3 of 4"))
  }

  @Test func `Without feeds both lists say how one comes`() throws {
    var bench = try Bench.reading()
    for key in ["B", "H"] {
      bench.press(key)
      bench.tell(.newsListed(feeds: [], entries: []))
      #expect(bench.text.contains("hearsay subscribe ADDRESS adds one"))
    }
    bench.press("*")
    #expect(bench.deeds.last == .bell)
  }
}
