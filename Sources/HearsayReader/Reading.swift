import HearsayModel

/// The open article: its text in lines, who said what in it, and where its reader is.
struct Reading: Sendable {
  let article: Article
  /// How it was asked for.
  let request: Request
  /// Where the headline stands in the text, if it does.
  let headline: Span?

  /// The text in lines, for the present width.
  private(set) var layout: TextLayout
  /// How many lines are seen at once.
  private(set) var height = 1
  /// The first byte of the first visible line: the place, whatever the width.
  private(set) var topByte = 0

  /// Who said what, once it is known.
  var sourcing: Sourcing? {
    didSet {
      map = nil
      sheet = nil
    }
  }
  /// What the reader has set right here, in the order in which it was made.
  var corrections: [Correction] = []
  /// The article's sourcing as a whole, once it was asked for.
  var sheet: Sheet?
  /// Which items answer to the filter, in order; `nil` where there is none.
  var passing: [Int]? {
    didSet { rows = nil }
  }
  /// The list's rows, once they are known.
  var rows: ListRows?
  /// Whether it is known that the end was on the screen.
  var isEndNoted = false
  /// What of the article was read for sources; `nil` where that is all or nothing of it.
  var read: ReadStretches? { didSet { map = nil } }
  /// How the analysis stands.
  var analysis = AnalysisState.waiting
  /// The article's whole length in one column.
  private(set) var map: ArticleMap?
  /// What is selected, as a place in the sourcing's items.
  var selected: Int?
  /// The byte at which the selection of an earlier time begins, until the analysis is there.
  var wantedSelection: Int?
  /// Words of the text that are selected.
  var textSelection: TextSelection?
  /// The first visible row of the list.
  var listTop = 0
  /// The first visible line of the detail.
  var detailTop = 0

  enum AnalysisState: Hashable, Sendable {
    case waiting
    /// From 0 to 1.
    case running(Double)
    /// Somebody has stopped it; what was found stays.
    case stopped
    case done
    case failed(String)
  }

  init(_ article: Article, request: Request, place: Place?, columns: Int) {
    self.article = article
    self.request = request
    headline = Self.headline(of: article)
    layout = TextLayout(article.text, columns: columns)
    topByte = min(max(0, place?.top ?? 0), article.text.count)
    wantedSelection = place?.selection
  }

  /// The title, where the text begins with it.
  private static func headline(of article: Article) -> Span? {
    guard let title = article.title.map({ Array($0.utf8) }), !title.isEmpty else { return nil }
    let bytes = article.text.bytes
    guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }) else {
      return nil
    }
    // A heading of Markdown keeps its signs.
    let first = bytes[start...].drop { $0 == 0x23 || $0 == 0x20 }
    guard first.starts(with: title) else { return nil }
    return Span(start, first.startIndex + title.count)
  }
}

// MARK: - Scrolling

extension Reading {
  /// The first visible line.
  var top: Int {
    min(layout.line(showing: topByte), lastTop)
  }

  /// The last line that may stand first: the end of the text is at the foot of the pane.
  var lastTop: Int { max(0, layout.lines.count - height) }

  /// The bytes that are seen.
  var visible: Range<Int> {
    let first = top
    let end = min(layout.lines.count, first + height)
    guard first < end else { return 0..<0 }
    return Int(
      layout.lines[first].start)..<max(
        Int(layout.lines[first].start), Int(layout.lines[end - 1].end))
  }

  /// Whether the last words are seen.
  var showsEnd: Bool {
    let end = article.text.bytes.lastIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    return end.map { visible.contains($0) } ?? true
  }

  /// Wraps the text anew where the width is another one; the place stays.
  mutating func fit(columns: Int, rows: Int) {
    if layout.columns != max(1, columns) { layout = TextLayout(article.text, columns: columns) }
    height = max(1, rows)
  }

  /// Draws the map anew where the article or the room for it is another one.
  mutating func fitMap(rows: Int) {
    guard map?.columns != layout.columns || map?.height != rows else { return }
    map =
      rows == 0
      ? nil
      : ArticleMap(
        layout, length: article.text.count, sourcing: sourcing, unread: read?.unread ?? [],
        height: rows)
  }

  /// Puts a line first.
  mutating func scroll(toLine line: Int) {
    topByte = layout.start(ofLine: min(max(0, line), lastTop))
  }

  /// Puts the line with a byte first.
  mutating func scroll(toByte offset: Int) { scroll(toLine: layout.line(showing: offset)) }

  /// Brings a stretch of the text into view, with a little air, and no further than needed.
  mutating func reveal(_ span: Span) {
    let first = layout.line(showing: span.start)
    let last = layout.line(showing: max(span.start, span.end - 1))
    let air = min(2, max(0, (height - 1) / 4))
    if first >= top + min(air, top), last < top + height - air { return }
    let isLong = last - first + 1 + 2 * air > height
    scroll(toLine: isLong ? first - min(air, 1) : first - (height - (last - first + 1)) / 3)
  }
}
