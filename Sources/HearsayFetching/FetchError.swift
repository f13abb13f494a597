/// Why there is no page and no feed: a closed list, with the facts.
public enum FetchError: Error, Codable, Hashable, Sendable {
  /// No address of the web.
  case notAnAddress(String)
  /// Neither http nor https, also after a redirect.
  case scheme(String)
  /// Nobody knows this host.
  case noSuchHost(String)
  /// The host lets nobody in there.
  case refused(String)
  /// There is no way to the host.
  case unreachable(String)
  /// The address leads to this machine or into a private network, and nobody typed it.
  case privateTarget(String)
  /// Nobody can be sure that it is this host.
  case certificate(String, reason: String)
  /// The connection ended, or what came was no answer.
  case brokenOff(String)
  /// The server says no; where it says for how long, `retryAfter` has the seconds.
  case status(Int, retryAfter: Int?)
  /// Sent on more often than this.
  case tooManyRedirects(Int)
  /// More bytes than this.
  case tooLarge(Int)
  /// Not there in time.
  case tooSlow
  /// Nothing in it.
  case empty
  /// Something that is not read, such as a picture.
  case notReadable(String)
  /// A page without an article.
  case notAnArticle
  /// Only the beginning of an article: the rest is for subscribers.
  case paywall
  /// Neither a feed nor a page that names one.
  case notAFeed
  /// Nothing is fetched now: that was asked for.
  case offline
  /// The program that reads pages and feeds is not there.
  case missingProgram(looked: [String])
  /// A program of others is needed for it, which is in a package of the system, and is not there.
  case missingReader(program: String, package: String)
  /// That program came to grief over it.
  case crashed
  /// Somebody stopped it.
  case stopped
}

// MARK: - In words

extension FetchError: CustomStringConvertible {
  /// What went wrong, and what can be done, as a sentence without its subject: "cannot be found: …".
  public var description: String {
    switch self {
    case .notAnAddress: "is no address of the web"
    case .scheme(let scheme):
      "leads to \(scheme.isEmpty ? "nothing" : scheme):, and only http and https are opened"
    case .noSuchHost(let host):
      "cannot be found: there is no host \(host); check the address and the connection"
    case .refused(let host): "cannot be had: \(host) refused the connection; try again later"
    case .unreachable(let host): "cannot be had: there is no way to \(host); check the connection"
    case .privateTarget(let host):
      "leads to \(host) in a private network, which is only opened where you type it yourself"
    case .certificate(let host, let reason):
      "is not opened: the certificate of \(host) does not hold (\(reason))"
    case .brokenOff: "broke off before all of it was there; try again"
    case .status(let code, _): Self.words(forStatus: code)
    case .tooManyRedirects(let limit): "sends on more than \(limit) times"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MB"
    case .tooSlow: "is too slow: try again later"
    case .empty: "is empty"
    case .notReadable(let type): "is \(type), which hearsay cannot read"
    case .notAnArticle: "has no article that could be read; open it in the browser"
    case .paywall: "shows only its beginning without a subscription; open it in the browser"
    case .notAFeed: "is no feed and names none"
    case .offline: "is not here, and nothing is fetched with --offline"
    case .missingProgram(let looked):
      "cannot be read: hearsay-fetch is neither in \(looked.joined(separator: " nor in ")); texts can be opened all the same"
    case .missingReader(let program, let package):
      "cannot be read: \(program) is not installed; it is in the package \(package)"
    case .crashed: "cannot be read: hearsay-fetch came to grief over it"
    case .stopped: "was stopped"
    }
  }

  private static func words(forStatus code: Int) -> String {
    switch code {
    case 401, 403:
      "is not shown to hearsay (\(code)): it may need a subscription; open it in the browser"
    case 404: "is not there (404): check the address"
    case 410: "was taken down for good (410)"
    case 429: "is not shown now (429): the server was asked too often; try again later"
    case 500...: "cannot be had: the server has trouble (\(code)); try again later"
    default: "cannot be had: the server answers \(code)"
    }
  }
}
