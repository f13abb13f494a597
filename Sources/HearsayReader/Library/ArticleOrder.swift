/// In what order the list of articles stands.
package enum ArticleOrder: String, CaseIterable, Hashable, Sendable {
  /// As they came: files as they were named, the library with what was read last first.
  case given
  case published, title, publisher
  /// What was never opened first, then what was only begun.
  case unread
  case unnamed, flags, marks

  /// In words, for the heading of the list.
  var words: String {
    switch self {
    case .given: "in the order given"
    case .published: "newest first"
    case .title: "by title"
    case .publisher: "by publisher"
    case .unread: "unread first"
    case .unnamed: "most unnamed first"
    case .flags: "most grave flags first"
    case .marks: "most marks first"
    }
  }

  /// The one that follows when they are gone through.
  var next: ArticleOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

extension ArticleOrder {
  /// The places of the entries in this order; what is equal stays as it came.
  ///
  /// - Parameter marks: how many marks each has.
  func places(of entries: [Entry], marks: (Entry) -> Int) -> [Int] {
    func sorted<Key: Comparable>(_ key: (Entry) -> Key) -> [Int] {
      let keys = entries.map(key)
      return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
    switch self {
    case .given: return Array(entries.indices)
    case .published:
      // Days as they are written sort themselves; what has none comes last.
      let days = entries.map { $0.published ?? "" }
      return days.indices.sorted { days[$0] == days[$1] ? $0 < $1 : days[$0] > days[$1] }
    case .title: return sorted { $0.title.lowercased() }
    case .publisher: return sorted { $0.publisher?.lowercased() ?? "\u{10FFFF}" }
    case .unread: return sorted { $0.progress.rank }
    case .unnamed: return sorted { -($0.figures?.unnamedShare ?? -1) }
    case .flags: return sorted { -($0.figures?.grave ?? -1) }
    case .marks: return sorted { -marks($0) }
    }
  }
}

extension Entry.Progress {
  /// What wants to be read most comes first.
  fileprivate var rank: Int {
    switch self {
    case .new: 0
    case .begun: 1
    case .readThrough: 2
    }
  }
}
