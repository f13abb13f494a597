/// How far a reader has come in an article.
public struct ReadingPosition: Hashable, Sendable {
  /// The first byte on the screen, in the text of the article.
  public var offset: Int
  /// What was selected.
  public var selected: Item?
  /// Whether the end of the article has been on the screen.
  public var isReadThrough: Bool

  /// What can be selected in an article.
  public enum Item: Hashable, Sendable {
    /// An attribution.
    case attribution(Attribution.ID)
    /// A sentence that nobody is credited with.
    case sentence(UnattributedSentence.ID)
  }

  /// The place `offset` bytes into the text.
  public init(offset: Int, selected: Item? = nil, isReadThrough: Bool = false) {
    self.offset = offset
    self.selected = selected
    self.isReadThrough = isReadThrough
  }
}

// MARK: - As text

extension ReadingPosition.Item: CustomStringConvertible {
  /// The short name of what is selected, as in `a5` or `u2`.
  public var description: String {
    switch self {
    case .attribution(let id): id.description
    case .sentence(let id): id.description
    }
  }

  /// Reads `a5` or `u2`; `nil` where it is neither.
  public init?(_ text: String) {
    if let id = Attribution.ID(text) {
      self = .attribution(id)
    } else if let id = UnattributedSentence.ID(text) {
      self = .sentence(id)
    } else {
      return nil
    }
  }
}
