import Foundation
import HearsayTestSupport
import Testing

/// The table that sets hearsay beside other readers.
@Suite("Beside other readers")
struct PeersTests {
  private let tests = Page.root.appendingPathComponent("Tests")

  @Test func `Every test that is named exists`() throws {
    let table = try String(contentsOf: tests.appendingPathComponent("Peers.md"), encoding: .utf8)
    // The last cell of a row says what holds it there.
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("|") }
    let cells = rows.compactMap { $0.dropLast(2).split(separator: " | ").last }
    let named = Set(cells.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.output.1) } })
    var known: Set<String> = []
    let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      known.formUnion(text.matches(of: /func `([^`]+)`\(/).map { String($0.output.1) })
      known.formUnion(text.matches(of: /func (\w+)\(/).map { "\($0.output.1)()" })
    }
    #expect(named.count > 50)
    #expect(named.subtracting(known).sorted() == [])
  }
}
