/// The sourcing of an article on one page: who speaks how much, by what route, and what nobody answers for.
public struct SourcingSheet: Hashable, Sendable {
  /// Everybody who is credited with something, those with the most words first; nobody last.
  public var speakers: [Speaker]
  /// How many attributions and words there are of each naming, as far as there are any.
  public var namings: [Naming: Amount]
  /// By what routes it came: the publisher, and behind it those it heard it from.
  public var routes: [Route]
  /// The claims by the best evidence for them, strongest first; only those that are made by somebody.
  public var claims: [(support: Support, claims: [Claim.ID])] {
    Support.allCases.compactMap { support in claimsBySupport[support].map { (support, $0) } }
  }
  /// Pairs of claims that contradict each other.
  public var conflicts: [Pair]
  /// Claims that are made more than once.
  public var duplicates: [Claim.ID]
  /// Everything a careful reader should know, heaviest first, with where it holds.
  public var flags: [FlagCount]
  /// Sources that are spoken of but credited with nothing, and pass nothing on.
  public var unheard: [Source.ID]
  /// Words that somebody is credited with, and all words.
  public var creditedWords: Int
  /// All words of the article.
  public var words: Int
  /// The article's paragraphs with whose words are in them.
  public var paragraphs: [Paragraph]

  var claimsBySupport: [Support: [Claim.ID]]
}

// MARK: - Its parts

extension SourcingSheet {
  /// A number of attributions, and of the words in them.
  public struct Amount: Hashable, Sendable {
    /// How many attributions.
    public var attributions: Int
    /// How many words.
    public var words: Int

    /// So many; none where nothing is said.
    public init(attributions: Int = 0, words: Int = 0) {
      self.attributions = attributions
      self.words = words
    }
  }

  /// Somebody who speaks.
  public struct Speaker: Hashable, Sendable {
    /// Who; `nil` for what is said by nobody.
    public var source: Source.ID?
    /// How much.
    public var amount: Amount
    /// How many of the words are quoted, wholly or in part.
    public var quotedWords: Int

    /// Somebody with so much to say.
    public init(source: Source.ID?, amount: Amount, quotedWords: Int) {
      self.source = source
      self.amount = amount
      self.quotedWords = quotedWords
    }
  }

  /// A hop, with everything that came through it.
  public struct Route: Hashable, Sendable {
    /// Who passed it on or said it; `nil` where nobody is credited, and for a publisher that is not known.
    public var source: Source.ID?
    /// What came through it, its own words included.
    public var amount: Amount
    /// What it says itself.
    public var own: [Attribution.ID]
    /// Whom it had it from, the most words first.
    public var branches: [Route]
  }

  /// Two claims.
  public struct Pair: Hashable, Sendable {
    /// The one that comes first.
    public var one: Claim.ID
    /// The other.
    public var other: Claim.ID
  }

  /// A flag with where it holds.
  public struct FlagCount: Hashable, Sendable {
    /// What is the matter.
    public var flag: Flag
    /// The attributions; empty for what holds of the article.
    public var attributions: [Attribution.ID]
  }

  /// A paragraph and its stretches, in order of reading.
  public struct Paragraph: Hashable, Sendable {
    /// Where it is.
    public var span: Span
    /// How many words it has.
    public var words: Int
    /// Who answers for what in it; together all its words.
    public var stretches: [Stretch]
  }

  /// Words one after the other that have the same standing.
  public struct Stretch: Hashable, Sendable {
    /// Where they are.
    public var span: Span
    /// How many.
    public var words: Int
    /// Whose they are.
    public var standing: Standing
  }

  /// Who answers for words.
  public enum Standing: Hashable, Sendable {
    /// They are the content of an attribution.
    case attributed(Attribution.ID)
    /// They are in a sentence that nobody is credited with.
    case unattributed(UnattributedSentence.ID)
    /// They tell who speaks, or belong to neither.
    case between
  }
}
