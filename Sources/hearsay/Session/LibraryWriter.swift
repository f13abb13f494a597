import Dispatch
import Foundation
import HearsayModel
import HearsayStore
import Synchronization

/// Keeps what was read, in the background; marks at once.
///
/// The library is opened while the first article is already being read. Where it cannot be opened the
/// session goes on without one, and everything that is not kept is said to be not kept.
final class LibraryWriter: BackgroundJob {
  /// Says a sentence to the reader.
  private let tell: @Sendable (String) -> Void
  /// Called, from the background, when something is kept that could not be kept before.
  private let kept: @Sendable () -> Void
  /// Saves happen here, one after the other: an article before what belongs to it.
  private let queue = DispatchQueue(label: "hearsay.library")
  private let opened = DispatchGroup()
  private let library = Mutex(Library.unopened)
  /// The last place that was not saved yet.
  private let place = Mutex(Place())
  /// Said once is enough for what happens with every key.
  private let told = Mutex(Told())
  /// What could not be kept. Locked while any of it is saved, so that an older state never follows a newer one.
  private let unkept = Mutex(Unkept())

  private let open: @Sendable () throws -> Store

  /// Keeps what is read in the library that is opened in the background.
  ///
  /// - Parameter atOnce: whether it is opened now, and not by ``openLibrary()``.
  init(
    opening open: @escaping @Sendable () throws -> Store, atOnce: Bool = true,
    kept: @escaping @Sendable () -> Void = {}, tell: @escaping @Sendable (String) -> Void
  ) {
    self.tell = tell
    self.kept = kept
    self.open = open
    opened.enter()
    if atOnce { openLibrary() }
  }

  /// Opens the library, in the background. To be called once.
  func openLibrary() {
    queue.async { [self] in
      let opening = Library(opening: open)
      library.withLock { $0 = opening }
      opened.leave()
      if case .missing(let problem) = opening { sayOnce(problem.sentence) }
    }
  }
}

// Structures of their own, because the runtime takes longer to make sure of `Mutex<Set<String>>` and its like than the first
// words take to be drawn.
extension LibraryWriter {
  /// The library, as far as it has come.
  private enum Library {
    case unopened
    case open(Store)
    case missing(KeepingProblem)

    init(opening open: () throws -> Store) {
      do { self = .open(try open()) } catch { self = .missing(KeepingProblem("\(error)")) }
    }

    func store() throws -> Store {
      switch self {
      case .open(let store): return store
      case .missing(let problem): throw problem
      case .unopened: throw KeepingProblem("…")
      }
    }
  }

  /// A place that waits to be saved.
  private struct Place {
    var waiting: (position: ReadingPosition, article: Article.ID)?
  }

  /// What was said.
  private struct Told {
    var sentences: Set<String> = []
  }
}

/// Why nothing is kept.
struct KeepingProblem: Error, CustomStringConvertible {
  var sentence: String
  var description: String { sentence }

  init(_ sentence: String) { self.sentence = sentence }
}

// MARK: - The library

extension LibraryWriter {
  /// The library as soon as it is open; `nil` where there is none, or not in time.
  func store(within seconds: Double? = nil) -> Store? {
    let deadline = seconds.map { DispatchTime.now() + $0 } ?? .distantFuture
    guard opened.wait(timeout: deadline) == .success else { return nil }
    return try? library.withLock { try $0.store() }
  }

  /// Whether it is known by then whether there is a library.
  func isOpen(within seconds: Double) -> Bool {
    opened.wait(timeout: DispatchTime.now() + seconds) == .success
  }

  /// What was read must be kept.
  var isKeeping: Bool { true }

  /// Waits until everything is on the disk that can be.
  func finish() { queue.sync {} }

  /// Waits as ``finish()`` does, and tries for the last time what could not be kept.
  ///
  /// - Returns: what is lost, a sentence for each.
  func end() -> [String] {
    queue.sync {
      openAgain()
      tryAgain()
    }
    return unkept.withLock(\.sentences)
  }
}

// MARK: - At once

extension LibraryWriter {
  /// Keeps a mark before the screen shows it. Where that fails it is tried again with the next save, and in the end.
  ///
  /// - Returns: what to say where it is not kept.
  func save(_ mark: Mark) -> String? {
    opened.wait()
    return unkept.withLock { unkept in
      let problem = now { try $0.save(mark) }
      unkept.note(mark, problem)
      return problem
    } ?? tryOthersAgain()
  }

  /// Forgets a mark before the screen does.
  ///
  /// - Returns: what to say where it is still kept.
  func removeMark(_ id: Mark.ID) -> String? {
    opened.wait()
    unkept.withLock { $0.forgetMark(id) }
    // Without a library it was never kept.
    return now(nil) { try $0.removeMark(id) } ?? tryOthersAgain()
  }

  /// Keeps a correction before the screen shows what follows from it.
  ///
  /// - Returns: what to say where it is not kept.
  func save(_ correction: Correction) -> String? {
    opened.wait()
    return unkept.withLock { unkept in
      let problem = now("This correction") { try $0.save(correction) }
      unkept.note(correction, problem)
      return problem
    } ?? tryOthersAgain()
  }

  /// Forgets a correction.
  ///
  /// - Returns: what to say where it is still kept.
  func removeCorrection(_ id: Correction.ID) -> String? {
    opened.wait()
    unkept.withLock { $0.forgetCorrection(id) }
    return now("This correction") { try $0.removeCorrection(id) } ?? tryOthersAgain()
  }

  /// - Parameter what: what is not kept without a library; `nil` where nothing need be said of that.
  private func now(_ what: String? = "This mark", _ change: (Store) throws -> Void) -> String? {
    do {
      try change(library.withLock { try $0.store() })
      return nil
    } catch let problem as KeepingProblem {
      return what.map { problem.sentence + " \($0) is not kept." }
    } catch {
      return "\(error)"
    }
  }
}

// MARK: - What could not be kept

extension LibraryWriter {
  /// Marks that are not kept as they are shown.
  var unkeptMarks: Set<Mark.ID> { unkept.withLock { Set($0.marks.map(\.id)) } }

  /// The marks of the library as they would be, had it taken all.
  func withUnkept(_ marks: [Mark]) -> [Mark] {
    let unkept = unkept.withLock(\.marks)
    let ids = Set(unkept.map(\.id))
    return marks.filter { !ids.contains($0.id) } + unkept
  }

  /// Where one thing could be kept the others may be, too.
  private func tryOthersAgain() -> String? {
    if unkept.withLock({ !$0.isEmpty }) { queue.async { [self] in tryAgain() } }
    return nil
  }

  /// Opens a library that could not be opened, where there is something to be kept in it.
  private func openAgain() {
    guard unkept.withLock({ !$0.isEmpty }) else { return }
    library.withLock { library in
      if case .missing = library { library = Library(opening: open) }
    }
  }

  /// Saves what could not be saved, until something is refused again.
  private func tryAgain() {
    guard let store = try? library.withLock({ try $0.store() }) else { return }
    var isAnyKept = false
    while (try? unkept.withLock({ try $0.keepFirst(in: store) })) ?? false { isAnyKept = true }
    if isAnyKept { kept() }
  }
}

// MARK: - In the background

extension LibraryWriter {
  /// Keeps an article that was opened.
  func save(_ article: Article) {
    let now = Date()
    later { try $0.save(article, readAt: now) }
  }

  /// Keeps an analysis; its article was kept before.
  func save(_ analysis: Analysis, correcting corrections: [Correction] = []) {
    later { try $0.save(analysis, correcting: corrections) }
  }

  /// Keeps a place; of several that come faster than the disk only the last.
  func save(_ position: ReadingPosition, of article: Article.ID) {
    let isQueued = place.withLock { place in
      // A place in another article must not be lost to this one.
      if let waiting = place.waiting, waiting.article != article {
        later { try $0.save(waiting.position, of: waiting.article) }
      }
      defer { place.waiting = (position, article) }
      return place.waiting?.article == article
    }
    guard !isQueued else { return }
    later { [self] store in
      let waiting = place.withLock { place in
        defer { place.waiting = nil }
        return place.waiting
      }
      guard let waiting else { return }
      try store.save(waiting.position, of: waiting.article)
    }
  }

  /// Keeps that the end of an article was seen.
  func noteEnd(of article: Article.ID) {
    later { try $0.noteEnd(of: article) }
  }

  /// Does something with the library, after all that was to be kept before.
  func perform(_ change: @escaping @Sendable (Store) throws -> Void) { later(change) }

  private func later(_ change: @escaping @Sendable (Store) throws -> Void) {
    queue.async { [self] in
      do {
        try change(library.withLock { try $0.store() })
        tryAgain()
      } catch is KeepingProblem {
        // Said when it could not be opened.
      } catch {
        sayOnce("\(error)")
      }
    }
  }

  private func sayOnce(_ sentence: String) {
    guard told.withLock({ $0.sentences.insert(sentence).inserted }) else { return }
    tell(sentence)
  }
}
