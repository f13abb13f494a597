import ArgumentParser
import Foundation
import HearsayEngine
import HearsayExport
import HearsayModel
import HearsayResources

/// `hearsay corrections`: what was set right in the reader, for people and to train the next model.
struct Corrections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "Print your corrections: speakers, words, sources.",
    discussion: """
      \(CorrectionsFormat.table)

      Corrections whose words are no longer in the text are listed as such.
      """)

  @Option(help: CorrectionsFormat.help)
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
    let desk = KeptCorrections()
    guard !desk.isUnreadable else { throw ExitCode.trouble }
    var problems = 0
    let articles = Dictionary(grouping: desk.all, by: \.article).compactMap { id, corrections in
      let article = desk.stored(id)
      if article == nil {
        let name = corrections[0].snapshot.articleTitle ?? id
        complain(
          "The library no longer has “\(name)”, so its corrections cannot be shown.")
        problems += 1
      }
      return article.map { (article: $0, corrections: corrections) }
    }.filter { isWanted($0.article) }
      .sorted { $0.corrections[0].created < $1.corrections[0].created }
    guard !format.isOneToAFile || output != nil || articles.count <= 1 else {
      throw ValidationError(
        "Annotations of several texts cannot go into one file: use --output FOLDER.")
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
      try files?.write(
        text, format, named: article.path?.stemOfPath ?? article.shortName, text: article.text)
    }
  }
}

extension Article {
  /// The beginning of its hash, for a file of an article that was in none.
  fileprivate var shortName: String {
    String(id.split(separator: ":").last?.prefix(12) ?? "article")
  }
}
