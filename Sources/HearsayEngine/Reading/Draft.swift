import HearsayLanguage
public import HearsayModel

/// An analysis in the making: what was found in an article so far, so that the reading can stop anywhere and go on
/// later, or be corrected without asking the tagger again.
///
/// ```swift
/// var draft = Draft(of: article)
/// let analysis = analyzer.read(&draft, watching: Watch { show($0) })
/// ```
/// Of a text longer than a section it keeps the results only, so that its words are not all in memory at once.
public struct Draft: Sendable {
  /// The article that is being read.
  public let article: Article
  var sections: [Section]

  /// A stretch of the article that is read by itself.
  struct Section: Sendable {
    let span: Span
    /// The words, as long as they may be needed again.
    var document: Document?
    /// What the tagger found, few paragraphs by few paragraphs.
    var tagged: [[TaggedAttribution]?]?
    /// What was last shown of the section, as long as not all of it was read.
    var part: PartialAnalysis?
    /// What is said in the section, once all of it was read, and with which corrections.
    var result: (analysis: Analysis, corrections: [Correction])?
  }

  /// A draft of an article of which nothing was read.
  public init(of article: Article) { self.init(of: article, sections: Sections.of(article.text)) }

  /// The same with other sections, for tests.
  package init(of article: Article, longestSection: Int) {
    self.init(of: article, sections: Sections.of(article.text, longest: longestSection))
  }

  private init(of article: Article, sections: [Span]) {
    self.article = article
    self.sections = sections.map { Section(span: $0) }
  }
}

extension Draft {
  /// Whether the text is longer than any article, and so is read section by section.
  public var isLong: Bool { sections.count > 1 }

  /// The sections from the one with `place` to the last, and then those before it.
  func order(from place: Int) -> [Int] {
    let first = sections.lastIndex { $0.span.start <= place } ?? 0
    return Array(sections.indices.dropFirst(first)) + sections.indices.prefix(first)
  }

  /// What is known of a section, for the tagger to go on.
  func findings(at index: Int, in language: Language) -> Findings {
    let section = sections[index]
    return Findings(
      in: section.document ?? Document(article, language, in: section.span),
      tagged: section.tagged)
  }

  /// Keeps what is known of a section.
  mutating func keep(_ findings: Findings, at index: Int) {
    sections[index].tagged = findings.tagged
    sections[index].document = isLong ? nil : findings.document
  }

  /// Forgets the finished sections farthest from `place`, so that there is room for one more.
  mutating func makeRoom(near place: Int, within most: Int) {
    let finished = sections.indices.filter { sections[$0].result != nil }
    guard finished.count >= most else { return }
    let farthest = finished.max {
      abs(sections[$0].span.start - place) < abs(sections[$1].span.start - place)
    }
    if let farthest { sections[farthest] = Section(span: sections[farthest].span) }
  }

  /// What is known of all sections together; `nil` as long as nothing is.
  var soFar: PartialAnalysis? {
    let parts = sections.compactMap { section in
      section.result.map { PartialAnalysis($0.analysis, of: [section.span]) } ?? section.part
    }
    guard !parts.isEmpty else { return nil }
    let read = parts.flatMap(\.read).sorted().reduce(into: [Span]()) { joined, span in
      if let last = joined.last, last.end >= span.start {
        joined[joined.count - 1] = last.union(span)
      } else {
        joined.append(span)
      }
    }
    return PartialAnalysis(JoinedSections(parts.map(\.analysis)).analysis, of: read)
  }
}
