package import HearsayModel

/// What goes to a command.
package enum Piped: Hashable, Sendable {
  /// A claim with who said it.
  case text(String)
  /// The text of the open article.
  case article(Article.ID)
}
