import Foundation
import HearsayLanguage
import HearsayModel
import HearsayTestSupport
import Testing

@testable import HearsayEngine

/// A marked article on the desk of somebody who corrects it.
struct KeptCorrections {
  let analyzer: Analyzer
  let findings: Findings
  /// As the machine has it.
  let machine: Analysis
  private(set) var corrections: [Correction] = []

  var text: ArticleText { machine.article.text }

  init(_ marked: String, publisher: String? = "Harbour News") throws {
    let workshop = try Workshop()
    let article = MarkedArticle(marked, lexicon: workshop.lexicon)
    self.init(
      workshop.analyzer,
      Article(id: "sha256:test", publisher: publisher, text: ArticleText(article.text)),
      tagged: article.linked.map {
        TaggedAttribution(
          source: $0.source, cue: $0.cue, content: $0.content, addressee: $0.addressee,
          confidence: 0.9)
      })
  }

  init(_ analyzer: Analyzer, _ article: Article, tagged: [TaggedAttribution]) {
    self.analyzer = analyzer
    findings = Findings(in: Document(article), tagged: [tagged])
    machine = analyzer.analysis(of: findings, correcting: []) ?? .sample
  }

  /// As it is with all corrections; what breaks the contract is an issue.
  var analysis: Analysis {
    let analysis = analyzer.analysis(of: findings, correcting: corrections) ?? .sample
    if let json = try? JSONEncoder().encode(analysis) {
      for violation in violationsOfContract(in: json) { Issue.record("\(violation)") }
    }
    return analysis
  }

  /// Who says what now: `Ana Lund: the bridge is safe`.
  var lines: [String] { analysis.lines }

  /// The same corrections on another text or with other findings.
  func moved(to other: KeptCorrections) -> KeptCorrections {
    var other = other
    other.corrections = corrections
    return other
  }
}

extension Analyzer {
  /// The analysis of a short article, with what was set right in it.
  fileprivate func analysis(of findings: Findings, correcting corrections: [Correction])
    -> Analysis?
  {
    analysis(
      of: findings, published: publisher(of: findings.document),
      correcting: PlacedCorrection.all(corrections, in: findings.document.text)
    ) { _ in true }
  }
}

extension Analysis {
  /// Who says what: `Ana Lund: the bridge is safe`.
  var lines: [String] {
    attributions.map { attribution in
      let name = speaker(of: attribution)?.name ?? "-"
      return "\(name): "
        + attribution.contentSpans.map { article.text[$0] }.joined(separator: " … ")
    }
  }

  /// What kind of thing everybody is who speaks, and how named: `Ana Lund person named`.
  var voices: [String] {
    let speaking = Set(attributions.compactMap(\.source))
    return sources.filter { speaking.contains($0.id) }
      .map { "\($0.name) \($0.kind.rawValue) \($0.naming.rawValue)" }
  }
}

// MARK: - Correcting

extension KeptCorrections {
  mutating func correct(_ change: Correction.Change) {
    let number = corrections.count + 1
    corrections.append(
      Correction(
        article: machine.article.id, change: change,
        snapshot: .init(
          articleTitle: nil, publisher: nil, location: nil, source: nil, kind: .none,
          naming: .implicit, engine: "test"),
        created: Date(timeIntervalSince1970: Double(number))))
  }

  mutating func undo() { corrections.removeLast() }

  /// The attribution with these words in it, as it is now.
  func subject(_ words: String) throws -> Correction.Subject {
    let span = try span(words)
    let found = analysis.attributions.filter { own in
      own.contentSpans.contains { $0.contains(span) }
    }
    .min { $0.extent.count < $1.extent.count }
    return Correction.Subject(try #require(found), in: text)
  }

  /// An attribution that the machine missed.
  func words(
    source: String? = nil, cue: String? = nil, content: [String]
  ) throws -> Correction.Subject {
    Correction.Subject(
      source: try source.map(span), cue: try cue.map(span), content: try content.map(span), in: text
    )
  }

  /// A source that the article has.
  func party(_ name: String) throws -> Correction.Party {
    let analysis = analysis
    return Correction.Party(
      try #require(analysis.sources.first { $0.name == name }, "\(analysis.voices)"), in: text)
  }

  private func span(_ words: String) throws -> Span {
    let range = try #require(text.string.range(of: words))
    let start = text.string.utf8.distance(from: text.string.startIndex, to: range.lowerBound)
    return Span(start, start + words.utf8.count)
  }
}
