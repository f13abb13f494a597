import HearsayEngine
import HearsayModel
import HearsayResources

/// What hearsay makes of a text, asked by the words of the text.
struct ReadText {
  let analysis: Analysis

  /// The analyzer of all such texts: reading the word lists and the network takes longer than reading a text.
  private static let analyzer = Result { try Analyzer(resources: .locate()) }

  /// Reads a text; its line ends count as spaces where its words are asked for.
  init(_ text: String, language: String = "en") throws {
    let article = Article(id: "test", language: language, text: ArticleText(text))
    analysis = try Self.analyzer.get().analyze(article)
  }

  /// Those to whom words are given, by name; "nobody" where an attribution has no source.
  func source(of words: String) -> [String] {
    attributions(of: words).map { $0.source.flatMap { analysis.source($0)?.name } ?? "nobody" }
  }

  /// The attributions that have all of these words.
  func attributions(of words: String) -> [Attribution] {
    analysis.attributions.filter { own in own.contentSpans.contains { text($0).contains(words) } }
  }

  /// The cues of all attributions.
  var cues: [String] { analysis.attributions.flatMap(\.cueSpans).map(text) }

  /// The outlets and sources on the way to words, the origin last.
  func way(to words: String) -> [String] {
    attributions(of: words).first?.chain.compactMap { analysis.source($0.source)?.name } ?? []
  }

  /// What a sentence that nobody is credited with does; `nil` where it is credited or needs no source.
  func uncredited(_ words: String) -> UnattributedSentence.Kind? {
    analysis.unattributed.first { text($0.span).contains(words) }?.kind
  }

  /// Whether a cue or a content has any of these words.
  func isTouched(_ words: String) -> Bool {
    let whole = text(analysis.article.text.span)
    guard let range = whole.range(of: words) else { return false }
    let start = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
    let span = Span(start, start + words.utf8.count)
    return analysis.attributions.contains { own in
      (own.cueSpans + own.contentSpans).contains { $0.overlaps(span) }
    }
  }

  /// How the claims of two stretches of words stand to each other.
  func relation(_ one: String, _ other: String) -> Claim.Relation.Kind? {
    guard let left = attributions(of: one).first, let right = attributions(of: other).first else {
      return nil
    }
    return analysis.claim(left.claim)?.related.first { $0.claim == right.claim }?.relation
  }

  private func text(_ span: Span) -> String {
    // A line end is a blank; both are one byte, so that places stay.
    String(analysis.article.text[span].map { $0 == "\n" ? " " : $0 })
  }
}

extension String {
  fileprivate func range(of words: String) -> Range<Index>? { ranges(of: words).first }
}
