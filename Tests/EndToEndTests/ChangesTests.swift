import Foundation
import HearsayTestSupport
import Testing

@testable import hearsay

@Suite("Versions and what is new in them")
struct ChangesTests {
  private var changelog: String {
    get throws {
      try String(
        contentsOf: Page.root.appendingPathComponent("Resources/CHANGELOG.md"), encoding: .utf8)
    }
  }

  @Test("The changelog begins with the version that the program says it is")
  func newest() throws {
    let versions = try changelog.matches(of: #/\n## (\d+\.\d+\.\d+) /#).map { String($0.output.1) }
    let newestFirst = versions.sorted {
      $0.compare($1, options: .numeric) == .orderedDescending
    }
    #expect(versions.first == Version.current)
    #expect(versions == newestFirst)
  }

  @Test("hearsay changes prints the changelog", .enabled(if: Paper.isThere, Paper.missing))
  func printed() throws {
    let paper = try Paper()
    #expect(try paper.shell("hearsay changes").output == changelog)
    #expect(try paper.shell("hearsay --version").output == "\(Version.current)\n")
  }
}
