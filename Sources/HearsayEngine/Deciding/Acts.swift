import HearsayLanguage
import HearsayModel
import HearsayResources

/// Tells what somebody did from what he said: "the doctor ordered a blood test", "the teacher called the register".
///
/// Which things make an act of which verb stands in `acts.txt`.
struct Acts: Sendable {
  /// For each verb the nouns that tell an act.
  private let things: [String: Set<String>]
  /// For each verb the words right after it that do.
  private let links: [String: Set<String>]
  /// For verbs that order both things and deeds, the nouns for deeds: "ordered an inquiry", not "ordered new sails".
  private let events: [String: Set<String>]
  private let eventEndings: [String]
  private let onlyActs: Set<String>

  init(_ lists: inout WordLists) throws {
    func read(_ heading: String) throws -> [String: Set<String>] {
      Dictionary(
        try lists.map("acts", heading).map { ($0.key, Set($0.values)) }, uniquingKeysWith: { $1 })
    }
    things = try read("acts")
    links = try read("act-links")
    events = try read("deeds")
    onlyActs = try lists.words("acts", "only-acts")
    eventEndings = try lists.list("acts", "deed-endings")
  }

  /// What speaks against an attribution that only tells an act.
  func doubts(about tagged: TaggedAttribution, in document: Document) -> Set<Ground> {
    guard let cue = tagged.cue, let content = tagged.content.first, tagged.content.count == 1,
      content.start >= cue.end, document.quotationRange(over: content).isEmpty
    else { return [] }
    if let last = document.words(in: cue).last, onlyActs.contains(last) { return [.act] }
    guard let verb = lemma(of: cue, in: document) else { return [] }
    let tokens = document.tokens[document.tokenRange(in: content)]
    if let first = tokens.first?.lower ?? nil, links[verb]?.contains(first) == true {
      return [.act]
    }
    if let last = document.words(in: cue).last, links[verb]?.contains(last) == true {
      return [.act]
    }
    // "called for an election": the preposition makes it a demand; "called her vote a mistake" gives it a name.
    guard isAlone(cue, in: document), let thing = head(of: tokens),
      !(isNaming(cue, in: document) && hasSecondNoun(tokens))
    else { return [] }
    if things[verb]?.contains(thing) == true { return [.act] }
    if let events = events[verb], !tokens.contains(where: isClausal),
      tokens.first.map({ $0.classes.isDisjoint(with: [.object]) }) == true
    {
      return isEvent(thing, events, document.language) ? [] : [.act]
    }
    return []
  }

  /// Whether a cue ends in its verb, or in the particle of "called out".
  private func isAlone(_ cue: Span, in document: Document) -> Bool {
    guard let last = document.tokens[document.tokenRange(in: cue)].last else { return false }
    return last.verb != nil || document.language.rules.out.contains(last.lower)
  }

  /// "her vote in favour of the war | *a mistake*": an article that no preposition goes before opens one more noun.
  private func hasSecondNoun(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.indices.dropFirst().contains { index in
      !tokens[index].classes.isDisjoint(with: [.determiner, .possessive])
        && tokens[index - 1].classes.isDisjoint(with: [.preposition, .determiner])
    }
  }

  private func isNaming(_ cue: Span, in document: Document) -> Bool {
    let form = document.tokens[document.tokenRange(in: cue)].lazy.compactMap(\.verb).first
    return form.map { document.language.lexicon.entries[$0.entry].givesNames } ?? false
  }

  private func isEvent(_ noun: String, _ events: Set<String>, _ language: Language) -> Bool {
    let singular = language.endings.singular(of: noun) ?? noun
    return events.contains(noun) || events.contains(singular)
      || eventEndings.contains(where: singular.hasSuffix)
  }

  private func isClausal(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.tensed, .infinitive, .complementiser, .auxiliary])
  }

  private func lemma(of cue: Span, in document: Document) -> String? {
    let lexicon = document.language.lexicon
    let form = document.tokens[document.tokenRange(in: cue)].lazy.compactMap(\.verb).first
    return form.map { lexicon.entries[$0.entry].lemma }
  }

  /// The last word of the noun at the start of a content: *test* of "a blood test for the boy".
  private func head(of tokens: ArraySlice<Token>) -> String? {
    var head: String?
    for token in tokens.prefix(9) {
      guard token.kind == .word || token.kind == .number else { break }
      if token.classes.contains(.complementiser) || token.classes.contains(.tensed) { break }
      let isLink = !token.classes.isDisjoint(with: [
        .preposition, .conjunction, .relative, .infinitive,
      ])
      if isLink, head != nil { break }
      if !isLink,
        token.classes.isDisjoint(with: [.determiner, .possessive, .adverbial]) || head == nil
      {
        head = token.lower
      }
    }
    return head
  }
}
