import Foundation
import HearsayEngine
import HearsayLanguage
import HearsayModel
import HearsayResources

/// How fast articles are understood, and what that is made of.
struct Understanding {
  private let articles: [Article]
  private let resources: Resources
  /// The name of the tagger.
  let tagger: String

  init(of articles: [Article]) throws {
    self.articles = articles
    resources = try .locate()
    tagger = try Analyzer(resources: resources).engine.model
  }

  /// What one way of reading costs.
  struct Figures {
    var wordsPerSecond = 0.0
    /// How much of the processor time goes into what the threads share among themselves, from 0 to 1.
    var sharedPart = 0.0
  }

  /// Reads all articles on so many threads.
  func measure(threads: Int) throws -> Figures {
    let analyzer = try analyzer(threads: threads)
    let stages = Stages()
    var words = 0
    let start = ContinuousClock.now
    for article in articles {
      var watch = Watch()
      watch.threads = threads
      watch.progress = { stages.note($0) }
      var draft = Draft(of: article)
      stages.begin()
      words += analyzer.read(&draft, watching: watch)?.summary.words ?? 0
      stages.end()
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return Figures(
      wordsPerSecond: Double(words) / seconds, sharedPart: stages.tagging / stages.all)
  }

  /// How long it takes at most until a reading of the longest article ends that is stopped at some moment, in
  /// milliseconds.
  func longestStop(threads: Int, tries: Int = 24) throws -> Double {
    guard let article = articles.max(by: { $0.text.string.utf8.count < $1.text.string.utf8.count })
    else { return 0 }
    let analyzer = try analyzer(threads: threads)
    let whole = time { _ = analyzer.analyze(article) }
    return (0..<tries).map { number in
      let moment = whole * (Double(number) + 0.5) / Double(tries)
      var watch = Watch()
      watch.threads = threads
      let stop = watch.stop
      DispatchQueue.global().asyncAfter(deadline: .now() + moment) { stop.putUp() }
      var draft = Draft(of: article)
      let taken = time { _ = analyzer.read(&draft, watching: watch) }
      return max(0, taken - moment) * 1_000
    }.max() ?? 0
  }

  /// How long something takes, in seconds.
  private func time(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .seconds(1)
  }

  /// How much more processor time it takes to show what is known while the articles are read, and how often that is.
  func costOfParts() throws -> (ratio: Double, count: Int) {
    let analyzer = try analyzer(threads: 1)
    var ratios: [Double] = []
    var count = 0
    for _ in 0..<3 {
      var times = [0.0, 0.0]
      for article in articles {
        for isShown in [false, true] {
          var watch = Watch()
          watch.threads = 1
          if isShown { watch.found = { _ in count += 1 } }
          var draft = Draft(of: article)
          let before = ProcessorTime.now
          _ = analyzer.read(&draft, watching: watch)
          times[isShown ? 1 : 0] += ProcessorTime.now - before
        }
      }
      ratios.append(times[1] / times[0])
    }
    return (ratios.sorted()[1], count / 3)
  }

  private func analyzer(threads: Int) throws -> Analyzer {
    let rules = RulesTagger()
    return try Analyzer(
      resources: resources,
      tagger: ModelTagger(resources: resources, rules: rules, threads: threads) ?? rules)
  }
}

/// What part of the processor time each stage of a reading takes, told by how far it is.
private final class Stages {
  private(set) var all = 0.0
  private(set) var tagging = 0.0
  private var started = 0.0
  private var last = (share: 0.0, time: 0.0)

  func begin() {
    started = ProcessorTime.now
    last = (-1, started)
  }

  func note(_ share: Double) {
    let time = ProcessorTime.now
    // Between the first question to the tagger and the last answer the shares are small and growing.
    if last.share >= 0, share < 0.9001, share > last.share { tagging += time - last.time }
    last = (share, time)
  }

  func end() { all += ProcessorTime.now - started }
}

/// The processor time of this process, on all its threads, in seconds.
enum ProcessorTime {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
