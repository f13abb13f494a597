/// Whom a mention means, and who else it may mean.
struct Resolution: Sendable {
  var entity: Int
  /// Others, best first.
  var alternates: [Int] = []
  /// Whether the first and the second are close.
  var isAmbiguous = false
  /// Whether nobody else fits.
  var isAlone = false
}
