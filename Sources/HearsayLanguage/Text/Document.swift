public import HearsayModel

/// An article cut into paragraphs, sentences, tokens and quotations.
///
/// Everything is a span of the article's text and is found by index, so a document can be passed around and
/// read from many threads. Layers never disagree: a sentence lies in one paragraph, a token in one sentence.
public struct Document: Sendable {
  /// The article.
  public let article: Article
  /// What it is written in.
  public let language: Language
  /// The words without the marks of Markdown and the numbers of notes, which are spaces here; as long as the text.
  package let letters: ArticleText
  /// From the first to the last, without the blank lines between them.
  public internal(set) var paragraphs: [Paragraph]
  /// In order of reading.
  public internal(set) var sentences: [Sentence]
  /// In order of reading.
  public internal(set) var tokens: [Token]
  /// What stands between quotation marks, outermost first where one lies in another.
  public internal(set) var quotations: [Quotation]

  /// The words.
  public var text: ArticleText { article.text }
}

/// A block of text between line breaks.
public struct Paragraph: Hashable, Sendable {
  /// What a paragraph does on the page.
  public enum Role: Hashable, Sendable {
    /// The article itself.
    case body
    /// The headline, a subheading.
    case headline
    /// A date, place, byline, credit line or caption: nobody's claim.
    case apparatus
  }

  /// Its text, without the line break.
  public var span: Span
  /// Its sentences, as indices into ``Document/sentences``.
  public var sentences: Range<Int>
  /// What it does on the page.
  public var role: Role
  /// "BAGHDAD (AP) —" or "Shafaq News/ " at its start; not part of the first sentence.
  public var dateline: Span?
}

/// A sentence, with its stop and closing marks.
public struct Sentence: Hashable, Sendable {
  /// Its text.
  public var span: Span
  /// Its tokens, as indices into ``Document/tokens``.
  public var tokens: Range<Int>
  /// Its paragraph, as an index into ``Document/paragraphs``.
  public var paragraph: Int
}

/// A word, a number or a mark.
public struct Token: Hashable, Sendable {
  /// What sort of token it is.
  public enum Kind: Hashable, Sendable {
    /// Letters, with inner apostrophes and hyphens; abbreviations keep their stop.
    case word
    /// Digits, with what belongs to them.
    case number
    /// Any other mark.
    case punctuation
    /// A mark that opens a quotation.
    case openingMark
    /// A mark that closes a quotation.
    case closingMark
  }

  /// Its text.
  public var span: Span
  /// What sort of token it is.
  public var kind: Kind
  /// Its text in lower case, with straight apostrophes: what word lists are written in.
  public var lower: String
  /// Whether its first letter is a capital.
  public var isCapitalised: Bool
  /// Its sentence, as an index into ``Document/sentences``.
  public var sentence: Int
  /// What it does in its sentence.
  package var classes: WordClasses = []
  /// The cue verb that it is a form of, wherever it stands: in "the *report*", too.
  package var verb: CueForm?
  /// The cue noun that it is, as an index into ``Lexicon/entries``.
  package var noun: Int?
}

/// What stands between quotation marks.
public struct Quotation: Hashable, Sendable {
  /// What the marks are for.
  public enum Role: Hashable, Sendable {
    /// Somebody's words.
    case speech
    /// A name or title that nobody said: "The National News".
    case title
    /// A word or two held at arm's length: so-called, 'intentional act'.
    case words
  }

  /// What is odd about its marks.
  public enum Oddity: Hashable, Sendable {
    /// No mark closes it before the paragraph ends.
    case unclosed
    /// The opening and the closing mark are of different kinds.
    case mixedMarks
    /// A space stands inside a mark.
    case spaceInside
  }

  /// From the opening mark to the closing one, both included.
  public var span: Span
  /// What stands between them.
  public var inside: Span
  /// Its paragraph, as an index into ``Document/paragraphs``.
  public var paragraph: Int
  /// What the marks are for.
  public var role: Role
  /// Whether it goes on in the next paragraph, which opens with a mark again.
  public var continuesInNext: Bool
  /// The quotation inside whose marks it stands, as an index into ``Document/quotations``.
  public var within: Int?
  /// What is odd about its marks.
  public var oddities: Set<Oddity>
}
