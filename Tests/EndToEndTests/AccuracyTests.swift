import Foundation
import HearsayEngine
import HearsayExport
import HearsayIngest
import HearsayModel
import HearsayResources
import HearsayTestSupport
import Testing

/// Figures over articles that are not part of the project, measured by the scorers that judge it.
///
/// The bars are what the program promises; the figures of the day are printed.
@Suite struct AccuracyTests {
  @Test(.enabled(if: SharedFolder.isThere, "needs the shared articles"))
  func thePaneIsRightAboutSevenArticles() throws {
    let figures = try sourcingFigures(gold: shared("articles/gold"))
    #expect(figures["found", default: 0] >= 88)
    #expect(figures["who", default: 0] >= 92)
    #expect(figures["naming", default: 0] >= 90)
    #expect(figures["manner", default: 0] >= 90)
    #expect(figures["relay", default: 0] >= 92)
    #expect(figures["unattributed", default: 0] >= 90)
  }

  @Test(.enabled(if: SharedFolder.isThere, "needs the shared articles"))
  func everythingIsRightAboutTheArticleThatStartedTheProject() throws {
    let folder = try TemporaryFolder()
    for ending in ["txt", "gold.json"] {
      try FileManager.default.copyItem(
        atPath: shared("articles/gold/hamas-baghdad.\(ending)"),
        toPath: folder.path("hamas-baghdad.\(ending)"))
    }
    let figures = try sourcingFigures(gold: folder.path)
    #expect(figures["found"] == 100)
    #expect(figures["relay"] == 100)
    #expect(figures["naming"] == 100)
    let article = try #require(
      Ingest().articles(at: [folder.path("hamas-baghdad.txt")]).first
    ).get()
    let analysis = try Analyzer(resources: .locate()).analyze(article)
    let speakers = Set(analysis.attributions.compactMap(\.source))
    #expect(
      !analysis.sources.contains {
        speakers.contains($0.id) && $0.kind == .person && $0.naming == .named
      })
  }

  @Test(.enabled(if: SharedFolder.isThere, "needs the shared articles"))
  func readingAnArticleTwiceGivesTheSameBytes() throws {
    let analyzer = try Analyzer(resources: .locate())
    var (seen, read, readTwice) = (0, 0, 0)
    for folder in ["articles/wikinews", "corpora/polnear/dev/text"] {
      for reading in Ingest().articles(at: [shared(folder)]) {
        seen += 1
        // All of them would take as long as the rest of the suite; `golden.py` reads all in a release.
        guard seen.isMultiple(of: 10) else { continue }
        let article = try reading.get()
        let once = try AnalysisFormat.json.text(of: analyzer.analyze(article))
        if read.isMultiple(of: 3) {
          let twice = try AnalysisFormat.json.text(of: analyzer.analyze(article))
          #expect(once == twice, "\(article.path ?? article.id)")
          readTwice += 1
        }
        #expect(violationsOfContract(in: Data(once.utf8)) == [], "\(article.path ?? "")")
        read += 1
      }
    }
    print("\(read) articles read, \(readTwice) of them twice")
  }
}

// MARK: - Asking the scorer

extension AccuracyTests {
  private func shared(_ name: String) -> String { (SharedFolder.path ?? "") + "/" + name }

  /// The scorer's table as figures in percent.
  private func sourcingFigures(gold: String) throws -> [String: Double] {
    let predicted = try TemporaryFolder()
    let analyzer = try Analyzer(resources: .locate())
    for reading in Ingest().articles(at: [gold]) {
      let article = try reading.get()
      let name = URL(fileURLWithPath: article.path ?? "").deletingPathExtension().lastPathComponent
      try AnalysisFormat.json.text(of: analyzer.analyze(article))
        .write(toFile: predicted.path("\(name).json"), atomically: true, encoding: .utf8)
    }
    let table = try Command.run(
      "python3", shared("tools/score_sourcing.py"), gold, predicted.path)
    print(table)
    var figures: [String: Double] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: " ")
      if columns.count > 1, let figure = Double(columns[1]) { figures[String(columns[0])] = figure }
    }
    return figures
  }
}
