import Foundation
import HearsayLanguage
import HearsayModel
import HearsayNeural
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

/// The trained tagger as the engine uses it; without a model file there is nothing to test but its absence.
struct ModelTaggerTests {
  private static let hasModel =
    (try? Resources.locate().names(in: "model").contains { $0.hasSuffix(".model") }) ?? false
  private static let missing: Comment = "There is no model file in Resources/model."

  private func tagger() throws -> ModelTagger {
    let resources = try Resources.locate()
    let rules = RulesTagger()
    return try #require(try ModelTagger(resources: resources, rules: rules))
  }

  private func document(_ text: String) -> Document {
    Document(Article(id: "test", text: ArticleText(text)))
  }

  @Test(
    "What was said before a source is not taken along",
    arguments: [
      ("the inn was closed and local police", "local police"),
      ("meddling the senator", "the senator"),
      ("the inn that was closed and the mayor", "the inn that was closed and the mayor"),
      ("the mayor and the abbot", "the mayor and the abbot"), ("and", "and"), ("", ""),
    ])
  func trimming(words: String, source: String) {
    let document = document(words + " said so.")
    let span = ModelTagger.trimmed(Span(0, words.utf8.count), in: document)
    #expect(document.text[span] == source)
    // Nor does a span that ends inside a word come to harm.
    for end in 0...words.utf8.count {
      for start in 0...end {
        let cut = ModelTagger.trimmed(Span(start, end), in: document)
        #expect(start <= cut.start && cut.end == end)
      }
    }
  }

  @Test("Source, cue and content are found", .enabled(if: hasModel, missing))
  func finds() throws {
    let document = document("The ferry company said on Friday that two of its ships would be sold.")
    let found = try tagger().attributions(in: 0..<1, of: document)
    #expect(found.count == 1)
    #expect(found.first?.source.map { document.text[$0] } == "The ferry company")
    #expect(found.first?.cue.map { document.text[$0] }?.hasPrefix("said") == true)
    #expect(found.first.map { $0.confidence > 0.5 } == true)
  }

  @Test("Who was told is left to the rules", .enabled(if: hasModel, missing))
  func addressee() throws {
    let document = document(
      "Ms. Kaya told the Harbour Post that the pilots had not been consulted.")
    let found = try tagger().attributions(in: 0..<1, of: document)
    #expect(found.first?.addressee.map { document.text[$0] } == "the Harbour Post")
  }

  @Test(
    "Each attribution is reported once, however the paragraphs are asked for",
    .enabled(if: hasModel, missing))
  func chunks() throws {
    let document = document(
      (1...9).map { "Inspector number \($0) said that crate number \($0) was missing." }
        .joined(separator: "\n"))
    let tagger = try tagger()
    let whole = tagger.attributions(in: 0..<9, of: document)
    let parts = (0..<9).flatMap { tagger.attributions(in: $0..<($0 + 1), of: document) }
    #expect(parts.map(\.cue) == whole.map(\.cue))
  }

  @Test(
    "Spans lie inside the text, whatever the text is", .enabled(if: hasModel, missing),
    arguments: [
      "", "\"", "“", "said", "said said said", "\u{FEFF}\n\n\u{200B}", "He said: \"\u{1F600}",
      "«»“”\"\"''",
    ])
  func odd(text: String) throws {
    let document = document(text)
    for found in try tagger().attributions(in: document.paragraphs.indices, of: document) {
      #expect(!found.content.isEmpty)
      for span in [found.source, found.cue].compactMap(\.self) + found.content {
        #expect(!span.isEmpty && span.end <= document.text.count)
      }
    }
  }

  @Test(
    "With and without news of the progress the analysis is the same",
    .enabled(if: hasModel, missing))
  func progress() throws {
    let analyzer = try Analyzer(resources: .locate())
    let text = (1...40).map { "“We lost crate \($0),” said clerk number \($0). Nobody saw it go." }
    let article = Article(id: "test", text: ArticleText(text.joined(separator: "\n")))
    #expect(analyzer.analyze(article) == analyzer.analyze(article) { _ in true })
  }

  @Test(
    "The first paragraphs are shown while the others are read, and are then part of the whole",
    .enabled(if: hasModel, missing))
  func firstParagraphs() throws {
    let document = document(
      (1...12).map {
        "Inspector number \($0) told reporters in the harbour office on Monday that crate \($0) with "
          + "spare parts for the ferry was missing, and that nobody had seen who took it away."
      }.joined(separator: "\n"))
    let tagger = try #require(
      try ModelTagger(resources: .locate(), rules: nil, threads: 1))
    var shown: [(read: Range<Int>, found: [TaggedAttribution])] = []
    let whole = tagger.attributions(in: 0..<12, of: document, until: StopSign()) {
      shown.append(($0, $1))
    }
    #expect(whole == tagger.attributions(in: 0..<12, of: document))
    #expect(shown.count > 1)
    for (read, found) in shown {
      let end = document.paragraphs[read.upperBound].span.start
      #expect(read.lowerBound == 0 && read.upperBound < 12)
      #expect(found == whole.filter { ($0.cue?.end ?? 0) <= end })
    }
  }

  @Test("A question that was withdrawn is answered at once", .enabled(if: hasModel, missing))
  func withdrawn() throws {
    let document = document("The ferry company said on Friday that two of its ships would be sold.")
    let stop = StopSign()
    stop.putUp()
    let found = try #require(try ModelTagger(resources: .locate()))
      .attributions(in: 0..<1, of: document, until: stop)
    #expect(found.isEmpty)
  }

  @Test("Without a model file rules do the work, and it is said")
  func withoutModel() throws {
    let analyzer = try Analyzer(resources: resources(model: nil))
    #expect(analyzer.tagger.name == "rules")
    #expect(analyzer.isWithoutModel)
  }

  @Test("A model file that is something else is refused in one sentence")
  func wrongModel() throws {
    let resources = try resources(
      model: "This is a letter to the editor and no model at all, I am afraid.")
    #expect(throws: ModelFileError.notAModel(path: resources.path("model/letter.model"))) {
      try Analyzer(resources: resources)
    }
  }

  /// The word lists of the project, with this for a model.
  private func resources(model: String?) throws -> Resources {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("resources-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("model"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("languages"),
      withDestinationURL: Resources.locate().url("languages"))
    if let model {
      try Data(model.utf8).write(to: folder.appendingPathComponent("model/letter.model"))
    }
    return Resources(folder: folder)
  }
}

struct SpanEdgesTests {
  @Test(
    "A quotation belongs to the content with both its marks",
    arguments: [
      ("He said, \"no more\" and left.", "no more", "\"no more\""),
      ("He said, \"no more\" and left.", "\"no more", "\"no more\""),
      ("He said, “no more” and left.", "no more”", "“no more”"),
      ("He said, “no more” and left.", "no", "no"),
    ])
  func marks(text: String, drawn: String, expected: String) throws {
    let document = Document(Article(id: "test", text: ArticleText(text)))
    let range = try #require(text.range(of: drawn))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let span = Span(start, start + drawn.utf8.count)
    #expect(document.text[SpanEdges(document).content(span)] == expected)
  }

  @Test("The comma after a cue is not part of it")
  func commas() {
    let document = Document(Article(id: "test", text: ArticleText("Yes, he said, it was.")))
    #expect(SpanEdges(document).cue(Span(8, 13)) == Span(8, 12))
    #expect(SpanEdges(document).cue(Span(3, 4)) == Span(3, 4))
  }
}
