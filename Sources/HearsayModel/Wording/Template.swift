/// A form for what somebody said, as a person wants it in notes, citations or copy: words with fields in braces.
///
/// ```
/// {speaker} ({title}{, |publisher|}): {words}
/// ```
///
/// `{before|field|after}` puts `before` and `after` around a field and leaves all three out where the field is empty;
/// `{{` is a brace. A line of which nothing is left is left out.
public struct Template: Hashable, Sendable {
  private var lines: [[Piece]]
  /// What it is written in.
  public let syntax: Syntax

  /// What the form is written in: nothing in a field means anything there.
  public enum Syntax: String, CaseIterable, Hashable, Sendable {
    case plain = ""
    case markdown = "md"
    case html
  }

  private enum Piece: Hashable, Sendable {
    case text(String)
    case field(Field, before: String, after: String)
  }

  /// What a template can be filled with.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case words, quote, verb, speaker, chain, title, publisher, published, day, address
    case status, priority, due, tags, note, id

    /// What it stands for.
    public var meaning: String {
      switch self {
      case .words: "what was said, with its verb where it is no direct quotation"
      case .quote: "the words as the article has them"
      case .verb: "the words that hand it over: said, denied"
      case .speaker: "who said it, the own name first"
      case .chain: "the way it came, publisher first"
      case .title: "the headline"
      case .publisher: "the outlet"
      case .published: "the day of publication, as 2026-11-30"
      case .day: "the same as 30 November 2026"
      case .address: "the address or the file of the article"
      case .status: "how far the follow-up of a mark has come"
      case .priority: "how soon a mark matters"
      case .due: "the day by which a mark is due"
      case .tags: "the tags of a mark, each with # before it"
      case .note: "the notes of a mark"
      case .id: "the name of a mark"
      }
    }
  }

  /// Why a template cannot be read: a sentence.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong.
    public var sentence: String
  }

  /// Reads a template.
  ///
  /// - Throws: ``Problem``, where a brace or a field is not understood.
  public init(_ text: String, in syntax: Syntax = .plain) throws(Problem) {
    self.syntax = syntax
    lines = []
    var rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while rows.last?.isEmpty ?? false { rows.removeLast() }
    for row in rows { lines.append(try Self.pieces(of: row)) }
  }

  private static func pieces(of line: Substring) throws(Problem) -> [Piece] {
    var pieces: [Piece] = []
    var plain = ""
    var rest = line
    while let brace = rest.firstIndex(of: "{") {
      plain += rest[..<brace]
      rest = rest[rest.index(after: brace)...]
      if rest.first == "{" {
        plain.append("{")
        rest = rest.dropFirst()
        continue
      }
      guard let end = rest.firstIndex(of: "}") else {
        throw Problem(sentence: "A “{” is not closed by “}”; “{{” is a brace.")
      }
      pieces += [.text(plain), try field(rest[..<end])]
      plain = ""
      rest = rest[rest.index(after: end)...]
    }
    return pieces + [.text(plain + rest)]
  }

  private static func field(_ text: Substring) throws(Problem) -> Piece {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let name = parts.count == 3 ? parts[1] : String(text)
    guard let field = Field(rawValue: name), parts.count == 1 || parts.count == 3 else {
      let names = Field.allCases.map(\.rawValue)
      let hint = nearest(to: name, among: names).map { " Did you mean “\($0)”?" } ?? ""
      throw Problem(
        sentence: "There is no field “\(name)”.\(hint) There are \(names.joined(separator: ", ")).")
    }
    guard parts.count == 3 else { return .field(field, before: "", after: "") }
    return .field(field, before: parts[0], after: parts[2])
  }

  /// The template filled in; of controls in a field nothing is left but white space.
  public func filled(with value: (Field) -> String?) -> String {
    lines.compactMap { line in
      let filled = line.map { shown($0, value) }.joined()
      let isEmptied = line.count > 1 && filled.allSatisfy(\.isWhitespace)
      return isEmptied ? nil : filled
    }.joined(separator: "\n") + "\n"
  }

  private func shown(_ piece: Piece, _ value: (Field) -> String?) -> String {
    switch piece {
    case .text(let text): return text
    case .field(let field, let before, let after):
      let value = escaped(Self.inert(value(field) ?? ""), in: field)
      return value.isEmpty ? "" : before + value + after
    }
  }

  private func escaped(_ value: String, in field: Field) -> String {
    switch (syntax, field) {
    case (.plain, _): value
    case (.markdown, .address): value.escapedAddress
    // The signs before tags are the program's own.
    case (.markdown, .tags): value
    case (.markdown, _): value.escapedForMarkdown
    // What is no address of the web could be a program, and a file is nothing for a page.
    case (.html, .address):
      ["https://", "http://"].contains { value.hasPrefix($0) } ? value.escapedForMarkup : ""
    case (.html, _): value.escapedForMarkup
    }
  }

  /// On one line, without controls and without what turns the direction of others: it is pasted elsewhere.
  private static func inert(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .lineSeparator, .paragraphSeparator: kept.append(" ")
      case .control: if scalar.properties.isWhitespace { kept.append(" ") }
      default: if !scalar.properties.isBidiControl { kept.append(scalar) }
      }
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }
}

// MARK: - What it is filled with

extension Template {
  /// A mark in this form.
  public func filled(with mark: Mark) -> String {
    let snapshot = mark.snapshot
    let words = mark.saying()
    return filled { field in
      switch field {
      case .words: words.text(in: .unicode)
      case .quote: words.words
      case .verb: snapshot.cue
      case .speaker: snapshot.speaker
      case .chain: snapshot.chain.count > 1 ? snapshot.chain.joined(separator: " ← ") : nil
      case .title: snapshot.articleTitle
      case .publisher: snapshot.publisher
      case .published: snapshot.published
      case .day: snapshot.published.map(dayWords)
      case .address: snapshot.location
      case .status: mark.status.rawValue
      case .priority: mark.priority == .normal ? nil : mark.priority.rawValue
      case .due: mark.due
      case .tags: mark.tags.map { "#\($0)" }.joined(separator: " ")
      case .note: mark.notes.map(\.text).joined(separator: " · ")
      case .id: mark.id.uuidString
      }
    }
  }

  /// An attribution, or a sentence that nobody is credited with, in this form.
  public func filled(with saying: Saying, by attribution: Attribution?, in analysis: Analysis)
    -> String
  {
    let article = analysis.article
    let chain = attribution.map { analysis.chainNames(of: $0) } ?? []
    return filled { field in
      switch field {
      case .words: saying.text(in: .unicode)
      case .quote: saying.words
      case .verb: attribution.flatMap { analysis.cueWords(of: $0) }
      case .speaker: attribution.flatMap { analysis.speaker(of: $0) }?.nameFirst ?? "nobody"
      case .chain: chain.count > 1 ? chain.joined(separator: " ← ") : nil
      case .title: article.title
      case .publisher: article.publisher
      case .published: article.published
      case .day: article.publishedWords
      case .address: article.url ?? article.path
      case .status, .priority, .due, .tags, .note, .id: nil
      }
    }
  }
}
