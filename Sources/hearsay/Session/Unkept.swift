import HearsayModel
import HearsayStore

/// What a person did and the library could not take: it is tried again, and said in the end where that was in vain.
struct Unkept {
  /// Marks as they should be, the oldest first.
  private(set) var marks: [Mark] = []
  /// Corrections, the oldest first.
  private(set) var corrections: [Correction] = []
  /// Why the last of them could not be kept.
  private(set) var problem = ""

  /// Whether everything is kept.
  var isEmpty: Bool { marks.isEmpty && corrections.isEmpty }

  /// Takes what came of keeping a mark.
  mutating func note(_ mark: Mark, _ problem: String?) {
    marks.removeAll { $0.id == mark.id }
    guard let problem else { return }
    marks.append(mark)
    self.problem = problem
  }

  /// Takes what came of keeping a correction.
  mutating func note(_ correction: Correction, _ problem: String?) {
    corrections.removeAll { $0.id == correction.id }
    guard let problem else { return }
    corrections.append(correction)
    self.problem = problem
  }

  /// Saves the oldest of them.
  ///
  /// - Returns: whether there was one.
  mutating func keepFirst(in store: Store) throws -> Bool {
    if let mark = marks.first {
      try store.save(mark)
      marks.removeFirst()
    } else if let correction = corrections.first {
      try store.save(correction)
      corrections.removeFirst()
    } else {
      return false
    }
    return true
  }

  /// Forgets a mark, which need not be kept any more.
  mutating func forgetMark(_ id: Mark.ID) { marks.removeAll { $0.id == id } }

  /// Forgets a correction.
  mutating func forgetCorrection(_ id: Correction.ID) { corrections.removeAll { $0.id == id } }
}

// MARK: - In words

extension Unkept {
  /// More of them are counted and not told one by one.
  private static let told = 20

  /// What is lost, a sentence for each, with the words that were marked and what was written about them; the last says why.
  var sentences: [String] {
    guard !isEmpty else { return [] }
    let marks = marks.map { mark in
      let note = mark.note.isEmpty ? "" : " with the note “\(Self.line(mark.note))”"
      return "The mark on “\(Self.line(mark.anchor.exact))”\(note) was not kept."
    }
    let corrections = corrections.map { "The correction “\(Self.line($0.words))” was not kept." }
    let all = marks + corrections
    let more = all.count > Self.told ? ["And \(all.count - Self.told) more were not kept."] : []
    return all.prefix(Self.told) + more + [problem]
  }

  private static func line(_ text: String) -> String {
    text.prefix(300).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
