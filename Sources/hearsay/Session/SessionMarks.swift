import Dispatch
import Foundation
import HearsayModel
import Synchronization

/// The marks of a session, and where those of earlier versions of the open article stand in it.
///
/// A mark keeps the words and the version it was made on, whatever becomes of the text; the reader is told beside
/// it where the words are now. Looking for that place happens in the background.
final class SessionMarks: BackgroundJob {
  private let queue = DispatchQueue(label: "hearsay.marks", qos: .userInitiated)
  /// Called, from the background, when marks are elsewhere than before.
  private let changed: @Sendable () -> Void
  private let state = Mutex(State())

  /// What is known now.
  private struct State {
    /// As they were made, in the order in which they were made.
    var marks: [Mark] = []
    /// The open article.
    var article: Article.ID?
    /// Where marks on its earlier versions stand in it.
    var places: [Mark.ID: Mark.Place] = [:]
    var finder: AnchorFinder?
  }

  init(changed: @escaping @Sendable () -> Void) { self.changed = changed }
}

extension SessionMarks {
  /// Waits until all marks have been looked for.
  func finish() { queue.sync {} }
}

// MARK: - Marks as they were made

extension SessionMarks {
  /// Takes all marks of the library.
  func take(_ marks: [Mark]) { state.withLock { $0.marks = marks } }

  /// Takes a mark that is new or changed.
  ///
  /// - Returns: the mark as it is to be kept.
  func keep(_ mark: Mark) -> Mark {
    state.withLock { state in
      // The reader of the article may have said what to think of its place.
      if mark.article == state.article {
        state.places[mark.id] = nil
      } else if let drift = mark.drift, drift.article == state.article {
        state.places[mark.id] = drift.place
      }
      var mark = mark
      mark.drift = nil
      mark.isKept = true
      if let index = state.marks.firstIndex(where: { $0.id == mark.id }) {
        state.marks[index] = mark
      } else {
        state.marks.append(mark)
      }
      return mark
    }
  }

  /// Where the article of some mark was found, as the mark has it.
  func location(of article: Article.ID) -> String? {
    state.withLock { state in
      state.marks.lazy.filter { $0.article == article }.compactMap(\.snapshot.location).first
    }
  }

  /// Forgets a mark.
  func remove(_ id: Mark.ID) {
    state.withLock { state in
      state.marks.removeAll { $0.id == id }
      state.places[id] = nil
    }
  }
}

// MARK: - Marks as they are shown

extension SessionMarks {
  /// All marks, those of earlier versions of the open article with where they are in it.
  var shown: [Mark] {
    state.withLock { state in
      state.marks.map { mark in
        guard let article = state.article, let place = state.places[mark.id] else { return mark }
        var mark = mark
        mark.drift = Mark.Drift(place, in: article)
        return mark
      }
    }
  }

  /// Looks for the marks of earlier versions in the article that is now open.
  ///
  /// - Parameters:
  ///   - analysis: what is known of the article; with it, marks are not put on another source's words.
  ///   - facts: what the library knows of the articles of the marks.
  func open(
    _ article: Article, analysis: Analysis? = nil,
    facts: @escaping @Sendable (Article.ID) -> Article?
  ) {
    state.withLock { state in
      guard state.article != article.id else { return }
      state.article = article.id
      state.places = [:]
      state.finder = nil
    }
    queue.async { [self] in look(in: article, analysis: analysis, facts: facts) }
  }

  private func look(
    in article: Article, analysis: Analysis?, facts: (Article.ID) -> Article?
  ) {
    let marks = state.withLock { $0.article == article.id ? $0.marks : [] }
    var isEarlier: [Article.ID: Bool] = [article.id: false]
    let earlier = marks.filter { mark in
      if let known = isEarlier[mark.article] { return known }
      let answer = mark.isOnEarlierVersion(of: article, known: facts(mark.article))
      isEarlier[mark.article] = answer
      return answer
    }
    guard !earlier.isEmpty else { return }
    let finder = state.withLock { $0.finder } ?? AnchorFinder(article.text)
    let places = earlier.map { mark -> (Mark.ID, Mark.Place) in
      let isRefused = mark.refusedIn.contains(article.id)
      return (mark.id, isRefused ? .lost(.refused) : finder.place(of: mark, in: analysis))
    }
    let isNew = state.withLock { state in
      guard state.article == article.id else { return false }
      // Some may have been settled while they were looked for.
      let settled = Set(state.marks.lazy.filter { $0.article == article.id }.map(\.id))
      let new = Dictionary(places.filter { !settled.contains($0.0) }) { first, _ in first }
      defer { (state.places, state.finder) = (new, finder) }
      return state.places != new
    }
    if isNew { changed() }
  }

  /// What has become of the marks of earlier versions, in a sentence; `nil` where there are none.
  var sentence: String? {
    let places = state.withLock { Array($0.places.values) }
    guard !places.isEmpty else { return nil }
    let counts = [
      (places.count(where: \.isUnmoved), "unmoved"), (places.count(where: \.isMoved), "moved"),
      (places.count(where: \.isChanged), "on changed words"),
      (places.count(where: \.isLost), "without a place"),
    ].filter { $0.0 > 0 }
    let marks = places.count == 1 ? "1 mark" : "\(places.count) marks"
    return "\(marks) of an earlier version: "
      + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}

// MARK: - Of one place

extension Mark.Place {
  fileprivate var isUnmoved: Bool { if case .unmoved = self { true } else { false } }
  fileprivate var isMoved: Bool { if case .moved = self { true } else { false } }
}
