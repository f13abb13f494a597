import HearsayModel
import HearsayScreen

/// The sourcing of the whole article on one screen.
struct SheetMode: ListMode {
  static let view = KeyView.sheet
  static let opener: Action? = .sheet

  var place = ListPlace()

  static func open(in reader: inout Reader) -> [Effect] {
    guard let sourcing = reader.reading?.sourcing else {
      return reader.refuse("Who said what is not known yet.")
    }
    if reader.reading?.sheet == nil { reader.reading?.sheet = Sheet(sourcing) }
    return reader.open(SheetMode())
  }

  func rows(in reader: Reader) -> any OverlayRows {
    let reading = reader.reading
    return SheetRows(
      reading: reading, title: reading.map(reader.title(of:)) ?? "",
      news: reading?.read == nil ? nil : reader.readingNews, look: reader.look,
      columns: reader.size.columns)
  }

  func hints(in reader: Reader) -> [Hint] {
    [Action.pageDown, .search, .back, .help].map { Hint($0) }
  }
}

// MARK: - Rows

/// The sourcing sheet: the article on one screen, in two columns where there is room.
struct SheetRows: OverlayRows {
  let title: String
  let emptyWords = "Who said what is not known yet."
  let height = 1
  let isSelectable = false
  private let rows: [Line]

  /// From how many columns on the sheet has two of them.
  private static let twofold = 100

  /// The sheet of an article.
  ///
  /// - Parameters:
  ///   - name: the headline, or what the list of articles has instead.
  ///   - news: how far the reading is, as long as it is not at its end.
  init(reading: Reading?, title name: String, news: String?, look: Look, columns width: Int) {
    title = "Sourcing sheet" + (news.map { " · so far: \($0)" } ?? "")
    guard let reading, let sourcing = reading.sourcing else {
      rows = []
      return
    }
    let sheet = reading.sheet ?? Sheet(sourcing)
    let isTwofold = width >= Self.twofold
    let gap = 3
    let columns = isTwofold ? (width - 2 - gap) / 2 : max(1, width - 2)
    let sections = SheetSections(
      sheet: sheet, sourcing: sourcing, reading: reading, look: look, columns: columns, title: name)
    let head = sections.summary(columns: max(1, width - 2))
    let left = sections.speakers + sections.namings + sections.kinds
    let right = sections.routes + sections.supports + sections.conflicts + sections.unheard
    let body =
      isTwofold ? Self.beside(left, right, width: columns + gap) : left + right
    rows = (head + body).map { Line([.init(text: " ", style: .plain)] + $0.left) }
  }

  var count: Int { rows.count }
  func words(of index: Int) -> String { rows[index].text }
  func lines(of index: Int) -> [Line] { [rows[index]] }

  /// Two columns of lines, the left one `width` wide.
  private static func beside(_ left: [Line], _ right: [Line], width: Int) -> [Line] {
    (0..<max(left.count, right.count)).map { row in
      let first = row < left.count ? left[row] : Line()
      guard row < right.count, !right[row].left.isEmpty else { return first }
      let used = first.left.reduce(0) { $0 + SafeText.width(of: $1.text) }
      let pad = String(repeating: " ", count: max(0, width - used))
      return Line(first.left + [.init(text: pad, style: .plain)] + right[row].left)
    }
  }
}
