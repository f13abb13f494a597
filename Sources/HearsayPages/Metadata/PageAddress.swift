import Foundation

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }
}

/// The address that links of a page are told from.
struct PageAddress {
  let text: String
  private let url: URL

  init?(_ text: String?) {
    guard let text, let url = URL(string: text),
      ["http", "https"].contains(url.scheme?.lowercased() ?? "")
    else { return nil }
    self.text = text
    self.url = url
  }

  /// A link's whole address; `nil` for scripts, mail, places on the page itself, and what is no address.
  static func whole(_ link: String, from base: PageAddress?) -> String? {
    let link = link.trimmingBlanks
    guard !link.isEmpty, !link.hasPrefix("#"), link.utf8.count < 2000 else { return nil }
    guard let url = URL(string: escaped(link), relativeTo: base?.url)?.absoluteURL,
      ["http", "https"].contains(url.scheme?.lowercased() ?? ""), url.host?.isEmpty == false
    else { return nil }
    return url.absoluteString
  }

  /// A link in which everything that no address may have is escaped, but for its host, and nothing twice.
  private static func escaped(_ link: String) -> String {
    let bytes = Array(link.utf8)
    var escaped: [UInt8] = []
    let path = endOfHost(bytes)
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
      let isAllowed =
        switch byte {
        case 0x25:
          index + 2 < bytes.count && bytes[index + 1].isHexDigit && bytes[index + 2].isHexDigit
        case 0x23: !hasFragment
        default: index < path || allowed.contains(byte)
        }
      if byte == 0x23 { hasFragment = true }
      if isAllowed {
        escaped.append(byte)
      } else {
        escaped += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Where the host ends of `https://host/path` or `//host/path`; 0 where there is none.
  private static func endOfHost(_ bytes: [UInt8]) -> Int {
    let opening = bytes.prefix { ![0x2F, 0x3F, 0x23].contains($0) }.count
    let slashes: [UInt8] = [0x2F, 0x2F]
    guard opening == 0 || bytes[opening - 1] == 0x3A, bytes[opening...].starts(with: slashes) else {
      return 0
    }
    return opening + 2 + bytes[(opening + 2)...].prefix { ![0x2F, 0x3F, 0x23].contains($0) }.count
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
  /// What RFC 3986 allows in a path and after it, besides the sign of a fragment and of what is escaped.
  private static let allowed = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=".utf8)
}
