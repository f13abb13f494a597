import Foundation
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

@testable import HearsayEngine

@Suite("A second language is a folder")
struct SecondLanguageTests {
  /// The word lists of English, and beside them those of a language that says *dijo* for "said".
  private func resources(in folder: TemporaryFolder) throws -> Resources {
    let root = URL(fileURLWithPath: folder.path, isDirectory: true)
    let languages = root.appendingPathComponent("languages")
    try FileManager.default.createDirectory(at: languages, withIntermediateDirectories: true)
    let english = try Resources.locate().url("languages/en")
    for code in ["en", "xx"] {
      try FileManager.default.copyItem(
        at: english, to: languages.appendingPathComponent(code))
    }
    let verbs = languages.appendingPathComponent("xx/cue-verbs.txt")
    let words = try String(contentsOf: verbs, encoding: .utf8)
    let changed = words.replacing(#/\bsaid\b/#, with: "dijo")
    #expect(changed != words)
    try changed.write(to: verbs, atomically: true, encoding: .utf8)
    return Resources(folder: root)
  }

  private func analysis(_ text: String, in code: String, by analyzer: Analyzer) -> Analysis {
    analyzer.analyze(Article(id: "a", language: code, text: ArticleText(text)))
  }

  @Test func `An article is read with the words of its own language`() throws {
    let folder = try TemporaryFolder()
    let analyzer = try Analyzer(resources: try resources(in: folder))
    let text = "Mayor Ana Lund dijo that the bridge was shut."
    let read = analysis(text, in: "xx", by: analyzer)
    #expect(read.attributions.count == 1)
    #expect(read.sources.first?.name == "Mayor Ana Lund")
    #expect(read.unattributed == [])
    #expect(analysis(text, in: "en", by: analyzer).attributions.isEmpty)
  }

  @Test func `An article in a language without a folder has quotations only`() throws {
    let folder = try TemporaryFolder()
    let analyzer = try Analyzer(resources: try resources(in: folder))
    let text = "Mayor Ana Lund said that the bridge was shut."
    #expect(analysis(text, in: "yy", by: analyzer).attributions.isEmpty)
    #expect(analysis(text, in: "en", by: analyzer).attributions.count == 1)
  }

  @Test func `A folder that lacks a list is an error, and not a language half read`() throws {
    let folder = try TemporaryFolder()
    let resources = try resources(in: folder)
    try FileManager.default.removeItem(at: resources.url("languages/xx/grammar.txt"))
    #expect(throws: (any Error).self) { try Analyzer(resources: resources) }
  }
}
