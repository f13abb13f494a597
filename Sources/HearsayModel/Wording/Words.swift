/// What a reader is told, in words, wherever a value of the model is shown.

extension Manner {
  /// A word or two for the detail and the help.
  public var words: String {
    switch self {
    case .direct: "direct quotation"
    case .mixed: "partly quoted"
    case .indirect: "indirect"
    case .reported: "summed up"
    }
  }
}

extension Naming {
  /// A word or two for the detail and the help.
  public var words: String {
    switch self {
    case .named: "named"
    case .described: "described, not named"
    case .bare: "neither named nor described"
    case .withheld: "name withheld on request"
    case .implicit: "nobody named"
    }
  }
}

extension Source {
  /// How often a source speaks; an outlet that never does passes on what others say.
  public static func speaking(_ times: Int) -> String {
    switch times {
    case 0: "passes on"
    case 1: "speaks once"
    case 2: "speaks twice"
    default: "speaks \(times) times"
    }
  }
}

extension SourceKind {
  /// A word for the detail and the help.
  public var words: String {
    switch self {
    case .person: "person"
    case .group: "group of people"
    case .organisation: "organisation"
    case .outlet: "news outlet"
    case .document: "document"
    case .author: "the writer"
    case .none: "nobody"
    }
  }
}

extension Attitude {
  /// A word for the detail.
  public var words: String {
    switch self {
    case .statement: "states"
    case .belief: "believes"
    case .intention: "intends"
    case .attitude: "takes a position"
    case .decree: "decides"
    case .perception: "found out"
    }
  }
}

extension Certainty {
  /// A word or two for the detail.
  public var words: String {
    switch self {
    case .plain: "plain"
    case .hedged: "hedged"
    case .denied: "denied"
    }
  }
}

extension Stance {
  /// A word for list, detail and filter.
  public var words: String {
    switch self {
    case .denied: "denied"
    case .refused: "refused"
    case .opposed: "opposed"
    }
  }
}

extension Basis {
  /// How the hop is known, for the detail.
  public var words: String {
    switch self {
    case .publisher: "publishes the article"
    case .stated: "stated in the sentence"
    case .inherited: "named with the same source elsewhere"
    case .inferred: "inferred from the sentences around it"
    }
  }
}

extension Support {
  /// What stands behind a claim, for the detail.
  public var words: String {
    switch self {
    case .document: "a document"
    case .namedMultiple: "several named sources"
    case .namedSingle: "one named source"
    case .anonymousMultiple: "several unnamed sources"
    case .anonymousSingle: "one unnamed source"
    case .relayedOnly: "only what another outlet reports"
    case .unattributed: "nobody"
    }
  }
}

extension UnattributedSentence.Kind {
  /// What the sentence does, for the detail and the help.
  public var words: String {
    switch self {
    case .event: "news with no source"
    case .analysis: "the writer's reasoning"
    case .background: "public record"
    case .context: "sets the scene"
    case .framing: "leads into what follows"
    }
  }
}

extension Mark.Place {
  /// What has become of the marked words in the text that is being read.
  public var words: String {
    switch self {
    case .unmoved: "where it was"
    case .moved: "moved"
    case .changed: "on changed words"
    case .lost(.gone): "without a place: its words are gone"
    case .lost(.ambiguous): "without a place: two are equally likely"
    case .lost(.otherSource): "without a place: somebody else says this now"
    case .lost(.refused): "without a place: you put it down as lost"
    }
  }
}

// MARK: - Names

extension Analysis {
  /// The chain in names: `Shafaq News ← The National ← a senior Iraqi MP`.
  ///
  /// Where the publisher is unknown the chain starts with *this article*.
  public func chainNames(of attribution: Attribution) -> [String] {
    attribution.chain.compactMap { source($0.source)?.nameFirst }
  }
}
