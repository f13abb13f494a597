import HearsayFetching
import HearsayModel

extension PageMetadata {
  /// The headline, without the outlet's name.
  func title(_ publisher: String?) -> String? {
    let told = articles.lazy.filter {
      !["webpage", "videoobject", "creativework"].contains($0.types.first ?? "")
    }
    .compactMap { ($0["headline"] ?? $0["name"])?.string?.tidy }.first { $0.utf8.count > 3 }
    let onPage = tree.elements(.h1).map { tree.text(of: $0).tidy }.filter { !$0.isEmpty }
    let ofWindow = Self.window(of: tree)
    guard let given = told ?? head.meta(names.title) ?? ofWindow else { return onPage.first }
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
    let alone = [Self.withoutOutlet(given, publisher), headingAtBeginning(of: given, onPage)]
    if !isHeading(given), !alone.compactMap(\.self).contains(where: isHeading),
      let heading = headlineOfItsOwn(publisher)
    {
      return heading
    }
    return headingAtBeginning(of: given, onPage)
      ?? (given == ofWindow
        ? Self.withoutLastPart(Self.withoutOutlet(given, publisher))
        : Self.withoutOutlet(given, publisher))
  }

  private func isHeading(_ title: String) -> Bool {
    let core = PageFacts.core(title.utf8)
    return [Tag.h1, .h2, .h3].contains {
      tree.elements($0).contains { PageFacts.core(tree.text(of: $0).utf8) == core }
    }
  }

  /// The one first heading of an article, whatever the page is called elsewhere: it has the words of a headline, stands where
  /// the text begins, and is neither the outlet's name nor a link home.
  private func headlineOfItsOwn(_ publisher: String?) -> String? {
    let headings = tree.elements(.h1).filter { !tree.text(of: $0).tidy.isEmpty && !isElsewhere($0) }
    guard headings.count == 1, let node = headings.first, let first = lines.first,
      lines.contains(where: { $0.node == node }), measures.linked[node] == 0,
      !tree.ancestors(of: node).contains(where: {
        tree.nodes[$0].tag == .nav || tree.nodes[$0].tag == .a
      })
    else { return nil }
    let text = tree.text(of: node).tidy
    let core = PageFacts.core(text.utf8)
    guard text.split(separator: " ").count >= 4, (12...200).contains(text.utf8.count),
      core != PageFacts.core((publisher ?? "").utf8), first.node <= node || first.node == node
    else { return nil }
    let isNamed = measures.hints[node].contains(PageWords.hint("headline"))
    let isInArticle = tree.ancestors(of: node).contains {
      tree.nodes[$0].tag == .article || tree.nodes[$0].tag == .main
    }
    return isNamed || isInArticle ? text : nil
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
  /// which has a blank on either side, and four or more before it, or three before a bar.
  private static func withoutLastPart(_ title: String) -> String {
    let words = title.split(separator: " ")
    guard let cut = words.lastIndex(where: { $0.count == 1 && isSeparator($0.first) && $0 != ":" }),
      cut >= (words[cut] == "|" ? 3 : 4), (1...3).contains(words.count - cut - 1)
    else { return title }
    return words[..<cut].joined(separator: " ")
  }

  /// Without " | Valley Herald", where that is the outlet's name, with or without an article, in whatever letters.
  private static func withoutOutlet(_ title: String, _ publisher: String?) -> String {
    guard let publisher, let cut = title.lastIndex(where: { isSeparator($0) }),
      cut > title.startIndex
    else { return title }
    if title.hasSuffix(publisher), title.count > publisher.count + 3 {
      let rest = String(title.dropLast(publisher.count)).trimmingBlanks
      if isSeparator(rest.last) { return String(rest.dropLast()).trimmingBlanks }
    }
    let name = PageFacts.core(publisher.utf8)
    let tail = PageFacts.core(title[title.index(after: cut)...].utf8)
    let before = String(title[..<cut])
    guard tail.count > 2, before.last?.isWhitespace == true, before.count > 8,
      name == tail || name.suffix(tail.count) == tail[...] || tail.suffix(name.count) == name[...]
    else { return title }
    return before.trimmingBlanks
  }

  static func isSeparator(_ character: Character?) -> Bool {
    character.map { "|-–—:·•»/_｜∙⋅›>~".contains($0) } ?? false
  }
}
