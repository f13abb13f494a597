import HearsayScreen

/// Where everything is on a screen of a certain size: the panes, and what lies around them.
///
/// From ``wide`` columns on article and list stand side by side, and from ``threefold`` on the detail beside
/// them; below that one of them has the screen, and the article has a card of what is selected in its lowest
/// rows, or the list has the lower part of it, as the ``Panes`` say.
struct Frame: Hashable, Sendable {
  /// From how many columns on two panes stand side by side.
  static let wide = 96
  /// From how many columns on the detail stands beside the list and not below it.
  static let threefold = 176

  /// Title and sourcing of the article, and where there is room an empty row.
  var header = Rect(columns: 0, rows: 0)
  /// All between header and hint bar.
  var body = Rect(columns: 0, rows: 0)
  /// The article's pane, margins included; empty where the list has the screen.
  var article = Rect(columns: 0, rows: 0)
  /// Where the article's letters stand.
  var text = Rect(columns: 0, rows: 0)
  /// The map strip at the right edge of the article's pane; empty where it is too narrow.
  var map = Rect(columns: 0, rows: 0)
  /// The line between the panes.
  var rule: Rect?
  /// The line between the article and the list under it.
  var underRule: Rect?
  /// The line between list and detail, where they stand side by side.
  var detailRule: Rect?
  /// The list of who said what; empty where it is not shown.
  var list = Rect(columns: 0, rows: 0)
  /// What is selected, in full; empty where it is not shown.
  var detail = Rect(columns: 0, rows: 0)
  /// What is selected, in a few rows below the article.
  var card = Rect(columns: 0, rows: 0)
  /// The hint bar, which is also the place of prompts and messages.
  var bar = Rect(columns: 0, rows: 0)
  /// No line of the article is longer.
  private let measure: Int

  /// The frame of a screen.
  ///
  /// - Parameters:
  ///   - focus: which pane the keys go to.
  ///   - panes: how article and list share the screen.
  ///   - measure: no line of the article is longer.
  init(_ size: Size, focus: Focus, panes: Panes, measure: Int) {
    self.measure = measure
    let all = Rect(columns: size.columns, rows: size.rows)
    let barRows = size.rows >= 3 ? 1 : 0
    // The third row is empty: air, where there is room for it.
    let headerRows = size.rows >= 28 ? 3 : size.rows >= 16 ? 2 : size.rows >= 9 ? 1 : 0
    let (above, bar) = all.cutTop(size.rows - barRows)
    let (header, body) = above.cutTop(headerRows)
    self.header = header
    self.bar = bar
    self.body = body

    if Self.isSideBySide(size, panes: panes) {
      layOutSideBySide(focus: focus, width: panes.width)
    } else if panes.side == .under, Self.hasRoomBelow(size) {
      layOutStacked(focus: focus, height: panes.height)
    } else {
      layOutAlone(focus: focus, isHidden: panes.side == .hidden)
    }
  }

  /// Whether there is room for two panes side by side, and they are wanted.
  static func isSideBySide(_ size: Size, panes: Panes) -> Bool {
    size.columns >= wide && panes.side != .hidden
  }

  /// Whether there is room for the list under the article.
  static func hasRoomBelow(_ size: Size) -> Bool { size.rows >= 16 }

  /// What can be moved to share the screen otherwise.
  var border: Border? { rule != nil ? .beside : underRule != nil ? .under : nil }

  /// The border at a place of the screen.
  func border(at point: Point) -> Border? {
    if rule?.contains(point) ?? false { return .beside }
    return underRule?.contains(point) ?? false ? .under : nil
  }
}

// MARK: - Two panes or one

extension Frame {
  private mutating func layOutSideBySide(focus: Focus, width: Double?) {
    let isThreefold = body.columns >= Self.threefold
    // In a wide window list and detail have what the article's lines leave.
    let usual =
      isThreefold
      ? max(body.columns / 2, body.columns - max(8, measure) - Self.around)
      : min(76, max(42, body.columns * 2 / 5))
    let wanted = width.map { Int((Double(body.columns) * $0).rounded()) } ?? usual
    let side = min(max(24, wanted), body.columns - 30)
    let (left, right) = body.cutLeft(body.columns - side)
    setArticle(left)
    let (rule, pane) = right.cutLeft(1)
    self.rule = rule
    guard isThreefold else {
      return splitSide(pane, detailRows: focus == .detail ? pane.rows * 3 / 5 : pane.rows * 2 / 5)
    }
    let rest: Rect
    (list, rest) = pane.cutLeft(max(pane.columns / 2, pane.columns - Self.widestDetail))
    (detailRule, detail) = rest.cutLeft(1)
  }

  private mutating func layOutStacked(focus: Focus, height: Double?) {
    let wanted = Int((Double(body.rows) * (height ?? 0.4)).rounded())
    let (above, lower) = body.cutTop(body.rows - min(max(4, wanted), body.rows - 4))
    setArticle(above)
    let (rule, pane) = lower.cutTop(1)
    underRule = rule
    if focus == .detail { detail = pane } else { list = pane }
  }

  private mutating func layOutAlone(focus: Focus, isHidden: Bool) {
    switch focus {
    case .article:
      let cardRows =
        isHidden ? 0 : body.rows >= 18 ? 6 : body.rows >= 10 ? 4 : body.rows >= 4 ? 1 : 0
      let pane: Rect
      (pane, card) = body.cutTop(body.rows - cardRows)
      setArticle(pane)
    case .list:
      splitSide(body, detailRows: body.rows >= 16 ? body.rows * 2 / 5 : 0)
      text = text(in: body)
    case .detail:
      detail = body
      text = text(in: body)
    }
  }

  private mutating func splitSide(_ pane: Rect, detailRows: Int) {
    (list, detail) = pane.cutTop(pane.rows - detailRows)
  }

  /// The article's pane, with the map strip at its right edge where there is room.
  private mutating func setArticle(_ pane: Rect) {
    article = pane
    text = text(in: pane)
    guard pane.columns >= Self.withMap, pane.rows >= 3 else { return }
    map = Rect(top: pane.top, left: pane.right - 1, columns: 1, rows: pane.rows)
  }

  /// What stands around the letters of an article: signs, the map, and a little air.
  private static let around = 12
  /// How wide the detail is at most beside the list: what it says is read line by line.
  private static let widestDetail = 50

  /// From how many columns on an article has its map beside it.
  private static let withMap = 50

  /// The article's letters: in the middle of the pane, with room for signs on both sides.
  private func text(in pane: Rect) -> Rect {
    let left = pane.columns >= 44 ? 4 : pane.columns >= 30 ? 2 : 0
    let right =
      pane.columns >= Self.withMap ? 3 : pane.columns >= 44 ? 2 : pane.columns >= 30 ? 1 : 0
    let columns = min(max(8, measure), pane.columns - left - right)
    let spare = pane.columns - left - right - columns
    return Rect(
      top: pane.top, left: pane.left + left + spare / 2, columns: columns, rows: pane.rows)
  }
}
