package import HearsayModel

/// What the library has found.
package enum LibraryAnswer: Hashable, Sendable {
  /// Places in articles.
  case found(Passages)
  /// How many statements and marks of each article pass a filter.
  case sifted(Filter, passing: [Article.ID: Int])
  /// The sources across articles.
  case voices([Voice])
}
