import HearsayLanguage
import HearsayModel
import HearsayText

/// Finds out who published an article, from what is known of it and from its first words.
struct PublisherReader: Sendable {
  let people: PeopleLexicon

  /// The publisher as a mention; its span is empty where the text does not name it.
  ///
  /// "Told The Courier" is no evidence: other outlets are told things too.
  func publisher(of document: Document) -> Mention? {
    if let name = document.article.publisher, !name.isEmpty {
      return mention(name, at: dateline(of: document)?.span)
    }
    return dateline(of: document) ?? fileName(of: document)
  }

  /// "Shafaq News/ ", "BAGHDAD (AP) —".
  private func dateline(of document: Document) -> Mention? {
    guard let paragraph = document.paragraphs.first(where: { $0.role == .body }),
      let span = paragraph.dateline
    else { return nil }
    let text = document.text[span]
    if let slash = text.firstIndex(of: "/") {
      let name = text[..<slash].trimmed
      return name.isEmpty
        ? nil : mention(String(name), at: Span(span.start, span.start + name.utf8.count))
    }
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
    else {
      return nil
    }
    let name = String(text[text.index(after: open)..<close])
    let words = name.lowercased().split(separator: " ").map(String.init)
    guard people.outlets.isOutlet(words, hasArticle: true) else { return nil }
    let start = span.start + text[...open].utf8.count
    return mention(name, at: Span(start, start + name.utf8.count))
  }

  /// `usa-today_2016-09-08_….txt`: archives are filed under the outlet; only a known one counts.
  private func fileName(of document: Document) -> Mention? {
    guard let path = document.article.path, let file = path.split(separator: "/").last,
      let underscore = file.firstIndex(of: "_")
    else { return nil }
    let words = file[..<underscore].lowercased().split(separator: "-").map(String.init)
    guard people.outlets.isKnown(words) else { return nil }
    let name = words.map {
      isInitials($0, document.language)
        ? $0.uppercased() : $0.prefix(1).uppercased() + $0.dropFirst()
    }
    return mention(name.joined(separator: " "), at: nil)
  }

  /// *USA*, *BBC*.
  private func isInitials(_ word: String, _ language: Language) -> Bool {
    word.count <= 3 && people.countries.country(word) != nil
      || word.count <= 5 && people.outlets.isKnown([word])
        && !language.endings.hasVowel(word)
  }

  private func mention(_ name: String, at span: Span?) -> Mention {
    var mention = Mention(
      span: span ?? Span(0, 0), form: .name, kind: .outlet, isPlural: false, label: name)
    mention.name = name.lowercased().split(separator: " ").map(String.init)
    if mention.name.count > 1, people[.the].contains(mention.name[0]) { mention.name.removeFirst() }
    mention.identifies = true
    return mention
  }
}
