import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

@Suite("What a tagger takes a source for")
struct KindGuessTests {
  private let lexicon: PeopleLexicon

  init() throws { lexicon = try PeopleLexicon(.locate()) }

  /// The kind of a source after a guess of this kind.
  private func kind(of words: String, _ guess: SourceKind, _ probability: Double = 0.95)
    -> SourceKind?
  {
    let document = Document(Article(id: "test", text: ArticleText(words)))
    var mention = MentionReader(lexicon: lexicon).mention(
      of: Span(0, words.utf8.count), in: document)
    mention?.settleKind(
      SourceKindGuess(kind: guess, probability: probability),
      from: lexicon.weights.limits[.sureKind])
    return mention?.kind
  }

  @Test("Settles what a name without title or given name is")
  func names() {
    #expect(kind(of: "Quellmark", .organisation) == .organisation)
    #expect(kind(of: "Quellmark", .person) == .person)
    #expect(kind(of: "Quellmark", .outlet) == .outlet)
  }

  @Test("Says nothing against words that tell")
  func told() {
    #expect(kind(of: "Senator Quellmark", .organisation) == .person)
    #expect(kind(of: "the ministry", .person) == .organisation)
    #expect(kind(of: "The Washington Post", .person) == .outlet)
  }

  @Test("Is not followed where it is unsure, or takes the source for no speaker")
  func unsure() {
    let before = kind(of: "Quellmark", .none)
    #expect(kind(of: "Quellmark", .document) == before)
    for guess in [SourceKind.person, .organisation, .outlet] {
      #expect(kind(of: "Quellmark", guess, 0.6) == before)
    }
  }
}
