import ArgumentParser
import Foundation
import HearsayEngine
import HearsayModel
import HearsayResources

/// Answers which of two names each pronoun of a file in GAP's format means, in GAP's format of answers.
///
/// Only the text, the pronoun and the two names with their places are read: neither the answers nor the addresses.
struct Pronouns: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which of two names each pronoun of a GAP file means.")

  @Argument(help: "A file in GAP's format: ID, text, pronoun, its offset, A, its offset, …")
  var file: String
  @ArgumentParser.Flag(
    help: "Print what speaks for each name instead, for the program that learns.")
  var features = false

  func run() throws {
    let scorer = try PronounScorer(.locate())
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let lines = String(decoding: data, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
    for line in lines {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.first != "ID" else { continue }
      guard let question = question(cells) else {
        throw ValidationError("This is no line of a GAP file: \(cells.first ?? "")")
      }
      let answers =
        features
        ? scorer.features(of: question).map { $0.joined(separator: "|") }
          + scorer.attention(in: question).map { looks in
            looks.map { String(format: "%.5f", $0) }.joined(separator: " ")
          }
        : scorer.answers(to: question).map { $0 ? "TRUE" : "FALSE" }
      print(([cells[0]] + answers).joined(separator: "\t"))
    }
  }

  private func question(_ cells: [String]) -> PronounQuestion? {
    guard cells.count > 8 else { return nil }
    let text = ArticleText(cells[1])
    let bytes = text.byteOffsetsOfScalars()
    func span(_ words: String, _ offset: String) -> Span? {
      guard let start = Int(offset), case let end = start + words.unicodeScalars.count,
        start >= 0, end < bytes.count
      else { return nil }
      return Span(bytes[start], bytes[end])
    }
    guard let pronoun = span(cells[2], cells[3]), let first = span(cells[4], cells[5]),
      let second = span(cells[7], cells[8])
    else { return nil }
    return PronounQuestion(text: text, pronoun: pronoun, names: [first, second])
  }
}
