import HearsayModel
import HearsayScreen

/// What the keys do in the list of who said what.
struct SourcesPane: Pane {
  let view = KeyView.list

  func place(in frame: Frame) -> Rect { frame.list }

  func hints(in reader: Reader) -> [Hint] {
    let actions: [Action] =
      [.openDetail, .group, .mark, .help, .filter, .nextSameSource, .focusArticle]
      + [reader.frame.border != nil ? .zen : .turn]
    return actions.map { Hint($0) }
  }

  func page(in frame: Frame) -> Int { max(1, frame.list.rows / 4) }

  func scroll(by lines: Int, in reader: inout Reader) { reader.selectRow(by: lines) }

  /// Selects what is clicked on.
  func press(at point: Point, in reader: inout Reader) -> [Effect] {
    guard let reading = reader.reading, let rows = reading.rows,
      let block = rows.block(atRow: reading.listTop + point.row - reader.frame.list.top),
      case .item(let index) = rows.blocks[block]
    else { return [] }
    reader.select(index)
    return reader.focus == .list ? [] : reader.focus(on: .list)
  }

  func draw(_ scene: ArticleScene, on screen: inout Screen) {
    SourcesView(scene: scene).draw(on: &screen)
  }
}

// MARK: - Drawing

/// The list of who said what.
struct SourcesView {
  let scene: ArticleScene

  private var look: Look { scene.look }

  func draw(on screen: inout Screen) {
    let rect = scene.frame.list
    let reading = scene.reading
    guard !rect.isEmpty else { return }
    guard let sourcing = reading.sourcing, let rows = reading.rows else {
      Line(" " + (scene.news ?? ""), look[.progress])
        .draw(on: &screen, row: rect.top, in: rect, look: look)
      return
    }
    guard rows.count > 0 else {
      let words =
        scene.filter == nil
        ? "Nobody is credited with anything\(reading.read == nil ? " here" : reading.soFar)."
        : "Nothing here passes the filter."
      Line(" \(words)", look[.quiet])
        .draw(on: &screen, row: rect.top, in: rect, look: look)
      return
    }
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
          mark: scene.mark(on: item), columns: rect.columns)
        for (offset, line) in lines.all.enumerated() {
          line.draw(on: &screen, row: start + offset, in: rect, look: look)
        }
        if isSelected {
          screen.emphasise(
            rows: start..<start + lines.all.count, in: rect,
            as: scene.focus == .list ? .focusedRow : .selectedRow, look: look)
        }
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
      line = Line(" \(speaker.naming.sign(in: look.signSet)) \(sourcing.name(of: speaker))", style)
    case .source(nil): line = Line(" Nobody", look[.strong])
    case .claim(let id):
      let claim = sourcing.analysis.claim(id)
      let isContradicted = claim?.related.contains { $0.relation == .conflict } ?? false
      line = Line(" Claim \(id.number)", look[.strong])
      if isContradicted { line = line.adding(" · in conflict", look[.caution]) }
      let support = claim.map { $0.support == .unattributed ? "" : " · \($0.support.words)" }
      line = line.adding(support ?? "", look[.quiet])
    case .saidOnce: line = Line(" Said once", look[.strong])
    case .weight(let level):
      line = Line(" \(level?.heading ?? "Nothing to note")", look[.strong])
    }
    line.right = [.init(text: "\(count) ", style: look[.quiet])]
    return line
  }
}
