/// What `hearsay-fetch` is asked for: something at an address, or what some bytes are.
///
/// On its way it is one line of JSON, and the bytes after it.
public struct FetchRequest: Codable, Hashable, Sendable {
  /// What is wanted of it.
  public var wanted: Wanted
  /// Where it is; of bytes, where they came from, so far as that is known.
  public var address: String?
  /// Whether a person typed the address: only then it may lead to this machine or into a private network.
  public var isTyped: Bool
  /// What was got earlier from the same address; unchanged, it is not sent again.
  public var known: Known?
  /// What the bytes are said to be, as in the header `Content-Type`.
  public var contentType: String?
  /// How much is borne.
  public var limits: FetchLimits
  /// The bytes, where they are here already; then nothing is fetched.
  public var bytes: [UInt8]?

  private enum CodingKeys: String, CodingKey {
    case wanted, address, isTyped, known, contentType, limits, hasBytes
  }

  /// Asks for what is at an address.
  public init(
    _ wanted: Wanted = .anything, at address: String, isTyped: Bool = false, known: Known? = nil,
    limits: FetchLimits = FetchLimits()
  ) {
    self.wanted = wanted
    self.address = address
    self.isTyped = isTyped
    self.known = known
    self.limits = limits
  }

  /// Asks what bytes are.
  public init(
    _ wanted: Wanted = .anything, bytes: [UInt8], from address: String? = nil,
    contentType: String? = nil
  ) {
    self.wanted = wanted
    self.address = address
    self.isTyped = false
    self.contentType = contentType
    self.limits = FetchLimits()
    self.bytes = bytes
  }

  /// What somebody wants to have.
  public enum Wanted: String, Codable, Sendable {
    /// An article.
    case article
    /// A feed; of a page the feeds that it names.
    case feed
    /// Whatever it is.
    case anything
    /// What a feed tells of, in plain words; of a page the feeds that it names.
    case news
    /// A list of feeds, in OPML.
    case outline
  }

  /// What a server said of something when it was got last.
  public struct Known: Codable, Hashable, Sendable {
    /// Its ETag.
    public var etag: String?
    /// When it was last modified.
    public var lastModified: String?

    /// What was said; nothing where nothing was.
    public init(etag: String? = nil, lastModified: String? = nil) {
      self.etag = etag
      self.lastModified = lastModified
    }
  }
}

// MARK: - As JSON

extension FetchRequest {
  /// Reads the line; ``bytes`` are empty where they are to follow.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    wanted = try keys.decode(Wanted.self, forKey: .wanted)
    address = try keys.decodeIfPresent(String.self, forKey: .address)
    isTyped = try keys.decodeIfPresent(Bool.self, forKey: .isTyped) ?? false
    known = try keys.decodeIfPresent(Known.self, forKey: .known)
    contentType = try keys.decodeIfPresent(String.self, forKey: .contentType)
    limits = try keys.decodeIfPresent(FetchLimits.self, forKey: .limits) ?? FetchLimits()
    bytes = try keys.decodeIfPresent(Bool.self, forKey: .hasBytes) == true ? [] : nil
  }

  /// Writes the line, without the bytes.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(wanted, forKey: .wanted)
    try keys.encodeIfPresent(address, forKey: .address)
    try keys.encode(isTyped, forKey: .isTyped)
    try keys.encodeIfPresent(known, forKey: .known)
    try keys.encodeIfPresent(contentType, forKey: .contentType)
    try keys.encode(limits, forKey: .limits)
    try keys.encode(bytes != nil, forKey: .hasBytes)
  }
}

/// How much is borne of a server. Nobody can ask for more than the standard; less is for tests.
public struct FetchLimits: Codable, Hashable, Sendable {
  /// Bytes after decompression.
  public var bytes = 10 << 20
  /// Bytes of all headers together.
  public var headerBytes = 256 << 10
  /// How often a server may send on to another address.
  public var redirects = 5
  /// Milliseconds until a connection stands.
  public var connecting = 5_000
  /// Milliseconds in all.
  public var total = 20_000
  /// Bytes a second that must come.
  public var slowest = 100
  /// Seconds for which less may come.
  public var patience = 5

  /// The standard.
  public init() {}

  /// No more of anything than the standard.
  public var bounded: FetchLimits {
    let most = FetchLimits()
    var limits = self
    for key: WritableKeyPath<FetchLimits, Int> in [
      \.bytes, \.headerBytes, \.redirects, \.connecting, \.total, \.patience,
    ] {
      limits[keyPath: key] = max(0, min(self[keyPath: key], most[keyPath: key]))
    }
    limits.slowest = max(slowest, most.slowest)
    return limits
  }
}
