import Foundation
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("What a later version of an article says otherwise")
struct ArticleChangesTests {
  /// A marked article of sentences that each end with a full stop, and whose words the marked ones are.
  private func version(
    _ number: Int, _ marked: String, saidBy names: [String] = []
  ) -> (analysis: Analysis, sentences: [Span]) {
    var draft = AnalysisDraft(marked, id: "sha256:\(number)", title: nil, publisher: "Post")
    for name in names {
      draft.source(name, name, .person, .named)
      draft.attribute(to: name, .indirect)
    }
    let analysis = draft.analysis(sentences: 2)
    var sentences: [Span] = []
    var start = 0
    for (offset, byte) in analysis.article.text.bytes.enumerated() where byte == UInt8(ascii: ".") {
      sentences.append(Span(start, offset + 1))
      start = offset + 1
    }
    return (analysis, sentences)
  }

  private func changes(_ before: String, _ after: String) -> [ArticleChanges.Change] {
    ArticleChanges(from: version(1, before), to: version(2, after)).sentences.map(\.change)
  }

  @Test func `The same words are no change, whatever their white space`() {
    #expect(changes("One thing happened. Two did.", "One thing happened. Two did.") == [])
    #expect(changes("One thing happened. Two did.", "One  thing\nhappened. Two did.") == [])
  }

  @Test func `Sentences are added, removed and reworded`() {
    #expect(
      changes(
        "The port is closed. Ten ships wait outside. Nobody was hurt.",
        "The port is closed. Twelve ships wait outside. The mayor has left town.")
        == [
          .reworded("Ten ships wait outside.", "Twelve ships wait outside."),
          .added("The mayor has left town."), .removed("Nobody was hurt."),
        ])
  }

  @Test func `A sentence that has only moved is not told`() {
    #expect(changes("One came first. Two came next.", "Two came next. One came first.") == [])
  }

  @Test func `Of pairs of sentences nearly all are told apart: one in other words, or another`()
    throws
  {
    let table = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Versions/sentences.txt"), encoding: .utf8)
    let pairs = table.split(separator: "\n").filter { $0.hasPrefix("=") || $0.hasPrefix("/") }
    let wrong = pairs.filter { pair in
      let sides = pair.dropFirst(2).components(separatedBy: " | ")
      return isReworded(sides[0], sides[1]) != pair.hasPrefix("=")
    }
    #expect(pairs.count == 80)
    #expect(wrong.count <= 4, "\(wrong)")
  }

  /// Whether one sentence is taken for the other in other words.
  private func isReworded(_ before: String, _ after: String) -> Bool {
    func version(_ text: String) -> (analysis: Analysis, sentences: [Span]) {
      let draft = AnalysisDraft(text, id: "sha256:\(text.count)", title: nil, publisher: "Post")
      return (draft.analysis(sentences: 1), [Span(0, text.utf8.count)])
    }
    let changes = ArticleChanges(from: version(before), to: version(after)).sentences
    return changes.map(\.change) == [.reworded(before, after)]
  }

  private func credit(_ source: String, _ words: String) -> ArticleChanges.Credit {
    .init(source, Saying(cue: nil, manner: .indirect, stance: nil, words: words))
  }

  @Test func `An attribution comes, goes, or is somebody else's`() {
    let before = version(
      1, "{content:1 The port will stay closed}. {content:2 The talks have failed}.",
      saidBy: ["Ann Roe", "sources"])
    let after = version(
      2, "{content:1 The port will stay closed}. {content:2 Two ships burned down}.",
      saidBy: ["officials", "Tom Berg"])
    #expect(
      ArticleChanges(from: before, to: after).attributions.map(\.change) == [
        .recredited(
          credit("Ann Roe", "The port will stay closed"),
          credit("officials", "The port will stay closed")),
        .gone(credit("sources", "The talks have failed")),
        .came(credit("Tom Berg", "Two ships burned down")),
      ])
  }

  @Test func `What is said now and was denied before is told, each with its verb`() {
    func version(_ number: Int, _ cue: String, _ stance: Stance?) -> Analysis {
      var draft = AnalysisDraft(
        "Ann Roe {cue:1 \(cue)} {content:1 that the port is closed}.", id: "sha256:\(number)",
        title: nil, publisher: "Post")
      draft.source("roe", "harbour office clerk Ann Roe", .person, .named)
      draft.attribute(to: "roe", .indirect)
      var analysis = draft.analysis(sentences: 1)
      analysis.attributions[0].stance = stance
      return analysis
    }
    let changes = ArticleChanges(
      from: (version(1, "denied", .denied), []), to: (version(2, "confirmed", nil), []))
    let change = changes.attributions.first?.change
    #expect(change?.label == "said otherwise")
    #expect(
      change?.texts().before == "Ann Roe, harbour office clerk: denied › that the port is closed")
    #expect(
      change?.texts().after == "Ann Roe, harbour office clerk: confirmed › that the port is closed")
  }
}
