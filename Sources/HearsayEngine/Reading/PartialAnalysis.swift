public import HearsayModel

/// What is known of an article while it is still being read: the analysis of the stretches that were read so far.
///
/// It is as well formed as a whole one: sources, chains, claims and flags are as far as anybody can tell by then,
/// figures count only what was read, and nothing is said of the rest.
public struct PartialAnalysis: Hashable, Sendable {
  /// The analysis of what was read.
  public var analysis: Analysis
  /// What was read, in order of reading and apart from each other.
  public var read: [Span]

  /// An analysis of these stretches of its article.
  public init(_ analysis: Analysis, of read: [Span]) {
    self.analysis = analysis
    self.read = read
  }
}
