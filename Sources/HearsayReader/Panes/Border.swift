/// The line between article and list, which can be moved.
enum Border: Hashable, Sendable {
  /// Between article and list side by side.
  case beside
  /// Between the article and the list under it.
  case under
}
