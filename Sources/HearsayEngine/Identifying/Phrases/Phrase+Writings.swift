import HearsayLanguage
import HearsayModel

/// Writings whose maker speaks: an outlet's report, somebody's letter.
extension Phrase {
  /// "a tweet by Secretary of State Ann Roe", "Ann Roe's letter": the person speaks.
  func writer(of parts: Parts) -> Mention? {
    guard let last = parts.head.last, lexicon.head(last.lower, in: lexicon.writings) != nil else {
      return nil
    }
    let name = parts.owner.isEmpty ? after(lexicon[.writerLinks], in: parts.rest) : parts.owner
    guard !name.isEmpty else { return nil }
    var mention = Phrase(name, document: document, lexicon: lexicon).mention()
    guard mention.isName, mention.kind == .person, mention.isPlural != true else { return nil }
    mention.span = span
    return mention
  }

  /// "a report by Politico", "Politico's report": the outlet speaks.
  func outlet(speakingThrough parts: Parts, _ mention: Mention) -> Mention? {
    guard let last = parts.head.last, lexicon.head(last.lower, in: lexicon.publications) != nil
    else { return nil }
    let maker = after(lexicon[.makerLinks], in: parts.rest)
      .prefix { $0.isCapitalised || lexicon[.the].has($0) }
    let names = [parts.owner, parts.head.dropLast().filter(\.isCapitalised), Array(maker)]
    let name = names.first {
      lexicon.outlets.isOutlet($0.map(\.lower), hasArticle: $0.first.map(lexicon[.the].has) == true)
    }
    guard let name else { return nil }
    let own = lexicon[.the].has(name[0]) ? Array(name.dropFirst()) : name
    var outlet = named(own, .outlet, text(of: name), mention)
    if name.count > own.count { outlet.label = outlet.label.capitalisedFirst }
    outlet.modifiers = []
    return outlet
  }

  private func after(_ links: Set<String>, in words: [Token]) -> [Token] {
    words.firstIndex(where: links.has).map { Array(words[($0 + 1)...]) } ?? []
  }
}
