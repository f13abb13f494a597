import Foundation
import HearsayTestSupport
import Synchronization
import Testing

/// A day with the news in a real terminal: everything that comes from outside comes from a server on this machine.
@Suite(
  "A day with the news", .enabled(if: Tmux.isThere, Tmux.missing), .timeLimit(.minutes(5)))
struct NewsDayEndToEndTests {
  /// A paper, and another one that it quotes; what the first says may change.
  private final class Town: Sendable {
    let ferry = Mutex(
      "<p>Mayor Ana Lund told <a href='/kust/talks'>Kustbladet</a> on Monday that the talks had failed for the third time.</p><p>The ferries will stay in the harbour until the end of the week, and the islands will be served by air.</p>"
    )

    func server() throws -> LoopbackServer {
      try LoopbackServer { [self] request, send in
        let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        _ = send(answer(path))
      }
    }

    private func answer(_ path: String) -> [UInt8] {
      func page(_ title: String, _ paragraphs: String) -> [UInt8] {
        LoopbackServer.reply(
          "200 OK",
          body: Array(
            "<!doctype html><html lang='en'><head><title>\(title)</title><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body><article><h1>\(title)</h1>\(paragraphs)</article></body></html>"
              .utf8))
      }
      switch path {
      case "/":
        return page("The Harbour Post", "<p>Front page of the day, with all the news there is.</p>")
      case "/feed.xml":
        return LoopbackServer.reply(
          "200 OK", type: "application/rss+xml",
          body: Array(
            "<rss version='2.0'><channel><title>The Harbour Post</title><item><title>Ferries stay in port</title><link>/ferry</link></item><item><title>Gone for good</title><link>/gone</link></item></channel></rss>"
              .utf8))
      case "/ferry": return page("Ferries stay in port", ferry.withLock { $0 })
      case "/kust/talks":
        return page(
          "Talks fail again",
          "<p>The talks on the harbour of Port Elma failed for a third time on Sunday night, Mayor Ana Lund said.</p><p>A source close to the union told Kustbladet that nobody had expected anything else this time.</p>"
        )
      default: return LoopbackServer.reply("404 Not Found", body: [])
      }
    }
  }

  @Test(
    "An address is opened, its link is followed and come back from, a feed is read and read again offline",
    arguments: [(80, 24), (120, 40)])
  func day(columns: Int, rows: Int) throws {
    let town = Town()
    var server: LoopbackServer? = try town.server()
    let address = try #require(server?.address)
    let terminal = try Tmux(columns: columns, rows: rows)
    defer { terminal.removeHome() }
    try FileManager.default.createDirectory(
      atPath: terminal.home + "/config/hearsay", withIntermediateDirectories: true)
    try Data("model = false\n".utf8)
      .write(to: URL(fileURLWithPath: terminal.home + "/config/hearsay/config.toml"))

    // An address; its link, and back.
    try terminal.start("\(address)/ferry", showing: "served by air")
    try terminal.wait(for: "●")
    try terminal.press("]")
    try terminal.wait(for: "/kust/talks · Enter")
    try terminal.press("Enter")
    try terminal.wait(for: "nobody had expected")
    try terminal.press("q")
    try terminal.wait(for: "served by air")
    try terminal.press("Q")
    try terminal.waitForEnd()

    // A page names its feed.
    #expect(
      try terminal.shell("\(try #require(Tmux.program)) subscribe \(address)/")
        .contains("The Harbour Post: 2 new"))
    try terminal.start("news", showing: "Ferries stay in port")
    try terminal.press("*")
    try terminal.wait(for: "0 new in 1 feed")
    try terminal.press("j", "Enter")
    try terminal.wait(for: "is not there (404)")
    try terminal.press("Q")
    try terminal.waitForEnd()

    // What was read and marked is there without the server, and what it says later is a new version.
    try terminal.start("\(address)/ferry", showing: "served by air")
    try terminal.wait(for: "●")
    try terminal.press("Tab", "m")
    try terminal.wait(for: "✎")
    try terminal.press("Q")
    try terminal.waitForEnd()
    town.ferry.withLock {
      $0 =
        $0.replacing("third time", with: "fourth time")
        + "<p>The union said that it would call a strike for Wednesday morning at all piers.</p>"
    }
    try terminal.start("\(address)/ferry", showing: "new version")
    try terminal.press("Z")
    try terminal.wait(for: "+ the union")
    try terminal.wait(for: "fourth time")
    try terminal.press("Q")
    try terminal.waitForEnd()
    server = nil
    try terminal.start("--offline \(address)/ferry", showing: "fourth time")
    try terminal.press("M")
    try terminal.wait(for: "talks had failed")
    try terminal.press("Q")
    try terminal.waitForEnd()
  }
}
