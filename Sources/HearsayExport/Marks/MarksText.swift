import Foundation
import HearsayModel

extension MarksFormat {
  /// A list to be read, by status and article.
  public static var text: Self {
    ExportFormat(
      .text,
      about:
        "in groups (by status unless --by says otherwise), with the words, who said them, the note and where they stand"
    ) { marksList(of: $0.marks, by: $0.arrangement, today: $0.today, options: $0.options) }
  }
}

/// Marks as a list to be read: in groups, as the reader's own list has them, and by article within each.
///
/// - Parameter today: what is overdue depends on it; `nil` where that is not said.
func marksList(
  of marks: [Mark], by arrangement: MarkArrangement, today: Day?, options: TextOptions
) -> String {
  guard !marks.isEmpty else { return "No marks.\n" }
  let options = TextOptions(width: max(20, options.width), signs: options.signs)
  let groups = arrangement.groups(of: marks, today: today)
  let parts = groups.map { part($0, arrangement, today, options) }
  return parts.joined(separator: "\n\n") + "\n"
}

private func part(
  _ group: MarkGroup, _ arrangement: MarkArrangement, _ today: Day?, _ options: TextOptions
) -> String {
  // In other groups the order says what comes first; there the article follows it.
  let isByArticle = arrangement == .status || arrangement == .article
  let runs = isByArticle ? byArticle(group.marks) : runs(ofOneArticle: group.marks)
  let articles = runs.map { run in
    heading(of: run[0], options: options)
      + run.map {
        MarkText($0, options: options, today: today).lines(indent: "    ", withSourcing: true)
      }.joined(by: [""])
  }
  return (["\(flat(group.title)) (\(group.marks.count))", ""] + articles.joined(by: [""]))
    .joined(separator: "\n")
}

/// Marks in their order, those on one article that follow each other together.
private func runs(ofOneArticle marks: [Mark]) -> [[Mark]] {
  marks.reduce(into: []) { runs, mark in
    if runs.last?.last?.article == mark.article {
      runs[runs.count - 1].append(mark)
    } else {
      runs.append([mark])
    }
  }
}

private func heading(of mark: Mark, options: TextOptions) -> [String] {
  let snapshot = mark.snapshot
  let facts = [snapshot.publisher, snapshot.published.map(dayWords), snapshot.location]
  let title = snapshot.articleTitle ?? snapshot.location ?? "an article without a title"
  return wrapped(title, behind: "  ", width: options.width)
    + listed(facts.compactMap(\.self), behind: "  ", width: options.width)
}

/// One mark in lines.
struct MarkText {
  private let mark: Mark
  private let options: TextOptions
  private let signs: Signs
  /// What is overdue depends on it; `nil` where that is not said.
  private let today: Day?

  init(_ mark: Mark, options: TextOptions, today: Day? = nil) {
    self.mark = mark
    self.today = today
    self.options = options
    signs = Signs(options.signs)
  }

  /// The words, who said them and how that was sourced, the note, the tags, and when it was made.
  ///
  /// - Parameter withSourcing: whether to say who and how; not where that is said beside it.
  func lines(indent: String, withSourcing: Bool) -> [String] {
    let inner = indent + "  "
    var lines = wrapped(
      mark.saying().text(in: options.signs), behind: "\(indent)\(signs.mark) ",
      width: options.width)
    if withSourcing { lines += sourcing(indent: inner) }
    for note in mark.notes {
      var parts = note.text.split(whereSeparator: \.isNewline).map(String.init)
      if let last = parts.indices.last { parts[last] += " (\(dayHere(note.written)))" }
      for (index, part) in parts.enumerated() {
        lines += wrapped(
          part, behind: inner + (index == 0 ? "note: " : "      "), width: options.width)
      }
    }
    if let former = mark.snapshot.formerWords {
      lines += wrapped(former, behind: inner + "was: ", width: options.width)
    }
    for evidence in mark.evidence {
      lines += wrapped(evidence.text, behind: inner + "evidence: ", width: options.width)
    }
    let priority = mark.priority == .normal ? [] : ["\(mark.priority.rawValue) priority"]
    let due = mark.due.map { ["due \(dayWords($0))"] } ?? []
    let overdue = today.map { mark.isOverdue(on: $0) } ?? false ? ["\(signs.highFlag) overdue"] : []
    let tags = mark.tags.map {
      "#" + $0.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
    return lines
      + listed(
        [mark.status.rawValue] + priority + due + overdue + tags + [made], behind: inner,
        width: options.width
      )
  }

  private func sourcing(indent: String) -> [String] {
    let snapshot = mark.snapshot
    let manner = snapshot.manner.map { "\($0.sign(in: options.signs))" } ?? ""
    let start = "\(indent)\(manner)\(snapshot.naming.sign(in: options.signs)) "
    let said = snapshot.cue.map { " (\($0))" } ?? ""
    var lines = wrapped(snapshot.speaker + said, behind: start, width: options.width)
    if let others = snapshot.otherSources, !others.isEmpty {
      lines += wrapped(
        others.joined(separator: ", "), behind: "\(indent)also: ", width: options.width)
    }
    if snapshot.chain.count > 1 {
      lines += wrapped(
        snapshot.chain.joined(separator: signs.hop), behind: indent, width: options.width)
    }
    for flag in snapshot.flags where flag.level >= .medium {
      let sign = flag.level == .high ? "\(signs.highFlag)" : "-"
      lines += wrapped(flag.words, behind: "\(indent)\(sign) ", width: options.width)
    }
    return lines
  }

  private var made: String {
    let made = "marked \(dayHere(mark.created))"
    let changed = dayHere(mark.modified)
    return changed == dayHere(mark.created) ? made : "\(made), changed \(changed)"
  }

  private func dayHere(_ date: Date) -> String { dayWords(Day(date).description) }
}
