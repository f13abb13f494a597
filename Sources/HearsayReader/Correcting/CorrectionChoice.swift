import HearsayModel

/// One of the answers that can be given.
struct CorrectionChoice: Hashable, Sendable {
  /// Signs before the words, as in the list of who said what.
  var sign: String
  var words: String
  /// What is less important, behind them.
  var aside: String
  /// The source that is meant, for its hue.
  var source: Source.ID?
  /// What is set right by it.
  var change: Correction.Change
}
