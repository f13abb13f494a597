/// Addresses in feeds, which are often only a part of one.
enum WebReference {
  /// The address that one means beside another.
  static func joined(_ base: String, _ reference: String) -> String {
    let given = withoutExtraSlashes(reference)
    if base.isEmpty || given.isEmpty { return base.isEmpty ? given : base }
    guard let reference = parts(of: given), let base = parts(of: base) else { return "" }
    guard reference.scheme.isEmpty || reference.scheme == base.scheme,
      relative.contains(base.scheme)
    else { return reference.original }
    var whole = reference
    whole.scheme = base.scheme
    if reference.host != nil { return whole.written }
    whole.host = base.host
    if reference.path.isEmpty {
      whole.path = base.path
      if reference.query.isEmpty { whole.query = base.query }
      return whole.written
    }
    whole.path = path(reference.path, beside: base.path)
    return whole.written
  }

  /// The address that one means beside another; nothing where it is of no known kind, such as `javascript:`.
  static func safe(_ base: String, _ reference: String?, schemes: Set<String>) -> String {
    guard !base.isEmpty else { return reference ?? "" }
    guard let reference, !reference.isEmpty else {
      guard let scheme = parts(of: base)?.scheme else { return "" }
      return scheme.isEmpty || schemes.contains(scheme) ? base : ""
    }
    let whole = joined(base, reference)
    return schemes.contains(String(whole.stripped.prefix { $0 != ":" })) ? whole : ""
  }

  /// Kinds of addresses in which a part stands for the whole.
  private static let relative: Set<String> = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms",
    "prospero", "rtsp", "rtsps", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
  ]
}

// MARK: - Parts

extension WebReference {
  private struct Parts {
    var original: String
    var scheme = ""
    /// `nil` where there is no `//`.
    var host: String?
    var path = ""
    var query = ""
    var fragment = ""

    var written: String {
      var address = path
      if host != nil || (!scheme.isEmpty && relative.contains(scheme) && !path.hasPrefix("//")) {
        if !address.isEmpty, !address.hasPrefix("/") { address = "/" + address }
        address = "//" + (host ?? "") + address
      }
      if !scheme.isEmpty { address = scheme + ":" + address }
      if !query.isEmpty { address += "?" + query }
      if !fragment.isEmpty { address += "#" + fragment }
      return address
    }
  }

  /// `nil` where a host's brackets do not pair.
  private static func parts(of address: String) -> Parts? {
    var rest = Array(address.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })[...]
    rest = rest.drop { $0 <= 0x20 }
    var parts = Parts(original: rest.string)
    if let colon = rest.firstIndex(of: 0x3A), colon > rest.startIndex,
      rest[rest.startIndex].isLetter,
      rest[..<colon].allSatisfy({ $0.isLetter || $0.isDigit || [0x2B, 0x2D, 0x2E].contains($0) })
    {
      parts.scheme = rest[..<colon].string.lowercased()
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: [0x2F, 0x2F]) {
      let host = rest.dropFirst(2).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
      guard host.contains(0x5B) == host.contains(0x5D) else { return nil }
      parts.host = host.isEmpty ? nil : host.string
      rest = rest[host.endIndex...]
    }
    if let hash = rest.firstIndex(of: 0x23) {
      parts.fragment = rest[(hash + 1)...].string
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: 0x3F) {
      parts.query = rest[(mark + 1)...].string
      rest = rest[..<mark]
    }
    parts.path = rest.string
    return parts
  }

  private static func path(_ path: String, beside base: String) -> String {
    var steps = path.split(separator: "/", omittingEmptySubsequences: false)
    if !path.hasPrefix("/") {
      var before = base.split(separator: "/", omittingEmptySubsequences: false)
      if before.isEmpty { before = [""] }
      if before.last != "" { before.removeLast() }
      steps = before + steps
      if steps.count > 2 {
        steps =
          [steps[0]] + steps[1..<steps.count - 1].filter { !$0.isEmpty } + [steps[steps.count - 1]]
      }
    }
    var resolved: [Substring] = []
    for step in steps {
      if step == ".." {
        _ = resolved.popLast()
      } else if step != "." {
        resolved.append(step)
      }
    }
    if steps.last == "." || steps.last == ".." { resolved.append("") }
    let joined = resolved.joined(separator: "/")
    return joined.isEmpty ? "/" : joined
  }

  /// `http:////host` is `http://host`.
  private static func withoutExtraSlashes(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A), colon > 0, bytes[0].isLetter,
      bytes.has("://", at: colon),
      bytes[..<colon].allSatisfy({ $0.isLetter || $0.isDigit || (0x2B...0x2E).contains($0) })
    else { return address }
    let end = bytes.end(of: { $0 == 0x2F }, from: colon + 3)
    return bytes[..<(colon + 3)].string + bytes[end...].string
  }
}
