import Foundation

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
    let escaped = link.contains(" ") ? link.replacing(" ", with: "%20") : link
    guard let url = URL(string: escaped, relativeTo: base?.url)?.absoluteURL,
      ["http", "https"].contains(url.scheme?.lowercased() ?? ""), url.host?.isEmpty == false
    else { return nil }
    return url.absoluteString
  }
}
