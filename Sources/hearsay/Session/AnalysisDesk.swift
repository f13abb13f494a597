import Dispatch
import HearsayModel
import HearsayReader
import Synchronization

/// Analyses articles in the background, one after the other, and leaves the results in the mailbox.
///
/// An analysis that was kept by the same engine is taken from the library. One that nobody waits for any more
/// stops at the next paragraph.
final class AnalysisDesk: Sendable {
  private let queue = DispatchQueue(label: "hearsay.analysis", qos: .utility)
  private let mailbox: Mailbox
  private let keeper: Keeper
  private let proofs: Proofs
  private let makeEngine: @Sendable () throws -> Engine
  /// Made for the first article: its word lists take longer than a start may.
  private let engine = Mutex<Engine?>(nil)
  private let wanted = Mutex<Set<Article.ID>>([])
  /// Called, from the background, when an article was analysed.
  private let analysed: @Sendable (AnalysisDesk) -> Void

  init(
    mailbox: Mailbox, keeper: Keeper, proofs: Proofs? = nil,
    analysed: @escaping @Sendable (AnalysisDesk) -> Void = { _ in },
    engine makeEngine: @escaping @Sendable () throws -> Engine
  ) {
    self.analysed = analysed
    self.mailbox = mailbox
    self.keeper = keeper
    self.proofs = proofs ?? Proofs(keeper: keeper)
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
  /// Reads an article with what was set right in it, saying how far it is; `nil` when that says that nobody waits
  /// any more.
  var analyze: @Sendable (Article, [Correction], _ goesOn: (Double) -> Bool) -> Analysis?
  /// Does beforehand what a correction would wait for.
  var prepare: @Sendable (Article, _ goesOn: (Double) -> Bool) -> Void = { _, _ in }
}

extension AnalysisDesk {
  /// Takes an article; its analysis will be in the mailbox.
  func analyze(_ article: Article) {
    wanted.withLock { _ = $0.insert(article.id) }
    queue.async { [self] in
      guard isWanted(article.id) else { return }
      do {
        try work(on: article)
      } catch {
        mailbox.post(.analysisFailed(article.id, "\(error)"))
      }
    }
  }

  /// Makes sure that a correction of this article shows at once.
  func prepare(_ article: Article) {
    queue.async { [self] in
      guard isWanted(article.id), let engine = try? readyEngine() else { return }
      engine.prepare(article) { _ in isWanted(article.id) }
    }
  }

  /// Waits until everything that was asked for is in the mailbox.
  func finish() { queue.sync {} }

  /// Nobody waits for this analysis any more.
  func cancel(_ id: Article.ID) {
    wanted.withLock { _ = $0.remove(id) }
  }

  /// Nobody waits for anything any more.
  func cancelAll() { wanted.withLock { $0 = [] } }

  private func isWanted(_ id: Article.ID) -> Bool { wanted.withLock { $0.contains(id) } }

  /// Analyses an article that nobody is looking at, and waits for it.
  ///
  /// - Returns: the analysis with the corrections that are worked into it; `nil` where it was stopped.
  func analysis(
    of article: Article, goesOn: () -> Bool
  ) throws -> (analysis: Analysis, corrections: [Correction])? {
    try queue.sync {
      let engine = try readyEngine()
      let corrections = corrections(of: article)
      if let kept = try? keeper.store(within: 1)?.analysis(
        of: article.id, by: engine.version, correcting: corrections)
      {
        return (kept, corrections)
      }
      return engine.analyze(article, corrections) { _ in goesOn() }.map { ($0, corrections) }
    }
  }

  /// What was set right in an article.
  func corrections(of article: Article) -> [Correction] { proofs.corrections(of: article) }

  /// The vectors of an analysis by this engine.
  func vectors(of analysis: Analysis) -> StatementVectors? {
    guard let engine = try? readyEngine(), analysis.engine == engine.version else { return nil }
    return engine.vectors(analysis)
  }

  /// The engine, where it is ready.
  var version: EngineVersion? { engine.withLock { $0?.version } }

  private func work(on article: Article) throws {
    let engine = try readyEngine()
    let corrections = proofs.corrections(of: article)
    mailbox.post(.correctionsLoaded(corrections, article.id))
    if var kept = try? keeper.store(within: 1)?.analysis(
      of: article.id, by: engine.version, correcting: corrections)
    {
      // The same words, perhaps under another name.
      kept.article = article
      mailbox.post(.analysisFinished(kept))
      analysed(self)
      return
    }
    var told = 0.0
    let analysis = engine.analyze(article, corrections) { part in
      if part - told >= 0.01 {
        told = part
        mailbox.post(.analysisProgress(article.id, part))
      }
      return isWanted(article.id)
    }
    guard let analysis else { return }
    mailbox.post(.analysisFinished(analysis))
    keeper.save(analysis, correcting: corrections)
    analysed(self)
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
