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
    // Only the first line that is no fact can be the headline, whether it is one or not.
    var hasHeadline = false
    for (index, line) in head.lines.enumerated() {
      if readFact(line.bare) { continue }
      fill(
        from: Dateline(openingOf: line.bare).map {
          Metadata(publisher: $0.publisher, published: $0.published)
        })
      guard !hasHeadline, !Self.isSection(line.bare) else { continue }
      hasHeadline = true
      title = title ?? Headline(line, before: head.lines[(index + 1)...])?.title
    }
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
    let value = String(line[line.index(after: colon)...].trimmed)
    // "Newspaper: Minister knew of leak" is a headline.
    if Facts.path(for: String(label)) == \.publisher, Outlets.name(value) == nil, !isAddress(value)
    {
      return false
    }
    note(value, for: String(label))
    return self != before
  }

  /// "POLITICS", "Local news": the section over a headline.
  private static func isSection(_ line: String) -> Bool {
    let words = line.trimmingStops.lowercased().words
    return (1...3).contains(words.count) && words.allSatisfy { sections.contains(String($0)) }
  }

  private static let sections: Set<String> = [
    "news", "world", "local", "national", "international", "politics", "business", "economy",
    "sport", "sports",
    "science", "technology", "health", "culture", "arts", "opinion", "analysis", "letters",
    "exclusive",
    "breaking", "live", "update", "updated", "abstract", "full", "text", "and", "&", "latest",
    "top", "story",
    "stories", "middle", "east", "europe", "africa", "asia", "americas", "us", "uk",
  ]
}
