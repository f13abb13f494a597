import HearsayModel

/// Tells spans that can be somebody's from words that no one would take for a source: *you*, *better*, *a song*.
///
/// A tagger looks at a sentence's shape; whether its subject is a speaker is written in the lists of people.
struct SourceCheck: Sendable {
  let lexicon: PeopleLexicon
  private let reader: MentionReader

  init(lexicon: PeopleLexicon) {
    self.lexicon = lexicon
    reader = MentionReader(lexicon: lexicon)
  }

  /// What speaks against the source of an attribution.
  func doubts(about tagged: TaggedAttribution, in document: Document) -> Set<Ground> {
    guard let source = tagged.source else {
      return isNaming(tagged, in: document) ? [.noSource] : []
    }
    guard let mention = reader.mention(of: source, in: document) else { return [.noSource] }
    let words = document.words(in: source)
    if isNobody(mention, words, source, in: document) || isNaming(tagged, mention, in: document) {
      return [.noSource]
    }
    switch mention.form {
    case .name, .pronoun: return []
    case .bare, .description:
      return !mention.parts.isEmpty || canSpeak(mention, words) ? [] : [.unlikelySource]
    }
  }

  /// Whether words are no one's whatever they hand over.
  private func isNobody(
    _ mention: Mention, _ words: [String], _ source: Span, in document: Document
  ) -> Bool {
    if Self.nobodies.contains(words.joined(separator: " ")) { return true }
    if words == ["who"], isAsked(source, in: document) { return true }
    if words == ["most"], isAfterPronoun(source, in: document) { return true }
    // Half of "the first", which a tagger has cut.
    if words.allSatisfy(["the", "a", "an"].contains) { return true }
    return mention.form != .pronoun(.relative) && !words.isEmpty && !mention.isPronoun
      && !mention.isName && mention.form != .bare
      && words.allSatisfy(lexicon.sentenceOpeners.contains)
  }

  private static let nobodies: Set<String> = [
    "you", "nobody", "no one", "one", "anyone", "anybody", "long", "more", "less", "often", "still",
  ]

  /// "Whom do you most admire?": how much, not who.
  private func isAfterPronoun(_ source: Span, in document: Document) -> Bool {
    let first = document.tokenRange(in: source).lowerBound
    return first > 0
      && ["i", "you", "we", "they", "he", "she", "who"].contains(document.tokens[first - 1].lower)
  }

  /// "Who would have believed it?": the asker knows of nobody.
  private func isAsked(_ source: Span, in document: Document) -> Bool {
    guard let index = document.sentenceIndex(at: source.start) else { return false }
    let sentence = document.sentences[index]
    let first = document.tokens[sentence.tokens].first { $0.kind == .word }
    let last = document.tokens[sentence.tokens].last { $0.kind == .punctuation }
    return first?.span.start == source.start && last?.lower == "?"
  }

  /// Whether the head is a word for people, bodies or writings.
  private func canSpeak(_ mention: Mention, _ words: [String]) -> Bool {
    if mention.kind == .document || mention.kind == .outlet { return true }
    // "Americans".
    if mention.kind == .group, mention.isKindTold { return true }
    let known = mention.heads.contains { head in
      lexicon.role(head) != nil || lexicon.institutions.contains(head)
        || lexicon.bareHeads.contains(head) || lexicon.quantifiers.contains(head)
        || lexicon.furtherWords.contains(head) || lexicon.titles[head] != nil
        || lexicon.documents.contains(head) || Phrase.isAgent(head)
        || Phrase.shares.contains(head) || Phrase.collections.contains(head)
    }
    return known
      || words.contains { lexicon.role($0) != nil || lexicon.organisationWords.contains($0) }
  }

  /// "a group called the Blue Shirts": the cue gives a name and says nothing.
  private func isNaming(_ tagged: TaggedAttribution, _ mention: Mention, in document: Document)
    -> Bool
  {
    guard let cue = tagged.cue, let content = tagged.content.first,
      let verb = document.words(in: cue).last, Self.namingVerbs.contains(verb),
      !mention.isPronoun, cue.start >= (tagged.source?.end ?? 0)
    else { return false }
    let before = document.tokenRange(in: cue).lowerBound - 1
    if document.words(in: cue).count > 1 || before < 0 { return false }
    if verb != "called" { return true }
    // "Hale called the plan mad" needs an object and a name for it; a name alone is what something is called.
    let words = document.tokens[document.tokenRange(in: content)].filter { $0.kind == .word }
    let name = words.drop { ["the", "a", "an"].contains($0.lower) }
    let second = name.dropFirst().first
    let isOnlyName =
      name.first.map { document.text[$0.span].contains(where: \.isUppercase) } == true
      && second.map { $0.isCapitalised || $0.lower.hasSuffix("ed") } ?? true
    return isOnlyName && (mention.form == .description || mention.determiner == .indefinite)
  }

  /// "a programme dubbed Clear Water": named so, and nobody says by whom.
  private func isNaming(_ tagged: TaggedAttribution, in document: Document) -> Bool {
    guard let words = tagged.cue.map({ document.words(in: $0) }) else { return false }
    // "was known for his solos": a trait, and nobody's word for it.
    if words.count > 1, words.last == "for", words[words.count - 2].hasSuffix("known") {
      return true
    }
    guard words.count == 1 else { return false }
    return words[0] != "called" && Self.namingVerbs.contains(words[0])
  }

  private static let namingVerbs: Set<String> = [
    "called", "dubbed", "named", "titled", "entitled", "nicknamed", "codenamed", "termed",
  ]
}
