import ArgumentParser
import Foundation
import HearsayExport
import HearsayFetching
import HearsayIngest
import HearsayModel

/// `hearsay feed FILE|ADDRESS …`: what feeds say, whatever their format.
struct FeedPrinting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Print the contents of feeds: RSS, RDF, Atom and JSON Feed in one format.",
    discussion: """
      One object per feed and line, with feed, entries, version and encoding; bozo is true if something about the \
      feed is not in order. A feed that cannot be read does not stop the others.
      """)

  @Argument(help: "Files and addresses; - for standard input.", completion: .file())
  var feeds: [String]

  @Option(help: ArgumentHelp("Form of the output: json.", valueName: "form"))
  var format: FeedFormat = .json

  func run() throws {
    var failed = false
    for name in feeds {
      do {
        try StandardStream.output.print(
          jsonText(of: document(of: name), [.sortedKeys, .withoutEscapingSlashes]))
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
      let program = try FetchProgram.located()
      switch try program.answer(to: request).content {
      case .feed(let document): return document
      case .page(let page):
        guard let address = page.feeds.first, request.address != nil,
          case .feed(let document) = try program.answer(
            to: FetchRequest(
              .feed, at: address,
              isTyped: FeedFinder.host(of: address) == FeedFinder.host(of: name))
          ).content
        else { throw .notAFeed }
        return document
      default: throw .notAFeed
      }
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
