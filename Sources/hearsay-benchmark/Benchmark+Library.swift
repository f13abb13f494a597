import Foundation
import HearsayEngine
import HearsayIngest
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayStore

// A large library: how soon it is there, and how soon it has found something.
extension Benchmark {
  func largeLibrary(_ files: TestFiles) throws {
    print("A library of \(library) analysed articles, 120x40, ms")
    try fillLibrary(in: files.library)
    var opened: [Double] = []
    var rare: [Double] = []
    var frequent: [Double] = []
    for _ in 0..<max(1, runs) {
      let terminal = try files.hearsay(nil, columns: 120, rows: 40)
      guard let shown = terminal.wait(for: Self.lastTitle) else { continue }
      opened.append(shown.milliseconds)
      terminal.settle(milliseconds: 500)
      if let time = try search("quixotic", for: "FOUNDRARE", in: terminal) { rare.append(time) }
      terminal.type("q")
      terminal.settle(milliseconds: 300)
      if let time = try search("harbour board", for: "east pier", in: terminal) {
        frequent.append(time)
      }
    }
    show("first screen", opened.sorted())
    show("a rare word", rare.sorted())
    show("words in all", frequent.sorted())
    print()
  }

  private func search(
    _ words: String, for result: String, in terminal: PseudoTerminal
  ) throws -> Double? {
    terminal.type("F" + words)
    terminal.settle(milliseconds: 200)
    let pressed = ContinuousClock.now
    terminal.type("\r")
    guard terminal.wait(for: result, seconds: 10) != nil else { return nil }
    return (ContinuousClock.now - pressed).milliseconds
  }

  /// The headline of the article that was read last.
  private static let lastTitle = "MARKERLAST"

  /// Articles that differ in their headline and their last sentence; one of them has a word that no other has.
  private func fillLibrary(in folder: String) throws {
    let resources = try Resources.locate()
    let analyzer = try Analyzer(
      resources: resources, tagger: RulesTagger())
    let store = try Store.open(at: folder + "/hearsay")
    let text = "Pier to close\n\n" + TestFiles.paragraphs.joined(separator: "\n\n") + "\n\n"
    // What is said is the same in all of them, so it is found once.
    var analysis = analyzer.analyze(try Ingest().article(from: Array(text.utf8), path: nil))
    for number in 0..<library {
      let end = number == library / 2 ? "A quixotic FOUNDRARE plan." : "Number \(number)."
      var article = try Ingest().article(from: Array((text + end).utf8), path: nil)
      article.title = number == library - 1 ? Self.lastTitle : "Pier \(number) to close"
      article.publisher = "Coast Gazette"
      try store.save(article, readAt: Date(timeIntervalSinceReferenceDate: Double(number)))
      analysis.article = article
      try store.save(analysis)
    }
  }
}
