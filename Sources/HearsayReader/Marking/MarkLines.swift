import HearsayModel
import HearsayScreen

/// A mark in two or three rows of the list.
struct MarkLines {
  let mark: Mark
  /// The open article.
  let reading: Reading?
  let look: Look
  let surroundings: Surroundings
  let columns: Int

  /// Status, who said it and what presses; what was marked; what it says now, or what was last written.
  func lines(isTight: Bool) -> [Line] {
    var said = Line(indent, look[.quiet]).adding(mark.saying(limit: 400), look[.quiet], look: look)
    // Where there is little room the first row is for what presses.
    if columns < 100 { said.right = title }
    return [head, said] + (isTight ? [] : [last].compactMap(\.self))
  }

  private var indent: String { String(repeating: " ", count: columns >= 60 ? 15 : 4) }

  private var head: Line {
    let status = mark.status.rawValue
    let width = columns >= 60 ? 13 : status.count + 1
    let pad = String(repeating: " ", count: max(1, width - status.count))
    let manner = mark.snapshot.manner.map { String($0.sign(in: look.signSet)) } ?? " "
    let naming = mark.snapshot.naming.sign(in: look.signSet)
    let who = mark.snapshot.speaker
    let others = mark.snapshot.otherSources.map { " and \($0.count) more" } ?? ""
    var line = Line("  ").adding(status + pad, mark.status.isOpen ? look[.mark] : look[.quiet])
    // What presses comes first where there is little room for names.
    let name = columns >= 60 ? cut(who, to: max(16, columns * 2 / 5), ellipsis: ellipsis) : who
    let facts = facts
    if columns < 60 { for fact in facts { line = line.adding(fact.text + " ", fact.style) } }
    line = line.adding("\(manner)\(naming) \(name)\(others)", look[.row])
    if columns >= 60 {
      for fact in facts { line = line.adding(" · ", look[.quiet]).adding(fact.text, fact.style) }
    }
    if columns >= 100 { line.right = title }
    return line
  }

  private var title: [Line.Part] {
    let title = mark.snapshot.articleTitle ?? mark.snapshot.location ?? ""
    guard !title.isEmpty else { return [] }
    let short = cut(title, to: max(8, columns / 4), ellipsis: ellipsis)
    return [.init(text: short + " ", style: look[.quiet])]
  }

  private var ellipsis: String { look.signs.ellipsis }

  /// `! overdue 3 days`, `high`, `on changed words`, `#money`
  private var facts: [Line.Part] {
    var facts: [Line.Part] = []
    let today = surroundings.today()
    if !mark.isKept {
      facts.append(.init(text: "\(look.signs.unkept) not kept", style: look[.flag]))
    }
    if let words = mark.dueWords(on: today) {
      let isOverdue = mark.isOverdue(on: today)
      let isToday = mark.status.isOpen && mark.dueDay == today
      let sign = isOverdue ? "\(look.signs.highFlag) " : ""
      facts.append(
        .init(text: sign + words, style: look[isOverdue ? .flag : isToday ? .caution : .quiet]))
    }
    if mark.priority != .normal {
      facts.append(
        .init(
          text: "\(mark.priority.rawValue) priority",
          style: look[mark.priority == .high ? .strong : .quiet]))
    }
    if let place = mark.drift?.place {
      let isPressing = place.isChanged || place.isLost
      let sign = isPressing ? "\(look.signs.highFlag) " : ""
      facts.append(
        .init(text: sign + place.shortWords, style: look[isPressing ? .flag : .quiet]))
    }
    facts += mark.tags.prefix(Mark.mostTags).map { .init(text: "#\($0)", style: look[.quiet]) }
    return facts
  }

  private var last: Line? {
    if mark.isOnChangedWords, let reading, let span = mark.span(in: reading.article.id) {
      let now = reading.article.text[span.clipped(to: reading.article.text.count)]
      return Line(indent, look[.row]).adding("now: ", look[.caution])
        .adding(Self.flat(now, limit: 400), look[.row])
    }
    guard let note = mark.notes.last else { return nil }
    let day = surroundings.day(note.written).shortWords(in: surroundings.today().year)
    return Line("\(indent)\(look.signs.mark) \(day): ", look[.quiet])
      .adding(Self.flat(note.text, limit: 400), look[.row])
  }

  /// A mark in one line, beside the words it is on: *todo · overdue 3 days · high priority: ask her (tender)*.
  static func summary(of mark: Mark, today: Day) -> String {
    let priority = mark.priority == .normal ? nil : "\(mark.priority.rawValue) priority"
    let kept = mark.isKept ? nil : "not kept"
    let facts = [kept, mark.status.rawValue, mark.dueWords(on: today), priority].compactMap(\.self)
    let notes = mark.notes.map { flat($0.text, limit: 1_000) }.joined(separator: " · ")
    let tags = mark.tags.isEmpty ? "" : " (\(mark.tags.joined(separator: ", ")))"
    return facts.joined(separator: " · ") + (notes.isEmpty ? "" : ": \(notes)") + tags
  }

  /// Words on one line.
  static func flat(_ text: String, limit: Int) -> String {
    text.prefix(limit).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Mark.Place {
  /// What has become of the words, in a row of the list.
  var shortWords: String {
    switch self {
    case .unmoved, .moved: words
    case .changed: "on changed words"
    case .lost(.gone): "lost: its words are gone"
    case .lost(.ambiguous): "lost: two places are equally likely"
    case .lost(.otherSource): "lost: somebody else says this now"
    case .lost(.refused): "lost: you said so"
    }
  }
}
