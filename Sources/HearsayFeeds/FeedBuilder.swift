/// Feeds as they come in, element by element, made into one shape: whatever format a feed has, its entries have titles,
/// links, days and summaries under the same names.
///
/// The names and the order in which formats are believed are feedparser's (BSD-2-Clause).
final class FeedBuilder {
  let words: FeedWords
  let feed = FeedRecord()
  var entries: [FeedRecord] = []
  /// "rss20", "atom10" and the like.
  var version = ""

  /// Where relative addresses are relative to.
  var base: String
  var language: String?
  private var bases: [String] = []
  private var languages: [String?] = []

  /// What is open, and what was said in it.
  var open: [Open] = []
  /// How deep in the feed it goes on.
  var depth = 0
  var isIn = Surroundings()
  /// What the text that is read is said to be; empty where nothing was said.
  var content = ContentKind()
  var source = FeedRecord()
  /// Whether the summary of this entry is really its text.
  var summaryIsContent = false
  var hasContent = false
  /// The depth at which the title stood that counts.
  var titleDepth = -1
  var idIsLink = false
  /// Whether escapes have been read; where a feed is not well formed they are read here.
  let isWellFormed: Bool
  private var drawings = 0

  /// Prefixes by those that the feed gives.
  private var prefixes: [String: String] = [:]
  /// Namespaces in the order in which they came up.
  private var namespaces: [(prefix: String, uri: String)] = []

  init(_ words: FeedWords, base: String, language: String? = nil, isWellFormed: Bool) {
    self.isWellFormed = isWellFormed
    self.words = words
    self.base = base
    self.language = language
    if let language { feed["language"] = .string(language.replacing("_", by: "-")) }
  }

  /// An element that is not closed yet.
  struct Open {
    var name: String
    /// Whether what stands in it is kept under its name.
    var isKept: Bool
    var pieces: [String] = []
  }

  /// Which elements stand around.
  struct Surroundings {
    var feed = false
    var entry = false
    var content = 0
    var textInput = false
    var image = false
    var author = false
    var contributor = false
    var publisher = false
    var source = false
    var geometry = ""
    var chapters = false
  }

  /// What a text is said to be.
  struct ContentKind {
    var type: String?
    var language: String?
    var base = ""
    var isBase64 = false
    var source: String?

    /// The words with what they are.
    func detail(_ value: String) -> FeedValue {
      let record = FeedRecord()
      if let type {
        record["type"] = .string(type)
        record["language"] = .optional(language)
        record["base"] = .string(base)
      }
      if let source { record["src"] = .string(source) }
      record["value"] = .string(value)
      return .record(record)
    }
  }

  /// What is being told of: an entry, the feed, its image or a source.
  var context: FeedRecord {
    if isIn.source { return source }
    if isIn.image, let image = feed.record("image") { return image }
    if isIn.textInput, let input = feed.record("textinput") { return input }
    if isIn.entry, let entry = entries.last { return entry }
    return feed
  }

  /// Whether a title or a link there is about anything.
  var isAboutSomething: Bool { isIn.feed || isIn.entry || isIn.source }
}

// MARK: - Elements

extension FeedBuilder {
  /// An element begins.
  func begin(_ name: String, _ given: FeedAttributes) {
    depth += 1
    let attributes = FeedAttributes(
      given.pairs.map { name, value in
        let name = name.lowercased()
        return (name, name == "rel" || name == "type" ? value.lowercased() : value)
      })
    trackSurroundings(name, attributes)
    if isIn.content > 0, let type = content.type, !type.hasSuffix("xml") {
      // One around all of it says nothing.
      if name == "xhtml:div" || name == "div" { return }
      // Said to be escaped, and is not.
      content.type = Self.xhtml
    }
    if isIn.content > 0, content.type == Self.xhtml { return beginMarkup(name, attributes) }
    let full = standardName(of: name)
    if !full.hasPrefixed {
      if !["title", "link", "description", "name"].contains(name) { isIn.textInput = false }
      if !["title", "link", "description", "url", "href", "width", "height"].contains(name) {
        isIn.image = false
      }
    }
    if let start = Self.start(of: full.name) {
      start(self, attributes)
    } else if attributes.isEmpty {
      push(full.name, isKept: true)
    } else {
      context[full.name] = .record(FeedRecord(attributes, hasSynonyms: false))
    }
  }

  /// An element ends.
  func end(_ name: String) {
    let full = standardName(of: name)
    if full.suffix == "svg", drawings > 0 { drawings -= 1 }
    if drawings == 0, let end = Self.end(of: full.name) {
      end(self)
    } else {
      pop(full.name)
    }
    endMarkup(name)
    if bases.popLast() != nil, let last = bases.last, !last.isEmpty { base = last }
    if languages.popLast() != nil, let last = languages.last { language = last }
    depth -= 1
  }

  static let xhtml = "application/xhtml+xml"

  private func trackSurroundings(_ name: String, _ attributes: FeedAttributes) {
    let given = attributes["xml:base"] ?? attributes["base"] ?? ""
    let reference = given.isEmpty ? base : given
    if base.isEmpty {
      base = WebReference.joined(base, reference)
    } else {
      let whole = WebReference.safe(base, reference, schemes: words.schemes)
      if !whole.isEmpty { base = whole }
    }
    if let said = attributes["xml:lang"] ?? attributes["lang"] {
      language = said.isEmpty ? nil : said
    }
    if let language, name == "feed" || name == "rss" {
      feed["language"] = .string(language.replacing("_", by: "-"))
    }
    bases.append(base)
    languages.append(language)
    for (name, uri) in attributes.pairs where name.hasPrefix("xmlns") {
      if name == "xmlns" {
        track(prefix: nil, uri: uri)
      } else if name.hasPrefix("xmlns:") {
        track(prefix: String(name.dropFirst(6)), uri: uri)
      }
    }
  }

  /// An element of HTML, as it stands.
  private func beginMarkup(_ name: String, _ attributes: FeedAttributes) {
    var (name, attributes) = (name, attributes)
    if let colon = name.firstIndex(of: ":") {
      let namespace = namespaces.first { $0.prefix == name[..<colon] }?.uri ?? ""
      name = String(name[name.index(after: colon)...])
      if name == "math",
        namespace == "http://www.w3.org/1998/Math/MathML"
          || name == "svg" && namespace == "http://www.w3.org/2000/svg"
      {
        attributes["xmlns"] = namespace
      }
    }
    if name == "svg" { drawings += 1 }
    let written = attributes.pairs.map { name, value in
      " \(name)=\"\(XMLText.escaped(value).replacing("\"", by: "&quot;"))\""
    }
    append("<\(name)\(written.joined())>")
  }

  private func endMarkup(_ name: String) {
    if isIn.content > 0, let type = content.type, !type.hasSuffix("xml") {
      if name == "xhtml:div" || name == "div" { return }
      content.type = Self.xhtml
    }
    if isIn.content > 0, content.type == Self.xhtml {
      append("</\(name.split(separator: ":").last ?? "")>")
    }
  }

  /// Whether a drawing is open, in which a title is not the feed's.
  var isInDrawing: Bool { drawings > 0 }

  /// Words within the element that is open.
  func text(_ text: String, isMarkup: Bool) {
    append(!isMarkup && content.type == Self.xhtml ? XMLText.escaped(text) : text)
  }

  /// Adds to what stands in the element that is open.
  func append(_ text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].pieces.append(text)
  }
}

// MARK: - Namespaces

extension FeedBuilder {
  /// A feed says what a prefix stands for.
  func track(prefix: String?, uri: String) {
    var uri = uri
    var lower = uri.lowercased()
    if version.isEmpty {
      switch lower {
      case "http://my.netscape.com/rdf/simple/0.9/" where prefix == nil: version = "rss090"
      case "http://purl.org/rss/1.0/": version = "rss10"
      case "http://www.w3.org/2005/atom": version = "atom10"
      default: break
      }
    }
    if lower.contains("backend.userland.com/rss") {
      uri = "http://backend.userland.com/rss"
      lower = uri
    }
    let known = words.prefixes[lower]
    if let known, let prefix { prefixes[prefix] = known }
    let name = known ?? prefix ?? ""
    if let index = namespaces.firstIndex(where: { $0.prefix == name }) {
      namespaces[index].uri = uri
    } else if namespaces.count < Self.mostNamespaces {
      namespaces.append((name, uri))
    }
  }

  /// More than all formats together have; each is looked for among the others.
  private static let mostNamespaces = 200

  /// The prefix under which a namespace came up.
  func prefix(of namespace: String) -> String? {
    namespaces.first { !$0.prefix.isEmpty && $0.uri == namespace }?.prefix
  }

  /// "dc_creator" for "dublin:creator", where the feed calls it that.
  private func standardName(of name: String) -> (name: String, suffix: String, hasPrefixed: Bool) {
    var (prefix, suffix) = ("", name)
    if let colon = name.firstIndex(of: ":") {
      prefix = String(name[..<colon])
      suffix = String(name[name.index(after: colon)...])
    }
    prefix = prefixes[prefix] ?? prefix
    return (prefix.isEmpty ? suffix : "\(prefix)_\(suffix)", suffix, !prefix.isEmpty)
  }

  /// An attribute by its usual name, such as `rdf:about`.
  func attribute(_ name: String, in attributes: FeedAttributes) -> String? {
    guard let colon = name.firstIndex(of: ":") else { return attributes[name] }
    let prefix = String(name[..<colon])
    return attributes["\(prefixes[prefix] ?? prefix):\(name[name.index(after: colon)...])"]
  }
}
