import HearsayModel
import HearsayScreen

/// What is selected in a few rows below the article, where there is no room for the list.
struct Card {
  let scene: ArticleScene

  private var look: Look { scene.look }

  func draw(on screen: inout Screen) {
    let reading = scene.reading
    var rect = scene.frame.card
    guard !rect.isEmpty else { return }
    if rect.rows >= 4 {
      let rule = String(repeating: look.unicode ? "─" : "-", count: rect.columns)
      screen.put(rule, at: Point(row: rect.top, column: rect.left), look[.rule], clip: rect)
      rect = rect.cutTop(1).1
    }
    guard let sourcing = reading.sourcing, let item = scene.item else {
      if let news = scene.news {
        Line(news, look[.progress])
          .draw(on: &screen, row: rect.top, in: rect, look: look)
      }
      return
    }
    let mark = scene.mark(on: item)
    if rect.rows == 1 {
      short(item, in: sourcing, mark: mark)
        .draw(on: &screen, row: rect.top, in: rect, look: look)
      return
    }
    let lines = ItemLines(
      item: item, sourcing: sourcing, reading: reading, look: look, mark: mark,
      columns: rect.columns)
    var rows = lines.all
    if let mark {
      let indent = String(repeating: " ", count: sourcing.numberColumns + 3)
      let words = MarkLines.summary(of: mark, today: scene.today)
      rows.append(Line("\(indent)\(look.sign(of: mark)) \(words)", look.style(of: mark)))
    }
    // The words themselves stand in the article: they go first where there is too little room.
    if rows.count > rect.rows, rows.count > 1 { rows.remove(at: 1) }
    for (row, line) in rows.enumerated() {
      line.draw(on: &screen, row: rect.top + row, in: rect, look: look)
    }
  }

  /// `◐ senior Iraqi MP ⇠ !`
  private func short(_ item: Item, in sourcing: Sourcing, mark: Mark?) -> Line {
    let source = sourcing.source(of: item)
    let hue = look[.strong].with(look.hue(of: source?.id, in: sourcing))
    let naming = source?.naming ?? .implicit
    let attribution = sourcing.attribution(of: item)
    let manner = attribution.map { String($0.manner.sign(in: look.signSet)) } ?? ""
    let isRelayed = attribution.map { !sourcing.analysis.relays(of: $0).isEmpty } ?? false
    var line = Line(
      "\(manner)\(naming.sign(in: look.signSet)) \(sourcing.name(of: source))", hue)
    var signs = isRelayed ? " \(look.signs.relayed)" : ""
    if let mark { signs += " \(look.sign(of: mark))" }
    if !sourcing.corrections(of: item).isEmpty { signs += " \(look.signs.corrected)" }
    if item.isGrave { signs += " \(look.signs.highFlag)" }
    line.right = signs.isEmpty ? [] : [.init(text: signs, style: look[.row])]
    return line
  }
}
