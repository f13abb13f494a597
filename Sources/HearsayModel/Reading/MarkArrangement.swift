/// By what marks stand together in a list, and so in what order.
public enum MarkArrangement: String, CaseIterable, Hashable, Sendable {
  case status, due, priority, source, tag, article

  /// The next one, and from the last on the first.
  public var next: MarkArrangement {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + 1) % all.count]
  }
}

/// Marks that stand together.
public struct MarkGroup: Hashable, Sendable {
  /// What they have in common.
  public var title: String
  /// In order: the sooner due first, then the weightier, then as they are read.
  public var marks: [Mark]
}

extension MarkArrangement {
  /// Marks in groups, none of them empty.
  ///
  /// A mark with several tags stands in the group of each.
  ///
  /// - Parameters:
  ///   - today: what is overdue depends on it; without it nothing is.
  ///   - article: the marks on this one stand before others that are due as soon and weigh as much.
  public func groups(
    of marks: [Mark], today: Day?, first article: Article.ID? = nil
  ) -> [MarkGroup] {
    let sorted = marks.map { ($0, SortKey($0, first: article)) }.sorted { $0.1 < $1.1 }.map(\.0)
    var places: [GroupKey: Int] = [:]
    var groups: [(key: GroupKey, group: MarkGroup)] = []
    for mark in sorted {
      for key in keys(of: mark, today) {
        if let place = places[key] {
          groups[place].group.marks.append(mark)
        } else {
          places[key] = groups.count
          groups.append((key, MarkGroup(title: key.title, marks: [mark])))
        }
      }
    }
    return groups.sorted { $0.key < $1.key }.map(\.group)
  }

  /// Marks in the order of their groups, each once.
  public func sorted(_ marks: [Mark], today: Day?) -> [Mark] {
    var seen: Set<Mark.ID> = []
    return groups(of: marks, today: today).flatMap(\.marks).filter { seen.insert($0.id).inserted }
  }

  private func keys(of mark: Mark, _ today: Day?) -> [GroupKey] {
    switch self {
    case .status:
      return [GroupKey(Mark.Status.allCases.firstIndex(of: mark.status) ?? 0, mark.status.rawValue)]
    case .due: return [Self.dueKey(of: mark, today)]
    case .priority:
      let place = Mark.Priority.allCases.firstIndex(of: mark.priority) ?? 0
      return [GroupKey(place, "\(mark.priority.rawValue) priority")]
    case .source:
      return [mark.snapshot.source.map { GroupKey(0, $0) } ?? GroupKey(1, "nobody")]
    case .tag:
      let tags = mark.tags.prefix(Mark.mostTags).filter { !$0.isEmpty }
      return tags.isEmpty ? [GroupKey(1, "no tag")] : tags.map { GroupKey(0, $0) }
    case .article:
      let title =
        mark.snapshot.articleTitle ?? mark.snapshot.location ?? "an article without a title"
      return [
        GroupKey(0, [title, mark.snapshot.publisher].compactMap(\.self).joined(separator: " · "))
      ]
    }
  }

  private static func dueKey(of mark: Mark, _ today: Day?) -> GroupKey {
    guard mark.status.isOpen else { return GroupKey(5, "done") }
    guard let day = mark.dueDay else { return GroupKey(4, "no day") }
    guard let today else { return GroupKey(3, "with a day") }
    switch day.days(since: today) {
    case ..<0: return GroupKey(0, "overdue")
    case 0: return GroupKey(1, "due today")
    case 1...7: return GroupKey(2, "due within a week")
    default: return GroupKey(3, "due later")
    }
  }
}

/// What a group is told from others by, and where it stands among them.
private struct GroupKey: Hashable, Comparable {
  let place: Int
  let title: String

  init(_ place: Int, _ title: String) {
    self.place = place
    self.title = title
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.place, left.title.lowercased(), left.title)
      < (right.place, right.title.lowercased(), right.title)
  }
}

/// Where a mark stands in its group.
private struct SortKey: Comparable {
  private let due: String
  private let places: [Int]
  private let article: String
  private let start: Int
  private let name: String

  init(_ mark: Mark, first article: Article.ID?) {
    // What is done is not waited for; "~" is after all figures.
    due = mark.status.isOpen ? mark.due ?? "~" : "~"
    let isHere = article.map { mark.article == $0 || mark.drift?.article == $0 } ?? false
    places = [Mark.Priority.allCases.firstIndex(of: mark.priority) ?? 0, isHere ? 0 : 1]
    self.article = (mark.snapshot.articleTitle ?? "") + mark.article
    start = article.flatMap { mark.span(in: $0)?.start } ?? mark.anchor.start
    name = mark.id.uuidString
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.due != right.due { return left.due < right.due }
    if left.places != right.places { return left.places.lexicographicallyPrecedes(right.places) }
    return (left.article, left.start, left.name) < (right.article, right.start, right.name)
  }
}

extension MarkArrangement {
  /// What is said when marks are arranged so.
  public var words: String {
    switch self {
    case .status: "by status"
    case .due: "by due day"
    case .priority: "by priority"
    case .source: "by source"
    case .tag: "by tag"
    case .article: "by article"
    }
  }
}
