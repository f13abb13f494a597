/// Where somebody is in an article: bytes of its text, never rows, so that it outlives every new wrapping.
package struct ArticlePlace: Hashable, Sendable {
  /// The first byte of the first visible line.
  package var top: Int
  /// The first byte of what is selected in the list of who said what.
  package var selection: Int?

  /// A place that begins at byte `top`.
  package init(top: Int, selection: Int? = nil) {
    self.top = top
    self.selection = selection
  }
}
