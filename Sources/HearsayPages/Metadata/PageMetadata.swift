import HearsayFetching
import HearsayModel

/// What is known of an article besides its words: from JSON-LD first, then from `meta` elements, then from what the page
/// marks, then from what it shows. What nobody says is unknown.
struct PageMetadata {
  let measures: PageMeasures
  let head: PageHead
  let names: FactNames
  /// The page's own address, as it was fetched from.
  let address: PageAddress?
  /// The objects that are articles, the surest first.
  let articles: [JSONValue]
  /// The blocks around the headline, what each is named, and those right behind the article.
  let lines: [Line]
  let lastLines: [Line]
  /// The element of the headline; `nil` where no heading is one.
  let headline: Int?

  var tree: PageTree { measures.tree }

  /// A block near the headline or the end.
  struct Line {
    var text: String
    var node: Int
  }

  /// The facts of a page.
  ///
  /// - Parameters:
  ///   - page: its blocks.
  ///   - head: what it says of itself.
  ///   - names: under which names.
  ///   - address: where it was fetched from.
  ///   - body: the blocks of its text, as far as they are known.
  init(
    _ page: PageMeasures, _ head: PageHead, _ names: FactNames, _ address: PageAddress?,
    body: ClosedRange<Int>? = nil
  ) {
    measures = page
    self.head = head
    self.names = names
    self.address = address
    let window = Self.window(of: page.tree)
    let called = [head.meta(names.title), window].compactMap(\.self)
    articles = Self.articles(of: head, names, called: called)
    let told = articles.lazy.compactMap { $0["headline"]?.string?.tidy }.first
    let places = Self.places(of: page, named: [told].compactMap(\.self) + called, body)
    lines = places.head.map { Self.line(page, $0) }
    lastLines = places.end.map { Self.line(page, $0) }
    headline = places.headline.map { page.blocks[$0].node }
  }

  /// What the browser's window is called.
  static func window(of tree: PageTree) -> String? {
    tree.elements(.title).lazy.map { tree.text(of: $0).tidy }.first { !$0.isEmpty }
  }

  private static func line(_ page: PageMeasures, _ block: Int) -> Line {
    Line(
      text: String(decoding: page.blocks[block].text.prefix(400), as: UTF8.self),
      node: page.blocks[block].node)
  }

  /// The articles of a page by their type, and before them those that are called what the page is: lists of others are
  /// objects as well.
  private static func articles(
    of head: PageHead, _ names: FactNames, called: [String]
  ) -> [JSONValue] {
    let all = names.types.flatMap { type in head.objects.filter { $0.types.contains(type) } }
    guard all.count > 1 else { return all }
    let own = all.map { object in
      ((object["headline"] ?? object["name"])?.string?.tidy).map { headline in
        called.contains { isLike(headline, $0) }
      } ?? false
    }
    return zip(all, own).filter(\.1).map(\.0) + zip(all, own).filter { !$0.1 }.map(\.0)
  }

  /// The page with all facts and no paragraphs.
  var page: Page {
    let publisher = publisher
    let published = published
    var page = Page(
      title: title(publisher), publisher: publisher, bylines: bylines(publisher),
      published: published,
      updated: updated, address: ownAddress, language: language, section: section, feeds: feeds)
    if page.updated == page.published { page.updated = nil }
    return page
  }

  /// The blocks from a little before the headline to some way behind it, at least to where the text begins; and the first
  /// few behind the text.
  ///
  /// - Parameter titles: what the page is called; a heading that says the same is the headline, and otherwise the first one.
  private static func places(
    of page: PageMeasures, named titles: [String], _ body: ClosedRange<Int>?
  ) -> (head: Range<Int>, end: Range<Int>, headline: Int?) {
    func tag(_ block: Int) -> Tag? { page.tree.nodes[page.blocks[block].node].tag }
    func text(_ block: Int) -> String {
      String(decoding: page.blocks[block].text.prefix(400), as: UTF8.self)
    }
    let count = page.blocks.count
    let headings = page.blocks.indices.filter { [.h1, .h2, .h3].contains(tag($0)) }
    let headline =
      headings.first { heading in titles.contains { isLike(text(heading), $0) } }
      ?? headings.first { tag($0) == .h1 }
    let place = headline ?? max(0, (body?.lowerBound ?? 0) - 8)
    var end = place + 14
    if let body, body.lowerBound > place { end = max(end, min(place + 40, body.lowerBound + 3)) }
    let last = min(count, (body?.upperBound ?? count) + 1)
    return (max(0, place - 4)..<min(count, end), last..<min(count, last + 8), headline)
  }

  /// Whether a heading of four words and more has half of them in common with a title, and a third of the title's: the
  /// outlet's name alone, which stands in many titles, is no headline.
  static func isLike(_ heading: String, _ title: String) -> Bool {
    let (words, others) = (PageFacts.words(heading.utf8), PageFacts.words(title.utf8))
    let common = words.intersection(others).count
    return heading.split(separator: " ").count >= 4 && common * 2 >= words.count
      && common * 3 >= others.count && common > 0
  }

  /// Whether an element stands among comments, or among what leads to other articles, and apart from the headline.
  func isElsewhere(_ node: Int) -> Bool {
    let elsewhere: PageWords.Hints = [PageWords.hint("comments"), PageWords.hint("related")]
    var place = node
    var steps = 0
    while place >= 0, steps < 8 {
      if let headline, place <= headline, headline < tree.nodes[place].end { return false }
      let tag = tree.nodes[place].tag
      if tag == .footer && steps > 0 || tag == .nav { return true }
      // The element that holds the whole text may be called anything.
      if measures.prose[place] * 2 > measures.prose.first ?? 0, measures.prose[place] > 0 {
        return false
      }
      if !measures.hints[place].isDisjoint(with: elsewhere) { return true }
      place = tree.nodes[place].parent
      steps += 1
    }
    return false
  }

  /// Whether a node lies in a block that quotes somebody, as embedded posts do: its day is theirs.
  func isQuoted(_ node: Int) -> Bool {
    var place = node
    while place >= 0 {
      if tree.nodes[place].tag == .blockquote { return true }
      place = tree.nodes[place].parent
    }
    return false
  }
}

// MARK: - Other facts

extension PageMetadata {
  var ownAddress: String? {
    let canonical = tree.elements(.link).lazy.filter {
      tree.value(.rel, of: $0)?.lowercased() == "canonical"
    }
    .compactMap { tree.value(.href, of: $0) }.first
    let candidates = [
      canonical, head.meta(["og:url", "twitter:url"]),
      articles.lazy.compactMap { $0["url"]?.string }.first,
    ]
    return candidates.lazy.compactMap { $0.flatMap { PageAddress.whole($0, from: address) } }.first
      ?? address?.text
  }

  var language: String? {
    let root = tree.nodes.first?.attributes[.lang]
    let candidates = [
      root, head.meta(["og:locale", "content-language", "dc.language", "language"]),
      articles.lazy.compactMap { $0["inLanguage"]?.string }.first,
    ]
    return candidates.lazy.compactMap { $0?.lowercased().prefix(2) }.first {
      $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter }
    }.map(String.init)
  }

  var section: String? {
    articles.lazy.compactMap { name(of: $0["articleSection"]) }.first
      ?? head.meta(names.section)
  }

  var feeds: [String] {
    let types = [
      "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    ]
    return tree.elements(.link).compactMap { node in
      guard tree.value(.rel, of: node)?.lowercased().contains("alternate") == true,
        types.contains(tree.value(.type, of: node)?.lowercased() ?? "")
      else { return nil }
      return tree.value(.href, of: node).flatMap { PageAddress.whole($0, from: address) }
    }
  }

  /// What elements with this `itemprop` say.
  func items(_ name: String) -> [String] {
    tree.nodes.indices.lazy.filter {
      tree.nodes[$0].attributes[.itemprop]?.split(separator: " ").contains(name[...]) == true
        && !isElsewhere($0)
    }
    .map { tree.value(.content, of: $0) ?? tree.value(.datetime, of: $0) ?? tree.text(of: $0).tidy }
  }

  /// The names of people or outlets with this `itemprop`: the name inside, where one is marked.
  func itemNames(_ name: String) -> [String] {
    tree.nodes.indices.filter {
      tree.nodes[$0].attributes[.itemprop]?.split(separator: " ").contains(name[...]) == true
    }
    .prefix(6).compactMap { index in
      let inside = (index..<tree.nodes[index].end).first {
        tree.nodes[$0].attributes[.itemprop] == "name"
      }
      let text =
        inside.map { tree.value(.content, of: $0) ?? tree.text(of: $0) } ?? tree.value(
          .content, of: index) ?? tree.text(of: index)
      let tidy = text.tidy
      return tidy.isEmpty || tidy.utf8.count > 120 ? nil : tidy
    }
  }
}

extension String {
  /// Letters and figures alone, small: by these two names are compared.
  var letters: String { String(lowercased().filter { $0.isLetter || $0.isNumber }) }

  func components(before separator: String) -> String {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? self
  }

  /// The pieces between separators.
  func pieces(around separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
