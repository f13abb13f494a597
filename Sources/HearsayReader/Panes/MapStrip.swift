import HearsayModel
import HearsayScreen

/// The map of the article at the right edge of its pane, with marks, matches and where one is beside it.
struct MapStrip {
  let scene: ArticleScene

  private var look: Look { scene.look }

  func draw(on screen: inout Screen) {
    let reading = scene.reading
    let rect = scene.frame.map
    guard let map = reading.map, !rect.isEmpty else { return }
    let signs = MapSigns(unicode: look.unicode)
    for (row, cell) in map.cells.enumerated() {
      let (sign, style) = appearance(of: cell, in: reading.sourcing, signs)
      let isFound = !(reading.search?.visible(in: map.starts[row]..<map.starts[row + 1]) ?? [])
        .isEmpty
      screen.put(
        String(sign), at: Point(row: rect.top + row, column: rect.left),
        isFound ? look[.match] : style, clip: rect)
    }
    drawPlaces(of: reading, map, signs, beside: rect, on: &screen)
  }

  private func appearance(of cell: ArticleMap.Cell, in sourcing: Sourcing?, _ signs: MapSigns)
    -> (Character, Style)
  {
    guard let sourcing else { return (signs.other, look[.quiet]) }
    switch cell {
    case .quoted(let source): return (signs.quoted, look.hue(of: source, in: sourcing))
    case .indirect(let source): return (signs.indirect, look.hue(of: source, in: sourcing))
    case .unattributed(.event): return (signs.unattributed, look[.caution])
    case .unattributed: return (signs.unattributed, look[.unattributed])
    case .other: return (signs.other, look[.quiet])
    case .unread: return (" ", look[.quiet])
    }
  }

  /// What stands on the screen, the marks, and what is selected: in the column before the map.
  private func drawPlaces(
    of reading: Reading, _ map: ArticleMap, _ signs: MapSigns, beside rect: Rect,
    on screen: inout Screen
  ) {
    func put(_ sign: Character, _ style: Style, row: Int) {
      guard row < rect.rows else { return }
      screen.put(String(sign), at: Point(row: rect.top + row, column: rect.left - 1), style)
    }
    let seen = reading.visibleLines
    if seen.count < reading.layout.lines.count, let first = seen.first, let last = seen.last {
      let (top, bottom) = (map.row(ofByte: first.range.lowerBound), last.range.lowerBound)
      for row in top...max(top, map.row(ofByte: bottom)) {
        put(signs.seen, look[.quiet], row: row)
      }
    }
    for placed in scene.marks where placed.span.start < reading.article.text.count {
      let mark = placed.mark
      put(look.sign(of: mark), look.style(of: mark), row: map.row(ofByte: placed.span.start))
    }
    if let item = scene.item {
      put(signs.selected, look[.selectedBar], row: map.row(ofByte: item.extent.start))
    }
  }
}

/// The signs of the map.
struct MapSigns {
  let quoted, indirect, unattributed, other: Character
  /// Beside what stands on the screen.
  let seen: Character
  /// Beside what is selected.
  let selected: Character

  init(unicode: Bool) {
    (quoted, indirect, unattributed, other) =
      unicode ? ("█", "▒", "▂", "·") : ("#", "=", "_", ".")
    (seen, selected) = unicode ? ("▕", "▸") : (":", ">")
  }
}
