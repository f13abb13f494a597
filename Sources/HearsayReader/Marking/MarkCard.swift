import HearsayModel
import HearsayScreen

/// Everything that is kept of one mark, in rows; some of them can be changed.
struct MarkCard {
  /// Something that can be changed, or done.
  enum Field: Hashable {
    case confirmWords, loseWords, status, priority
    case typed(MarkField)
  }

  /// A row, of several lines where its words are long.
  struct Row {
    var field: Field?
    var lines: [Line]
  }

  private(set) var rows: [Row] = []
  private let mark: Mark
  private let look: Look
  private let keys: KeyMap
  private let surroundings: Surroundings
  private let today: Day
  private let columns: Int
  /// What stands at the mark's place now, where that is in the open article.
  private let now: String?

  /// The column in which values begin.
  private static let indent = 12

  init(
    _ mark: Mark, in reading: Reading?, look: Look, keys: KeyMap, surroundings: Surroundings,
    columns: Int
  ) {
    self.mark = mark
    self.look = look
    self.keys = keys
    self.surroundings = surroundings
    today = surroundings.today()
    self.columns = max(8, columns)
    now = reading.flatMap { reading in
      guard mark.drift != nil, let span = mark.span(in: reading.article.id) else { return nil }
      return reading.article.text[span.clipped(to: reading.article.text.count)]
    }
    rows = words + follow + notes + evidence + sourcing
  }

  /// What can be changed, in order.
  var fields: [Field] { rows.compactMap(\.field) }

  var lineCount: Int { rows.reduce(0) { $0 + $1.lines.count } }
}

// MARK: - What was marked

extension MarkCard {
  private func row(_ lines: [Line], _ field: Field? = nil) -> Row {
    Row(field: field, lines: lines)
  }
  private var gap: Row { row([Line()]) }

  private func wrapped(_ text: String, _ role: Theme.Role) -> [Line] {
    Line.wrapped(text, look[role], after: .init(text: "  ", style: .plain), columns: columns)
  }

  /// What is the matter with the words, or the words alone.
  private var words: [Row] {
    switch mark.drift?.place {
    case .changed: return changed
    case .lost(let loss): return lost(loss)
    default: return [row(said(mark.saying(limit: 2_000).text(in: look.signSet))), gap]
    }
  }

  /// The words, cut where they would push everything else off the screen.
  private func said(_ words: String) -> [Line] {
    let lines = wrapped(MarkLines.flat(words, limit: 2_000), .text)
    guard lines.count > 6 else { return lines }
    var kept = Array(lines.prefix(6))
    kept[5] = kept[5].adding(" \(look.signs.ellipsis)", look[.quiet])
    return kept
  }

  private var changed: [Row] {
    let flag = look.signs.highFlag
    let head = Line("  \(flag) ", look[.flag]).adding(
      "The words have changed since they were marked.", look[.strong])
    let both = SideBySide(
      before: mark.anchor.exact, after: now ?? "", look: look, columns: columns - 2)
    return [
      row([head, Line()]),
      row(both.lines.map { Line([.init(text: "  ", style: .plain)] + $0.left) }),
      gap,
      row([doing("same claim in new words: mark what it says now", .confirmWords)], .confirmWords),
      row([doing("a different claim: the mark is lost", .loseWords)], .loseWords),
      gap,
    ]
  }

  private func doing(_ words: String, _ action: Action) -> Line {
    var line = Line("  ").adding(words, look[.row])
    line.right = [.init(text: " \(keys.name(of: action, in: .card) ?? "") ", style: look[.hintKey])]
    return line
  }

  /// Lost words with what stood around them: all there is to look for them by.
  private func lost(_ loss: Mark.Place.Loss) -> [Row] {
    let place = Mark.Place.lost(loss)
    let head = Line("  \(look.signs.highFlag) ", look[.flag])
      .adding("This mark is \(place.words).", look[.strong])
    let around =
      "\(look.signs.ellipsis)\(MarkLines.flat(mark.anchor.prefix, limit: 200)) "
      + "[\(MarkLines.flat(mark.anchor.exact, limit: 2_000))] "
      + "\(MarkLines.flat(mark.anchor.suffix, limit: 200))\(look.signs.ellipsis)"
    let back =
      keys.name(of: .openDetail, in: .marks).map {
        ["In the list of marks \($0) opens the version it was made on."]
      }
      ?? []
    return [row([head, Line()]), row(wrapped(around, .text))]
      + back.map { row(wrapped($0, .quiet)) } + [gap]
  }
}

// MARK: - How far it has come

extension MarkCard {
  private func field(
    _ name: String, _ value: [Line.Part], _ field: Field, _ action: Action? = nil
  ) -> Row {
    let label = name + String(repeating: " ", count: max(1, Self.indent - 2 - name.count))
    var line = Line("  ").adding(label, look[.quiet])
    line.left += value
    if let key = action.flatMap({ keys.name(of: $0, in: .card) }) {
      line.right = [.init(text: " \(key) ", style: look[.hintKey])]
    }
    return row([line], field)
  }

  private var follow: [Row] {
    let isOverdue = mark.isOverdue(on: today)
    var due: [Line.Part] = []
    if let day = mark.dueDay {
      let distance = day.distanceWords(from: today)
      let words = isOverdue ? "overdue: \(distance)" : distance
      if isOverdue { due.append(.init(text: "\(look.signs.highFlag) ", style: look[.flag])) }
      // Where there is little room, how far away it is says more than the day.
      let long = "\(day.longWords) · \(words)"
      let fits = SafeText.width(of: long) <= columns - Self.indent - 6
      due.append(
        .init(
          text: fits ? long : "\(words) · \(day.shortWords(in: today.year))",
          style: look[isOverdue ? .flag : .row]))
    } else {
      due = [value(mark.due ?? "", none: "no day")]
    }
    let tags = mark.tags.joined(separator: ", ")
    let statusStyle = look[mark.status.isOpen ? .mark : .strong]
    return [
      field("status", [.init(text: mark.status.rawValue, style: statusStyle)], .status, .setStatus),
      field(
        "priority",
        [.init(text: mark.priority.rawValue, style: look[mark.priority == .high ? .strong : .row])],
        .priority, .setPriority),
      field("due", due, .typed(.due), .setDue),
      field("tags", [value(tags, none: "none")], .typed(.tags), .setTags),
      gap,
    ]
  }

  private func value(_ text: String, none: String) -> Line.Part {
    .init(text: text.isEmpty ? none : text, style: look[text.isEmpty ? .quiet : .row])
  }

  private var notes: [Row] {
    mark.notes.enumerated().map { place, note in
      dated(
        note.text, surroundings.day(note.written), .typed(.note(place)),
        name: place == 0 ? "notes" : "")
    } + [
      field(
        mark.notes.isEmpty ? "notes" : "", [.init(text: "add a note", style: look[.quiet])],
        .typed(.note(nil)), .addNote)
    ]
  }

  private var evidence: [Row] {
    mark.evidence.enumerated().map { place, evidence in
      dated(
        evidence.text, surroundings.day(evidence.added), .typed(.evidence(place)),
        name: place == 0 ? "evidence" : "")
    } + [
      field(
        mark.evidence.isEmpty ? "evidence" : "",
        [.init(text: "add an address, or how you checked it", style: look[.quiet])],
        .typed(.evidence(nil)), .addEvidence),
      gap,
    ]
  }

  /// `notes     20 Nov  Which of the two contracts?`
  private func dated(_ text: String, _ day: Day, _ field: Field, name: String) -> Row {
    let label = "  " + name + String(repeating: " ", count: max(1, Self.indent - 2 - name.count))
    let when = day.shortWords(in: today.year)
    let date = when + String(repeating: " ", count: max(1, 8 - when.count))
    let lines = text.split(whereSeparator: \.isNewline).enumerated().flatMap { index, part in
      Line.wrapped(
        String(part), look[.row],
        after: .init(
          text: index == 0 ? label + date : String(repeating: " ", count: (label + date).count),
          style: look[.quiet]),
        columns: columns)
    }
    return row(lines.isEmpty ? [Line(label + date, look[.quiet])] : lines, field)
  }
}

// MARK: - As it was sourced

extension MarkCard {
  private var sourcing: [Row] {
    let snapshot = mark.snapshot
    let signs = look.signs
    let naming = snapshot.naming
    let manner = snapshot.manner.map { "\($0.sign(in: look.signSet))" } ?? ""
    let cue = snapshot.cue.map { " (\(MarkLines.flat($0, limit: 80)))" } ?? ""
    let stance = snapshot.stance?.words
    var facts: [(String, String)] = [
      (
        "said by",
        "\(manner)\(naming.sign(in: look.signSet)) \(snapshot.speaker)\(cue)"
      )
    ]
    facts += snapshot.otherSources.map { [("also by", $0.joined(separator: ", "))] } ?? []
    let how = [stance, snapshot.manner?.words, naming.words, snapshot.kind.words].compactMap(\.self)
    facts.append(("", how.joined(separator: " · ")))
    if snapshot.chain.count > 1 {
      facts.append(("came by", snapshot.chain.joined(separator: signs.hop)))
    }
    for (index, flag) in snapshot.flags.filter({ $0.level >= .medium }).enumerated() {
      let sign = flag.level == .high ? "\(signs.highFlag) " : ""
      facts.append((index == 0 ? "flags" : "", sign + flag.words))
    }
    if let former = snapshot.formerWords {
      facts.append(("was", MarkLines.flat(former, limit: 600)))
    }
    let article = [snapshot.articleTitle, snapshot.publisher, snapshot.published.map(dayWords)]
    facts.append(("in", article.compactMap(\.self).joined(separator: " · ")))
    if let location = snapshot.location { facts.append(("", location)) }
    let made = surroundings.day(mark.created).shortWords(in: today.year)
    let changed = surroundings.day(mark.modified).shortWords(in: today.year)
    facts.append(("marked", made == changed ? made : "\(made) · changed \(changed)"))
    let lines = facts.filter { !$0.1.isEmpty }.flatMap { name, words in
      let label = "  " + name + String(repeating: " ", count: max(1, Self.indent - 2 - name.count))
      return Line.wrapped(
        words, look[.row], after: .init(text: label, style: look[.quiet]), columns: columns)
    }
    return [row([Line("  when it was marked", look[.strong])]), row(lines)]
  }
}
