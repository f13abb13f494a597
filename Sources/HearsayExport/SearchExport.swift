import Foundation
public import HearsayModel

/// What a search over the library has found, as it leaves the program.
public struct FoundPassages: Sendable {
  /// In the order in which they are shown.
  public var passages: [Passage]
  /// The articles' texts, in which the places of `jsonl` are counted in code points.
  public var texts: [Article.ID: ArticleText]

  /// Passages of articles with these texts.
  public init(_ passages: [Passage], texts: [Article.ID: ArticleText] = [:]) {
    (self.passages, self.texts) = (passages, texts)
  }
}

/// A form of what was found.
public typealias SearchFormat = ExportFormat<FoundPassages>

extension SearchFormat {
  /// Who says it, where, and the words.
  public static var text: Self {
    ExportFormat(.text, about: "for people: who says it, where, and the words") {
      $0.passages.map(\.asText).joined(separator: "\n")
    }
  }

  /// One object on each line.
  public static var jsonl: Self {
    ExportFormat(
      .jsonl,
      about: """
        one object on each line: kind, article, title, publisher, published, start (in code points of the article's \
        text), source, stance, naming, manner, cue, words
        """, write: passageLines)
  }
}

@Sendable private func passageLines(of found: FoundPassages) throws -> String {
  try found.passages.map { passage in
    try jsonText(
      of: SearchRow(passage, in: found.texts[passage.article]),
      [.sortedKeys, .withoutEscapingSlashes])
  }.joined()
}

extension Passage {
  /// `“● Mayor Ana Lund · Norrvik closes its bridge · Norrvik Post · 13 May 2025`, and the words below it.
  fileprivate var asText: String {
    let head: String
    switch kind {
    case .statement, .sentence:
      let manner = manner.map { String($0.sign(in: .unicode)) } ?? " "
      head = "\(manner)\(naming.sign(in: .unicode)) \(speaker)"
    case .text: head = "in the text"
    case .note: head = "your mark on \(speaker)"
    }
    let facts = [head, title, publisher, published.map(dayWords)].compactMap(\.self)
    return flat(facts.joined(separator: " · ")) + "\n    "
      + flat(saying.text(in: .unicode)) + "\n"
  }
}

/// A passage as an object.
private struct SearchRow: Encodable {
  var article: String
  var kind: String
  var cue: String?
  var manner: Manner?
  var mark: UUID?
  var naming: Naming?
  var published: String?
  var publisher: String?
  var source: String?
  var stance: Stance?
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
    cue = passage.cue
    stance = passage.stance
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
