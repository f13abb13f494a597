import Foundation
import HearsayModel

/// The corrections of an article as JSON Lines (schema `hearsay.corrections/1`): first the article with its text, then
/// each correction. Offsets count code points.
func correctionLines(of article: CorrectedArticle) throws -> String {
  let writer = CorrectionsWriter(article)
  var lines = try jsonText(of: writer.article, formatting)
  for line in writer.corrections { lines += try jsonText(of: line, formatting) }
  return lines
}

private let formatting: JSONEncoder.OutputFormatting = [.sortedKeys, .withoutEscapingSlashes]

// MARK: - The lines

private struct ArticleLine: Encodable {
  let schema = "hearsay.corrections/1"
  let type = "article"
  var id: String
  var title: String?
  var publisher: String?
  var byline: String?
  var published: String?
  var url: String?
  var path: String?
  var language: String
  var engine: EngineVersion
  var text: String
}

private struct CorrectionLine: Encodable {
  let schema = "hearsay.corrections/1"
  let type = "correction"
  var id: String
  var article: String
  var created: String
  /// `speaker`, `dismissal`, `spans`, `addition`, `merger`, `separation`, `kind` or `naming`.
  var what: String
  var words: String
  /// Whether its words are not in the text any more.
  var isLost: Bool
  /// What the machine says.
  var before: State
  /// What is right.
  var after: State
}

/// The attributions and the sources that a correction is about.
private struct State: Encodable {
  var attributions: [AttributionState] = []
  var sources: [SourceState] = []
}

private struct AttributionState: Encodable {
  var source: String?
  var kind: SourceKind
  var naming: Naming
  var sourceSpans: [SpanState]
  var cueSpans: [SpanState]
  var contentSpans: [SpanState]
  var manner: Manner
  var chain: [String]
  var flags: [Flag]
}

private struct SourceState: Encodable {
  var name: String
  var kind: SourceKind
  var naming: Naming
  var mentions: [SpanState]
}

private struct SpanState: Encodable {
  var start: Int
  var end: Int
  var text: String
}

// MARK: - Filling them

private struct CorrectionsWriter {
  private let subject: CorrectedArticle
  private let scalars: [Int: Int]
  private let placed: [Correction.ID: PlacedCorrection]
  private let traces: CorrectionTraces

  init(_ article: CorrectedArticle) {
    subject = article
    let spans = [article.machine, article.corrected].flatMap { analysis in
      analysis.attributions.flatMap(\.spans) + analysis.sources.flatMap(\.mentions)
    }
    let text = article.corrected.article.text
    scalars = text.scalarOffsets(of: spans.flatMap { [$0.start, $0.end] })
    let placed = PlacedCorrection.all(article.corrections, in: text)
    self.placed = Dictionary(placed.map { ($0.correction.id, $0) }) { first, _ in first }
    traces = CorrectionTraces(article.corrections, in: article.corrected)
  }

  var article: ArticleLine {
    let article = subject.corrected.article
    return ArticleLine(
      id: article.id, title: article.title, publisher: article.publisher, byline: article.byline,
      published: article.published, url: article.url, path: article.path,
      language: article.language, engine: subject.machine.engine, text: article.text.string)
  }

  var corrections: [CorrectionLine] {
    subject.corrections.map { correction in
      let trace = traces.trace(of: correction.id)
      return CorrectionLine(
        id: correction.id.uuidString, article: correction.article,
        created: correction.created.formatted(.iso8601), what: correction.change.name,
        words: correction.words, isLost: trace?.isLost ?? true, before: before(correction),
        after: trace.map(after) ?? State())
    }
  }

  private func before(_ correction: Correction) -> State {
    guard let placed = placed[correction.id] else { return State() }
    let analysis = subject.machine
    // Of the spans that were put right only the old ones were there.
    var subjects = placed.subjects
    if case .spans = correction.change { subjects = Array(subjects.prefix(1)) }
    let attributions = subjects.compactMap { subject in
      subject?.best(of: analysis.attributions) { ($0.cueSpans.first, $0.contentSpans) }
        .map { analysis.attributions[$0] }
    }
    let sources =
      correction.change.subjects.isEmpty
      ? zip(correction.change.parties, placed.mentions).compactMap {
        analysis.source($0, mentionedAt: $1).flatMap(analysis.source)
      } : []
    return state(attributions, sources, in: analysis)
  }

  private func after(_ trace: CorrectionTraces.Trace) -> State {
    let analysis = subject.corrected
    return state(
      trace.attributions.compactMap(analysis.attribution),
      trace.sources.compactMap(analysis.source), in: analysis)
  }

  private func state(
    _ attributions: [Attribution], _ sources: [Source], in analysis: Analysis
  ) -> State {
    State(
      attributions: attributions.map { own in
        let source = analysis.speaker(of: own)
        return AttributionState(
          source: source?.name, kind: source?.kind ?? .none, naming: source?.naming ?? .implicit,
          sourceSpans: own.sourceSpans.map(span), cueSpans: own.cueSpans.map(span),
          contentSpans: own.contentSpans.map(span), manner: own.manner,
          chain: analysis.chainNames(of: own), flags: analysis.flags(of: own))
      },
      sources: sources.map { source in
        SourceState(
          name: source.name, kind: source.kind, naming: source.naming,
          mentions: source.mentions.map(span))
      })
  }

  private func span(_ span: Span) -> SpanState {
    SpanState(
      start: scalars[span.start] ?? 0, end: scalars[span.end] ?? 0,
      text: subject.corrected.article.text[span])
  }
}

extension Correction.Change {
  /// Its name in files.
  fileprivate var name: String {
    switch self {
    case .speaker: "speaker"
    case .dismissal: "dismissal"
    case .spans: "spans"
    case .addition: "addition"
    case .merger: "merger"
    case .separation: "separation"
    case .kind: "kind"
    case .naming: "naming"
    }
  }
}
