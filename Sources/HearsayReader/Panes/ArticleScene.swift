import HearsayModel
import HearsayScreen

/// What the panes of an article are drawn from.
struct ArticleScene {
  let reading: Reading
  let frame: Frame
  let look: Look
  /// Which pane has the keys.
  let focus: Focus
  /// The headline, or what the list of articles has instead.
  let title: String
  /// Where it stands among the articles: `3 of 5`; `nil` where there is only one.
  let placeAmongAll: String?
  /// Whether all of it is here.
  let isWhole: Bool
  /// The marks that have a place in it.
  let marks: [PlacedMark]
  /// What the list of who said what must answer to.
  let filter: Filter?
  /// How far the reading for sources is, as long as it is not at its end.
  let news: String?
  let today: Day
  /// Whether links have their numbers before them: one of them is asked for.
  let numbersLinks: Bool

  /// What is selected.
  var item: Item? { reading.selectedItem }

  /// `nil` where no article is open.
  init?(_ reader: Reader) {
    guard let reading = reader.reading else { return nil }
    self.reading = reading
    frame = reader.frame
    look = reader.look.following(
      reading.selectedItem.flatMap { reading.sourcing?.source(of: $0)?.id })
    focus = reader.focus
    title = reader.title(of: reading)
    placeAmongAll = reader.placeAmongAll
    // Of a text of which only the beginning is here nobody knows how much there is.
    isWhole = reader.awaited.glimpse == nil
    marks = reader.marksHere
    filter = reader.listing.filter
    news = reader.readingNews
    today = reader.surroundings.today()
    numbersLinks = reader.prompt?.question is LinkQuestion
  }

  /// The mark on an item.
  func mark(on item: Item) -> Mark? { reading.sourcing?.mark(on: item, among: marks) }
}

// MARK: - Drawing

extension ArticleScene {
  func draw(on screen: inout Screen) {
    HeaderView(scene: self).draw(on: &screen)
    for focus in Focus.allCases { focus.pane.draw(self, on: &screen) }
    drawRules(on: &screen)
    Card(scene: self).draw(on: &screen)
  }

  /// The lines between the panes; those of the pane that has the keys stand out.
  private func drawRules(on screen: inout Screen) {
    let rules = [(frame.rule, focus != .article), (frame.detailRule, focus == .detail)]
    for case (let rule?, let isFocused) in rules {
      for row in rule.top..<rule.bottom {
        screen.put(
          look.unicode ? "│" : "|", at: Point(row: row, column: rule.left),
          look[isFocused ? .focusedRule : .rule])
      }
    }
    if let rule = frame.underRule {
      let line = String(repeating: look.unicode ? "─" : "-", count: rule.columns)
      screen.put(
        line, at: Point(row: rule.top, column: rule.left),
        look[focus == .article ? .rule : .focusedRule])
    }
  }
}
