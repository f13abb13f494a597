import ArgumentParser
import Foundation
import HearsayResources

/// `hearsay manual`: the manual page, and with it the completions where they are to be installed.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, or install it with the completions.",
    discussion: """
      Without an option it prints hearsay(1) for man: hearsay manual | man -l -

      With --into it writes, below the folder, man/man1/hearsay.1 and the completions for bash, zsh and fish where \
      these shells look for them: hearsay manual --into /usr/local/share
      """)

  @Option(
    help: ArgumentHelp(
      "Write the page and the completions below this folder.", valueName: "folder"),
    completion: .directory)
  var into: String?

  func run() throws {
    let page = ManualPage(markdown: try Resources.located().text("MANUAL.md")).text
    guard let into else { return try StandardStream.output.print(page) }
    try write(page, to: "\(into)/man/man1/hearsay.1")
    let completions = try Completions()
    for (shell, path) in Completions.all {
      try write(completions.script(for: shell), to: "\(into)/\(path)")
    }
  }

  private func write(_ text: String, to path: String) throws(WriteFailure) {
    try OutputFolder.make(path.folderOfPath)
    try OutputFile(path).write(Array(text.utf8))
  }
}
