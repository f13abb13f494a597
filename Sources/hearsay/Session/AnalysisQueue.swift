import Dispatch
import HearsayEngine
import HearsayModel
import HearsayReader
import Synchronization

/// Analyses articles in the background, one after the other, and leaves the results in the mailbox.
///
/// An analysis that was kept by the same engine is taken from the library. Of a long text what is known so far comes
/// part by part. Nobody waits for a reading that is not wanted any more: it stops at its next look, and goes on from there
/// when it is wanted again; only what was read to the end is kept.
final class AnalysisQueue: BackgroundJob {
  private let line = WaitingLine(label: "hearsay.analysis")
  private let mailbox: Mailbox
  private let libraryWriter: LibraryWriter
  private let corrections: SessionCorrections
  private let makeEngine: @Sendable () throws -> Engine
  /// Made for the first article: its word lists take longer than a start may.
  private let engine = Mutex<Engine?>(nil)
  /// What stops the last work on each article.
  private let signs = Mutex(Signs())
  private struct Signs {
    var byArticle: [Article.ID: StopSign] = [:]
  }
  /// Called, from the background, when an article was analysed.
  private let analysed: @Sendable (AnalysisQueue) -> Void

  /// How many sections of a long text are read at most, and kept: what a person can look through in a day, and what a
  /// small machine has room for.
  static let mostSections = 16
  /// A shorter text is shown as it comes, in bytes: it takes no time to make that ready.
  private static let shortText = 100_000

  init(
    mailbox: Mailbox, libraryWriter: LibraryWriter, corrections: SessionCorrections? = nil,
    analysed: @escaping @Sendable (AnalysisQueue) -> Void = { _ in },
    engine makeEngine: @escaping @Sendable () throws -> Engine
  ) {
    self.analysed = analysed
    self.mailbox = mailbox
    self.libraryWriter = libraryWriter
    self.corrections = corrections ?? SessionCorrections(libraryWriter: libraryWriter)
    self.makeEngine = makeEngine
  }
}

/// What analyses.
struct Engine: Sendable {
  /// Who it is.
  var version: EngineVersion
  /// What a person should know of it, in one sentence.
  var notice: String?
  /// A vector for each statement of an analysis; `nil` where nobody can make them.
  var vectors: @Sendable (Analysis) -> StatementVectors? = { _ in nil }
  /// Where the sentences of an article are.
  var sentences: @Sendable (Article) -> [Span] = { _ in [] }
  /// Reads on in an article, with what was set right in it; `nil` where something is left to read.
  var read: @Sendable (Article, [Correction], Watch) -> Analysis?
}

extension AnalysisQueue {
  /// Takes an article; its analysis will be in the mailbox.
  ///
  /// - Parameters:
  ///   - place: where somebody is in it: that is read first.
  ///   - readsOn: whether what was not read yet is wanted; else what was set right is worked into what was.
  func analyze(_ article: Article, from place: Int = 0, readingOn readsOn: Bool = true) {
    let sign = sign(for: article.id)
    line.perform(under: sign) { [self] in
      var watch = watch(under: sign)
      watch.place = place
      watch.readsOn = readsOn
      do {
        try work(on: article, watch)
      } catch {
        mailbox.post(.analysisFailed(article.id, "\(error)"))
      }
    }
  }

  /// Makes sure that a correction of this article shows at once.
  func prepare(_ article: Article) {
    guard let sign = signs.withLock({ $0.byArticle[article.id] }) else { return }
    line.perform(under: sign) { [self] in
      guard let engine = try? readyEngine() else { return }
      _ = engine.read(article, corrections.made(in: article), watch(under: sign))
    }
  }

  /// Waits until everything that was asked for is in the mailbox.
  func finish() { line.finish() }

  /// Nobody waits for this analysis any more.
  func cancel(_ id: Article.ID) { signs.withLock { $0.byArticle[id]?.putUp() } }

  /// Nobody waits for anything any more.
  func cancel() { signs.withLock { $0.byArticle.values.forEach { $0.putUp() } } }

  private func watch(under sign: StopSign) -> Watch {
    var watch = Watch()
    watch.stop = sign
    watch.mostSections = Self.mostSections
    return watch
  }

  /// A new sign for an article; the work that stands under the old one is of no use any more.
  private func sign(for id: Article.ID) -> StopSign {
    let sign = StopSign()
    signs.withLock { signs in
      signs.byArticle[id]?.putUp()
      signs.byArticle[id] = sign
    }
    return sign
  }

  /// Analyses an article that nobody is looking at, and waits for it.
  ///
  /// - Returns: the analysis with the corrections that are worked into it; `nil` where it was stopped.
  /// - Throws: ``TooLong`` where it is longer than can be kept.
  func analysis(
    of article: Article, until stop: StopSign
  ) throws -> (analysis: Analysis, corrections: [Correction])? {
    try line.result(under: stop) { [self] in
      let engine = try readyEngine()
      let corrections = corrections(of: article)
      if let kept = try? libraryWriter.store(within: 1)?.analysis(
        of: article.id, by: engine.version, correcting: corrections)
      {
        return (kept, corrections)
      }
      if let analysis = engine.read(article, corrections, watch(under: stop)) {
        return (analysis, corrections)
      }
      if stop.isSeen { return nil }
      throw TooLong()
    }
  }

  /// What an article says otherwise than an earlier version of it; `nil` where that was stopped.
  func changes(
    from before: Article, to after: Article, until stop: StopSign
  ) throws -> ArticleChanges? {
    guard let old = try analysis(of: before, until: stop)?.analysis,
      let new = try analysis(of: after, until: stop)?.analysis
    else { return nil }
    let sentences = try readyEngine().sentences
    return ArticleChanges(from: (old, sentences(before)), to: (new, sentences(after)))
  }

  /// A text of which no whole analysis can be kept.
  struct TooLong: Error {}

  /// What was set right in an article.
  func corrections(of article: Article) -> [Correction] { corrections.made(in: article) }

  /// The vectors of an analysis by this engine.
  func vectors(of analysis: Analysis) -> StatementVectors? {
    guard let engine = try? readyEngine(), analysis.engine == engine.version else { return nil }
    return engine.vectors(analysis)
  }

  /// The engine, where it is ready.
  var version: EngineVersion? { engine.withLock { $0?.version } }

  private func work(on article: Article, _ asked: Watch) throws {
    let engine = try readyEngine()
    let corrections = corrections.made(in: article)
    mailbox.post(.correctionsLoaded(corrections, article.id))
    if var kept = try? libraryWriter.store(within: 1)?.analysis(
      of: article.id, by: engine.version, correcting: corrections)
    {
      // The same words, perhaps under another name.
      kept.article = article
      post(kept)
      analysed(self)
      return
    }
    var watch = asked
    var told = 0.0
    watch.progress = { [mailbox] part in
      guard part - told >= 0.01, !asked.stop.isSeen else { return }
      told = part
      mailbox.post(.analysisProgress(article.id, part))
    }
    watch.found = { [mailbox] known in
      guard !asked.stop.isSeen else { return }
      mailbox.post(.analysisPart(AnalysisPart(known.analysis, of: known.read)))
    }
    let analysis = engine.read(article, corrections, watch)
    // Whoever has put up the sign knows, and may wait for another one.
    guard !watch.stop.isSeen else { return }
    guard let analysis else {
      if watch.readsOn { mailbox.post(.analysisStopped(article.id)) }
      return
    }
    post(analysis)
    libraryWriter.save(analysis, correcting: corrections)
    analysed(self)
  }

  /// Leaves a whole analysis; a large one is made ready first, so that no key waits for that.
  private func post(_ analysis: Analysis) {
    let text = analysis.article.text
    if text.count > Self.shortText {
      mailbox.post(.analysisPart(AnalysisPart(analysis, of: [text.span])))
    }
    mailbox.post(.analysisFinished(analysis))
  }

  private func readyEngine() throws -> Engine {
    try engine.withLock { engine in
      if let engine { return engine }
      let new = try makeEngine()
      if let notice = new.notice { mailbox.post(.message(notice)) }
      engine = new
      return new
    }
  }
}
