import Foundation
public import HearsayModel

/// What a search over the library found, for other programs and for people.
public enum SearchFormat: String, CaseIterable, Sendable {
  /// Who says it, where, and the words.
  case text
  /// One object on each line.
  case jsonl
}

extension SearchFormat {
  /// The passages in this form.
  ///
  /// - Parameters:
  ///   - passages: the passages, in the order in which they were found.
  ///   - texts: the articles' texts, in which the places of `jsonl` are counted in code points.
  public func text(
    of passages: [Passage], texts: [Article.ID: ArticleText] = [:]
  ) throws -> String {
    switch self {
    case .text: return passages.map(\.asText).joined(separator: "\n")
    case .jsonl:
      return try passages.map { passage in
        try json(
          of: SearchRow(passage, in: texts[passage.article]),
          [.sortedKeys, .withoutEscapingSlashes])
      }.joined()
    }
  }
}

extension Passage {
  /// `“● Mayor Ana Lund · Norrvik closes its bridge · Norrvik Post · 13 May 2025`, and the words below it.
  fileprivate var asText: String {
    let head: String
    switch kind {
    case .statement, .sentence:
      let manner = manner.map { String($0.sign(in: .unicode)) } ?? " "
      head = "\(manner)\(naming.sign(in: .unicode)) \(source ?? "nobody")"
    case .text: head = "in the text"
    case .note: head = "your mark on \(source ?? "nobody")"
    }
    let facts = [head, title, publisher, published.map(dayWords)].compactMap(\.self)
    return flat(facts.joined(separator: " · ")) + "\n    " + flat(words) + "\n"
  }
}

/// A passage as an object.
private struct SearchRow: Encodable {
  var article: String
  var kind: String
  var manner: Manner?
  var mark: UUID?
  var naming: Naming?
  var published: String?
  var publisher: String?
  var source: String?
  /// In code points, as everywhere in JSON; absent where the library does not have the text any more.
  var start: Int?
  var title: String?
  var words: String

  init(_ passage: Passage, in text: ArticleText?) {
    article = passage.article
    title = passage.title
    publisher = passage.publisher
    published = passage.published
    words = passage.words
    source = passage.source
    manner = passage.manner
    start = text.flatMap { text in
      let byte = min(passage.start, text.count)
      return text.scalarOffsets(of: [byte])[byte]
    }
    switch passage.kind {
    case .statement: (kind, naming) = ("statement", passage.naming)
    case .sentence: (kind, naming) = ("sentence", passage.naming)
    case .text: kind = "text"
    case .note(let id): (kind, mark, naming) = ("mark", id, passage.naming)
    }
  }
}
