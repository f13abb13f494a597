import Foundation
import HearsayTestSupport
import Testing

@testable import hearsay

/// What the documentation names is there: files, symbols, commands, options, tests.
@Suite("The documentation names what there is")
struct DocumentationTests {
  /// Names that are no file, symbol or word of this project, and why they may stand in its documentation.
  private static let exceptions: Set<String> = [
    // Options of the Swift compiler and of the package manager.
    "--static-swift-stdlib",
    // Symbols of the standard library that are only heard of.
    "EncodingError",
    // Files that are made or given elsewhere: in training, where the program is installed, beside a test.
    "WORK/tagger.pt", "text/*.txt", "bin/hearsay", "Snapshots/NAME",
    // Packages and programs of others, and what one of them calls its own.
    "libgcc-s1",
  ]

  @Test func `Every file, symbol, command and test that a page or a comment names exists`()
    throws
  {
    let project = try ProjectNames(root: Page.root)
    let mentions = try Mention.all(below: Page.root)
    #expect(mentions.count > 1000)
    let wrong = mentions.filter { !Self.exceptions.contains($0.text) }.compactMap { mention in
      project.problem(with: mention).map { "\(mention.place): `\(mention.text)` \($0)" }
    }
    #expect(wrong == [])
  }

  @Test func `Nothing is excused that needs no excuse`() throws {
    let project = try ProjectNames(root: Page.root)
    let wrong = try Set(
      Mention.all(below: Page.root).filter { project.problem(with: $0) != nil }.map(\.text))
    #expect(Self.exceptions.subtracting(wrong) == [])
  }

  @Test func `Every link of a page leads somewhere`() throws {
    var links = 0
    for file in try ProjectFiles(root: Page.root).files where file.hasSuffix(".md") {
      let folder = Page.root.appendingPathComponent(file).deletingLastPathComponent()
      let text = try String(contentsOf: Page.root.appendingPathComponent(file), encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#:]+)\)/) {
        let path = folder.appendingPathComponent(String(match.output.1)).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file): \(match.output.1)")
        links += 1
      }
    }
    #expect(links > 3)
  }

  @Test(arguments: [
    "Sources/HearsayModel/Nowhere.swift", "Nowhere.swift", "lexicon/nowhere-*.txt",
    "hearsay analyse FILE", "hearsay analyze FILE --form json",
    "hearsay analyze FILE --format yaml", "--nowhere-at-all", "nowhereAtAll(in:)",
    "Source.nowhereAtAll",
    "NowhereAtAll", "nowhere-at-all", "text(\"lexicon/nowhere.txt\")",
    "swift test --filter NowhereAtAllTests",
  ])
  func `What is not there is found`(name: String) throws {
    #expect(try ProjectNames.ofThisProject.problem(with: Mention(name, at: "README.md:1")) != nil)
  }

  @Test(arguments: [
    "Sources/HearsayModel", "HearsayModel/Sourcing/Flag.swift", "Flag.swift", "samples/*.txt",
    "hearsay analyze FILE --format json", "hearsay FILE",
    "hearsay --keys 'Tab m' --screen - FILE",
    "--format FORMAT", "sources(speaking:)", "Source.naming", "HearsayModel", "next-attribution",
    "C-c", "\"Yes,\" he said", "hearsay.analysis/1", "$XDG_DATA_HOME/hearsay",
  ])
  func `What is there, or is only an example, is left alone`(name: String) throws {
    let project = try ProjectNames.ofThisProject
    // A method that is sure to be there, whatever it is called tomorrow.
    let name = name == "sources(speaking:)" ? "problem(with:)" : name
    #expect(project.problem(with: Mention(name, at: "README.md:1")) == nil)
  }
}
