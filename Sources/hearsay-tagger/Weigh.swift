import ArgumentParser
import Foundation
import HearsayEngine
import HearsayIngest
import HearsayLanguage
import HearsayModel
import HearsayResources

/// Analyses a folder of texts as usual and then once without each weight of `who-is-who.txt`, for the program that
/// says what each is worth (`Training/weigh.py`). The network reads each text once.
struct Weigh: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyse texts without each of the weights that tell who is who.")

  @Argument(help: "A folder of .txt files.")
  var texts: String
  @Argument(help: "Where to write a folder for each weight, with one .json for each text.")
  var output: String

  func run() throws {
    let resources = try Resources.locate()
    let tagger = RememberingTagger(try Analyzer(resources: resources).tagger)
    let names = try FileManager.default.contentsOfDirectory(atPath: texts).sorted()
      .filter { $0.hasSuffix(".txt") }
    let articles = try zip(names, Ingest().articles(at: names.map { "\(texts)/\($0)" }))
      .map { ($0, try $1.get()) }
    try write(articles, by: Analyzer(resources: resources, tagger: tagger), to: "usual")
    let table = WeightTable(try resources.text(WeightTable.path))
    for (number, name) in table.weights {
      let copy = try table.resources(like: resources, without: number)
      defer { try? FileManager.default.removeItem(at: copy.folder) }
      try write(articles, by: Analyzer(resources: copy, tagger: tagger), to: name)
    }
  }

  private func write(_ articles: [(String, Article)], by analyzer: Analyzer, to name: String) throws
  {
    let folder = "\(output)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (file, article) in articles {
      try JSONEncoder().encode(analyzer.analyze(article))
        .write(to: URL(fileURLWithPath: "\(folder)/\(file.dropLast(4)).json"))
    }
  }
}

/// The lines of the table, each weight with the number of its line.
private struct WeightTable {
  static let path = "languages/en/who-is-who.txt"

  private let lines: [String]
  private(set) var weights: [(line: Int, name: String)] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var section = ""
    for (number, line) in lines.enumerated() {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      if line.hasPrefix("[") { section = String(line.dropFirst().dropLast()) }
      // How sure it is who speaks decides nothing else, and is counted, not weighed.
      if cells.count == 4, section != "certainty",
        Double(cells[1].trimmingCharacters(in: .whitespaces)) != nil
      {
        weights.append((number, section + "." + cells[0].trimmingCharacters(in: .whitespaces)))
      }
    }
  }

  /// A folder like the usual one, but with 0 for one weight.
  func resources(like usual: Resources, without line: Int) throws -> Resources {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("weigh-" + UUID().uuidString)
    try files.createDirectory(
      at: folder.appendingPathComponent("languages"), withIntermediateDirectories: true)
    try files.copyItem(
      at: usual.url("languages/en"), to: folder.appendingPathComponent("languages/en"))
    var changed = lines
    var cells = changed[line].components(separatedBy: "|")
    cells[1] = " 0 "
    changed[line] = cells.joined(separator: "|")
    try changed.joined(separator: "\n")
      .write(to: folder.appendingPathComponent(Self.path), atomically: true, encoding: .utf8)
    return Resources(folder: folder)
  }
}

/// A tagger that reads each text once and remembers what it found.
private final class RememberingTagger: SpanTagger, @unchecked Sendable {
  private let tagger: any SpanTagger
  private let lock = NSLock()
  private var found: [Question: [TaggedAttribution]] = [:]

  private struct Question: Hashable {
    var text: ArticleText
    var paragraphs: Range<Int>
  }

  init(_ tagger: any SpanTagger) { self.tagger = tagger }

  var name: String { tagger.name }

  func attributions(in paragraphs: Range<Int>, of document: Document) -> [TaggedAttribution] {
    let question = Question(text: document.text, paragraphs: paragraphs)
    if let known = lock.withLock({ found[question] }) { return known }
    let answer = tagger.attributions(in: paragraphs, of: document)
    lock.withLock { found[question] = answer }
    return answer
  }
}
