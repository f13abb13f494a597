import ArgumentParser
import Foundation
import HearsayResources

/// `hearsay changes`: what is new, the latest version first.
struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Print what is new in each version, the latest first.")

  func run() throws {
    let changelog = try Resources.located().text("CHANGELOG.md")
    try StandardStream.output.print(changelog)
  }
}
