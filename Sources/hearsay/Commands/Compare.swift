import ArgumentParser
import Foundation
import HearsayEngine
import HearsayExport
import HearsayFetching
import HearsayIngest
import HearsayModel
import HearsayResources
import HearsayScreen
import HearsayStore

/// `hearsay compare BEFORE AFTER`: what the second version of an article says otherwise than the first.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Print what has changed between two versions of an article.",
    discussion: """
      Sentences that were added, removed or reworded, and attributions that are new, gone or credited to somebody \
      else. A single file or address is compared with the version of it in the library.
      """)

  @Argument(
    help: "Two versions, the earlier one first; or one. Files and addresses.",
    completion: .file())
  var versions: [String]

  @Option(help: ArgumentHelp("Form of the output: \(ChangesFormat.choices).", valueName: "form"))
  var format: ChangesFormat = .text

  func validate() throws {
    guard (1...2).contains(versions.count) else {
      throw ValidationError("Name one or two files or addresses.")
    }
  }

  func run() throws {
    do {
      let articles = try versions.map { try article(at: $0) }
      guard let after = articles.last,
        let before = try articles.count == 2 ? articles[0] : earlier(after)
      else {
        complain("\(versions[0]) has no earlier version in the library.")
        throw ExitCode.trouble
      }
      let analyzer = try Analyzer.configured(resources: .located())
      let changes = ArticleChanges(
        from: (analyzer.analyze(before), analyzer.sentences(of: before)),
        to: (analyzer.analyze(after), analyzer.sentences(of: after)))
      try StandardStream.output.print(try format.text(of: changes))
    } catch let error as IngestError {
      complain("\(error)")
      throw ExitCode.trouble
    }
  }

  private func article(at name: String) throws -> Article {
    guard let place = try Ingest().places(at: [name]).first?.get() else {
      throw IngestError.missing(path: name)
    }
    return try Ingest().article(at: place)
  }

  private func earlier(_ article: Article) throws -> Article? {
    try Store.openIfThere(
      environment: ProcessInfo.processInfo.environment, access: .readOnly)?
      .earlierVersion(of: article)
  }
}

/// How changes are printed.
enum ChangesFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json

  static var choices: String { allCases.map(\.rawValue).joined(separator: "|") }

  func text(of changes: ArticleChanges) throws -> String {
    switch self {
    case .text: return (changes.attributions + changes.sentences).map(Self.paragraph).joined()
    case .json:
      func rows(_ places: [ArticleChanges.Place]) -> JSONValue {
        .array(
          places.map { place in
            let (before, after) = place.change.texts()
            return .object([
              "change": .string(place.change.label), "before": before.map { .string($0) } ?? .null,
              "after": after.map { .string($0) } ?? .null,
            ])
          })
      }
      let all = JSONValue.object([
        "before": .string(changes.before), "after": .string(changes.after),
        "attributions": rows(changes.attributions), "sentences": rows(changes.sentences),
      ])
      return try jsonText(of: all, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }
  }

  /// `reworded`, and in the lines below what stood there and what stands there.
  private static func paragraph(_ place: ArticleChanges.Place) -> String {
    let (before, after) = place.change.texts()
    let lines = [place.change.label, before.map { "  - \($0)" }, after.map { "  + \($0)" }]
    return lines.compactMap(\.self).map { SafeText.line(of: $0) + "\n" }.joined()
  }
}
