import ArgumentParser
import Foundation
import HearsayEngine
import HearsayIngest
import HearsayModel
import HearsayResources
import Synchronization

/// `hearsay-benchmark stops FILE…`: how long it takes until a reading ends that nobody waits for.
///
/// Whoever reads looks at a sign from time to time. So a first reading finds out where the time between two looks is longest,
/// and a second one is stopped just there.
struct Stops: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stops",
    abstract: "Measures how long a reading of these texts goes on at most after it was stopped.",
    discussion: """
      In milliseconds of processor time, on one thread, so that a busy machine is no worse than an idle one. Status 1 where \
      one takes longer than it may.
      """)

  @Argument(help: "Texts.")
  var files: [String]

  @ArgumentParser.Flag(help: "With the trained network, and not with rules alone.")
  var model = false

  @Option(
    help:
      "How long each text is read at most, in seconds of processor time; what comes after is not measured."
  )
  var seconds = 60.0

  @Option(help: "The most milliseconds that a stop may take.")
  var most = 100.0

  func run() throws {
    let resources = try Resources.locate()
    let rules = RulesTagger()
    let network = model ? try ModelTagger(resources: resources, rules: rules, threads: 1) : nil
    let analyzer = try Analyzer(resources: resources, tagger: network ?? rules)
    var isTooLong = false
    for file in files {
      let before = ProcessorTime.now
      guard let place = try Ingest().places(at: [file]).first?.get() else { continue }
      let article = try Ingest().article(at: place)
      let taken = (ProcessorTime.now - before) * 1_000
      let reading = StoppedReading(of: article, by: analyzer)
      let gaps = reading.longestGaps(within: seconds)
      let stops = gaps.looks.compactMap { reading.stop(afterLook: $0.number) }
      let longest = stops.max() ?? 0
      isTooLong = isTooLong || longest > most
      print(
        "  \(URL(fileURLWithPath: file).lastPathComponent.padded(to: 24))\(longest.tenths) ms after look "
          + "\(gaps.looks.first?.number ?? 0) of \(gaps.count), \(gaps.seconds.tenths) s"
          + (gaps.isWhole ? "" : ", not to the end") + "; made an article in \(taken.tenths) ms")
      fflush(nil)
    }
    if isTooLong { throw ExitCode.failure }
  }
}

/// A reading that is stopped.
private struct StoppedReading {
  private let article: Article
  private let analyzer: Analyzer

  init(of article: Article, by analyzer: Analyzer) {
    self.article = article
    self.analyzer = analyzer
  }

  /// Where somebody looks, and how long nobody does after that, in seconds.
  typealias Look = (number: Int, gap: Double)
  /// The looks after which it takes longest until the next one, the longest first.
  typealias Gaps = (looks: [Look], count: Int, seconds: Double, isWhole: Bool)

  /// Reads, and notes when somebody looks.
  func longestGaps(within seconds: Double, keeping most: Int = 2) -> Gaps {
    let looks = Mutex<(last: Double, count: Int, longest: [Look])>((0, 0, []))
    @Sendable func note(_ now: Double) {
      looks.withLock { looks in
        looks.longest.append((looks.count, now - looks.last))
        looks.longest.sort { $0.gap > $1.gap }
        if looks.longest.count > most { looks.longest.removeLast() }
        looks.last = now
        looks.count += 1
      }
    }
    let started = ProcessorTime.now
    looks.withLock { $0.last = started }
    let isWhole = read(
      until: StopSign { sign in
        let now = ProcessorTime.now
        note(now)
        if now - started > seconds { sign.putUp() }
      })
    let ended = ProcessorTime.now
    note(ended)
    return looks.withLock { ($0.longest, $0.count - 1, ended - started, isWhole) }
  }

  /// How long it goes on when the sign is put up after so many looks, in milliseconds; `nil` where nobody looks so often.
  func stop(afterLook number: Int) -> Double? {
    let state = Mutex<(count: Int, moment: Double?)>((0, nil))
    let sign = StopSign { sign in
      state.withLock { state in
        state.count += 1
        guard state.count == number else { return }
        sign.putUp()
        state.moment = ProcessorTime.now
      }
    }
    let started = ProcessorTime.now
    if number == 0 { sign.putUp() }
    _ = read(until: sign)
    let ended = ProcessorTime.now
    var moment = state.withLock(\.moment)
    if number == 0 { moment = started }
    return moment.map { (ended - $0) * 1_000 }
  }

  /// Reads without showing what is known by then: how often that is depends on the time that it takes.
  ///
  /// - Returns: whether it came to the end.
  private func read(until stop: StopSign) -> Bool {
    var watch = Watch()
    watch.threads = 1
    watch.stop = stop
    var draft = Draft(of: article)
    return analyzer.read(&draft, watching: watch) != nil
  }
}
