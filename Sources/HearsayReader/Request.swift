package import HearsayModel

/// Which article to load.
package enum Request: Hashable, Sendable {
  /// One of the list.
  case entry(Entry.ID)
  /// One that was read before, by the hash of its text.
  case stored(Article.ID)
  /// The page at an address that another article names.
  case page(WebAddress)
}
