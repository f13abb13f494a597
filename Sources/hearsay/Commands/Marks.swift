public import ArgumentParser
import Foundation
public import HearsayExport
import HearsayModel
import HearsayStore

/// `hearsay marks`: every claim that was marked for follow-up.
struct Marks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the claims that were marked for follow-up.",
    discussion: """
      text     by status, with the words, who said them, the note and where they stand
      json     one array, with everything that is kept of a mark
      """)

  @Option(help: "text or json.")
  var format: MarksFormat = .text

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    do {
      let store = try Store.openDefault(environment: environment, access: .readOnly)
      let marks = try store.marks()
      var texts: [Article.ID: ArticleText] = [:]
      for id in Set(marks.map(\.article)) { texts[id] = try store.article(id)?.text }
      FileHandle.standardOutput.write(Data(try format.text(of: marks, texts: texts).utf8))
    } catch {
      complain("\(error)")
      throw ExitCode.trouble
    }
  }
}

extension MarksFormat: ExpressibleByArgument {}
