import HearsayLanguage
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
      return isTrait(tagged, in: document) || isCalledOnly(tagged, in: document) ? [.noSource] : []
    }
    guard let mention = reader.mention(of: source, in: document),
      !isNobody(source, mention, in: document), !isNaming(tagged, mention, in: document)
    else { return [.noSource] }
    switch mention.form {
    case .name, .pronoun: return []
    case .bare, .description:
      let maySpeak = !mention.parts.isEmpty || canSpeak(mention, document.words(in: source))
      return maySpeak ? [] : [.unlikelySource]
    }
  }
}

// MARK: - Nobody

extension SourceCheck {
  private func isNobody(_ source: Span, _ mention: Mention, in document: Document) -> Bool {
    let words = document.words(in: source)
    if isSurname(source, in: document) { return false }
    if lexicon[.nobodies].contains(words.joined(separator: " ")) { return true }
    if mention.form == .pronoun(.relative) { return isAsked(source, in: document) }
    if words.allSatisfy(lexicon[.degrees].contains), isAfterSubject(source, in: document) {
      return true
    }
    // Half of "the first", which a tagger has cut.
    if words.allSatisfy(lexicon[.articles].contains) { return true }
    return mention.form == .description && words.allSatisfy(lexicon.sentenceOpeners.contains)
  }

  /// "Early said", where the text has a Chris Early.
  private func isSurname(_ source: Span, in document: Document) -> Bool {
    let range = document.tokenRange(in: source)
    guard range.count == 1, let word = document.tokens[range].first, word.isCapitalised,
      lexicon.sentenceOpeners.contains(word.lower)
    else { return false }
    return zip(document.tokens, document.tokens.dropFirst()).contains { given, other in
      other.lower == word.lower && other.isCapitalised && given.isCapitalised
        && lexicon.givenNames[given.lower] != nil && given.sentence == other.sentence
    }
  }

  /// "Whom do you most admire?": how much, not who.
  private func isAfterSubject(_ source: Span, in document: Document) -> Bool {
    let first = document.tokenRange(in: source).lowerBound
    return first > 0 && lexicon[.subjects].has(document.tokens[first - 1])
  }

  /// "Who would have believed it?": the asker knows of nobody.
  private func isAsked(_ source: Span, in document: Document) -> Bool {
    guard let index = document.sentenceIndex(at: source.start) else { return false }
    let tokens = document.tokens[document.sentences[index].tokens]
    return tokens.first { $0.kind == .word }?.span.start == source.start
      && tokens.last { $0.kind == .punctuation }?.lower == "?"
  }
}

// MARK: - Somebody

extension SourceCheck {
  /// Whether the head is a word for people, bodies or writings.
  private func canSpeak(_ mention: Mention, _ words: [String]) -> Bool {
    if mention.kind == .document || mention.kind == .outlet { return true }
    // "Americans".
    if mention.kind == .group, mention.isKindTold { return true }
    return mention.heads.contains(where: isSpeaker)
      || words.contains { lexicon.role($0) != nil || lexicon.organisationWords.contains($0) }
  }

  private func isSpeaker(_ head: String) -> Bool {
    lexicon.role(head) != nil || lexicon.institutions.contains(head)
      || lexicon.bareHeads.contains(head) || lexicon.quantifiers.contains(head)
      || lexicon.furtherWords.contains(head) || lexicon.titles[head] != nil
      || lexicon.documents.contains(head) || lexicon.isAgent(head)
      || lexicon[.shares].contains(head) || lexicon[.collections].contains(head)
  }
}

// MARK: - Cues that give a name

extension SourceCheck {
  /// "a group called the Blue Shirts": the cue gives a name and says nothing.
  private func isNaming(_ tagged: TaggedAttribution, _ mention: Mention, in document: Document)
    -> Bool
  {
    guard let cue = tagged.cue, let content = tagged.content.first,
      cue.start >= (tagged.source?.end ?? 0), document.tokenRange(in: cue).lowerBound > 0,
      case let words = document.words(in: cue), words.count == 1, !mention.isPronoun
    else { return false }
    if lexicon[.naming].contains(words[0]) { return true }
    return lexicon[.calling].contains(words[0]) && isOnlyName(content, in: document)
      && (mention.form == .description || mention.determiner == .indefinite)
  }

  /// "Hale called the plan mad" needs an object and a name for it; a name alone is what something is called.
  private func isOnlyName(_ content: Span, in document: Document) -> Bool {
    let words = document.tokens[document.tokenRange(in: content)].filter { $0.kind == .word }
    let name = words.drop(while: lexicon[.articles].has)
    guard let first = name.first, document.text[first.span].contains(where: \.isUppercase) else {
      return false
    }
    return name.dropFirst().first.map {
      $0.isCapitalised || lexicon[.participleEndings].isEnding(of: $0.lower)
    } ?? true
  }

  /// "a programme dubbed Clear Water": named so, and nobody says by whom.
  private func isCalledOnly(_ tagged: TaggedAttribution, in document: Document) -> Bool {
    let words = tagged.cue.map { document.words(in: $0) } ?? []
    return words.count == 1 && lexicon[.naming].contains(words[0])
  }

  /// "was known for his solos": a trait, and nobody's word for it.
  private func isTrait(_ tagged: TaggedAttribution, in document: Document) -> Bool {
    let words = tagged.cue.map { document.words(in: $0) } ?? []
    return lexicon[.traits].isEnding(of: words.joined(separator: " "))
  }
}
