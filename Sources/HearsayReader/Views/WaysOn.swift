import HearsayScreen

/// Every way on after the first keys of a sequence, in a box over the lowest row.
struct WaysOn {
  /// The keys typed so far.
  let begun: String
  /// The keys that can follow, and what they do.
  let hints: [HintBar.KeyHint]
  let look: Look

  /// Draws the box right above the bar; nothing where the bar itself has room for all.
  func draw(on screen: inout Screen, above bar: Rect) {
    let columns = bar.columns
    let widths = hints.map { SafeText.width(of: $0.key + " " + $0.words) + 3 }
    guard let widest = widths.max(), SafeText.width(of: begun) + widths.reduce(4, +) > columns,
      bar.top > 2
    else { return }
    let across = max(1, (columns - 2) / widest)
    let rows = min((hints.count + across - 1) / across, bar.top - 1)
    let area = Rect(top: bar.top - rows, left: bar.left, columns: columns, rows: rows)
    let rule = String(repeating: look.unicode ? "─" : "-", count: columns)
    screen.put(rule, at: Point(row: area.top - 1, column: bar.left), look[.rule])
    screen.fill(area, look[.text])
    let keys = hints.map { SafeText.width(of: $0.key) }.max() ?? 1
    for (index, hint) in hints.enumerated() where index % rows < rows && index / rows < across {
      let row = area.top + index % rows
      let left = area.left + 1 + index / rows * widest
      let pad = String(repeating: " ", count: keys - SafeText.width(of: hint.key) + 1)
      Line(hint.key, look[.hintKey]).adding(pad + hint.words, look[.hint])
        .draw(
          on: &screen, row: row,
          in: Rect(top: row, left: left, columns: min(widest, area.right - left), rows: 1),
          look: look)
    }
  }
}
