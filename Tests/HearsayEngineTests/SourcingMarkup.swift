import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport

@testable import HearsayEngine

/// An article with its attributions marked in the text, a paragraph to a line:
/// `{source The MP} {cue told} {to The Courier} {content that {source2 Oslo} {cue2 agreed to} {content2 the step}}.`
///
/// Names are *source*, *cue*, *content* and *to* (who was told); a number at the end tells the attributions of one
/// line apart. An attribution inside another's content is nested.
struct MarkedArticle {
  private(set) var text = ""
  private(set) var linked: [LinkedAttribution] = []

  init(_ marked: String, lexicon: Lexicon) {
    var bytes: [UInt8] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      read(line, into: &bytes)
      bytes.append(0x0A)
    }
    text = String(decoding: bytes, as: UTF8.self)
    let all = ArticleText(text)
    for index in linked.indices {
      let cue = linked[index].cue.map {
        all[$0].lowercased().split(separator: " ").map(String.init)
      }
      linked[index].cueSense = lexicon.sense(ofCue: cue ?? [])
    }
  }

  private mutating func read(_ line: Substring, into bytes: inout [UInt8]) {
    var open: [(role: String, number: Int, start: Int)] = []
    var numbers: [Int: Int] = [:]
    var position = line.startIndex
    while position < line.endIndex {
      if line[position] == "{" {
        let name = line[line.index(after: position)...].prefix { $0.isLetter || $0.isNumber }
        let number = Int(name.filter(\.isNumber)) ?? 1
        if numbers[number] == nil {
          numbers[number] = linked.count
          let around = open.last { $0.role == "content" }.flatMap { numbers[$0.number] }
          linked.append(
            LinkedAttribution(
              source: nil, cue: nil, content: [], addressee: nil, within: around, continues: nil,
              cueSense: CueSense(
                attitude: .statement, isLoaded: false, isDenial: false, isReported: false),
              confidence: 1))
        }
        open.append((String(name.filter(\.isLetter)), number, bytes.count))
        position = name.endIndex < line.endIndex ? line.index(after: name.endIndex) : line.endIndex
      } else if line[position] == "}", let last = open.popLast(), let index = numbers[last.number] {
        let span = Span(last.start, bytes.count)
        switch last.role {
        case "source": linked[index].source = span
        case "cue": linked[index].cue = span
        case "to": linked[index].addressee = span
        default: linked[index].content.append(span)
        }
        position = line.index(after: position)
      } else {
        bytes += Array(String(line[position]).utf8)
        position = line.index(after: position)
      }
    }
  }
}

/// What the tests ask of the layers behind the tagger.
struct Workshop {
  let analyzer: Analyzer
  let lexicon: Lexicon

  init() throws {
    let resources = try Resources.locate()
    analyzer = try Analyzer(resources: resources)
    lexicon = Language.english.lexicon
  }

  /// The analysis of a marked article, its spans taken as marked.
  ///
  /// - Parameter links: words of the text that carry a link, and where each leads.
  func analysis(
    _ marked: String, publisher: String? = nil, url: String? = nil,
    links: KeyValuePairs<String, String> = [:]
  ) -> Analysis {
    let article = MarkedArticle(marked, lexicon: lexicon)
    let document = Document(
      Article(
        id: "sha256:test", publisher: publisher, url: url, text: ArticleText(article.text),
        links: links.compactMap { words, address in
          article.text.firstRange(of: words).map { range in
            let start = article.text.utf8.distance(
              from: article.text.startIndex, to: range.lowerBound)
            return ArticleLink(span: Span(start, start + words.utf8.count), address: address)
          }
        }))
    return analyzer.analysis(of: document, linked: article.linked)
  }
}

extension Analysis {
  /// Who speaks, attribution by attribution; "-" where nobody is named.
  var speakers: [String] { attributions.map { speaker(of: $0)?.name ?? "-" } }

  /// The outlets on the way, attribution by attribution, each with how it is known.
  var routes: [[String]] {
    attributions.map { attribution in
      attribution.chain.compactMap { hop in
        guard hop.basis != .publisher, let source = source(hop.source), source.kind == .outlet
        else { return nil }
        return "\(source.name): \(hop.basis.rawValue)"
      }
    }
  }
}
