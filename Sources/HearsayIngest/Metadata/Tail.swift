import HearsayModel

/// The last lines of an article, where agencies and saved pages name themselves.
struct Tail: Hashable {
  var lines: [Line]

  init(of text: ArticleText) {
    let start = max(0, text.count - 2000)
    // The first line may be cut; it is none of the last ones unless the text is that short.
    let all = Line.lines(of: text, in: start..<text.count)
    lines = Array((start == 0 ? all : Array(all.dropFirst())).suffix(6))
  }
}

extension Metadata {
  /// What the end of an article tells: the credit, the reporters, the day.
  ///
  /// An address there is rather that of something the article speaks of.
  init(tail: Tail) {
    self.init()
    for line in tail.lines.reversed() {
      let words = line.bare
      publisher = publisher ?? credited(words) ?? signed(words)
      fill(from: firstPublished(words))
      fill(from: reporters(words))
      if words.lowercased().hasPrefix("published")
        || words.lowercased().hasPrefix("first published")
      {
        published = published ?? NewsDay.publication(line: words)
      }
    }
  }

  /// "Source: The Valley Herald", "© 2015 The Valley Herald. All rights reserved."
  private func credited(_ line: String) -> String? {
    for opening in ["Source:", "SOURCE:", "Source –", "Source —", "Source -", "SOURCE "]
    where line.hasPrefix(opening) {
      return Outlets.name(line.dropFirst(opening.count))
    }
    guard line.hasPrefix("©") || line.hasPrefix("(c)") || line.hasPrefix("Copyright") else {
      return nil
    }
    let words = line.words.drop { word in
      ["©", "(c)", "copyright", "by"].contains(word.lowercased())
        || word.allSatisfy { $0.isNumber || "©-–,".contains($0) }
    }
    let owner = words.joined(separator: " ").separated(by: ". ").first ?? ""
    return Outlets.name(owner)
  }

  /// "— Reuters" as a line of its own, "… he said. (AP)" at the end of one.
  private func signed(_ line: String) -> String? {
    if let first = line.first, "—–-".contains(first) {
      return Outlets.name(line.drop { "—–- ".contains($0) })
    }
    if line.hasSuffix(")"), let open = line.lastIndex(of: "(") {
      return Outlets.knownName(line[line.index(after: open)...].dropLast())
    }
    guard let dash = [" — ", " – ", " - "].compactMap({ line.lastRange(of: $0) }).first,
      line[..<dash.lowerBound].last.map({ ".!?\"”’".contains($0) }) == true
    else { return nil }
    return Outlets.knownName(line[dash.upperBound...])
  }

  /// "This article was originally published by The Valley Herald on 18 May 2015."
  private func firstPublished(_ line: String) -> Metadata? {
    guard Self.firstOpenings.contains(where: line.hasPrefix) else { return nil }
    for verb in [" published ", " appeared ", "epublished ", "eprinted "] {
      guard let found = line.firstRange(of: verb) else { continue }
      var rest = line[found.upperBound...].words
      guard let preposition = rest.first, ["by", "in", "on", "at", "from"].contains(preposition)
      else { continue }
      rest.removeFirst()
      var name = rest.prefix { $0.first?.isUppercase == true || ["of", "the"].contains($0) }
      if let end = name.firstIndex(where: { $0.hasSuffix(".") }) { name = name[...end] }
      let day = NewsDay(firstIn: rest.joined(separator: " "))?.iso
      let outlet =
        Outlets.name(name.joined(separator: " ")) ?? outlet(named: name, after: preposition)
      return Metadata(publisher: outlet, published: outlet == nil ? nil : day)
    }
    return nil
  }

  private static let firstOpenings = [
    "This article", "This story", "This report", "This post", "This piece", "Originally published",
    "Originally appeared", "First published", "First appeared", "A version of this",
    "Republished from",
    "Reprinted from",
  ]

  /// "Originally published *on Live Science*": what an article is published on is an outlet; "by" may come before a person.
  private func outlet(named words: ArraySlice<Substring>, after preposition: Substring) -> String? {
    var name = words.joined(separator: " ").trimmingStops
    if name.hasPrefix("the ") { name = String(name.dropFirst(4)) }
    guard let first = name.first, first.isUppercase, name.words.count <= 5,
      NewsDay(firstIn: name) == nil, !NewsDay.months.contains(name.words[0].lowercased())
    else { return nil }
    return preposition != "by" || name.hasPrefix("The ") && name.words.count <= 3 ? name : nil
  }

  /// "(Reporting by Jane Doe in Cairo; Editing by Bill Smith)"
  private func reporters(_ line: String) -> Metadata? {
    let line = line.hasPrefix("(") ? String(line.dropFirst()) : line
    guard line.hasPrefix("Reporting by ") else { return nil }
    let reporters = line.dropFirst("Reporting by ".count).prefix { !";.)".contains($0) }
    return Byline(value: String(reporters)).map {
      Metadata(byline: $0.names.isEmpty ? nil : $0.names)
    }
  }
}

extension String {
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
