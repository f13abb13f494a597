import ArgumentParser
import Foundation
import HearsayStore

/// `hearsay rescue`: what can be read of a damaged library, in a new one.
struct Rescue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescue",
    abstract: "Copy what can be read of a damaged library into a new one.",
    discussion: """
      Marks and corrections come first, then what was said of sources, the articles and where they were left. Analyses \
      that cannot be read are made anew when their article is opened. The damaged library stays as it is.

      Exit status: 0 all that was found could be copied; 1 something could not, or nothing could be read.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder of the new library; hearsay-rescued beside the library's own unless said.",
      valueName: "folder"),
    completion: .directory)
  var into: String?

  func run() throws {
    do {
      guard let folder = Store.defaultFolder(environment: ProcessInfo.processInfo.environment)
      else { throw NoHome() }
      let rescued = try RescuedLibrary.copy(of: folder, into: into ?? folder + "-rescued")
      try StandardStream.output.print(rescued.copiedWords + "\n")
      try StandardStream.output.print(
        "To go on with it: \(rescued.command(from: folder))\n")
      guard let lost = rescued.lostWords else { return }
      complain(lost)
    } catch let error as StoreError {
      switch error.reason {
      case .damaged, .notALibrary:
        complain("Nothing can be read of \(error.path ?? "the library").")
      default: complain("\(error)")
      }
    } catch {
      complain("\(error)")
    }
    throw ExitCode.trouble
  }
}

// MARK: - In words

extension RescuedLibrary {
  fileprivate var copiedWords: String {
    let copied = parts.filter { $0.copied > 0 && $0.kind != .analysisText }.map {
      $0.kind.words($0.copied)
    }
    return copied.isEmpty
      ? "There is nothing in this library." : "Copied into \(folder): \(Self.list(copied))."
  }

  /// What could not be read; `nil` where everything could. Analyses are made anew, so nothing is said of them.
  fileprivate var lostWords: String? {
    let lost = parts.filter { part in
      part.kind != .analysis && part.kind != .analysisText && (part.lost > 0 || part.isUnknown)
    }.map { part in
      part.lost > 0
        ? part.kind.words(part.lost) + (part.isUnknown ? " or more" : "")
        : "perhaps some \(part.kind.words(2).drop { $0 != " " }.dropFirst())"
    }
    return lost.isEmpty ? nil : "Could not be read: \(Self.list(lost))."
  }

  /// What a shell puts the new library into place with.
  fileprivate func command(from folder: String) -> String {
    let names = [folder, folder + "-damaged", self.folder, folder].map {
      "'\($0.replacing("'", with: "'\\''"))'"
    }
    return "mv \(names[0]) \(names[1]) && mv \(names[2]) \(names[3])"
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension RescuedLibrary.Kind {
  /// `1 mark`, `2 marks`
  fileprivate func words(_ count: Int) -> String {
    let name =
      switch self {
      case .mark: ("mark", "marks")
      case .correction: ("correction", "corrections")
      case .subscription: ("subscription", "subscriptions")
      case .sourceName: ("name of a source", "names of sources")
      case .joinedSource: ("joined source", "joined sources")
      case .newsEntry: ("entry of a feed", "entries of feeds")
      case .article: ("article", "articles")
      case .text: ("text", "texts")
      case .position: ("reading position", "reading positions")
      case .pageAddress: ("address of an article", "addresses of articles")
      case .removedArticle: ("article that was taken out", "articles that were taken out")
      case .analysis, .analysisText: ("analysis", "analyses")
      }
    return "\(count) \(count == 1 ? name.0 : name.1)"
  }
}
