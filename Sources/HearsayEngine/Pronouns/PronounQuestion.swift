public import HearsayModel

/// A pronoun in a text, and two names of which it may mean one.
public struct PronounQuestion: Sendable {
  /// The text.
  public var text: ArticleText
  /// Where the pronoun stands.
  public var pronoun: Span
  /// Where the two names stand.
  public var names: [Span]

  /// A question about a pronoun.
  public init(text: ArticleText, pronoun: Span, names: [Span]) {
    self.text = text
    self.pronoun = pronoun
    self.names = names
  }
}
