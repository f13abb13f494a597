import HearsayModel
import HearsayScreen

/// The parts of the sourcing sheet as lines of a width; none is wider.
struct SheetSections {
  let sheet: Sheet
  let sourcing: Sourcing
  let reading: Reading
  let look: Look
  let columns: Int
  /// The headline, or what the list of articles has instead.
  let title: String

  /// How many speakers have a bar of their own.
  private static let shownSpeakers = 12
  /// How many sources are written out where a way ends.
  private static let shownEnds = 24
  /// How many conflicts are written out.
  private static let shownConflicts = 8

  private func heading(_ text: String) -> [Line] {
    [Line(), Line(cut(text, to: columns, ellipsis: look.signs.ellipsis), look[.strong])]
  }

  private func wrapped(_ text: String, _ style: Style, sign: Line.Part? = nil) -> [Line] {
    Line.wrapped(text, style, after: sign, columns: columns)
  }
}

// MARK: - Bars

extension SheetSections {
  private struct Bar {
    var label: String
    var value: Int
    /// What stands behind the bar.
    var figure: String
    var style: Style
    var sign: Character
  }

  private var times: String { look.unicode ? "×" : "x" }
  private var full: Character { look.unicode ? "█" : "#" }
  private var half: Character { look.unicode ? "▒" : "=" }
  private var low: Character { look.unicode ? "▂" : "_" }

  /// Labels, bars to one scale, and figures, each in its column; without room the bars go first.
  private func chart(_ bars: [Bar]) -> [Line] {
    let figures = bars.map { SafeText.width(of: $0.figure) }.max() ?? 0
    let labels = bars.map { SafeText.width(of: $0.label) }.max() ?? 0
    let room = max(0, columns - figures - 2)
    let bar = columns >= 36 ? max(min(16, room / 3), min(40, room - labels)) : 0
    let label = min(labels, max(1, room - bar))
    let most = max(1, bars.map(\.value).max() ?? 1)
    return bars.map { entry in
      let name = cut(entry.label, to: label, ellipsis: look.signs.ellipsis)
      let pad = String(repeating: " ", count: max(0, label - SafeText.width(of: name)) + 1)
      // What there is at all has a bar, however short.
      let length =
        entry.value == 0
        ? 0 : most * 4 <= bar ? entry.value * 4 : max(1, (entry.value * bar + most / 2) / most)
      let rest = String(
        repeating: " ",
        count: bar - min(bar, length) + 1 + figures - SafeText.width(of: entry.figure))
      return Line(name + pad, entry.style)
        .adding(String(repeating: entry.sign, count: min(bar, length)), entry.style)
        .adding(rest + entry.figure, look[.quiet])
    }
  }

  private func percent(_ words: Int) -> String {
    "\((words * 100 + sheet.counts.words / 2) / max(1, sheet.counts.words)) %"
  }
}

// MARK: - Who speaks

extension SheetSections {
  /// Title and sourcing of the article.
  func summary(columns: Int) -> [Line] {
    let facts = sourcing.analysis.sourcingWords
    let flags = sourcing.analysis.summary.flags.sorted { $0.level > $1.level }.map { flag in
      Line.wrapped(
        flag.words, look[.row],
        after: .init(
          text: flag.level == .high ? "\(look.signs.highFlag) " : "· ",
          style: look[flag.level == .high ? .flag : .quiet]), columns: columns)
    }
    let count = reading.corrections.count
    let corrected =
      count == 0
      ? []
      : Line.wrapped(
        "\(count) \(count == 1 ? "correction" : "corrections") of yours", look[.mark],
        after: .init(text: "\(look.signs.corrected) ", style: look[.mark]), columns: columns)
    let notes = reading.article.notes.flatMap { note in
      Line.wrapped(
        note.words, look[.row], after: .init(text: "· ", style: look[.quiet]), columns: columns)
    }
    let origin = [reading.article.publisher, reading.article.publishedWords].compactMap(\.self)
    return Line.wrapped(title, look[.title], columns: columns)
      + Line.facts(origin, look[.quiet], columns: columns)
      + Line.facts(facts, look[.row], columns: columns) + notes + corrected + flags.flatMap(\.self)
  }

  /// Who speaks, and how much: words of theirs, of all words of the article.
  var speakers: [Line] {
    let shown = sheet.counts.speakers.filter { $0.source != nil }
    let nobodys = nobody.map { [$0] } ?? []
    let first = shown.prefix(Self.shownSpeakers)
    let bars = (first + nobodys).map { speaker -> Bar in
      let source = speaker.source.flatMap(sourcing.analysis.source)
      let naming = source?.naming ?? .implicit
      let hue = look.hue(of: speaker.source, in: sourcing)
      let amount = speaker.amount
      return Bar(
        label: "\(naming.sign(in: look.signSet)) \(sourcing.name(of: source))"
          + (isCorrected(speaker) ? " \(look.signs.corrected)" : ""),
        value: amount.words,
        figure: "\(percent(amount.words)) · \(amount.attributions)\(times)",
        style: speaker.source == nil ? look[.quiet] : look[.row].with(hue),
        sign: speaker.source == nil ? low : full)
    }
    let others = shown.dropFirst(Self.shownSpeakers)
    let words = others.reduce(0) { $0 + $1.amount.words }
    let rest =
      others.isEmpty
      ? [] : wrapped("and \(others.count) more with \(percent(words))", look[.quiet])
    return heading("Who speaks, and how much") + chart(bars) + rest
  }

  /// What is nobody's: words handed over without a source, and sentences that nobody is credited with.
  private var nobody: SourcingSheet.Speaker? {
    let implicit =
      sheet.counts.speakers.first { $0.source == nil }?.amount ?? SourcingSheet.Amount()
    guard implicit.words + sourcing.analysis.summary.unattributedWords > 0 else { return nil }
    var amount = implicit
    amount.attributions += sourcing.analysis.unattributed.count
    amount.words += sourcing.analysis.summary.unattributedWords
    return SourcingSheet.Speaker(source: nil, amount: amount, quotedWords: 0)
  }

  /// Whether the reader has set something right in somebody or in somebody's words.
  private func isCorrected(_ speaker: SourcingSheet.Speaker) -> Bool {
    guard let corrections = sourcing.corrections, let source = speaker.source else { return false }
    return !corrections.corrections(of: source).isEmpty
      || sourcing.analysis.attributions.contains {
        $0.source == source && !corrections.corrections(of: $0).isEmpty
      }
  }

  /// Named against unnamed, in attributions.
  var namings: [Line] {
    let bars = Naming.allCases.compactMap { naming -> Bar? in
      guard let count = sheet.counts.namings[naming]?.attributions else { return nil }
      return Bar(
        label: "\(naming.sign(in: look.signSet)) \(naming.words)", value: count,
        figure: "\(count)", style: look[naming.isUnnamed ? .caution : .row],
        sign: naming == .named ? full : naming == .implicit ? low : half)
    }
    let namings = sheet.counts.namings.mapValues(\.attributions)
    let unnamed = namings.filter { $0.key.isUnnamed }.reduce(0) { $0 + $1.value }
    let named = namings[.named] ?? 0
    return heading("Named \(named), unnamed \(unnamed)") + chart(bars)
  }

  /// What nobody is credited with, by kind.
  var kinds: [Line] {
    let bars = UnattributedSentence.Kind.allCases.compactMap { kind -> Bar? in
      guard let count = sheet.kinds[kind] else { return nil }
      return Bar(
        label: kind.words, value: count, figure: "\(count)",
        style: look[kind == .event ? .caution : .quiet], sign: low)
    }
    guard !bars.isEmpty else { return [] }
    return heading("Unattributed sentences") + chart(bars)
  }
}

// MARK: - By what way, on what ground

extension SheetSections {
  /// The ways by which the words came, as a tree from the publisher on.
  var routes: [Line] {
    let head = wrapped("\(sheet.route.name) \(sheet.route.count)\(times)", look[.strong])
    return heading("How it got here") + head + branches(of: sheet.route, indent: "")
  }

  private func branches(of route: Sheet.Way, indent: String) -> [Line] {
    let (fork, last, bar) = look.unicode ? ("├ ", "└ ", "│ ") : ("+ ", "` ", "| ")
    var lines: [Line] = []
    /// A branch whose trunk goes on beside what is wrapped.
    func add(_ text: String, _ style: Style, isLast: Bool, arrow: String = "") {
      let sign = Line.Part(text: indent + (isLast ? last : fork) + arrow, style: look[.rule])
      let trunk = indent + (isLast ? "  " : bar) + String(repeating: " ", count: arrow.count)
      for (index, line) in wrapped(text, style, sign: sign).enumerated() {
        lines.append(line)
        guard index > 0, columns > trunk.count + 8 else { continue }
        lines[lines.count - 1].left[0] = .init(text: trunk, style: look[.rule])
      }
    }
    if !route.ends.isEmpty {
      var names = route.ends.prefix(Self.shownEnds).map {
        $0.count > 1 ? "\($0.name) \($0.count)\(times)" : $0.name
      }
      let more = route.ends.count - names.count
      if more > 0 { names.append("and \(more) more") }
      add(names.joined(separator: ", "), look[.row], isLast: route.through.isEmpty)
    }
    let arrow = String(look.signs.hop.drop { $0 == " " })
    for (index, next) in route.through.enumerated() {
      let isLast = index == route.through.count - 1
      add("\(next.name) \(next.count)\(times)", look[.strong], isLast: isLast, arrow: arrow)
      lines += branches(of: next, indent: indent + (isLast ? "  " : bar) + "  ")
    }
    return lines
  }

  /// Claims by what they stand on.
  var supports: [Line] {
    let bars = sheet.counts.claims.map { support, claims -> Bar in
      let isFirm = support == .document || support == .namedMultiple || support == .namedSingle
      return Bar(
        label: support.words, value: claims.count, figure: "\(claims.count)",
        style: look[isFirm ? .row : support == .unattributed ? .quiet : .caution],
        sign: isFirm ? full : support == .unattributed ? low : half)
    }
    guard !bars.isEmpty else { return [] }
    return heading("What the claims rest on") + chart(bars)
  }

  var conflicts: [Line] {
    guard !sheet.conflicts.isEmpty else { return [] }
    let shown = Array(sheet.conflicts.prefix(Self.shownConflicts))
    // What several differ from stands there once.
    let lines = shown.enumerated().flatMap { index, conflict in
      (index > 0 && shown[index - 1].first == conflict.first
        ? [] : said(conflict.first, after: "· "))
        + said(conflict.second, after: look.unicode ? "↔ " : "x ")
    }
    let more = sheet.conflicts.count - Self.shownConflicts
    return heading("Claims that differ") + lines
      + (more > 0 ? wrapped("and \(more) more", look[.quiet]) : [])
  }

  /// `4 (the MP): Baghdad has welcomed …`
  private func said(_ index: Int, after sign: String) -> [Line] {
    let item = sourcing.items[index]
    let words = cut(
      SaidText.line(item, in: reading, look: look), to: max(24, columns * 3 / 2),
      ellipsis: look.signs.ellipsis)
    return wrapped(
      "\(sourcing.label(of: index)): \(words)", look[.row],
      sign: .init(text: sign, style: look[.flag]))
  }

  /// Who is spoken of and not heard, as far as the analysis knows.
  var unheard: [Line] {
    let unheard = sheet.counts.unheard.compactMap(sourcing.analysis.source)
      .filter { $0.kind != .outlet && !$0.mentions.isEmpty }
    guard !unheard.isEmpty else { return [] }
    let names = unheard.map(sourcing.name).joined(separator: ", ")
    return heading("Mentioned, not heard") + wrapped(names, look[.row])
  }
}
