import ArgumentParser
import Foundation
import HearsayExport
import HearsayIngest
import HearsayModel

/// `hearsay text FILE|ADDRESS …`: the words of articles and nothing else.
struct TextPrinting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print only the text of an article: no title, byline or captions.",
    discussion: """
      Of a web page, saved or at an address, only the article; of a text, all of it. Paragraphs are separated by an \
      empty line. With --format json, one object per line for each article, with its metadata and links.
      """)

  @Argument(help: "Files, folders and addresses; - for standard input.", completion: .file())
  var files: [String]

  @Option(help: "Form of the output: text or json.")
  var format: TextFormat = .text

  func run() throws {
    var failed = false
    var isFirst = true
    for place in Ingest().places(at: files) {
      do {
        let article = try Ingest().article(at: place.get())
        try StandardStream.output.print(text(of: article, isFirst: isFirst))
        isFirst = false
      } catch let failure as WriteFailure {
        throw failure
      } catch {
        complain("\(error)")
        failed = true
      }
    }
    if failed { throw ExitCode.trouble }
  }

  private func text(of article: Article, isFirst: Bool) throws -> String {
    switch format {
    case .text:
      let text = article.text.string
      return (isFirst ? "" : "\n") + text + (text.hasSuffix("\n") ? "" : "\n")
    case .json:
      return try jsonText(of: PlainArticle(article), [.sortedKeys, .withoutEscapingSlashes])
    }
  }
}

/// How texts are printed.
enum TextFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// An article without an analysis, as JSON: offsets are code points, as in the analysis.
private struct PlainArticle: Encodable {
  let article: Article
  let offsets: [Int: Int]

  init(_ article: Article) {
    self.article = article
    offsets = article.text.scalarOffsets(
      of: article.links.flatMap { [$0.span.start, $0.span.end] })
  }

  private enum CodingKeys: String, CodingKey {
    case title, publisher, byline, published, updated, address, language, path, text, links, notes
  }

  private struct Link: Encodable {
    var start: Int
    var end: Int
    var text: String
    var address: String
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(article.title, forKey: .title)
    try keys.encode(article.publisher, forKey: .publisher)
    try keys.encode(article.byline, forKey: .byline)
    try keys.encode(article.published, forKey: .published)
    try keys.encode(article.updated, forKey: .updated)
    try keys.encode(article.url, forKey: .address)
    try keys.encode(article.language, forKey: .language)
    try keys.encode(article.path, forKey: .path)
    try keys.encode(article.text.string, forKey: .text)
    try keys.encode(
      article.links.map {
        Link(
          start: offsets[$0.span.start] ?? 0, end: offsets[$0.span.end] ?? 0,
          text: article.text[$0.span], address: $0.address)
      }, forKey: .links)
    try keys.encode(article.notes, forKey: .notes)
  }
}
