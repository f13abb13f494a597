import CCurl
import Foundation
package import HearsayFetching

/// Fetches what is at an address, within limits that no server can move.
///
/// Only http and https, from the open internet unless the person typed the address; five seconds to connect and twenty
/// in all; ten megabytes; certificates are verified, and nothing turns that off; no cookies.
package struct WebClient {
  private let agent: String
  /// Whoever stands between this machine and the open internet may be in its own network.
  private let proxies: Set<NetworkAddress>

  /// A client that says who it is.
  package init(agent: String) {
    self.agent = agent
    proxies = Self.proxies(in: ProcessInfo.processInfo.environment)
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))
  }

  /// What came of it.
  package struct Response {
    /// All that came; empty where nothing has changed.
    package var bytes: [UInt8] = []
    /// The header that says what it is.
    package var contentType: String?
    /// Whether it is what was known already.
    package var isUnchanged = false
    /// How it came.
    package var retrieval = FetchAnswer.Retrieval()
  }

  /// Fetches what a request asks for.
  package func response(to request: FetchRequest) throws(FetchError) -> Response {
    let limits = request.limits.bounded
    let given = request.address ?? ""
    guard let typed = WebAddressParts(given), !typed.host.isEmpty || !typed.isWeb else {
      throw .notAnAddress(given)
    }
    let deadline = ContinuousClock.now + .milliseconds(limits.total)
    var address = typed
    var hops = 0
    var movedForGood = true
    while true {
      guard address.isWeb else { throw .scheme(address.scheme) }
      // Whoever typed a host of one's own network means that host, and no other that it may name.
      let isTrusted = request.isTyped && address.host == typed.host && address.port == typed.port
      let transfer = Transfer(
        address: address, isTrusted: isTrusted, proxies: proxies, limits: limits)
      try transfer.run(agent: agent, known: hops == 0 ? request.known : nil, deadline: deadline)
      guard let next = transfer.nextAddress else {
        var response = try transfer.response()
        response.retrieval.address = address.whole
        response.retrieval.isMoved = hops > 0 && movedForGood
        return response
      }
      hops += 1
      movedForGood = movedForGood && transfer.isMovedForGood
      guard hops <= limits.redirects else { throw .tooManyRedirects(limits.redirects) }
      guard let whole = WebAddressParts(next, relativeTo: address.whole) else {
        throw .notAnAddress(next)
      }
      address = whole
    }
  }

  private static func proxies(in environment: [String: String]) -> Set<NetworkAddress> {
    let named = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
      .compactMap { environment[$0] }.filter { !$0.isEmpty }
    let hosts = Set(
      named.compactMap { WebAddressParts($0.contains("://") ? $0 : "http://\($0)")?.host })
    return Set(hosts.flatMap { NetworkAddress.all(ofHost: $0) })
  }
}
