import CCurl

/// An address of the web in its parts, as libcurl reads it: what is judged is what is connected to.
struct WebAddressParts {
  /// In small letters.
  var scheme: String
  var host: String
  var port: String
  /// All of it.
  var whole: String

  /// `nil` where it is no address with a host.
  ///
  /// - Parameter base: what it is relative to.
  init?(_ address: String, relativeTo base: String? = nil) {
    guard let url = curl_url() else { return nil }
    defer { curl_url_cleanup(url) }
    let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE)
    if let base, curl_url_set(url, CURLUPART_URL, base, flags) != CURLUE_OK { return nil }
    guard curl_url_set(url, CURLUPART_URL, address, flags) == CURLUE_OK else { return nil }
    func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
      var letters: UnsafeMutablePointer<CChar>?
      guard curl_url_get(url, part, &letters, UInt32(flags)) == CURLUE_OK, let letters else {
        return nil
      }
      defer { curl_free(letters) }
      return String(cString: letters)
    }
    guard let scheme = part(CURLUPART_SCHEME), let whole = part(CURLUPART_URL) else { return nil }
    self.scheme = scheme.lowercased()
    self.whole = whole
    host = (part(CURLUPART_HOST) ?? "").lowercased()
    port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT) ?? ""
  }

  /// Whether it is fetched at all.
  var isWeb: Bool { scheme == "http" || scheme == "https" }
}
