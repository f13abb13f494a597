import HearsayModel

/// The lines before the story and its first paragraph.
struct Head: Hashable {
  /// Those that may tell something of the article, the first paragraph of the story included.
  var lines: [Line]
  /// The first paragraph of the story.
  var body: String?

  /// The head of a text that begins at byte `start`, behind the front matter.
  init(of text: ArticleText, from start: Int) {
    let all = Line.lines(of: text, in: start..<min(text.count, start + 8000))
    let story = all.prefix(10).firstIndex(where: \.isStory)
    lines = Array(all.prefix(story.map { $0 + 1 } ?? 10))
    body = all.first { $0.isStory || $0.endsWithAStop && $0.text.count > 60 }?.text
  }
}

extension Metadata {
  /// What the head of an article tells: headline, byline, day, outlet, one line after the other.
  init(head: Head) {
    self.init()
    var headline: Headline?
    var candidates = 0
    for (index, line) in head.lines.enumerated() {
      if readFact(line.bare) { continue }
      fill(
        from: Dateline(openingOf: line.bare).map {
          Metadata(publisher: $0.publisher, published: $0.published)
        })
      candidates += 1
      // A word in capitals over the headline, "POLITICS", is not it.
      guard headline == nil, candidates == 1 || candidates == 2 && isKicker(head.lines[index - 1])
      else { continue }
      headline = Headline(line, before: head.lines[(index + 1)...])
    }
    title = title ?? headline?.title
  }

  /// Whether a line is a fact about the article and not part of it; notes the fact.
  private mutating func readFact(_ line: String) -> Bool {
    if let byline = Byline(line: line) {
      fill(
        from: Metadata(
          publisher: byline.publisher, byline: byline.names.isEmpty ? nil : byline.names,
          published: byline.published))
      return true
    }
    if let day = NewsDay.publication(line: line) {
      published = published ?? day
      return true
    }
    if let credit = Credit(line: line) {
      fill(from: Metadata(publisher: credit.publisher, published: credit.published))
      return true
    }
    if isAddress(line) {
      url = url ?? line
      return true
    }
    return readLabelled(line)
  }

  /// "Author: Jane Doe", "Date: 18 May 2015", as pages are saved by other programs.
  private mutating func readLabelled(_ line: String) -> Bool {
    guard line.count <= 300, let colon = line.firstIndex(of: ":") else { return false }
    let before = self
    let label = line[..<colon]
    guard label.words.count <= 2, label.first?.isUppercase == true, label.lowercased() != "by",
      Facts.path(for: String(label)) != nil
    else { return false }
    let value = line[line.index(after: colon)...].trimmed
    // "Newspaper: Minister knew of leak" is a headline.
    if Facts.path(for: String(label)) == \.publisher, Outlets.name(value) == nil, !isAddress(value)
    {
      return false
    }
    note(value, for: String(label))
    return self != before
  }

  /// "POLITICS", "World News" in capitals.
  private func isKicker(_ line: Line) -> Bool {
    line.text.words.count <= 3 && line.text.contains(where: \.isLetter)
      && !line.text.contains(where: \.isLowercase)
  }
}

/// A line of an outlet's name, with or without a day: "The Valley Herald — 18 May 2015".
struct Credit: Hashable {
  var publisher: String
  var published: String?

  init?(line: String) {
    guard line.count <= 100 else { return nil }
    guard let day = NewsDay(firstIn: line) else {
      // A headline may end in "News" or in "Star": only a name that everybody knows stands for itself.
      guard let outlet = Outlets.knownName(line) else { return nil }
      publisher = outlet
      return
    }
    var name = line[..<day.range.lowerBound].trimmed
    for weekday in NewsDay.weekdayNames where name.trimmingStops.hasSuffix(weekday) {
      name = String(name.trimmingStops.dropLast(weekday.count))
    }
    name = name.trimmingSeparators
    let after = String(line[day.range.upperBound...]).trimmingSeparators
    guard let outlet = Outlets.name(name.isEmpty ? after : name), name.isEmpty || after.count <= 12
    else {
      return nil
    }
    publisher = outlet
    published = day.iso
  }
}

extension String {
  /// Without the dashes, bars and commas that part the pieces of a credit.
  fileprivate var trimmingSeparators: String {
    let marks = "—–-|•·,;:. *_"
    guard let start = firstIndex(where: { !marks.contains($0) }),
      let end = lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[start...end])
  }
}
