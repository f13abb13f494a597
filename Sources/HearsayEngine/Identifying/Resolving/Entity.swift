import HearsayModel

/// Somebody a text mentions, with all that its mentions tell together.
struct Entity: Sendable {
  var label: String
  var kind: SourceKind
  /// Whether a mention told its kind.
  var isKindTold: Bool
  /// Whether only a tagger told it.
  var isKindGuessed: Bool
  var naming: Naming
  var isPlural: Bool?
  var gender: Gender?
  /// Every head it was mentioned with.
  var heads: Set<String> = []
  var modifiers: Set<String> = []
  /// The fullest name, in lower case without titles.
  var name: [String] = []
  var acronyms: Set<String> = []
  /// For those without name or description, the outlet they spoke to: two such to one outlet are one.
  var confidant: String?
  /// Where it is mentioned as a source, an addressee or a relay.
  var mentions: [Span] = []
  /// Where its name stands without being cited.
  var sightings: [Span] = []
  /// The mention that first brought it up.
  var introduction: Span
  /// Whether it was ever cited.
  var isSource = false
  /// Whether it was brought up inside somebody's quoted words.
  var isFromQuotation = false
  /// Whether it has members: "X and Y".
  var isCompound = false
  /// The members of "X and Y".
  var members: Set<Int> = []
  /// Whether it counts as a body only because "it" or "the company" took it up.
  var wasBodyByPronoun = false
  /// How the reader says it is named, whatever its mentions tell.
  var settledNaming: Naming?

  /// Whether it is any of its kind: *experts*, without an article or a number.
  var isGeneric = false

  init(_ mention: Mention, isFromQuotation: Bool) {
    label = mention.label
    kind = mention.kind
    isKindTold = mention.isKindTold
    isKindGuessed = mention.isKindGuessed
    naming = mention.naming
    isPlural = mention.isPlural
    gender = mention.gender
    heads = Set(mention.heads)
    modifiers = mention.modifiers
    name = mention.name
    acronyms = mention.acronym.map { [$0] } ?? []
    introduction = mention.span
    isCompound = !mention.parts.isEmpty
    isGeneric = mention.determiner == .none && mention.isPlural == true && mention.parts.isEmpty
    self.isFromQuotation = isFromQuotation
  }

  /// Where each form of an outlet's name is printed.
  private var printed: [String: Set<Int>] = [:]
}

// MARK: - Learning

extension Entity {
  /// Takes in what a further mention tells.
  mutating func learn(from mention: Mention) {
    heads.formUnion(mention.heads)
    modifiers.formUnion(mention.modifiers)
    if let acronym = mention.acronym { acronyms.insert(acronym) }
    gender = gender ?? mention.gender
    isPlural = isPlural ?? mention.isPlural
    if !isKindTold, mention.isKindTold, mention.isName == (naming == .named) {
      kind = mention.kind
      isKindTold = true
      isKindGuessed = mention.isKindGuessed
    }
    if mention.isName, kind == .outlet {
      count(mention)
    } else if mention.isName {
      learnName(mention)
    } else if mention.form == .description {
      learnDescription(mention)
    }
  }

  /// "The National News" once, *The National* ever after: an outlet's form that the article uses most.
  private mutating func count(_ mention: Mention) {
    if printed.isEmpty { printed[label] = [introduction.start] }
    printed[mention.label, default: []].insert(mention.span.start)
    if printed[mention.label]?.count ?? 0 > printed[label]?.count ?? 0, !introduction.isEmpty {
      label = mention.label
    }
  }

  private mutating func learnName(_ mention: Mention) {
    let isFuller =
      (mention.name.count, mention.label.count) > (name.count, name.isEmpty ? 0 : label.count)
    let isSameName =
      name.isEmpty || mention.name.last == name.last || mention.name.first == name.first
    if naming != .named || isFuller && isSameName {
      label = mention.label
      name = mention.name.count >= name.count ? mention.name : name
    }
    if kind != .outlet, kind != .document, mention.kind != .organisation || kind == .group {
      kind = mention.kind
    }
    naming = .named
  }

  private mutating func learnDescription(_ mention: Mention) {
    if naming == .bare {
      naming = mention.naming
      label = mention.label
      kind = mention.kind == .person || mention.kind == .group ? mention.kind : kind
    } else if naming == .described, mention.identifies, mention.kind == kind {
      naming = .named
    }
  }
}

// MARK: - What is known

extension Entity {
  /// Whether a few capitals are all that is known of it.
  var isLettersOnly: Bool {
    name.count == 1 && label.count <= 4 && label.allSatisfy { $0.isUppercase || $0 == "." }
      && heads.isEmpty
  }

  /// Whether a name that was taken for a person's may as well be a body's: nothing tells of a person yet.
  var mayBeBody: Bool {
    kind == .person && naming == .named && !name.isEmpty && gender == nil && heads.isEmpty
      && (name.count == 1 || !isKindTold || isKindGuessed)
      && label.lowercased() == name.joined(separator: " ")
  }
}
