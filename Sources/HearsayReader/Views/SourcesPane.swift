import HearsayModel
import HearsayScreen

/// The list of who said what.
struct SourcesPane {
  let reader: Reader

  private var look: Look { reader.look }

  func draw(on screen: inout Screen, frame: Frame) {
    let rect = frame.list
    guard let reading = reader.reading, !rect.isEmpty else { return }
    guard let sourcing = reading.sourcing, let rows = reading.rows else {
      Line(" " + (reader.readingNews ?? ""), look[.progress])
        .draw(on: &screen, row: rect.top, in: rect, look: look)
      return
    }
    guard rows.count > 0 else {
      let words =
        reader.filter == nil
        ? "Nobody is credited with anything\(reading.read == nil ? " here" : reader.soFar)."
        : "Nothing here passes the filter."
      Line(" \(words)", look[.quiet])
        .draw(on: &screen, row: rect.top, in: rect, look: look)
      return
    }
    let marks = reader.marksHere
    var block = rows.block(atRow: reading.listTop) ?? 0
    while block < rows.blocks.count, rows.starts[block] < reading.listTop + rect.rows {
      let start = rect.top + rows.starts[block] - reading.listTop
      switch rows.blocks[block] {
      case .heading(let common, let count):
        heading(common, count, in: sourcing).draw(on: &screen, row: start, in: rect, look: look)
      case .item(let index):
        let item = sourcing.items[index]
        let isSelected = index == reading.selected
        let lines = ItemLines(
          item: item, sourcing: sourcing, reading: reading, look: look,
          isMarked: reader.mark(on: item, among: marks) != nil, columns: rect.columns)
        for (offset, line) in lines.all.enumerated() {
          line.draw(on: &screen, row: start + offset, in: rect, look: look)
        }
        if isSelected { emphasise(rows: start..<start + lines.all.count, in: rect, on: &screen) }
      }
      block += 1
    }
  }

  /// ` ● Mayor Ana Lund              2`
  private func heading(_ heading: Heading, _ count: Int, in sourcing: Sourcing) -> Line {
    var line: Line
    switch heading {
    case .source(let index?):
      let speaker = sourcing.analysis.sources[index]
      let style = look[.strong].with(look.hue(of: speaker.id, in: sourcing))
      line = Line(" \(speaker.naming.sign(in: look.signSet)) \(speaker.name)", style)
    case .source(nil): line = Line(" Nobody", look[.strong])
    case .claim(let id):
      let claim = sourcing.analysis.claim(id)
      let isContradicted = claim?.related.contains { $0.relation == .conflict } ?? false
      line = Line(" Claim \(id.number)", look[.strong])
      if isContradicted { line = line.adding(" · contradicted", look[.flag]) }
      let support = claim.map { $0.support == .unattributed ? "" : " · \($0.support.words)" }
      line = line.adding(support ?? "", look[.quiet])
    case .saidOnce: line = Line(" Said once", look[.strong])
    case .weight(let level):
      line = Line(" \(level?.heading ?? "Nothing to remark")", look[.strong])
    }
    line.right = [.init(text: "\(count) ", style: look[.quiet])]
    return line
  }

  /// The selected rows: a bar before them, and the first one loud where the list has the keys.
  private func emphasise(rows: Range<Int>, in rect: Rect, on screen: inout Screen) {
    for row in rows where rect.top <= row && row < rect.bottom {
      screen.put(
        look.unicode ? "▌" : "|", at: Point(row: row, column: rect.left), look[.selectedBar],
        clip: rect)
    }
    let first = Rect(
      top: max(rows.lowerBound, rect.top), left: rect.left + 1, columns: rect.columns - 1, rows: 1)
    guard rows.lowerBound >= rect.top, rows.lowerBound < rect.bottom else { return }
    let role: Theme.Role = reader.focus == .list ? .focusedRow : .selectedRow
    screen.restyle(first) { $0.with(look[role]) }
  }
}

/// An item of the list in rows: who, what, and by what way it came with what to be careful about.
struct ItemLines {
  let item: Item
  let sourcing: Sourcing
  let reading: Reading
  let look: Look
  let isMarked: Bool
  /// How wide the rows may be.
  let columns: Int

  /// As many as ``Sourcing/itemRows`` says.
  var all: [Line] {
    (sourcing.isShort(item) ? [who] : [who, what]) + [standing].compactMap(\.self)
  }

  /// `  4 “◐ the MP                p ⇠ ¶5`
  var who: Line {
    var line = Line(number, look[.quiet])
    line =
      sourcing.corrections(of: item).isEmpty
      ? line.adding(" ") : line.adding(String(look.signs.corrected), look[.mark])
    if let attribution = sourcing.attribution(of: item) {
      let source = sourcing.source(of: item)
      let hue = look[.row].with(look.hue(of: source?.id, in: sourcing))
      let naming = source?.naming ?? .implicit
      let signs = "\(attribution.manner.sign(in: look.signSet))\(naming.sign(in: look.signSet)) "
      line = line.adding(signs, hue).adding(source?.name ?? "nobody", hue)
    } else if let sentence = sourcing.sentence(of: item) {
      let isNews = sentence.kind == .event
      line = line.adding(" \(Naming.implicit.sign(in: look.signSet)) ", look[.quiet])
        .adding(sentence.kind.words, look[isNews ? .caution : .quiet])
      if !isNews { line = line.adding(": " + SaidText.line(item, in: reading), look[.quiet]) }
    }
    line.right = place
    return line
  }

  /// `“There is no consensus among Iraqi …`
  var what: Line {
    let style = look[item.isAttribution ? .row : .quiet]
    return Line(indent, look[.row]).adding(SaidText.line(item, in: reading), style)
  }

  /// `← The National · ! bare source · alone, unnamed +2`: the way, and as many flags as fit.
  private var standing: Line? {
    let route = sourcing.route(of: item).map(\.name)
    let flags = sourcing.pressing(item)
    guard !route.isEmpty || !flags.isEmpty else { return nil }
    var line = Line(indent, look[.row])
    var left = columns - SafeText.width(of: indent) - 1
    func add(_ text: String, _ style: Style) {
      line = line.adding(text, style)
      left -= SafeText.width(of: text)
    }
    if !route.isEmpty {
      let arrow = String(look.signs.hop.drop { $0 == " " })
      let way = arrow + route.joined(separator: look.signs.hop)
      add(
        cut(way, to: flags.isEmpty ? left : max(12, left / 2), ellipsis: look.signs.ellipsis),
        look[.quiet])
      if !flags.isEmpty { add(" · ", look[.quiet]) }
    }
    if flags.first?.level == .high { add("\(look.signs.highFlag) ", look[.flag]) }
    for (index, flag) in flags.enumerated() {
      let words = (index == 0 ? "" : " · ") + flag.shortWords
      let after = flags.count - index - 1
      // The first is shown in any case; what does not fit is counted.
      guard index == 0 || SafeText.width(of: words) + (after > 0 ? 3 : 0) <= left else {
        add(" +\(after + 1)", look[.quiet])
        break
      }
      add(words, look[flag.level == .high ? .row : .quiet])
    }
    return line
  }

  /// The attribution's number, right-aligned; a dash for a sentence.
  private var number: String {
    let text =
      sourcing.attribution(of: item).map { "\($0.id.number)" } ?? (look.unicode ? "–" : "-")
    return String(repeating: " ", count: max(0, sourcing.numberColumns - text.count)) + text
  }

  private var indent: String { String(repeating: " ", count: sourcing.numberColumns + 3) }

  /// Kind, relay, mark and paragraph, aligned from row to row.
  private var place: [Line.Part] {
    let isRelayed = sourcing.attribution(of: item).map { !sourcing.analysis.relays(of: $0).isEmpty }
    let relay = isRelayed ?? false ? String(look.signs.relayed) : " "
    let mark = isMarked ? String(look.signs.mark) : " "
    let number = reading.layout.paragraph(at: item.extent.start)
    let paragraph = (look.unicode ? "¶" : "p") + "\(number)"
    let total = "\(reading.layout.paragraphs.count)".count + 1
    let pad = String(repeating: " ", count: max(0, total - paragraph.count))
    let kind = sourcing.source(of: item)?.kind.sign ?? SourceKind.none.sign
    guard item.isAttribution else {
      return [
        .init(text: isMarked ? "\(mark) " : "", style: look[.mark]),
        .init(text: "\(pad)\(paragraph) ", style: look[.quiet]),
      ]
    }
    return [
      .init(text: "\(kind) ", style: look[.quiet]),
      .init(text: mark, style: look[.mark]),
      .init(text: " \(relay) \(pad)\(paragraph) ", style: look[.quiet]),
    ]
  }
}

/// What is said, as text for a row or a paragraph of the side pane.
enum SaidText {
  /// The pieces of an item's words, joined; no more than fits on a screen.
  static func text(_ item: Item, in reading: Reading, limit: Int = 2_000) -> String {
    let text = reading.article.text
    let spans = reading.sourcing?.attribution(of: item)?.contentSpans ?? [item.said]
    let pieces = spans.filter { !$0.isEmpty }.prefix(8).map { span -> String in
      let span = span.clipped(to: text.count)
      var end = min(span.end, span.start + limit)
      while end < span.end, end > span.start, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      return text[Span(span.start, end)]
    }
    let joined = pieces.joined(separator: " … ")
    return joined.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The beginning of it.
  static func line(_ item: Item, in reading: Reading) -> String {
    text(item, in: reading, limit: 240)
  }
}
