import ArgumentParser
import Foundation
import HearsayEngine
import HearsayIngest
import HearsayModel
import HearsayResources

/// Measures what a reader feels: how soon the text is there, what a key costs, how fast an article is understood.
///
/// Peers run in the same minute on the same machine, so that the ratios hold where the milliseconds do not.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay-benchmark",
    abstract: "Measures hearsay beside tig and less, on this machine, in one run.",
    discussion:
      "Build it with the program first: swift build -c release --static-swift-stdlib. Peers that are not installed are left out.",
    subcommands: [Stops.self])

  @Option(help: "How often each start is measured; the median counts.")
  var runs = 15

  @Option(help: "How many articles the library has that is opened and searched; 0 leaves it out.")
  var library = 10_000

  @Option(help: "A folder of articles whose analysis is timed.")
  var articles: String?

  func run() throws {
    let folder = try TestFiles()
    defer { folder.remove() }
    for part in [firstText, pageKeys, bigText, manyAttributions] {
      try part(folder)
      // Seen when it is measured, in a file, too.
      fflush(nil)
    }
    if library > 0 { try largeLibrary(folder) }
    if let articles { try analysis(of: articles) }
  }
}

// MARK: - How soon the text is there

extension Benchmark {
  private func firstText(_ files: TestFiles) throws {
    print(
      "First text of a 5 kB article, 80x24, ms from start (median of \(runs), then least and most)")
    // tig reads its standard input, less its argument: as people start them.
    try showStarts(
      of: [
        ("hearsay", { try files.hearsay(files.small) }),
        ("tig", { try files.peer(["tig"], input: files.small) }),
        ("less", { try files.peer(["less", files.small]) }),
      ].filter { $0.0 == "hearsay" || files.isInstalled($0.0) }, runs: runs)
    print()
  }

  typealias Start = (name: String, program: () throws -> PseudoTerminal)

  /// Starts these programs in turn, so that a busy moment of the machine hits all of them alike, and shows how soon
  /// the text was there. Once before that each is started to have its files at hand.
  func showStarts(of programs: [Start], runs: Int) throws {
    var times = [[Double]](repeating: [], count: programs.count)
    for run in 0...max(1, runs) {
      for (number, start) in programs.enumerated() {
        let time = try start.program().wait(for: TestFiles.marker)?.milliseconds
        if run > 0, let time { times[number].append(time) }
      }
    }
    for (start, found) in zip(programs, times) {
      let isFirst = start.name == programs[0].name
      show(start.name, found.sorted(), ratioOf: isFirst ? nil : times[0].sorted())
    }
  }

  func show(_ name: String, _ times: [Double], ratioOf hearsay: [Double]? = nil) {
    guard let least = times.first, let most = times.last else {
      print("  \(name): the text never came")
      return
    }
    let median = times[times.count / 2]
    var line = "  \(name.padded(to: 10))\(median.tenths) [\(least.tenths)-\(most.tenths)]"
    if let hearsay, !hearsay.isEmpty {
      line += "   hearsay takes \((hearsay[hearsay.count / 2] / median).hundredths) times that"
    }
    print(line)
  }
}

// MARK: - What a key costs

extension Benchmark {
  private func pageKeys(_ files: TestFiles) throws {
    print("A page key, ms of processor time in the drawing thread (mean of 200)")
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] as [(UInt16, UInt16)] {
      for (name, file) in [("5 kB", files.small), ("10 MB", files.big)] {
        let terminal = try files.hearsay(file, columns: columns, rows: rows)
        guard terminal.wait(for: TestFiles.marker) != nil else { continue }
        terminal.settle(milliseconds: 300)
        let before = terminal.drawingMilliseconds
        for key in 0..<200 {
          terminal.type(key % 8 < 4 ? " " : "b")
          terminal.settle(milliseconds: 8)
        }
        let cost = (terminal.drawingMilliseconds - before) / 200
        print("  \(columns)x\(rows), \(name.padded(to: 6)) \(cost.hundredths)")
      }
    }
    print()
  }
}

// MARK: - How fast an article is understood

extension Benchmark {
  private func analysis(of folder: String) throws {
    let articles = Ingest().articles(at: [folder]).compactMap { try? $0.get() }
    guard !articles.isEmpty else { throw BenchmarkError("\(folder) holds no article.") }
    let understanding = try Understanding(of: articles)
    print("Analysis of \(articles.count) articles with \(understanding.tagger)")
    var one = 0.0
    for threads in [1, 2] {
      let figures = try understanding.measure(threads: threads)
      if threads == 1 { one = figures.wordsPerSecond }
      print(
        "  \(threads) thread\(threads == 1 ? "" : "s"): \(Int(figures.wordsPerSecond)) words a second, "
          + "\((figures.wordsPerSecond / one).hundredths) times one; "
          + "\((figures.sharedPart * 100).tenths) % of the processor time can be shared; "
          + "stops within \(try understanding.longestStop(threads: threads).tenths) ms")
    }
    let parts = try understanding.costOfParts()
    print("  shown part by part: \(parts.count) parts, \(parts.ratio.hundredths) times the work")
  }
}

// MARK: - Figures

extension Duration {
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}

extension Double {
  var tenths: String { String(format: "%.1f", self) }
  var hundredths: String { String(format: "%.2f", self) }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
