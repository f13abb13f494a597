import HearsayFetching
import HearsayIngest
import HearsayModel

extension PageMetadata {
  /// How this page writes days.
  private var dates: PageDate {
    PageDate(words: names.days, monthFirst: monthFirst)
  }

  /// Whether the month comes first in the page's country: told by the country of its language, then by the host's end.
  private var monthFirst: Bool? {
    let tags = [tree.nodes.first?.attributes[.lang], head.meta(["og:locale"])].compactMap(\.self)
    for tag in tags {
      let country = tag.split { $0 == "-" || $0 == "_" }.dropFirst().last?.lowercased()
      if let known = country.flatMap({ names.days.regions[$0] }) { return known }
    }
    let host = (ownAddress ?? address?.text).flatMap(ArticleLink.host)
    return host?.split(separator: ".").last.flatMap { names.days.regions[$0.lowercased()] }
  }

  /// The day, or the moment, of publication. Where the page shows the day before or after the one in Greenwich, that is the
  /// day in its place.
  var published: String? {
    let dates = dates
    guard let told = toldDay(dates) else { return nil }
    guard told.hasSuffix("Z"), told.utf8.count > 10,
      let shown = shownDay(dates, lines.filter { !tellsOfChange($0.text) }),
      PageDate.areNeighbours(shown, String(told.prefix(10)))
    else { return told }
    return shown
  }

  private func toldDay(_ dates: PageDate) -> String? {
    let inObject = articles.lazy.compactMap {
      ($0["datePublished"] ?? $0["dateCreated"] ?? $0["uploadDate"])?.string.flatMap(dates.iso)
    }.first
    if let inObject { return inObject }
    let inMeta = names.published.lazy.compactMap { name in
      head.metas[name]?.lazy.compactMap(dates.iso).first
    }.first
    if let inMeta { return inMeta }
    if let item = items("datePublished").lazy.compactMap(dates.iso).first { return item }
    if let time = times(dates) { return time }
    let inAddress = [ownAddress, address?.text].lazy.compactMap {
      $0.flatMap(PageDate.day(inAddress:))
    }.first
    return inAddress ?? shownDay(dates, lines) ?? dayInSmallPrint(dates) ?? shownDay(
      dates, lastLines)
      ?? head.scriptValue(names.days.inScripts) { dates.iso($0) != nil }.flatMap(dates.iso)
  }

  /// When it was changed last.
  var updated: String? {
    let dates = dates
    return articles.lazy.compactMap { $0["dateModified"]?.string.flatMap(dates.iso) }.first
      ?? names.updated.lazy.compactMap { name in
        head.metas[name]?.lazy.compactMap(dates.iso).first
      }.first
      ?? items("dateModified").lazy.compactMap(dates.iso).first
  }

  /// The first day in the lines around the headline, lines that tell of a change last; "Jane Doe13 June 2024" is two pieces of
  /// one line.
  private func shownDay(_ dates: PageDate, _ lines: [Line]) -> String? {
    let short = lines.filter { $0.text.utf8.count < 200 && !isQuoted($0.node) }
    let (changed, plain) = (
      short.filter { tellsOfChange($0.text) }, short.filter { !tellsOfChange($0.text) }
    )
    return (plain + changed).lazy.compactMap { line in
      dates.day(in: line.text)
        ?? (line.node..<tree.nodes[line.node].end).lazy.prefix(60).filter { tree.nodes[$0].isText }
        .compactMap { dates.day(in: String(tree.text(of: $0).tidy.prefix(200))) }.first
    }.first
  }

  private func tellsOfChange(_ text: String) -> Bool {
    let small = text.lowercased()
    return names.days.changed.contains { small.hasPrefix($0) }
  }

  /// What `time` elements say: those that call themselves the day of publication first, then those near the headline; those of
  /// comments and other articles, and those that tell of a change, last.
  private func times(_ dates: PageDate) -> String? {
    let around = (lines.first?.node ?? 0)...(lines.last.map { tree.nodes[$0.node].end } ?? 0)
    var best: (day: String, rank: Int)?
    for node in tree.elements(.time) {
      guard
        let day = tree.value(.datetime, of: node).flatMap(dates.iso)
          ?? dates.iso(tree.text(of: node).tidy)
      else { continue }
      let words = PageWords.words(ofName: tree.value(.class, of: node) ?? "")
      var rank = 0
      if tree.value(.pubdate, of: node) != nil || words.contains("published")
        || words.contains("entry")
      {
        rank += 4
      }
      if around.contains(node) { rank += 3 }
      let before = tree.nodes[node].parent
      let isChange =
        words.contains { names.days.changed.contains($0) } && !words.contains("published")
        || tellsOfChange(tree.text(of: node).tidy)
        || tree.nodes[before].end - before < 12 && tellsOfChange(tree.text(of: before).tidy)
      if isChange { rank -= 3 }
      if isElsewhere(node) || isQuoted(node) { rank -= 6 }
      if rank > best?.rank ?? -5 { best = (day, rank) }
    }
    return best?.day
  }

  /// A day in an element that is named for it, or in its title.
  private func dayInSmallPrint(_ dates: PageDate) -> String? {
    let nodes = tree.nodes.indices.lazy.filter { index in
      let attributes = tree.nodes[index].attributes
      guard let name = attributes[.class] ?? attributes[.id] else { return false }
      return PageWords.words(ofName: name).contains(where: names.days.marks.contains)
    }
    var fallback: String?
    for node in nodes {
      let text = String(tree.text(of: node).tidy.prefix(200))
      guard
        let day = dates.day(in: text) ?? tree.value(.title, of: node).flatMap(dates.iso)
          ?? tree.value(.datetime, of: node).flatMap(dates.iso)
      else { continue }
      if isQuoted(node) { continue }
      if !isElsewhere(node), !tellsOfChange(text) { return day }
      fallback = fallback ?? day
    }
    return fallback
  }
}
