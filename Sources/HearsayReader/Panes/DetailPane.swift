import HearsayModel
import HearsayScreen

/// What the keys do in the detail of what is selected.
struct DetailPane: Pane {
  let view = KeyView.detail

  func place(in frame: Frame) -> Rect { frame.detail }

  func hints(in reader: Reader) -> [Hint] {
    [Action.back, .mark, .setStatus, .editNote, .nextAttribution, .help].map { Hint($0) }
  }

  func page(in frame: Frame) -> Int { max(1, frame.detail.rows - 1) }

  func scroll(by lines: Int, in reader: inout Reader) {
    guard let scene = ArticleScene(reader) else { return }
    let pane = scene.frame.detail
    let length = DetailView(scene: scene).lines(columns: pane.columns).count
    reader.reading?.detailTop = min(
      max(0, scene.reading.detailTop + lines), max(0, length - pane.rows))
  }

  func press(at point: Point, in reader: inout Reader) -> [Effect] { reader.focus(on: .detail) }

  func draw(_ scene: ArticleScene, on screen: inout Screen) {
    DetailView(scene: scene).draw(on: &screen)
  }
}

// MARK: - Drawing

/// All that is known of what is selected, in words.
struct DetailView {
  let scene: ArticleScene

  private var look: Look { scene.look }

  func draw(on screen: inout Screen) {
    let frame = scene.frame
    var rect = frame.detail
    guard !rect.isEmpty, scene.item != nil else { return }
    // Beside the list it has a rule of its own.
    if !frame.list.isEmpty, frame.detailRule == nil {
      let style = look[scene.focus == .detail ? .focusedRule : .rule]
      let rule = String(repeating: look.unicode ? "─" : "-", count: rect.columns)
      screen.put(rule, at: Point(row: rect.top, column: rect.left), style, clip: rect)
      rect = rect.cutTop(1).1
    }
    let inner = Rect(
      top: rect.top, left: rect.left + 1, columns: rect.columns - 2, rows: rect.rows)
    let shown = lines(columns: inner.columns).dropFirst(scene.reading.detailTop)
    for (row, line) in shown.enumerated() {
      line.draw(on: &screen, row: rect.top + row, in: inner, look: look)
    }
  }

  /// All lines, for a width.
  func lines(columns: Int) -> [Line] {
    guard let sourcing = scene.reading.sourcing, let item = scene.item else { return [] }
    let mark = scene.mark(on: item) ?? scene.marks.first { item.extent.contains($0.span) }?.mark
    return Detail(
      item: item, sourcing: sourcing, reading: scene.reading, look: look, mark: mark,
      today: scene.today, columns: max(1, columns)
    ).lines
  }
}

/// One item in full.
private struct Detail {
  let item: Item
  let sourcing: Sourcing
  let reading: Reading
  let look: Look
  let mark: Mark?
  let today: Day
  let columns: Int

  var lines: [Line] {
    if let attribution = sourcing.attribution(of: item) {
      speaker + said + manner(of: attribution) + corrected + marked + flags
        + chain(of: attribution) + claim(attribution.claim, besides: attribution.id)
        + others(for: attribution)
    } else if let sentence = sourcing.sentence(of: item) {
      nobody(sentence) + said + corrected + marked + flags + claim(sentence.claim, besides: nil)
    } else {
      []
    }
  }

  private func wrapped(_ text: String, _ style: Style? = nil, sign: Line.Part? = nil) -> [Line] {
    Line.wrapped(text, style ?? look[.row], after: sign, columns: columns)
  }

  private func facts(_ facts: [String], sign: Line.Part) -> [Line] {
    Line.facts(facts, look[.row], after: sign, columns: columns)
  }

  private func label(_ text: String) -> Line.Part { .init(text: text + " ", style: look[.quiet]) }
}

// MARK: - Who

extension Detail {
  private var speaker: [Line] {
    guard let source = sourcing.source(of: item) else {
      return wrapped("nobody", look[.strong])
        + wrapped(
          "\(Naming.implicit.sign(in: look.signSet)) \(Naming.implicit.words)", look[.quiet])
    }
    let hue = look.hue(of: source.id, in: sourcing)
    let times = sourcing.items.count { $0.source == item.source }
    let sign = Line.Part(text: "\(source.naming.sign(in: look.signSet)) ", style: look[.row])
    return wrapped(sourcing.name(of: source), look[.strong].with(hue))
      + facts([source.naming.words, source.kind.words, Source.speaking(times)], sign: sign)
  }

  private func nobody(_ sentence: UnattributedSentence) -> [Line] {
    wrapped("nobody", look[.strong])
      + wrapped("\(Naming.implicit.sign(in: look.signSet)) \(sentence.kind.words)")
  }

  private func manner(of attribution: Attribution) -> [Line] {
    let sign = "\(attribution.manner.sign(in: look.signSet)) "
    var words = [attribution.manner.words]
    if sourcing.analysis.isEdited(attribution) { words.append("edited by the outlet") }
    if attribution.attitude != .statement { words.append(attribution.attitude.words) }
    if let stance = attribution.stance { words.append(stance.words) }
    if attribution.certainty == .hedged { words.append(attribution.certainty.words) }
    if let addressee = attribution.addressee {
      words.append("to \(reading.article.text[addressee.clipped(to: reading.article.text.count)])")
    }
    return facts(words, sign: .init(text: sign, style: look[.row]))
  }

  /// The way back, hop by hop, and how each hop is known.
  private func chain(of attribution: Attribution) -> [Line] {
    let hops = attribution.chain.compactMap { hop in
      sourcing.analysis.source(hop.source).map {
        (name: sourcing.name(of: $0), basis: hop.basis, address: hop.address)
      }
    }
    guard hops.count > 1 else { return [] }
    // What is known of every hop in the same way is said once, at the last of them.
    let shared = hops.dropFirst().allSatisfy { $0.basis == hops[1].basis }
    let arrow = look.signs.hop.drop { $0 == " " }
    return hops.enumerated().flatMap { index, hop in
      let sign = index == 0 ? "" : String(repeating: " ", count: index - 1) + arrow
      var lines = wrapped(hop.name, sign: .init(text: sign, style: look[.quiet]))
      let indent = String(repeating: " ", count: SafeText.width(of: sign))
      let linked = hop.address.map {
        wrapped($0, look[.quiet], sign: .init(text: indent, style: .plain))
      }
      if index == 0 || shared && index < hops.count - 1 { return lines + (linked ?? []) }
      // How it is known stands behind the name where there is room, else below.
      let basis = " · \(hop.basis.words)"
      if let last = lines.indices.last,
        SafeText.width(of: lines[last].left.map(\.text).joined() + basis) <= columns
      {
        lines[last] = lines[last].adding(basis, look[.quiet])
      } else {
        lines += wrapped(
          String(basis.dropFirst()), look[.quiet], sign: .init(text: indent, style: .plain))
      }
      return lines + (linked ?? [])
    }
  }

  private func others(for attribution: Attribution) -> [Line] {
    let names = attribution.alternates.compactMap(sourcing.analysis.source).map(sourcing.name)
    var lines = names.isEmpty ? [] : wrapped(names.joined(separator: ", "), sign: label("or"))
    if let outer = attribution.within.flatMap(sourcing.analysis.attribution) {
      let name = sourcing.name(of: sourcing.analysis.speaker(of: outer))
      lines += wrapped("#\(outer.id.number) \(name)", sign: label("inside the words of"))
    }
    return lines
  }
}

// MARK: - What, and how well it stands

extension Detail {
  private func claim(_ id: Claim.ID, besides attribution: Attribution.ID?) -> [Line] {
    guard let claim = sourcing.analysis.claim(id) else { return [] }
    var lines: [Line] = []
    if claim.support != .unattributed {
      lines += wrapped(claim.support.words, sign: label("rests on"))
    }
    let twins = claim.attributions.filter { $0 != attribution }
    for twin in twins.prefix(Self.mostOthers) {
      guard let other = sourcing.analysis.attribution(twin) else { continue }
      let name = sourcing.name(of: sourcing.analysis.speaker(of: other))
      lines += wrapped("#\(twin.number) (\(name))", sign: label("also said in"))
    }
    lines += left(of: twins.count)
    for relation in claim.related.prefix(Self.mostOthers) {
      lines += wrapped(
        self.words(of: relation.claim), relation.relation == .conflict ? look[.flag] : look[.row],
        sign: .init(
          text: relation.relation.label + " ",
          style: look[relation.relation == .conflict ? .flag : .quiet]))
    }
    return lines + left(of: claim.related.count)
  }

  /// How many are told of by name: what is said a thousand times fills no thousand lines.
  private static let mostOthers = 12

  private func left(of count: Int) -> [Line] {
    count > Self.mostOthers ? wrapped("and \(count - Self.mostOthers) more", look[.quiet]) : []
  }

  /// Who says another claim, and its first words.
  private func words(of id: Claim.ID) -> String {
    let other = sourcing.items.first { item in
      (sourcing.attribution(of: item)?.claim ?? sourcing.sentence(of: item)?.claim) == id
    }
    guard let other else { return "\(id)" }
    let who =
      sourcing.attribution(of: other).map {
        "#\($0.id.number) (\(sourcing.name(of: sourcing.source(of: other))))"
      } ?? "nobody"
    return
      "\(who): \(cut(SaidText.line(other, in: reading, look: look), to: 90, ellipsis: look.signs.ellipsis))"
  }

  private var flags: [Line] {
    sourcing.flags(of: item).flatMap { flag in
      let (sign, role): (String, Theme.Role) =
        switch flag.level {
        case .high: ("\(look.signs.highFlag) ", .flag)
        case .medium: ("· ", .caution)
        case .good: ("+ ", .good)
        case .low, .info: ("· ", .quiet)
        }
      // The sign has the colour; what it says is to be read.
      let style =
        flag.level == .high ? look[.strong] : flag.level == .medium ? look[.row] : look[role]
      return wrapped(flag.words, style, sign: .init(text: sign, style: look[role]))
    }
  }

  /// What the reader says here, and what the machine had said.
  private var corrected: [Line] {
    sourcing.corrections(of: item).flatMap { correction in
      wrapped(
        "yours, \(correction.dayWords): \(correction.words)", look[.mark],
        sign: .init(text: "\(look.signs.corrected) ", style: look[.mark]))
        + wrapped(
          correction.machineWords, look[.quiet], sign: .init(text: "  ", style: look[.quiet]))
    }
  }

  private var marked: [Line] {
    guard let mark else { return [] }
    return wrapped(
      MarkLines.summary(of: mark, today: today), look.style(of: mark),
      sign: .init(text: "\(look.sign(of: mark)) ", style: look.style(of: mark)))
  }

  /// What is said, with the words that hand it over.
  private var said: [Line] {
    let saying = SaidText.saying(item, in: reading)
    return wrapped(saying.text(in: look.signSet))
  }
}

extension Claim.Relation.Kind {
  /// What stands before the other claim.
  fileprivate var label: String {
    switch self {
    case .conflict: "conflicts with"
    case .overlap: "overlaps"
    case .continuation: "continues in"
    }
  }
}
