import ArgumentParser
import Foundation

/// A command as ArgumentParser describes it: what its help says, as data.
struct Tool: Decodable {
  var commandName: String
  var abstract: String
  var discussion: String?
  var arguments: [Argument]?
  var subcommands: [Tool]?

  struct Argument: Decodable {
    var kind: String
    var abstract: String?
    var names: [Name]?
    var valueName: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  struct Name: Decodable {
    var kind: String
    var name: String
  }

  private struct Described: Decodable {
    var command: Tool
  }

  /// The whole program.
  static func described() throws -> Tool {
    try JSONDecoder().decode(Described.self, from: Data(Hearsay._dumpHelp().utf8)).command
  }
}

extension Tool.Argument {
  /// `-h, --help`, `--theme THEME`, `FILES ...`
  var written: String {
    let value = (valueName ?? "").uppercased()
    guard kind != "positional" else { return isRepeating ? "\(value) ..." : value }
    let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    return names.joined(separator: ", ") + (kind == "option" ? " \(value)" : "")
  }
}
