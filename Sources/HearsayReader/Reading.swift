import HearsayModel

/// The open article: its text in lines, who said what in it, and where its reader is.
struct Reading: Sendable {
  let article: Article
  /// How it was asked for.
  let request: Request
  /// Where the headline stands in the text, if it does.
  let headline: Span?

  /// The text in lines, for the present width; of a long one the lines around the place.
  private(set) var layout: TextLayout
  /// How many lines are seen at once.
  private(set) var height = 1
  /// The first byte of the first visible line: the place, whatever the width.
  private(set) var topByte = 0
  /// The last byte that is no white space.
  private let lastLetter: Int?

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
  /// Whether it was read before in another version, and that was said.
  var isNewVersion = false
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
  /// Which of the article's links is selected.
  var link: Int?
  /// The byte at which the selection of an earlier time begins, until the analysis is there.
  var wantedSelection: Int?
  /// What was selected at an earlier time, until the analysis says where that is.
  var wantedItem: ReadingPosition.Item?
  /// Whether somebody has gone to another place since it was opened: then it stays there.
  var isMoved = false
  /// Whether it was opened at a place that one comes back to: an older one is not wanted.
  var isPlaced = false
  /// What is searched for.
  var search: TextSearch?
  /// What has become known since something is being asked for.
  var waiting: Arrival?
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

  /// An article that was opened at a place.
  ///
  /// - Parameter outline: its paragraphs, where somebody has found them already.
  init(
    _ article: Article, request: Request, place: ArticlePlace?, outline: TextOutline? = nil,
    columns: Int
  ) {
    self.article = article
    self.request = request
    headline = Self.headline(of: article)
    lastLetter = article.text.bytes.lastIndex { $0 != 0x20 && $0 != 0x0A && $0 != 0x09 }
    topByte = min(max(0, place?.top ?? 0), article.text.count)
    layout = TextLayout(
      article.text, outline ?? TextOutline(article.text), around: topByte, columns: columns)
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

// MARK: - What is selected

extension Reading {
  /// What is selected in the list of who said what.
  var selectedItem: Item? { selected.flatMap { sourcing?.items[$0] } }

  /// The words that are selected in the text; `nil` where none are.
  var selectedText: Span? { textSelection?.span }

  /// Where the words that a message speaks of are, as long as not all was read: ` in the 34 % read so far`.
  var soFar: String { read.map { " in the \($0.percent) % read so far" } ?? "" }
}

// MARK: - Scrolling

extension Reading {
  /// The first visible line.
  var top: Int {
    min(layout.line(showing: topByte), lastTop)
  }

  /// The last line that may stand first: the end of the text is at the foot of the pane.
  var lastTop: Int { max(0, layout.lines.count - (layout.reachesEnd ? height : 1)) }

  /// The lines that are seen.
  var visibleLines: ArraySlice<TextLayout.Line> {
    let first = top
    return layout.lines[first..<max(first, min(layout.lines.count, first + height))]
  }

  /// The bytes that are seen.
  var visible: Range<Int> {
    let lines = visibleLines
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return Int(first.start)..<max(Int(first.start), Int(last.end))
  }

  /// Whether the last words are seen.
  var showsEnd: Bool {
    lastLetter.map { visible.contains($0) } ?? true
  }

  /// Wraps the text anew where the width is another one; the place stays.
  mutating func fit(columns: Int, rows: Int) {
    height = max(1, rows)
    if layout.columns != max(1, columns) { layOut(around: topByte, columns: columns) }
    keepLaidOut(around: topByte)
  }

  /// Lays out more of a long text where what is laid out comes to an end near a byte.
  private mutating func keepLaidOut(around offset: Int) {
    var reach = TextLayout.reach
    // A screenful may be long, where hundreds of signs share a column.
    while !layout.reaches(4 * height, linesAround: offset) {
      layOut(around: offset, reach: reach, columns: layout.columns)
      reach *= 2
    }
  }

  private mutating func layOut(
    around offset: Int, reach: Int = TextLayout.reach, columns: Int
  ) {
    layout = TextLayout(
      article.text, layout.outline, around: offset, reach: reach, columns: columns)
  }

  /// Fits everything to the panes it is shown in.
  mutating func fit(_ frame: Frame, arrangement: Arrangement) {
    fit(columns: frame.text.columns, rows: frame.text.rows)
    fitMap(rows: frame.map.rows)
    guard let sourcing else { return }
    let spacing = frame.list.rows >= 24 ? 1 : 0
    guard rows?.arrangement != arrangement || rows?.spacing != spacing else { return }
    rows = ListRows(sourcing, arrangement: arrangement, spacing: spacing, passing: passing)
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

  /// Puts a line first; past the ends of what is laid out, the first or last line of the text.
  mutating func scroll(toLine line: Int) {
    if line < 0 { keepLaidOut(around: 0) }
    let isPast = line >= layout.lines.count
    if isPast { keepLaidOut(around: article.text.count) }
    topByte = layout.start(ofLine: isPast ? lastTop : min(max(0, line), lastTop))
    keepLaidOut(around: topByte)
  }

  /// Puts the line with a byte first, or some lines below that.
  mutating func scroll(toByte offset: Int, below lines: Int = 0) {
    keepLaidOut(around: offset)
    scroll(toLine: max(0, layout.line(showing: offset) - lines))
  }

  /// Brings a stretch of the text into view, with a little air, and no further than needed.
  mutating func reveal(_ span: Span) {
    keepLaidOut(around: span.start)
    let first = layout.line(showing: span.start)
    let last = layout.line(showing: max(span.start, span.end - 1))
    let air = min(2, max(0, (height - 1) / 4))
    if first >= top + min(air, top), last < top + height - air, layout.shows(topByte) { return }
    let isLong = last - first + 1 + 2 * air > height
    scroll(
      toLine: max(0, isLong ? first - min(air, 1) : first - (height - (last - first + 1)) / 3))
  }
}
