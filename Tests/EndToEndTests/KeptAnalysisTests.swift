import Foundation
import HearsayResources
import HearsayTestSupport
import Testing

@Suite(
  "Analyses that are kept", .enabled(if: Paper.isThere, Paper.missing), .timeLimit(.minutes(40)))
struct KeptAnalysisTests {
  @Test("An engine with other word lists reads the article anew, and marks and corrections hold")
  func madeAnew() throws {
    let paper = try Paper()
    let article = try paper.harbour()
    let data = try paper.home.folder("resources")
    try FileManager.default.removeItem(atPath: data)
    try FileManager.default.copyItem(
      atPath: Resources.locate().folder.resolvingSymlinksInPath().path, toPath: data)
    let hearsay = "HEARSAY_RESOURCES='\(data)' hearsay --screen - --size 100x30"
    func screen(after keys: String) throws -> String {
      try paper.shell("\(hearsay) --keys '\(keys)' \(article)").output
    }

    // Berg's words are marked, the unnamed source's are said to be nobody's.
    _ = try screen(after: "Tab m Tab x d")
    #expect(try screen(after: "M").contains("Tomas Berg"))
    let before = try screen(after: "g Enter")

    let verbs = try #require(
      FileManager.default.enumerator(atPath: data)?.compactMap { $0 as? String }.first {
        $0.hasSuffix("cue-verbs.txt")
      })
    let text = try String(contentsOfFile: "\(data)/\(verbs)", encoding: .utf8)
    let loaded = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("say ")
        ? $0.replacingOccurrences(of: "statement", with: "statement loaded") : String($0)
    }
    try paper.home.file("resources/\(verbs)", loaded.joined(separator: "\n"))

    let after = try screen(after: "g Enter")
    #expect(!before.contains("takes a side") && after.contains("takes a side"))
    #expect(try screen(after: "M").contains("Tomas Berg"))
    #expect(try screen(after: "x l").contains("the talks would move"))
  }
}
