import CCurl
import Foundation
import HearsayFetching

/// One question to one server, and its answer as far as it is borne.
final class Transfer {
  private let address: WebAddressParts
  private let isTrusted: Bool
  private let proxies: Set<NetworkAddress>
  private let limits: FetchLimits

  private var body: [UInt8] = []
  private var headers: [String: String] = [:]
  private var headerBytes = 0
  private var status = 0
  private var retryAfter: Int?
  /// Why it was ended from here.
  private var refusal: FetchError?

  init(
    address: WebAddressParts, isTrusted: Bool, proxies: Set<NetworkAddress>, limits: FetchLimits
  ) {
    self.address = address
    self.isTrusted = isTrusted
    self.proxies = proxies
    self.limits = limits
  }

  /// Where the server sends on to.
  var nextAddress: String? {
    (300...399).contains(status) && status != 304 ? headers["location"] : nil
  }

  /// Whether it says that this holds for good.
  var isMovedForGood: Bool { status == 301 || status == 308 }

  /// What the server answered.
  ///
  /// - Throws: its refusal.
  func response() throws(FetchError) -> WebClient.Response {
    var response = WebClient.Response()
    response.retrieval.etag = headers["etag"]
    response.retrieval.lastModified = headers["last-modified"]
    if status == 304 {
      response.isUnchanged = true
      return response
    }
    guard (200...299).contains(status) else { throw .status(status, retryAfter: retryAfter) }
    guard !body.isEmpty else { throw .empty }
    response.bytes = body
    response.contentType = headers["content-type"]
    return response
  }
}

// MARK: - Asking

extension Transfer {
  /// Asks, and takes the answer in.
  func run(
    agent: String, known: FetchRequest.Known?, deadline: ContinuousClock.Instant
  ) throws(FetchError) {
    let left = (deadline - ContinuousClock.now) / .milliseconds(1)
    guard left >= 1 else { throw .tooSlow }
    guard let handle = curl_easy_init() else { throw .crashed }
    defer { curl_easy_cleanup(handle) }
    var list = known.map { Self.conditions($0) } ?? nil
    list = curl_slist_append(
      list,
      "Accept: text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/*;q=0.8, application/json;q=0.7, application/pdf;q=0.5"
    )
    defer { curl_slist_free_all(list) }
    set(handle, CURLOPT_NOSIGNAL, 1)
    set(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connecting)
    set(handle, CURLOPT_TIMEOUT_MS, Int(left))
    set(handle, CURLOPT_LOW_SPEED_LIMIT, limits.slowest)
    set(handle, CURLOPT_LOW_SPEED_TIME, limits.patience)
    set(handle, CURLOPT_MAXFILESIZE, limits.bytes)
    set(handle, CURLOPT_SSL_VERIFYPEER, 1)
    set(handle, CURLOPT_SSL_VERIFYHOST, 2)
    CCurlSetPointer(handle, CURLOPT_HTTPHEADER, list)
    let context = Unmanaged.passUnretained(self).toOpaque()
    CCurlSetOpener(handle, { Transfer.from($0).open($2) }, context)
    CCurlSetWriter(
      handle, CURLOPT_WRITEFUNCTION,
      { Transfer.from($3).take(UnsafeRawBufferPointer(start: $0, count: $1 * $2)) }, context)
    CCurlSetWriter(
      handle, CURLOPT_HEADERFUNCTION,
      { Transfer.from($3).takeHeader(UnsafeRawBufferPointer(start: $0, count: $1 * $2)) }, context)
    let texts = [
      (CURLOPT_URL, address.whole), (CURLOPT_USERAGENT, agent), (CURLOPT_ACCEPT_ENCODING, ""),
      (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_NOPROXY, Self.withoutProxy),
    ]
    let result = withTexts((texts + Self.certificates).map(\.1)) { copies in
      for ((option, _), text) in zip(texts + Self.certificates, copies) {
        CCurlSetPointer(handle, option, text)
      }
      return curl_easy_perform(handle)
    }
    status = CCurlNumber(handle, CURLINFO_RESPONSE_CODE)
    let seconds = CCurlOffset(handle, CURLINFO_RETRY_AFTER)
    retryAfter = seconds > 0 ? Int(seconds) : nil
    if let error = refusal ?? error(result, handle) { throw error }
  }

  private func set(_ handle: UnsafeMutableRawPointer, _ option: CURLoption, _ value: Int) {
    CCurlSetNumber(handle, option, value)
  }

  /// libcurl keeps copies of texts; they need only be here while it is told.
  private func withTexts<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies)
  }

  /// Hosts that no proxy is asked for: those that the environment names, and this machine.
  private static var withoutProxy: String {
    let named =
      ["no_proxy", "NO_PROXY"].lazy
      .compactMap { ProcessInfo.processInfo.environment[$0] }.first ?? ""
    return (named.isEmpty ? "" : named + ",") + "localhost,127.0.0.1,::1"
  }

  /// Whom the environment trusts to vouch for servers, where it says so; libcurl asks its own files alone.
  private static var certificates: [(CURLoption, String)] {
    [(CURLOPT_CAINFO, "SSL_CERT_FILE"), (CURLOPT_CAPATH, "SSL_CERT_DIR")].compactMap {
      option, name in
      ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : (option, $0) }
    }
  }

  private static func conditions(
    _ known: FetchRequest.Known
  ) -> UnsafeMutablePointer<curl_slist>? {
    var list: UnsafeMutablePointer<curl_slist>?
    for (name, value) in [("If-None-Match", known.etag), ("If-Modified-Since", known.lastModified)]
    {
      // What a server said goes back to it as it was, but never as a further header.
      guard let value, !value.isEmpty, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        continue
      }
      list = curl_slist_append(list, "\(name): \(value)")
    }
    return list
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer {
    guard let context else { preconditionFailure("libcurl lost its transfer") }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }
}

// MARK: - What libcurl tells

extension Transfer {
  /// Judges an address before anything connects.
  private func open(_ target: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
    guard let target else { return -1 }
    let family = target.pointee.family
    let judged = withUnsafePointer(to: &target.pointee.addr) { NetworkAddress($0, family: family) }
    guard let judged, isTrusted || proxies.contains(judged) || judged.isPublic else {
      refusal = .privateTarget(address.host)
      return -1
    }
    refusal = nil
    return socket(
      family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), target.pointee.protocol)
  }

  private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
    headerBytes += line.count
    guard headerBytes <= limits.headerBytes else {
      refusal = .tooLarge(limits.bytes)
      return 0
    }
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      headers = [:]
      status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
      headers[text[..<colon].lowercased()] = value
    }
    return line.count
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    // Of a refusal or a redirection the words are not needed.
    guard (200...299).contains(status) else { return bytes.count }
    if body.isEmpty, let type = headers["content-type"], !MediaType(type).isReadable {
      refusal = .notReadable(MediaType(type).name)
      return 0
    }
    guard body.count + bytes.count <= limits.bytes else {
      refusal = .tooLarge(limits.bytes)
      return 0
    }
    body.append(contentsOf: bytes)
    return bytes.count
  }

  private func error(_ code: CURLcode, _ handle: UnsafeMutableRawPointer) -> FetchError? {
    let host = address.host
    switch code {
    case CURLE_OK: return nil
    case CURLE_URL_MALFORMAT: return .notAnAddress(address.whole)
    // Also what libcurl says of an answer that is no HTTP.
    case CURLE_UNSUPPORTED_PROTOCOL:
      return address.isWeb ? .brokenOff(host) : .scheme(address.scheme)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .noSuchHost(host)
    case CURLE_COULDNT_CONNECT:
      let reason = CCurlNumber(handle, CURLINFO_OS_ERRNO)
      return reason == Int(ECONNREFUSED) ? .refused(host) : .unreachable(host)
    case CURLE_OPERATION_TIMEDOUT: return .tooSlow
    case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limits.bytes)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CACERT_BADFILE:
      return .certificate(host, reason: String(cString: curl_easy_strerror(code)))
    default: return .brokenOff(host)
    }
  }
}

/// What a server says that something is.
package struct MediaType {
  /// "text/html", in small letters.
  package var name: String
  /// The character set, where it is said.
  package var charset: String?

  /// Reads the header `Content-Type`.
  package init(_ header: String) {
    name = header.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    for part in header.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard sides.count == 2, sides[0].lowercased() == "charset" else { continue }
      charset = sides[1].trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
    }
  }

  /// Whether it is text, a page, a feed or a PDF; what says nothing is looked at.
  var isReadable: Bool {
    name.isEmpty || name.hasPrefix("text/") || name.hasSuffix("+xml") || name.hasSuffix("+json")
      || [
        "application/xml", "application/json", "application/pdf", "application/octet-stream",
        "application/xhtml", "multipart/related", "message/rfc822",
      ].contains(name)
  }
}
