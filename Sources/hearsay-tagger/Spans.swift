import ArgumentParser
import Foundation
import HearsayEngine
import HearsayLanguage
import HearsayModel
import HearsayNeural

/// Writes what the tagger finds in a folder of texts, one JSON file for each, as the scoring programs read it.
struct Spans: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the attributions found in a folder of texts as JSON.")

  @Argument(help: "The model file.")
  var model: String
  @Argument(help: "A folder of .txt files.")
  var texts: String
  @Argument(help: "Where to write one .json for each.")
  var output: String
  @ArgumentParser.Flag(
    help: "Leave spans as the network drew them, and add the evidence for each attribution.")
  var raw = false

  func run() throws {
    let tagger = try ModelTagger(path: model)
    let network = try Network(path: model)
    let language = try Language(Language.standard, in: .locate())
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: texts).sorted()
    where name.hasSuffix(".txt") {
      let data = try Data(contentsOf: URL(fileURLWithPath: texts + "/" + name))
      let text = ArticleText(String(decoding: data, as: UTF8.self))
      let document = Document(Article(id: name, text: text), language)
      let found =
        raw
        ? network.attributions(
          in: text.bytes, paragraphs: document.paragraphs.map(\.span.range),
          wanted: document.paragraphs.indices
        ).map(Found.init)
        : tagger.attributions(in: document.paragraphs.indices, of: document).map(Found.init)
      let json = try JSONEncoder().encode(Output(text: text, found: found))
      try json.write(to: URL(fileURLWithPath: output + "/" + name.dropLast(4) + ".json"))
    }
  }
}

/// An attribution from either door.
private struct Found {
  var source: Span?
  var cue: Span?
  var content: [Span]
  var confidence: Double
  var evidence: [Float]?

  init(_ found: FoundAttribution) {
    source = found.source.map { Span($0) }
    cue = Span(found.cue)
    content = found.content.map { Span($0) }
    confidence = found.confidence
    evidence = found.evidence.row
  }

  init(_ found: TaggedAttribution) {
    source = found.source
    cue = found.cue
    content = found.content
    confidence = found.confidence
  }
}

private struct Output: Encodable {
  struct Text: Encodable {
    var text: String
  }
  struct Piece: Encodable {
    var start: Int
    var end: Int
  }
  struct Attribution: Encodable {
    var sourceSpans: [Piece]
    var cueSpans: [Piece]
    var contentSpans: [Piece]
    var confidence: Double
    var evidence: [Float]?
  }

  var article: Text
  var attributions: [Attribution]

  init(text: ArticleText, found: [Found]) {
    let spans = found.flatMap { [$0.source, $0.cue].compactMap(\.self) + $0.content }
    let offsets = text.scalarOffsets(of: spans.flatMap { [$0.start, $0.end] })
    let piece = { (span: Span) in
      Piece(start: offsets[span.start] ?? 0, end: offsets[span.end] ?? 0)
    }
    article = Text(text: text.string)
    attributions = found.map { found in
      Attribution(
        sourceSpans: found.source.map { [piece($0)] } ?? [],
        cueSpans: found.cue.map { [piece($0)] } ?? [],
        contentSpans: found.content.map(piece), confidence: found.confidence,
        evidence: found.evidence)
    }
  }
}
