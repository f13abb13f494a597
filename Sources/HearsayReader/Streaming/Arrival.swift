import HearsayModel

/// What has become known of the open article while something was asked that speaks of what is shown.
enum Arrival: Hashable, Sendable {
  /// An analysis of what was read so far.
  case part(AnalysisPart)
  /// The analysis of the whole article.
  case whole(Analysis)
}
