import Foundation
import Synchronization

/// A server on this machine that answers as a test wants it to, also rudely: what it sends is bytes, not HTTP.
///
/// It listens on 127.0.0.1 alone, at a port that the system picks, until it is let go.
public final class LoopbackServer: Sendable {
  /// Answers one request: gets its first lines, and a way to send bytes that says whether somebody still listens.
  public typealias Answer = @Sendable (_ request: String, _ send: ([UInt8]) -> Bool) -> Void

  /// Where it listens.
  public let port: Int
  private let listener: Int32
  private let seen = Mutex<[String]>([])

  /// "http://127.0.0.1:40000"
  public var address: String { "http://127.0.0.1:\(port)" }
  /// The first lines of all requests so far.
  public var requests: [String] { seen.withLock { $0 } }

  /// Listens, and answers each connection once.
  public init(_ answer: @escaping Answer) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listening = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listening, $0, size) == 0 && listen(listening, 128) == 0
          && getsockname(listening, $0, &size) == 0
      }
    }
    guard isBound else { throw ServerProblem() }
    port = Int(address.sin_port.bigEndian)
    let box = Box()
    Thread.detachNewThread {
      while true {
        let client = accept(listening, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread {
          let request = Self.request(from: client)
          box.note?(request)
          answer(request) { Self.send($0, to: client) }
          close(client)
        }
      }
    }
    box.note = { [weak self] request in
      self?.seen.withLock { $0.append(String(request.prefix { $0 != "\r" })) }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private final class Box: @unchecked Sendable {
    var note: ((String) -> Void)?
  }

  private static func request(from client: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // What begins with this byte is encrypted, and ends otherwise.
    while bytes.first != 0x16, !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n"),
      bytes.count < 1 << 16
    {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func send(_ bytes: [UInt8], to client: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

/// No port could be had.
struct ServerProblem: Error {}

extension LoopbackServer {
  /// A server with these pages, by their paths: each its content type and its words. Everything else is not there.
  public static func pages(_ pages: [String: (type: String, body: String)]) throws -> LoopbackServer
  {
    try LoopbackServer { request, send in
      let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      guard let page = pages[path] else {
        _ = send(reply("404 Not Found", body: []))
        return
      }
      _ = send(reply("200 OK", type: page.type, body: Array(page.body.utf8)))
    }
  }

  /// An answer in HTTP.
  public static func reply(
    _ status: String, type: String = "text/html", headers: [String] = [], body: [UInt8]
  ) -> [UInt8] {
    let lines =
      [
        "HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.count)",
        "Connection: close",
      ]
      + headers
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }
}
