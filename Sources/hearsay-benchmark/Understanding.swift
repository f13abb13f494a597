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
    /// The longest time in which nobody asked whether the reading is to go on, in milliseconds.
    var longestPause = 0.0
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
      wordsPerSecond: Double(words) / seconds, sharedPart: stages.tagging / stages.all,
      longestPause: stages.longestPause)
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
  private(set) var longestPause = 0.0
  private var started = 0.0
  private var last = (share: 0.0, time: 0.0, moment: ContinuousClock.now)

  func begin() {
    started = ProcessorTime.now
    last = (-1, started, .now)
  }

  func note(_ share: Double) {
    let (time, moment) = (ProcessorTime.now, ContinuousClock.now)
    // Between the first question to the tagger and the last answer the shares are small and growing.
    if last.share >= 0, share < 0.9001, share > last.share { tagging += time - last.time }
    longestPause = max(longestPause, (moment - last.moment) / .milliseconds(1))
    last = (share, time, moment)
  }

  func end() { all += ProcessorTime.now - started }
}

/// The processor time of this process, on all its threads, in seconds.
private enum ProcessorTime {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
