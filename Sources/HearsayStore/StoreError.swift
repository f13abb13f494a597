public import HearsayPatterns

/// Why the library could not be opened, read or changed.
///
/// Carries the facts; ``description`` finds the words, always one true sentence.
public struct StoreError: Error, Hashable, Sendable {
  /// What is the matter with the library.
  public var reason: Reason
  /// The file of the library; `nil` for one in memory.
  public var path: String?
  /// What was being done.
  public var undertaking: Undertaking

  init(_ reason: Reason, path: String?, during undertaking: Undertaking) {
    self.reason = reason
    self.path = path
    self.undertaking = undertaking
  }

  /// What is the matter with a library.
  public enum Reason: Hashable, Sendable {
    /// The file is something else: no database, or that of another program.
    case notALibrary
    /// The file contradicts itself; the detail is SQLite's.
    case damaged(detail: String)
    /// It was written by a newer hearsay.
    case tooNew(schema: Int, known: Int)
    /// It was written by an older hearsay, and cannot be brought up to date because it may not be changed.
    case tooOld(schema: Int, known: Int)
    /// It can be read but not changed.
    case readOnly
    /// There is none yet.
    case absent
    /// It may not be opened.
    case noPermission
    /// There is no room left.
    case diskFull
    /// Another program has kept it locked for too long.
    case busy
    /// Its folder or file cannot be made; the detail is the system's.
    case cannotBeMade(detail: String)
    /// What is saved belongs to an article that the library does not have.
    case unknownArticle
    /// What was asked for is too much to be looked for in all articles.
    case takesTooLong(PatternLimit)
    /// More words are to be found than there may be.
    case tooManyWords(most: Int)
    /// Anything else, in SQLite's words.
    case failed(detail: String)
  }

  /// What was being done.
  public enum Undertaking: Hashable, Sendable {
    case opening
    case reading(Subject)
    case saving(Subject)
  }

  /// What was being read or saved.
  public enum Subject: Hashable, Sendable {
    case article, analysis, position, mark, marks, library, correction, corrections
    case subscriptions
  }
}

// MARK: - In words

extension StoreError: CustomStringConvertible {
  /// One sentence: what is the matter, and what therefore did not happen.
  public var description: String {
    switch (reason, undertaking) {
    case (.takesTooLong(let limit), _): limit.sentence
    case (.tooManyWords(let most), _): "A search has at most \(most) words."
    case (_, .opening): matter + (wasLeftAlone ? " and was left as it is" : "") + wayOut + "."
    case (_, .reading(let subject)): "\(matter): \(subject.words) could not be read\(wayOut)."
    case (_, .saving(let subject)):
      "\(matter): \(subject.words) \(subject == .subscriptions ? "were" : "was") not saved\(wayOut)."
    }
  }

  /// What can be done about it, where that is not plain.
  private var wayOut: String {
    if case .damaged = reason { "; hearsay rescue copies what can be read of it" } else { "" }
  }

  private var matter: String {
    let library = path.map { "The library at \($0)" } ?? "The library"
    return switch reason {
    case .notALibrary: "\(path ?? "The file") is not a hearsay library"
    case .damaged(let detail): "\(library) is damaged (\(detail))"
    case .tooNew(let schema, let known):
      "\(library) was written by a newer hearsay (schema \(schema)); this one knows \(known)"
    case .tooOld(let schema, let known):
      "\(library) has schema \(schema) and cannot be brought to \(known), because it is read-only"
    case .readOnly: "\(library) is read-only"
    case .absent: "There is no library\(path.map { " at \($0)" } ?? "")"
    case .noPermission:
      "There is no permission to open the library\(path.map { " at \($0)" } ?? "")"
    case .diskFull: "The disk\(path.map { " that holds \($0)" } ?? "") is full"
    case .busy: "\(library) is in use by another program"
    case .cannotBeMade(let detail): "\(library) cannot be made (\(detail))"
    case .unknownArticle: "\(library) does not have this article"
    case .takesTooLong, .tooManyWords: "Too much is asked of the library"
    case .failed(let detail): "\(library) cannot be used (\(detail))"
    }
  }

  private var wasLeftAlone: Bool {
    switch reason {
    case .notALibrary, .damaged: true
    default: false
    }
  }
}

extension StoreError.Subject {
  fileprivate var words: String {
    switch self {
    case .article: "the article"
    case .analysis: "the analysis"
    case .position: "the reading position"
    case .mark: "the mark"
    case .marks: "the list of marks"
    case .library: "the list of articles"
    case .correction: "the correction"
    case .corrections: "the list of corrections"
    case .subscriptions: "the subscriptions"
    }
  }
}
