import HearsayFetching
import HearsayIngest
import HearsayModel

/// What is known of an article besides its words: from JSON-LD first, then from `meta` elements, then from what the page
/// marks, then from what it shows. What nobody says is unknown.
struct PageMetadata {
  private let tree: PageTree
  private let head: PageHead
  private let names: FactNames
  /// The page's own address, as it was fetched from.
  private let address: PageAddress?
  /// The objects that are articles, the surest first.
  private let articles: [JSONValue]
  /// The blocks around the headline, and what each is named.
  private let lines: [(text: String, node: Int)]

  init(
    _ page: PageMeasures, _ head: PageHead, _ names: FactNames, _ address: PageAddress?
  ) {
    tree = page.tree
    self.head = head
    self.names = names
    self.address = address
    articles = names.types.flatMap { type in head.objects.filter { $0.types.contains(type) } }
    let told =
      articles.lazy.compactMap { $0["headline"]?.string?.tidy }.first ?? head.meta(names.title)
    let window = Self.window(of: page.tree)
    lines = Self.linesAroundHeadline(of: page, named: [told, window].compactMap(\.self))
  }

  /// What the browser's window is called.
  private static func window(of tree: PageTree) -> String? {
    tree.elements(.title).lazy.map { tree.text(of: $0).tidy }.first { !$0.isEmpty }
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

  /// The blocks from a little before the headline to some way behind it.
  ///
  /// - Parameter titles: what the page is called; a heading that says the same is the headline, and otherwise the first one.
  private static func linesAroundHeadline(
    of page: PageMeasures, named titles: [String]
  ) -> [(text: String, node: Int)] {
    func tag(_ block: Int) -> Tag? { page.tree.nodes[page.blocks[block].node].tag }
    func text(_ block: Int) -> String {
      String(decoding: page.blocks[block].text.prefix(400), as: UTF8.self)
    }
    let headings = page.blocks.indices.filter { [.h1, .h2, .h3].contains(tag($0)) }
    let headline =
      headings.first { heading in titles.contains { isLike(text(heading), $0) } }
      ?? headings.first { tag($0) == .h1 } ?? 0
    return page.blocks.indices[max(0, headline - 4)..<min(page.blocks.count, headline + 14)].map {
      (text($0), page.blocks[$0].node)
    }
  }
}

// MARK: - Headline

extension PageMetadata {
  private func title(_ publisher: String?) -> String? {
    let headline = articles.lazy.filter {
      !["webpage", "videoobject", "creativework"].contains($0.types.first ?? "")
    }
    .compactMap { ($0["headline"] ?? $0["name"])?.string?.tidy }.first { $0.utf8.count > 3 }
    let onPage = tree.elements(.h1).map { tree.text(of: $0).tidy }.filter { !$0.isEmpty }
    let ofWindow = Self.window(of: tree)
    let given = headline ?? head.meta(names.title) ?? ofWindow
    guard let given else { return onPage.first }
    if onPage.allSatisfy({ $0.split(separator: " ").count < 4 }),
      let heading = ofWindow.flatMap(headingAtEnd)
    {
      return heading
    }
    // A window that is named after the heading agrees with the page, whatever others are told.
    if let heading = onPage.first(where: { $0.utf8.count > 8 && ofWindow?.hasPrefix($0) == true }) {
      let isLong = heading.split(separator: " ").count >= 4
      if onPage.count == 1 || isLong && !isHeading(given) { return heading }
    }
    // Search engines and other sites are told another headline at times; what stands on the page is the article's.
    if onPage.count == 1, let heading = onPage.first, Self.isLike(heading, given) { return heading }
    return headingAtBeginning(of: given, onPage)
      ?? (given == ofWindow
        ? Self.withoutLastPart(Self.withoutOutlet(given, publisher))
        : Self.withoutOutlet(given, publisher))
  }

  private func isHeading(_ title: String) -> Bool {
    [Tag.h1, .h2, .h3].contains { tree.elements($0).contains { tree.text(of: $0).tidy == title } }
  }

  /// The heading that a title begins with: the title without the outlet's name behind it.
  private func headingAtBeginning(of title: String, _ onPage: [String]) -> String? {
    onPage.first { heading in
      heading.utf8.count > 8 && title != heading && title.hasPrefix(heading)
        && Self.isSeparator(String(title.dropFirst(heading.count)).trimmingBlanks.first)
    }
  }

  /// "A pier at last for the islands" in "Valley Diary: A pier at last for the islands", where a heading says the same.
  private func headingAtEnd(of title: String) -> String? {
    [Tag.h1, .h2, .h3].lazy.flatMap { tree.elements($0) }.map { tree.text(of: $0).tidy }.first {
      $0.split(separator: " ").count >= 4 && title != $0 && title.hasSuffix($0)
        && Self.isSeparator(String(title.dropLast($0.count)).trimmingBlanks.last)
    }
  }

  /// "Ferry runs again today" of "Ferry runs again today – Island Notes": three words at most stand behind the mark,
  /// which has a blank on either side, and four or more before it.
  private static func withoutLastPart(_ title: String) -> String {
    let words = title.split(separator: " ")
    guard let cut = words.lastIndex(where: { $0.count == 1 && isSeparator($0.first) && $0 != ":" }),
      cut >= 4, (1...3).contains(words.count - cut - 1)
    else { return title }
    return words[..<cut].joined(separator: " ")
  }

  /// Whether a heading of four words and more has half of them in common with a title, and a third of the title's: the
  /// outlet's name alone, which stands in many titles, is no headline.
  private static func isLike(_ heading: String, _ title: String) -> Bool {
    let (words, others) = (PageFacts.words(heading.utf8), PageFacts.words(title.utf8))
    let common = words.intersection(others).count
    return heading.split(separator: " ").count >= 4 && common * 2 >= words.count
      && common * 3 >= others.count && common > 0
  }

  /// Without " | Valley Herald", where that is the outlet's name.
  private static func withoutOutlet(_ title: String, _ publisher: String?) -> String {
    guard let publisher, title.hasSuffix(publisher), title.count > publisher.count + 3 else {
      return title
    }
    var rest = title.dropLast(publisher.count)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    guard isSeparator(rest.last) else { return title }
    rest.removeLast()
    return String(rest).trimmingBlanks
  }

  private static func isSeparator(_ character: Character?) -> Bool {
    character.map { "|-–—:·•»/".contains($0) } ?? false
  }
}

// MARK: - Outlet

extension PageMetadata {
  private var publisher: String? {
    let known = ["newsmediaorganization", "organization", "website", "newspaper", "periodical"]
    let inObject = articles.lazy.compactMap { name(of: $0["publisher"]) }.first
    let ofSite = head.objects.lazy.filter { !$0.types.allSatisfy { !known.contains($0) } }
      .compactMap { $0["name"]?.string?.tidy }.first
    let candidates = [
      inObject, head.meta(names.publisher), ofSite, itemNames("publisher").first, fromWindow,
      fromHost,
      (ownAddress ?? address?.text).flatMap(Outlets.name(ofAddress:)),
    ]
    return candidates.lazy.compactMap { $0 }.first {
      !$0.isEmpty && $0.utf8.count < 80 && !$0.hasPrefix("http")
    }
    .map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
  }

  /// "Valley Herald" in "Ferry runs again | Valley Herald": what stands behind the headline and a bar.
  private var fromWindow: String? {
    guard
      let window = tree.elements(.title).lazy.map({ tree.text(of: $0).tidy }).first(where: {
        !$0.isEmpty
      }),
      let heading = tree.elements(.h1).lazy.map({ tree.text(of: $0).tidy }).first(where: {
        $0.utf8.count > 8
      }),
      window.hasPrefix(heading)
    else { return nil }
    let rest = String(window.dropFirst(heading.count)).trimmingBlanks
    guard Self.isSeparator(rest.first) else { return nil }
    let name: String? = rest.dropFirst().split { "|»".contains($0) }.last
      .map { String($0).trimmingBlanks }
    return name.flatMap { $0.split(separator: " ").count <= 6 ? $0 : nil }
  }

  /// "Valley Herald" in "… | Valley Herald" at valleyherald.example: the end of the title that the host is named after.
  private var fromHost: String? {
    guard let host = (ownAddress ?? address?.text).flatMap(ArticleLink.host),
      let window = tree.elements(.title).lazy.map({ tree.text(of: $0).tidy }).first(where: {
        !$0.isEmpty
      }),
      let cut = window.lastIndex(where: { "|-–—»·".contains($0) })
    else { return nil }
    let name = String(window[window.index(after: cut)...]).trimmingBlanks
    let core = PageFacts.core(name.utf8)
    let isItsName = core.count > 2 && PageFacts.core(host.utf8).starts(with: core)
    return isItsName ? name : nil
  }

  /// The name of a person or an organisation: written out, as an object, or as a mark that an object elsewhere has.
  private func name(of value: JSONValue?) -> String? {
    switch value {
    case .string(let name): name.tidy
    case .array(let values): values.lazy.compactMap { name(of: $0) }.first
    case .some(let object):
      name(of: object["name"] ?? object["legalName"])
        ?? object["@id"]?.string.flatMap { head.named[$0] }
    case nil: nil
    }
  }
}

// MARK: - Byline

extension PageMetadata {
  private func bylines(_ publisher: String?) -> [String] {
    let ways: [() -> [String]] = [
      { inObjects(withOrganisations: false) },
      {
        names.author.lazy.map { head.metas[$0] ?? [] }.first { !$0.filter(Self.isName).isEmpty }
          ?? []
      },
      { itemNames("author") },
      { marked },
      { shown },
      { inObjects(withOrganisations: true) },
    ]
    var anonymous: [String] = []
    for way in ways {
      let found = tidied(way())
      let outlet = PageFacts.core((publisher ?? "").utf8)
      let people = found.filter { !Self.isOutlet(PageFacts.core($0.utf8), outlet) }
      if !people.isEmpty { return people }
      if anonymous.isEmpty { anonymous = found }
    }
    return anonymous
  }

  /// Whether a name is the outlet's, or the beginning or the end of it; both without blanks and marks.
  private static func isOutlet(_ name: [UInt8], _ outlet: [UInt8]) -> Bool {
    name == outlet
      || name.count > 5 && (outlet.starts(with: name) || outlet.suffix(name.count) == name[...])
  }

  /// The authors that the objects of the page name.
  private func inObjects(withOrganisations: Bool) -> [String] {
    articles.lazy.map { object in
      [object["author"], object["creator"]].flatMap {
        allNames(of: $0, withOrganisations: withOrganisations)
      }
    }.first { !$0.isEmpty } ?? []
  }

  private func allNames(of value: JSONValue?, withOrganisations: Bool) -> [String] {
    switch value {
    case .string(let name): [name.tidy]
    case .array(let values):
      values.flatMap { allNames(of: $0, withOrganisations: withOrganisations) }
    case .some(let object):
      object.types.contains { $0.hasSuffix("organization") } && !withOrganisations
        ? []
        : object["name"].map { allNames(of: $0, withOrganisations: withOrganisations) }
          ?? [name(of: object)].compactMap { $0 }
    case nil: []
    }
  }

  /// Each name by itself, once, without what stands around it.
  private func tidied(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.flatMap { value in
      people(in: value)
    }.filter {
      Self.isName($0) && !names.nobody.contains($0.lowercased())
        && seen.insert($0.lowercased()).inserted
    }
  }

  /// The names in "By Jane Doe and Bill Smith, Valley Herald".
  private func people(in value: String) -> [String] {
    var text = value.tidy
    while let opening = names.by.first(where: { opens(text, with: $0) }) {
      text = String(text.dropFirst(opening.count).drop { $0 == ":" || $0.isWhitespace })
    }
    // "Jane Doe Thursday": what stands behind a name.
    let words = text.split(separator: " ")
    if let end = words.dropFirst().firstIndex(where: { names.ends.contains($0.lowercased()) }) {
      text = words[..<end].joined(separator: " ")
    }
    if let handle = text.firstRange(of: "@"), handle.lowerBound > text.startIndex {
      text = String(text[..<handle.lowerBound])
    }
    if let day = NewsDay(firstIn: text) { text = String(text[..<day.range.lowerBound]) }
    for end in ["|", "•", "·", "—", "\n"] { text = text.components(before: end) }
    return text.split(separator: ";").flatMap { $0.split(separator: ",", maxSplits: 20) }
      .flatMap { String($0).pieces(around: " and ") }
      .map { String($0.reversed().drop { $0 == "-" || $0.isWhitespace }.reversed()).trimmingBlanks }
      .filter { !$0.isEmpty }
  }

  /// Whether a line begins with these words: "By Jane Doe", "Author: Jane Doe", "ByJane Doe".
  private func opens(_ text: String, with opening: String) -> Bool {
    guard text.lowercased().hasPrefix(opening) else { return false }
    let next = text.dropFirst(opening.count).first
    return next == " " || next == ":" || opening == "by" && next?.isUppercase == true
  }

  /// Whether it may be somebody's name: no address, no sentence, no number.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...8).contains(words.count) && (2...70).contains(text.utf8.count)
      && !text.contains("://")
      && !text.hasPrefix("@") && !text.contains { $0.isNumber } && !text.hasSuffix(".com")
      && text.contains { $0.isLetter }
  }

  /// What the page marks as its author's name: `rel=author`, and elements named so near the headline.
  private var marked: [String] {
    let nodes = tree.nodes.indices.filter {
      tree.nodes[$0].attributes[.rel]?.lowercased().split(separator: " ").contains("author") == true
    }
    let linked = nodes.map { tree.text(of: $0).tidy }.filter { !$0.isEmpty }
    if !linked.isEmpty { return Array(linked.prefix(6)) }
    let around = Set(lines.flatMap { [$0.node] + tree.ancestors(of: $0.node).prefix(2) })
    let named = tree.nodes.indices.filter { index in
      guard !tree.nodes[index].attributes.isEmpty else { return false }
      let words = [PageTree.Attribute.class, .id, .dataTestID].flatMap {
        PageWords.words(ofName: tree.nodes[index].attributes[$0] ?? "")
      }
      return words.contains(where: names.authorMarks.contains)
        && (around.contains(index)
          || tree.ancestors(of: index).prefix(3).contains { around.contains($0) })
    }
    let texts = named.lazy.map { tree.text(of: $0).tidy }.filter {
      (3...120).contains($0.utf8.count)
    }
    return texts.first { !tidied([$0]).isEmpty }.map { [$0] } ?? []
  }

  /// "By Jane Doe" in a line near the headline.
  private var shown: [String] {
    for (text, _) in lines where text.utf8.count < 160 {
      let small = text.lowercased()
      for opening in names.by
      where small.hasPrefix(opening + " ") || small.hasPrefix(opening + ": ") {
        let names = people(in: text)
        if let first = names.first, first.first?.isUppercase == true,
          first.split(separator: " ").count >= 2
        {
          return names
        }
      }
    }
    return []
  }
}

// MARK: - Days

extension PageMetadata {
  private var published: String? {
    let inObject = articles.lazy.compactMap {
      ($0["datePublished"] ?? $0["dateCreated"] ?? $0["uploadDate"])?.string.flatMap(PageDate.iso)
    }.first
    if let inObject { return inObject }
    if let meta = names.published.lazy.compactMap({
      head.metas[$0]?.lazy.compactMap(PageDate.iso).first
    }).first {
      return meta
    }
    if let item = items("datePublished").lazy.compactMap(PageDate.iso).first { return item }
    if let time = times.first { return time }
    let inAddress = [ownAddress, address?.text].lazy.compactMap {
      $0.flatMap(PageDate.day(inAddress:))
    }.first
    return inAddress ?? shownDay ?? dayInSmallPrint
  }

  /// The first day in the lines around the headline; "Jane Doe13 June 2024" is two pieces of one line.
  private var shownDay: String? {
    lines.lazy.filter { $0.text.utf8.count < 200 }.compactMap { text, node in
      NewsDay(firstIn: text)?.iso
        ?? (node..<tree.nodes[node].end).lazy.filter { tree.nodes[$0].isText }
        .compactMap { NewsDay(firstIn: tree.text(of: $0).tidy)?.iso }.first
    }.first
  }

  private var updated: String? {
    articles.lazy.compactMap { $0["dateModified"]?.string.flatMap(PageDate.iso) }.first
      ?? names.updated.lazy.compactMap { head.metas[$0]?.lazy.compactMap(PageDate.iso).first }.first
      ?? items("dateModified").lazy.compactMap(PageDate.iso).first
  }

  /// What `time` elements say, those that call themselves the day of publication first.
  private var times: [String] {
    let all = tree.elements(.time).map { node -> (day: String?, isPublication: Bool) in
      let day =
        tree.value(.datetime, of: node).flatMap(PageDate.iso) ?? PageDate.iso(tree.text(of: node))
      let words = PageWords.words(ofName: tree.value(.class, of: node) ?? "")
      let isPublication =
        tree.value(.pubdate, of: node) != nil || words.contains("published")
        || words.contains("entry")
      return (day, isPublication)
    }
    return all.filter(\.isPublication).compactMap(\.day) + all.compactMap(\.day)
  }

  /// A day in an element that is named for it.
  private var dayInSmallPrint: String? {
    tree.nodes.indices.lazy.filter { index in
      guard let name = tree.nodes[index].attributes[.class] ?? tree.nodes[index].attributes[.id]
      else { return false }
      return PageWords.words(ofName: name).contains(where: names.dayMarks.contains)
    }.compactMap { NewsDay(firstIn: String(tree.text(of: $0).prefix(200)))?.iso }.first
  }
}

// MARK: - Other facts

extension PageMetadata {
  private var ownAddress: String? {
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

  private var language: String? {
    let root = tree.nodes.first?.attributes[.lang]
    let candidates = [
      root, head.meta(["og:locale", "content-language", "dc.language", "language"]),
      articles.lazy.compactMap { $0["inLanguage"]?.string }.first,
    ]
    return candidates.lazy.compactMap { $0?.lowercased().prefix(2) }.first {
      $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter }
    }.map(String.init)
  }

  private var section: String? {
    articles.lazy.compactMap { name(of: $0["articleSection"]) }.first
      ?? head.meta(names.section)
  }

  private var feeds: [String] {
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
  private func items(_ name: String) -> [String] {
    tree.nodes.indices.lazy.filter {
      tree.nodes[$0].attributes[.itemprop]?.split(separator: " ").contains(name[...]) == true
    }
    .map { tree.value(.content, of: $0) ?? tree.value(.datetime, of: $0) ?? tree.text(of: $0).tidy }
  }

  /// The names of people or outlets with this `itemprop`: the name inside, where one is marked.
  private func itemNames(_ name: String) -> [String] {
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
  fileprivate func components(before separator: String) -> String {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? self
  }

  /// The pieces between separators.
  fileprivate func pieces(around separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
