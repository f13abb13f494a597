import HearsayModel

/// How the list of who said what is wanted, in whatever article.
struct Listing: Hashable, Sendable {
  /// In what order it stands.
  var arrangement = Arrangement.reading
  /// What it must answer to; `nil` where everything is listed.
  var filter: Filter?
}
