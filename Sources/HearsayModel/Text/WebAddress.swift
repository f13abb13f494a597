/// An address of the web that is fit to be handed to another program: `https://daily.example/talks`.
///
/// Articles are written by strangers. What is no address of a page, or holds anything that a program could take for
/// something else than an address, is none.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// As it is handed over.
  public let description: String

  /// Reads an address; `nil` where it is none that may be opened.
  public init?(_ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined()
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix), text.utf8.count < 4096
    else { return nil }
    let host = lower.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    guard host.first?.isLetter ?? false || host.first?.isNumber ?? false || host.first == "[",
      // Letters beyond ASCII are sent as they are: browsers know what to do with them. Nothing else is.
      text.unicodeScalars.allSatisfy({ !$0.isASCII ? $0.properties.isAlphabetic : Self.isFit($0) })
    else { return nil }
    description = text
  }

  private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: "-._~:/?#[]@!$&'()*+,;=%".unicodeScalars.contains(scalar)
    }
  }
}
