import Foundation
import HearsayModel

/// Marks as a list to be read: by status, as the work goes, and by article within each.
func marksList(of marks: [Mark], options: TextOptions) -> String {
  guard !marks.isEmpty else { return "No marks.\n" }
  let options = TextOptions(width: max(20, options.width), signs: options.signs)
  let parts = Mark.Status.allCases.compactMap { status in
    let ofStatus = marks.filter { $0.status == status }
    return ofStatus.isEmpty ? nil : part(status, ofStatus, options: options)
  }
  return parts.joined(separator: "\n\n") + "\n"
}

private func part(_ status: Mark.Status, _ marks: [Mark], options: TextOptions) -> String {
  var articles: [Article.ID] = []
  for mark in marks where !articles.contains(mark.article) { articles.append(mark.article) }
  let groups = articles.map { article in
    let ofArticle = marks.filter { $0.article == article }
      .sorted { ($0.anchor.span, $0.created) < ($1.anchor.span, $1.created) }
    return heading(of: ofArticle[0], options: options)
      + ofArticle.map { MarkText($0, options: options).lines(indent: "    ", withSourcing: true) }
      .joined(by: [""])
  }
  return (["\(status.rawValue) (\(marks.count))", ""] + groups.joined(by: [""]))
    .joined(separator: "\n")
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

  init(_ mark: Mark, options: TextOptions) {
    self.mark = mark
    self.options = options
    signs = Signs(options.signs)
  }

  /// The words, who said them and how that was sourced, the note, the tags, and when it was made.
  ///
  /// - Parameter withSourcing: whether to say who and how; not where that is said beside it.
  func lines(indent: String, withSourcing: Bool) -> [String] {
    let inner = indent + "  "
    var lines = wrapped(mark.anchor.exact, behind: "\(indent)\(signs.mark) ", width: options.width)
    if withSourcing { lines += sourcing(indent: inner) }
    for (index, line) in mark.note.split(separator: "\n").enumerated() {
      lines += wrapped(
        String(line), behind: inner + (index == 0 ? "note: " : "      "), width: options.width)
    }
    for evidence in mark.evidence {
      lines += wrapped(evidence.text, behind: inner + "evidence: ", width: options.width)
    }
    let priority = mark.priority == .normal ? [] : ["\(mark.priority.rawValue) priority"]
    let due = mark.due.map { ["due \(dayWords($0))"] } ?? []
    let tags = mark.tags.map {
      "#" + $0.split(whereSeparator: \.isWhitespace).joined(separator: "-")
    }
    return lines
      + listed(
        [mark.status.rawValue] + priority + due + tags + [made], behind: inner, width: options.width
      )
  }

  private func sourcing(indent: String) -> [String] {
    let snapshot = mark.snapshot
    let manner = snapshot.manner.map { "\($0.sign(in: options.signs))" } ?? ""
    let start = "\(indent)\(manner)\(snapshot.naming.sign(in: options.signs)) "
    let said = snapshot.cue.map { " (\($0))" } ?? ""
    var lines = wrapped((snapshot.source ?? "nobody") + said, behind: start, width: options.width)
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
    func day(_ date: Date) -> String {
      dayWords(date.formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day()))
    }
    let made = "marked \(day(mark.created))"
    let changed = day(mark.modified)
    return changed == day(mark.created) ? made : "\(made), changed \(changed)"
  }
}
