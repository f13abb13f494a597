import Foundation
import Testing

/// The table that sets hearsay beside other readers.
@Suite("Beside other readers")
struct PeersTests {
  private let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func everyTestThatIsNamedExists() throws {
    let table = try String(contentsOf: tests.appendingPathComponent("Peers.md"), encoding: .utf8)
    let named = Set(table.matches(of: /`(\w+)\(\)`/).map { String($0.output.1) }).subtracting([
      "aTest"
    ])
    var known: Set<String> = []
    let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      known.formUnion(text.matches(of: /func (\w+)\(/).map { String($0.output.1) })
    }
    #expect(named.count > 50)
    #expect(named.subtracting(known).sorted() == [])
  }
}
