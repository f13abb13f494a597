/// Who is cited, after pronouns and descriptions are resolved: one entry for all mentions of a speaker.
public struct Source: Hashable, Sendable, Identifiable, NumberedThing {
  /// Sources are called `s1`, `s2`, …
  public static let letter: Character = "s"
  /// The short name of a source.
  public typealias ID = Numbered<Source>

  /// Its short name, in order of first appearance.
  public var id: ID
  /// The name as a reader would want it: the fullest that the article gives.
  public var name: String
  /// What kind of thing spoke.
  public var kind: SourceKind
  /// How it is named.
  public var naming: Naming
  /// Every place where it is mentioned, in order of reading.
  public var mentions: [Span]

  /// A source with all its mentions.
  public init(id: ID, name: String, kind: SourceKind, naming: Naming, mentions: [Span]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.naming = naming
    self.mentions = mentions
  }
}

// MARK: - Closed lists

/// What kind of thing spoke. How it is named is another question: see ``Naming``.
public enum SourceKind: String, Codable, CaseIterable, Hashable, Sendable {
  /// One human being.
  case person
  /// Several people, no institution.
  case group
  /// Bodies and governments, also by place: "Washington".
  case organisation
  /// A newspaper, agency or broadcaster.
  case outlet
  /// A report, law, filing, poll or letter.
  case document
  /// The writer's own observation.
  case author
  /// No source expressed: "is expected", "allegedly".
  case none
}

/// How a source is named. What kind of thing spoke is another question: see ``SourceKind``.
public enum Naming: String, Codable, CaseIterable, Hashable, Sendable {
  /// A proper name, or a post that one person holds.
  case named
  /// No name, but a role, tie or position.
  case described
  /// Only a head noun or quantifier: "a source", "officials", "some".
  case bare
  /// The text says that anonymity was granted.
  case withheld
  /// No source expressed.
  case implicit
}

extension Naming {
  /// Whether a reader is left without a name.
  public var isUnnamed: Bool { self == .described || self == .bare || self == .withheld }
}
