import Foundation
import HearsayFetching
import HearsayIngest
import HearsayModel

/// A list of feeds in a file: OPML, or the `urls` of newsboat.
struct FeedList {
  /// Those that can be asked.
  let feeds: [FeedOutline]
  /// How many have another address than one of the web.
  let others: Int
  /// Whether somebody typed it: what others have put together leads into nobody's own network.
  let isOwn: Bool

  /// The list in a file or a pipe; `-` is standard input.
  init(inFile path: String) throws {
    let bytes = try InputFile(path).contents()
    let plain = String(decoding: bytes, as: UTF8.self)
    isOwn = !plain.contains("<outline")
    let all =
      isOwn
      ? plain.split(whereSeparator: \.isNewline).compactMap(Self.urlsLine)
      : try Self.outline(bytes, of: path)
    guard !all.isEmpty else { throw IngestError.notFetched(path: path, .notAFeed) }
    feeds = all.filter { WebAddress($0.address) != nil }
    others = all.count - feeds.count
  }

  private static func outline(_ bytes: [UInt8], of path: String) throws -> [FeedOutline] {
    do throws(FetchError) {
      let answer = try FetchProgram.located().answer(to: FetchRequest(.outline, bytes: bytes))
      guard case .outline(let feeds) = answer.content else { throw .notAFeed }
      return feeds
    } catch {
      throw IngestError.notFetched(path: path, error)
    }
  }

  /// `https://daily.example/feed.xml politics "~The Daily"`: an address, tags, and a title after a tilde.
  private static func urlsLine(_ line: Substring) -> FeedOutline? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let first = words.first, let address = WebAddress(String(first)) else { return nil }
    let rest = words.count > 1 ? words[1] : ""
    let title = rest.split(separator: "\"").first { $0.hasPrefix("~") }?.dropFirst()
    return FeedOutline(address: address.description, title: title.map(String.init))
  }

  /// The list as OPML.
  static func opml(_ feeds: [FeedOutline]) -> String {
    let lines = feeds.map { feed in
      "    <outline type=\"rss\" text=\"\(escaped(feed.title ?? feed.address))\" xmlUrl=\"\(escaped(feed.address))\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
        <head><title>Subscriptions</title></head>
        <body>
      \(lines.joined())  </body>
      </opml>

      """
  }

  private static func escaped(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar -> String.UnicodeScalarView in
          switch scalar {
          case "&": "&amp;".unicodeScalars
          case "<": "&lt;".unicodeScalars
          case ">": "&gt;".unicodeScalars
          case "\"": "&quot;".unicodeScalars
          case _ where scalar.properties.generalCategory == .control: " ".unicodeScalars
          default: String(scalar).unicodeScalars
          }
        }))
  }
}
