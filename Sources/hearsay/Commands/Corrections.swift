public import ArgumentParser
import Foundation
import HearsayEngine
public import HearsayExport
import HearsayModel
import HearsayResources

/// `hearsay corrections`: what was set right in the reader, for people and to train the next model.
struct Corrections: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what you have set right: speakers, words, sources.",
    discussion: """
      text   a list: what is right now, what the machine had said, of which words
      brat   the corrected analysis as standoff annotations, in PolNeAR's layout: a T line for each source, cue and \
      content, an E line for each attribution, and a # line with a note where you set something right. With \
      --output FOLDER a .ann and a .txt for each article, as brat and our training read them.
      jsonl  JSON Lines (schema hearsay.corrections/1), an article after the other: a line with the article and its \
      text, then a line for each correction, with "what" (speaker, dismissal, spans, addition, merger, separation, \
      kind, naming), "before" (the attributions and sources as the machine has them) and "after" (as you have). \
      Offsets are code points of the text, half-open. With --output FOLDER a file for each article.

      Corrections whose words are not in the text any more are listed and say so.
      """)

  @Option(help: "text, brat or jsonl.")
  var format: CorrectionsFormat = .text

  @Option(
    help: ArgumentHelp(
      "Only articles with this in their title, outlet, file or address.", valueName: "words"))
  var article: String?

  @Option(
    help: ArgumentHelp("Write files for each article into this folder.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func run() throws {
    let desk = CorrectionDesk()
    guard !desk.isUnreadable else { throw ExitCode.trouble }
    var problems = 0
    let articles = Dictionary(grouping: desk.all, by: \.article).compactMap { id, corrections in
      let article = desk.stored(id)
      if article == nil {
        let name = corrections[0].snapshot.articleTitle ?? id
        complain(
          "The library does not have “\(name)” any more, so its corrections stand for nothing.")
        problems += 1
      }
      return article.map { (article: $0, corrections: corrections) }
    }.filter { isWanted($0.article) }
      .sorted { $0.corrections[0].created < $1.corrections[0].created }
    guard format != .brat || output != nil || articles.count <= 1 else {
      throw ValidationError(
        "Annotations of several texts do not fit into one: say --output FOLDER.")
    }
    try write(articles)
    if problems > 0 { throw ExitCode.trouble }
  }

  private func isWanted(_ article: Article) -> Bool {
    guard let words = self.article?.lowercased() else { return true }
    return [article.title, article.publisher, article.path, article.url, article.id]
      .contains { $0?.lowercased().contains(words) ?? false }
  }
}

extension CorrectionsFormat: ExpressibleByArgument {
  /// How a file of this form ends.
  fileprivate var fileEnding: String {
    switch self {
    case .text: "txt"
    case .brat: "ann"
    case .jsonl: "jsonl"
    }
  }
}

// MARK: - Writing

extension Corrections {
  private func write(_ articles: [(article: Article, corrections: [Correction])]) throws {
    guard !articles.isEmpty else {
      if format == .text { try StandardStream.output.print("Nothing is corrected.\n") }
      return
    }
    let analyzer = try Analyzer(resources: .located())
    var files = try output.map { folder throws(WriteFailure) in
      try OutputFolder(folder, keeping: articles.compactMap(\.article.path))
    }
    for (article, corrections) in articles {
      var draft = Draft(of: article)
      guard let machine = analyzer.read(&draft),
        let corrected = analyzer.read(&draft, correcting: corrections)
      else { continue }
      let text = try format.text(
        of: CorrectedArticle(machine: machine, corrected: corrected, corrections: corrections))
      if files == nil { try StandardStream.output.print(text) }
      try files?.write(text, in: format, of: article)
    }
  }
}

extension OutputFolder {
  /// Writes the corrections of an article, and with annotations the text that they are on.
  fileprivate mutating func write(
    _ text: String, in format: CorrectionsFormat, of article: Article
  ) throws(WriteFailure) {
    let endings = format == .brat ? [format.fileEnding, "txt"] : [format.fileEnding]
    let place = try place(for: Self.name(of: article), endings: endings)
    try write(Array(text.utf8), to: "\(place).\(format.fileEnding)")
    if format == .brat { try write(article.text.bytes, to: "\(place).txt") }
  }

  /// The name of the article's file, or the beginning of its hash.
  private static func name(of article: Article) -> String {
    article.path.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
      ?? String(article.id.split(separator: ":").last?.prefix(12) ?? "article")
  }
}
