import Foundation
import HearsayFetching
import HearsayTestSupport
import Testing

/// Servers that mean harm, or do it: each costs one error, and little time. All of them listen on 127.0.0.1.
@Suite("Hostile servers", .timeLimit(.minutes(40)))
struct HostileServerTests {
  private func ask(
    _ address: String, isTyped: Bool = true, known: FetchRequest.Known? = nil,
    _ change: (inout FetchLimits) -> Void = { _ in }
  ) throws(FetchError) -> FetchAnswer {
    var limits = FetchLimits()
    change(&limits)
    return try FetchProgram.located().answer(
      to: FetchRequest(.anything, at: address, isTyped: isTyped, known: known, limits: limits))
  }

  private func failure(
    _ address: String, isTyped: Bool = true, _ change: (inout FetchLimits) -> Void = { _ in }
  ) -> FetchError? {
    do throws(FetchError) {
      _ = try ask(address, isTyped: isTyped, change)
      return nil
    } catch {
      return error
    }
  }

  private static let feed =
    "<rss version='2.0'><channel><title>The Harbour Post</title><item><title>Ferry late</title><link>/ferry</link></item></channel></rss>"

  @Test("A page without an end is cut off at ten megabytes")
  func endless() throws {
    let server = try LoopbackServer { _, send in
      _ = send(Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>".utf8))
      let piece = [UInt8](repeating: 0x61, count: 1 << 16)
      while send(piece) {}
    }
    #expect(failure(server.address) == .tooLarge(10 << 20))
  }

  @Test("What grows to a gigabyte when it is unpacked is cut off, too")
  func bomb() throws {
    let zeros = Process()
    zeros.executableURL = URL(fileURLWithPath: "/bin/sh")
    zeros.arguments = ["-c", "head -c 1073741824 /dev/zero | gzip"]
    let pipe = Pipe()
    zeros.standardOutput = pipe
    try zeros.run()
    let bytes = Array(pipe.fileHandleForReading.readDataToEndOfFile())
    let server = try LoopbackServer { _, send in
      _ = send(
        LoopbackServer.reply("200 OK", headers: ["Content-Encoding: gzip"], body: bytes))
    }
    #expect(failure(server.address) == .tooLarge(10 << 20))
  }

  @Test("A byte at a time is too slow")
  func drip() throws {
    let server = try LoopbackServer { _, send in
      _ = send(Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8))
      while send([0x61]) { usleep(200_000) }
    }
    let started = ContinuousClock.now
    #expect(failure(server.address) { $0.patience = 1 } == .tooSlow)
    #expect(ContinuousClock.now - started < .seconds(15))
  }

  @Test("So is no answer at all")
  func silence() throws {
    let server = try LoopbackServer { _, _ in sleep(30) }
    #expect(failure(server.address) { $0.total = 500 } == .tooSlow)
  }

  @Test("A server that sends on to itself is left after five times")
  func loop() throws {
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply("302 Found", headers: ["Location: /again"], body: []))
    }
    #expect(failure(server.address) == .tooManyRedirects(5))
    #expect(server.requests.count == 6)
  }

  @Test("Five times is followed, eight times is not", arguments: [(5, true), (8, false)])
  func hops(count: Int, arrives: Bool) throws {
    let server = try LoopbackServer { request, send in
      let number = Int(request.split(separator: " ")[1].dropFirst()) ?? 0
      _ = send(
        number < count
          ? LoopbackServer.reply("302 Found", headers: ["Location: /\(number + 1)"], body: [])
          : LoopbackServer.reply(
            "200 OK", type: "application/rss+xml", body: Array(Self.feed.utf8)))
    }
    #expect(failure(server.address + "/0") == (arrives ? nil : .tooManyRedirects(5)))
  }

  @Test(
    "Nothing but http and https is opened, also where a server sends on to it",
    arguments: [
      "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:70/_x", "dict://127.0.0.1/",
    ])
  func schemes(target: String) throws {
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply("302 Found", headers: ["Location: \(target)"], body: []))
    }
    let scheme = String(target.prefix { $0 != ":" })
    #expect(failure(server.address) == .scheme(scheme))
    #expect(failure(target) == .scheme(scheme))
  }

  @Test("A typed address may be on this machine; a link, or where a server sends on to, may not")
  func privateTargets() throws {
    let inner = try LoopbackServer.pages([
      "/": ("application/rss+xml", Self.feed)
    ])
    let outer = try LoopbackServer { _, send in
      _ = send(
        LoopbackServer.reply("302 Found", headers: ["Location: \(inner.address)/"], body: []))
    }
    #expect(failure(inner.address + "/") == nil)
    #expect(failure(inner.address + "/", isTyped: false) == .privateTarget("127.0.0.1"))
    #expect(failure(outer.address) == .privateTarget("127.0.0.1"))
    #expect(inner.requests.count == 1)
    for host in ["localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"] {
      let error = failure("http://\(host):\(inner.port)/", isTyped: false)
      #expect(error != nil)
    }
    #expect(inner.requests.count == 1)
  }

  @Test("Who promises more than comes has broken off")
  func shortBody() throws {
    let server = try LoopbackServer { _, send in
      _ = send(
        Array(
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>No".utf8))
    }
    #expect(failure(server.address) == .brokenOff("127.0.0.1"))
  }

  @Test("Of what is more than was promised only so much is read")
  func longBody() throws {
    let server = try LoopbackServer { _, send in
      _ = send(
        Array(
          "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 13\r\n\r\nThe quay is shut for good."
            .utf8))
    }
    #expect(try ask(server.address).content == .text("The quay is s"))
  }

  @Test("So has who sends garbage for pieces")
  func chunks() throws {
    let server = try LoopbackServer { _, send in
      _ = send(
        Array(
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzzzz\r\nhello"
            .utf8))
    }
    #expect(failure(server.address) == .brokenOff("127.0.0.1"))
  }

  @Test(
    "A header of a megabyte is not read to its end, in one line, in a thousand or in a hundred thousand",
    arguments: [(1, 1 << 20), (1_000, 1_000), (131_072, 4)])
  func header(lines: Int, length: Int) throws {
    let server = try LoopbackServer { _, send in
      _ = send(Array("HTTP/1.1 200 OK\r\n".utf8))
      let line = Array("X: \(String(repeating: "a", count: length))\r\n".utf8)
      for _ in 0..<lines where send(line) {}
      _ = send(Array("\r\n<p>".utf8))
    }
    #expect([.tooLarge(10 << 20), .brokenOff("127.0.0.1")].contains(failure(server.address)))
  }

  @Test("What is no HTTP is no answer")
  func garbage() throws {
    let server = try LoopbackServer { _, send in
      _ = send((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    }
    #expect(failure(server.address) == .brokenOff("127.0.0.1"))
  }

  @Test(
    "Encryption that ends before it began, or within its first answer, is said, and nothing is read",
    arguments: [[], [0x16, 0x03, 0x03, 0x00, 0x7A, 0x02]] as [[UInt8]])
  func cutOff(beginning: [UInt8]) throws {
    let server = try LoopbackServer { _, send in _ = send(beginning) }
    #expect(failure("https://127.0.0.1:\(server.port)/") == .brokenOff("127.0.0.1"))
  }

  @Test(
    "A certificate that nobody vouches for is not believed",
    .enabled(if: access("/usr/bin/openssl", X_OK) == 0, "skipped: needs openssl"))
  func certificate() throws {
    let folder = try TemporaryFolder()
    let port = try LoopbackServer { _, _ in }.port
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/bin/sh")
    server.arguments = [
      "-c",
      "cd '\(folder.path)' && openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out certificate -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 2>/dev/null && exec openssl s_server -accept 127.0.0.1:\(port) -key key -cert certificate -www",
    ]
    let output = Pipe()
    server.standardOutput = output
    server.standardError = FileHandle.nullDevice
    try server.run()
    defer { server.terminate() }
    // It says so when it listens.
    var said = ""
    while !said.contains("ACCEPT"), case let piece = output.fileHandleForReading.availableData,
      !piece.isEmpty
    {
      said += String(decoding: piece, as: UTF8.self)
    }
    guard case .certificate("127.0.0.1", _)? = failure("https://127.0.0.1:\(port)/") else {
      Issue.record("the certificate was believed")
      return
    }
    // Unless the environment says that this one is to be believed.
    var question = try JSONEncoder().encode(
      FetchRequest(at: "https://127.0.0.1:\(port)/", isTyped: true))
    question.append(0x0A)
    let answer = try ChildProcess(
      path: FetchProgram.located().path,
      environment: ["SSL_CERT_FILE=\(folder.path("certificate"))"]
    ).output(for: Array(question), within: 20_000, atMost: 1 << 20, isStopped: { false })
    guard case .answer = try JSONDecoder().decode(FetchReply.self, from: Data(answer)) else {
      Issue.record("\(String(decoding: answer, as: UTF8.self))")
      return
    }
  }

  @Test("Where nobody listens the connection is refused")
  func refused() throws {
    let port = try LoopbackServer { _, _ in }.port
    #expect(failure("http://127.0.0.1:\(port)/") == .refused("127.0.0.1"))
  }

  @Test(
    "A refusal is told with what it is",
    arguments: ["401 Unauthorized", "403 Forbidden", "404 Not Found", "410 Gone", "500 Trouble"])
  func refusals(status: String) throws {
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply(status, body: Array("<p>No.".utf8)))
    }
    #expect(failure(server.address) == .status(Int(status.prefix(3)) ?? 0, retryAfter: nil))
  }

  @Test("Who is asked too often says for how long to wait")
  func tooOften() throws {
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply("429 Slow Down", headers: ["Retry-After: 120"], body: []))
    }
    #expect(failure(server.address) == .status(429, retryAfter: 120))
  }

  @Test("A film is not fetched")
  func types() throws {
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply("200 OK", type: "video/mp4", body: [0, 1, 2]))
    }
    #expect(failure(server.address) == .notReadable("video/mp4"))
  }

  @Test("What has not changed is not sent again")
  func conditional() throws {
    let server = try LoopbackServer { request, send in
      _ = send(
        request.contains("If-None-Match: \"7\"")
          ? LoopbackServer.reply("304 Not Modified", body: [])
          : LoopbackServer.reply(
            "200 OK", type: "application/rss+xml", headers: ["ETag: \"7\""],
            body: Array(Self.feed.utf8)))
    }
    let first = try ask(server.address)
    #expect(first.retrieval.etag == "\"7\"")
    #expect(
      try ask(server.address, known: .init(etag: first.retrieval.etag)).content == .unchanged)
  }

  @Test("No cookie ever goes back")
  func cookies() throws {
    let server = try LoopbackServer { request, send in
      let hasCookie = request.lowercased().contains("cookie:")
      _ = send(
        request.hasPrefix("GET /next")
          ? LoopbackServer.reply(
            hasCookie ? "500 Cookie" : "200 OK", type: "application/rss+xml",
            body: Array(Self.feed.utf8))
          : LoopbackServer.reply(
            "302 Found", headers: ["Set-Cookie: reader=1; Path=/", "Location: /next"], body: []))
    }
    #expect(failure(server.address) == nil)
  }

  @Test("A feed in UTF-16 reads as any other")
  func wide() throws {
    let units = Self.feed.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let bytes: [UInt8] = [0xFF, 0xFE] + units
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply("200 OK", type: "application/rss+xml", body: bytes))
    }
    guard case .feed(let feed) = try ask(server.address).content else {
      Issue.record("no feed")
      return
    }
    #expect(feed["feed"]?["title"]?.string == "The Harbour Post")
    #expect(feed["entries"]?.array?.first?["link"]?.string == "\(server.address)/ferry")
  }

  private static let page = """
    <!doctype html><html lang="en"><head><title>Quay stays shut</title></head><body><article>
    <h1>Quay stays shut</h1>
    <p>“We had no choice,” Mayor Åsa Lund told reporters on Monday, and went home to the café.</p>
    <p>The Road Agency said that the quay would open in May, when the ferry is back from the yard.</p>
    </article></body></html>
    """

  /// The paragraphs of that page, whatever it was sent as.
  private func paragraphs(of bytes: [UInt8], as type: String) throws -> [String] {
    let server = try LoopbackServer { _, send in
      _ = send(LoopbackServer.reply("200 OK", type: type, body: bytes))
    }
    guard case .page(let page) = try ask(server.address).content else { return [] }
    return page.paragraphs.map(\.text)
  }

  @Test(
    "A page in another character set than its server says reads as it was written",
    arguments: [
      "text/html; charset=us-ascii", "text/html; charset=utf-16", "text/html; charset=none-such",
      "text/html; charset=", "text/html",
    ])
  func wrongCharset(type: String) throws {
    #expect(
      try paragraphs(of: Array(Self.page.utf8), as: type).first?.contains("Åsa Lund") == true)
  }

  @Test("So does one in an older character set that is said to be UTF-8")
  func oldCharset() throws {
    let latin = Self.page.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
    let words = try paragraphs(of: latin, as: "text/html; charset=utf-8")
    #expect(
      words.first?.hasPrefix("“We had no choice,” Mayor Åsa Lund told reporters") == true)
  }

  @Test(
    "A page in UTF-16 reads as any other, whatever its server says",
    arguments: ["text/html", "text/html; charset=utf-8", "text/html; charset=utf-16le"],
    [true, false])
  func widePage(type: String, isMarked: Bool) throws {
    let units = Self.page.utf16.flatMap { unit -> [UInt8] in
      [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let words = try paragraphs(of: (isMarked ? [0xFF, 0xFE] : []) + units, as: type)
    #expect(words.first?.contains("Åsa Lund") == true)
  }

  @Test("Bytes that bring the program to grief cost one error", arguments: [0, 1, 7, 64, 4_096])
  func rubbish(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761) }
    let program = try FetchProgram.located()
    for wanted in [FetchRequest.Wanted.article, .feed, .news, .outline, .anything] {
      #expect(throws: FetchError.self) {
        _ = try program.answer(to: FetchRequest(wanted, bytes: [0x3C, 0x00] + bytes))
      }
    }
  }
}
