package import HearsayModel

/// What is known of an article that is still being read for sources, made ready to be shown.
///
/// Making it takes as long as the analysis is large, so it is done where nobody waits for a key.
package struct AnalysisPart: Hashable, Sendable {
  /// The analysis of what was read so far.
  package let analysis: Analysis
  /// What was read, in order of reading and apart from each other.
  package let read: [Span]
  let sourcing: Sourcing

  /// Whether that is all of the article.
  package var isWhole: Bool { read == [analysis.article.text.span] }

  /// An analysis of these stretches of its article.
  package init(_ analysis: Analysis, of read: [Span]) {
    self.analysis = analysis
    self.read = read
    sourcing = Sourcing(analysis)
  }
}
