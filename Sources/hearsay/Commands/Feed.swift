import ArgumentParser
import Foundation
import HearsayFetching
import HearsayIngest
import HearsayModel

/// `hearsay feed FILE|ADDRESS …`: what feeds say, whatever their format.
struct FeedPrinting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Print what is in feeds: RSS, RDF, Atom and JSON Feed in one shape.",
    discussion: """
      One object to a feed and a line to an object, with feed, entries, version and encoding; bozo is true where \
      something about the feed is not in order. Of several, one that cannot be read stops nobody.
      """)

  @Argument(help: "Files and addresses; - for standard input.", completion: .file())
  var feeds: [String]

  @Option(help: ArgumentHelp("Form of the output: json.", valueName: "form"))
  var format: FeedFormat = .json

  func run() throws {
    var failed = false
    for name in feeds {
      do {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let feed = try encoder.encode(document(of: name))
        try StandardStream.output.print(String(decoding: feed, as: UTF8.self) + "\n")
      } catch let failure as WriteFailure {
        throw failure
      } catch {
        complain("\(error)")
        failed = true
      }
    }
    if failed { throw ExitCode.trouble }
  }

  private func document(of name: String) throws -> JSONValue {
    let request =
      WebAddress(name) != nil
      ? FetchRequest(.feed, at: name, isTyped: true)
      : FetchRequest(.feed, bytes: try bytes(of: name))
    do throws(FetchError) {
      guard case .feed(let document) = try FetchProgram.located().answer(to: request).content else {
        throw .notAFeed
      }
      return document
    } catch {
      throw IngestError.notFetched(path: name == "-" ? IngestError.standardInput : name, error)
    }
  }

  private func bytes(of name: String) throws(IngestError) -> [UInt8] {
    name == "-"
      ? try Ingest().bytes(ofDescriptor: STDIN_FILENO, named: IngestError.standardInput)
      : try Ingest().bytes(ofFile: name)
  }
}

/// How feeds are printed.
enum FeedFormat: String, CaseIterable, ExpressibleByArgument {
  case json
}
