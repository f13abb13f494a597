import HearsayModel

/// A noun phrase that may stand for somebody: what its words alone tell.
///
/// *Republican presidential nominee Donald Trump* is a name with the head *nominee*;
/// *the senior Iraqi MP* a description with the head *mp* and the modifiers *senior* and *iraq*.
struct Mention: Hashable, Sendable {
  /// What sort of phrase it is.
  enum Form: Hashable, Sendable {
    case pronoun(Pronoun)
    case name
    case description
    /// Only a head or a quantifier: *a source, some*.
    case bare
  }

  /// What stands before the head.
  enum Determiner: Hashable, Sendable {
    case none, definite, indefinite
    /// *another, a second*: somebody new.
    case further
    /// *his*, *the company's*.
    case possessive
  }

  var span: Span
  var form: Form
  var kind: SourceKind
  /// Whether its words tell what kind of thing it is; otherwise `kind` is what is usual.
  var isKindTold = true
  /// Whether a tagger told it, and not the words.
  var isKindGuessed = false
  /// Several at once; `nil` where the words do not tell.
  var isPlural: Bool?
  var gender: Gender?
  var determiner: Determiner = .none
  /// Roles, kinds of documents and institutions, in the singular, nearest to the name first.
  var heads: [String] = []
  /// The other words that describe, places by their country.
  var modifiers: Set<String> = []
  /// A proper name without titles, in lower case.
  var name: [String] = []
  /// What a list should call it.
  var label: String
  /// "(WHO)" after a name.
  var acronym: String?
  /// Several sources joined by *and*.
  var parts: [Mention] = []
  /// Whether the words identify one person or body: a name, or a post that one person holds.
  var identifies = false
  /// Whether a role or title stands with the name.
  var isIntroduced = false
}

extension Mention {
  var isName: Bool { form == .name }
  /// Whether it speaks of somebody known: *the*, *his*.
  var isDefinite: Bool { determiner == .definite || determiner == .possessive }
  var isPronoun: Bool { if case .pronoun = form { true } else { false } }

  /// How the words alone name their bearer.
  var naming: Naming {
    switch form {
    case .name: .named
    case .bare: .bare
    case .description: identifies ? .named : .described
    case .pronoun: .bare
    }
  }
}

// MARK: - What a tagger says

extension Mention {
  /// Takes over the kind that a tagger is `sure` of, where the words do not tell one.
  mutating func settleKind(_ guess: SourceKindGuess, from sure: Double) {
    guard !isKindTold, guess.probability >= sure, parts.isEmpty else { return }
    switch guess.kind {
    case .person, .group: kind = isPlural == true ? .group : .person
    case .organisation: kind = .organisation
    case .outlet where isName: kind = .outlet
    case .document where !isName: kind = .document
    case .outlet, .document, .author, .none: return
    }
    isKindTold = true
    isKindGuessed = true
  }
}
