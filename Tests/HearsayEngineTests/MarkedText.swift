import HearsayEngine
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport

/// An article with its attributions written into it: `{source The MP} {cue added}, {content "No."}`.
///
/// Every attribution has a number where there are several: `{source2 She} {cue2 said}`; marks may stand inside each
/// other, as attributions do. Two marks of the same name are two pieces.
struct MarkedText {
  /// The words without the marks.
  private(set) var plain = ""
  /// The marked words, by name and number.
  private(set) var spans: [String: [Span]] = [:]

  init(_ marked: String) {
    var open: [(name: String, start: Int)] = []
    var rest = Substring(marked)
    while let character = rest.first {
      rest.removeFirst()
      if character == "{" {
        let name = rest.prefix { $0 != " " }
        rest.removeFirst(min(rest.count, name.count + 1))
        open.append((String(name), plain.utf8.count))
      } else if character == "}", let last = open.popLast() {
        spans[last.name, default: []].append(Span(last.start, plain.utf8.count))
      } else {
        plain.append(character)
      }
    }
    for name in spans.keys { spans[name]?.sort() }
  }

  /// The article that holds the plain words.
  var article: Article { Article(id: "test", text: ArticleText(plain)) }
}

/// What an attribution says, in words: what tests compare and what they print when they fail.
struct Said: Hashable, CustomStringConvertible {
  var source: String?
  var cue: String?
  var content: [String]

  var description: String {
    "source: \(source ?? "nobody") | cue: \(cue ?? "none") | content: \(content.joined(separator: " + "))"
  }
}

extension MarkedText {
  /// The attributions that the marks describe, in order of their numbers.
  var attributions: [Said] {
    let numbers = Set(
      spans.keys.filter { $0.hasPrefix("content") }.map { $0.dropFirst("content".count) })
    return numbers.sorted().map { number in
      Said(
        source: spans["source\(number)"]?.first.map(words),
        cue: spans["cue\(number)"]?.first.map(words),
        content: (spans["content\(number)"] ?? []).map(words))
    }
  }

  private func words(_ span: Span) -> String { ArticleText(plain)[span] }
}

/// The engine as far as spans go, with the word lists that the program ships.
struct SpanEngine {
  let tagger: RulesTagger
  let linker: Linker

  init() throws {
    tagger = RulesTagger()
    linker = Linker(
      lexicon: Language.english.lexicon, sourcing: try SourcingLexicon(Resources.locate()))
  }

  func linked(_ document: Document) -> [LinkedAttribution] {
    linker.attributions(
      tagger.attributions(in: document.paragraphs.indices, of: document), in: document)
  }

  /// The attributions that stand in nobody else's content, in words.
  func said(in text: String) -> [Said] {
    let document = Document(Article(id: "test", text: ArticleText(text)))
    return linked(document).filter { $0.within == nil }.map { said($0, document) }
  }

  func said(_ attribution: LinkedAttribution, _ document: Document) -> Said {
    Said(
      source: attribution.source.map { document.text[$0] },
      cue: attribution.cue.map { document.text[$0] },
      content: attribution.content.map { document.text[$0] })
  }
}
