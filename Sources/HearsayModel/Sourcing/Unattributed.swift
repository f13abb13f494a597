/// A sentence of the article that nobody is credited with.
public struct UnattributedSentence: Hashable, Sendable, Identifiable, NumberedThing {
  /// Unattributed sentences are called `u1`, `u2`, …
  public static let letter: Character = "u"
  /// The short name of an unattributed sentence.
  public typealias ID = Numbered<UnattributedSentence>

  /// Its short name, in order of reading.
  public var id: ID
  /// The sentence.
  public var span: Span
  /// Why it may go without a source, or may not.
  public var kind: Kind
  /// What it says.
  public var claim: Claim.ID

  /// What an unattributed sentence does in the article.
  public enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// News with no source: the one to show first.
    case event
    /// If, could, likely: the writer's reasoning.
    case analysis
    /// Public record: since 2007 …
    case background
    /// Comes as, follows, amid: sets the scene.
    case context
    /// "However, the decision has sparked controversy."
    case framing
  }

  /// A sentence at `span` of this kind.
  public init(id: ID, span: Span, kind: Kind, claim: Claim.ID) {
    self.id = id
    self.span = span
    self.kind = kind
    self.claim = claim
  }
}

extension UnattributedSentence.Kind {
  /// How much a missing source weighs: news first, scene-setting last.
  public var level: Flag.Level {
    switch self {
    case .event: .medium
    case .analysis, .background: .low
    case .context, .framing: .info
    }
  }
}
