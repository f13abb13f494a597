/// A link in an article: the words that carry it, and where it leads.
public struct ArticleLink: Hashable, Sendable {
  /// The words.
  public var span: Span
  /// A whole address of the web.
  public var address: String

  /// A link from these words.
  public init(span: Span, address: String) {
    self.span = span
    self.address = address
  }

  /// The host of an address, in small letters and without "www."; `nil` where it has none.
  public static func host(of address: String) -> String? {
    guard let start = address.firstRange(of: "://") else { return nil }
    let host = address[start.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
    if host.isEmpty { return nil }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
