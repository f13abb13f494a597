public import HearsayModel
public import HearsayResources

// MARK: - From an article to an analysis

extension Analyzer {
  /// An analyzer that tags with rules and word lists.
  ///
  /// - Throws: `ResourceError` where a word list is missing.
  public init(resources: Resources) throws {
    try self.init(resources: resources, tagger: RulesTagger(lexicon: Lexicon(resources)))
  }

  /// What stands in `article` on whose word.
  public func analyze(_ article: Article) -> Analysis {
    let document = Document(article)
    let tagged = tagger.attributions(in: document.paragraphs.indices, of: document)
    return analysis(of: document, linked: linker.attributions(tagged, in: document))
  }

  /// The same, said step by step and stopped on request.
  ///
  /// - Parameter goesOn: is told how much is done, from 0 to 1, and answers whether to go on.
  /// - Returns: `nil` where it was stopped.
  public func analyze(_ article: Article, progress goesOn: (Double) -> Bool) -> Analysis? {
    guard goesOn(0) else { return nil }
    let document = Document(article)
    var tagged: [TaggedAttribution] = []
    for paragraphs in document.portions {
      guard
        goesOn(
          Self.shareOfTagging * Double(paragraphs.lowerBound) / Double(document.paragraphs.count))
      else { return nil }
      tagged += tagger.attributions(in: paragraphs, of: document)
    }
    guard goesOn(Self.shareOfTagging) else { return nil }
    let linked = linker.attributions(tagged, in: document)
    guard goesOn(0.8) else { return nil }
    let analysis = analysis(of: document, linked: linked)
    return goesOn(1) ? analysis : nil
  }

  /// How much of the work is done when the spans are found.
  private static let shareOfTagging = 0.6
}

extension Document {
  /// The paragraphs, a handful at a time.
  fileprivate var portions: [Range<Int>] {
    stride(from: 0, to: paragraphs.count, by: 16).map { $0..<min($0 + 16, paragraphs.count) }
  }
}
