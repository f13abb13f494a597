import ArgumentParser
import Foundation
import HearsayNeural

/// Prints the vocabulary numbers of each line of a file, to compare with another tokeniser's.
struct Pieces: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the pieces, cases and places of every line of a text.")

  @Argument(help: "The model file.")
  var model: String
  @Argument(help: "A text file.")
  var text: String

  func run() throws {
    let network = try Network(path: model)
    let data = try Data(contentsOf: URL(fileURLWithPath: text))
    let output = network.describePieces(of: Array(String(decoding: data, as: UTF8.self).utf8))
    FileHandle.standardOutput.write(Data(output.utf8))
  }
}
