import HearsayModel
import HearsayScreen
import HearsayText

/// What the keys do in the article's text.
struct ArticlePane: Pane {
  let view = KeyView.article

  func place(in frame: Frame) -> Rect { frame.article }

  func hints(in reader: Reader) -> [Hint] {
    let found: [Action] =
      reader.search != nil
      ? [.nextMatch, .cancel] : reader.listing.filter != nil ? [.cancel] : []
    let goOn: [Action] = reader.isStopped ? [.goOn] : []
    let actions =
      found + goOn
      + [.nextAttribution, .mark, .help, .nextSameSource, .nextUnattributed, .openDetail]
      + [reader.frame.border != nil ? .zen : .turn, .filter, .sheet, .search]
    return actions.map { Hint($0) }
  }

  /// A page keeps a line of the one before.
  func page(in frame: Frame) -> Int { max(1, frame.text.rows - (frame.text.rows > 4 ? 1 : 0)) }

  func scroll(by lines: Int, in reader: inout Reader) {
    guard let reading = reader.reading else { return }
    reader.reading?.scroll(toLine: reading.top + lines)
    reader.selectWhatIsInView()
  }

  /// Selects whose words are clicked on; on the map, goes there.
  func press(at point: Point, in reader: inout Reader) -> [Effect] {
    let frame = reader.frame
    reader.window.focus = .article
    guard let reading = reader.reading else { return [] }
    if frame.map.contains(point), let map = reading.map {
      let row = point.row - frame.map.top
      guard map.cells.indices.contains(row) else { return [] }
      reader.reading?.scroll(toByte: map.starts[row], below: frame.text.rows / 2)
      reader.selectWhatIsInView()
      return []
    }
    let line = reading.top + point.row - frame.text.top
    guard let offset = reading.byte(inLine: line, column: point.column - frame.text.left) else {
      return []
    }
    let link = reading.article.links.firstIndex { $0.span.range.contains(offset) }
    // The second click on a link opens it, as in a list.
    if let link, link == reading.link {
      return reader.follow(reading.article.links[link].address)
    }
    reader.reading?.link = nil
    if let item = reading.sourcing?.item(at: offset) {
      guard reader.isListed(item) else { return reader.refuse("The filter hides this.") }
      reader.setSelection(item)
    }
    if let link { reader.selectLink(link) }
    return []
  }

  func draw(_ scene: ArticleScene, on screen: inout Screen) {
    ArticleView(scene: scene).draw(on: &screen)
    MapStrip(scene: scene).draw(on: &screen)
  }
}

// MARK: - Drawing

/// The article: its visible lines, whose words they are, and signs in the margin.
struct ArticleView {
  let scene: ArticleScene

  private var look: Look { scene.look }
  private var frame: Frame { scene.frame }
  private var reading: Reading { scene.reading }

  func draw(on screen: inout Screen) {
    guard !frame.article.isEmpty else { return }
    let reading = reading
    let text = frame.text
    let top = reading.top
    let lines = reading.layout.lines
    for row in 0..<text.rows where lines.indices.contains(top + row) {
      let line = lines[top + row]
      draw(line, of: reading, row: text.top + row, in: text, on: &screen)
    }
    if scene.numbersLinks { drawLinkNumbers(of: reading, on: &screen) }
    drawMargin(of: reading, on: &screen)
    drawBars(of: reading, on: &screen)
  }
}

// MARK: - Letters

extension ArticleView {
  private func draw(
    _ line: TextLayout.Line, of reading: Reading, row: Int, in rect: Rect, on screen: inout Screen
  ) {
    guard !line.isBlank else { return }
    let bytes = reading.article.text.bytes
    let styles = styles(of: line.range, in: reading)
    var column = rect.left
    var start = line.range.lowerBound
    let end = line.range.upperBound
    while start < end {
      let style = styles[start - line.range.lowerBound]
      if bytes[start] == 0x09 {
        let width = ClusterWidth.tab - (column - rect.left) % ClusterWidth.tab
        column = screen.put(
          String(repeating: " ", count: width), at: Point(row: row, column: column), style,
          clip: rect)
        start += 1
        continue
      }
      var stop = start + 1
      while stop < end, bytes[stop] != 0x09, bytes[start] != 0x0A, bytes[stop] != 0x0A,
        styles[stop - line.range.lowerBound] == style || bytes[stop].isInsideCharacter
      {
        stop += 1
      }
      // Inside a line that was joined from several, a line end is a space.
      let piece =
        bytes[start] == 0x0A || bytes[start] == 0x0D
        ? " " : String(decoding: bytes[start..<stop], as: UTF8.self)
      column = screen.put(piece, at: Point(row: row, column: column), style, clip: rect)
      start = stop
    }
  }

  /// How each byte of a line looks: one layer upon the other.
  private func styles(of range: Range<Int>, in reading: Reading) -> [Style] {
    var styles = [Style](repeating: look[.text], count: range.count)
    func paint(_ span: Range<Int>, _ change: (Style) -> Style) {
      let part = span.clamped(to: range)
      for index in part {
        styles[index - range.lowerBound] = change(styles[index - range.lowerBound])
      }
    }
    if let headline = reading.headline {
      paint(headline.range) { $0.with(look[.headline]) }
    }
    let links = reading.article.links
    for link in links[links.partitioningIndex { $0.span.end > range.lowerBound }...]
      .prefix(while: { $0.span.start < range.upperBound })
    {
      paint(link.span.range) { $0.with(look[.link]) }
    }
    if let sourcing = reading.sourcing {
      paintMentions(of: sourcing, paint)
      paintRuns(of: sourcing, in: range, paint)
      paintSelection(of: sourcing, paint)
    }
    if let search = reading.search {
      let current = search.current.map { search.matches[$0] }
      for match in search.visible(in: range) {
        let style = look[match == current ? .currentMatch : .match]
        paint(Int(match.lowerBound)..<Int(match.upperBound)) { _ in style }
      }
    }
    if let link = reading.link {
      paint(links[link].span.range) { _ in look[.currentMatch] }
    }
    if let selected = reading.selectedText {
      paint(selected.range) { _ in look[.selectedText] }
    }
    return styles
  }

  private func paintRuns(
    of sourcing: Sourcing, in range: Range<Int>, _ paint: (Range<Int>, (Style) -> Style) -> Void
  ) {
    var index = sourcing.runs.partitioningIndex { Int($0.end) > range.lowerBound }
    while index < sourcing.runs.count, Int(sourcing.runs[index].start) < range.upperBound {
      let run = sourcing.runs[index]
      let attribution = sourcing.analysis.attributions[Int(run.attribution)]
      let style = look.hue(of: attribution.source, in: sourcing).with(look[run.part.role])
      paint(run.range) { $0.with(style) }
      index += 1
    }
  }

  /// Other mentions of whoever is selected: faint, so that the eye can follow one voice.
  private func paintMentions(
    of sourcing: Sourcing, _ paint: (Range<Int>, (Style) -> Style) -> Void
  ) {
    guard let item = scene.item, let source = sourcing.source(of: item) else { return }
    let style = look.hue(of: source.id, in: sourcing).with(look[.mention])
    for mention in source.mentions { paint(mention.range) { $0.with(style) } }
  }

  private func paintSelection(
    of sourcing: Sourcing, _ paint: (Range<Int>, (Style) -> Style) -> Void
  ) {
    guard let item = scene.item else { return }
    guard let attribution = sourcing.attribution(of: item) else {
      return paint(item.said.range) { $0.with(look[.selectedContent]) }
    }
    for span in attribution.contentSpans { paint(span.range) { $0.with(look[.selectedContent]) } }
    for span in attribution.cueSpans { paint(span.range) { $0.with(look[.selectedCue]) } }
    for span in attribution.sourceSpans { paint(span.range) { $0.with(look[.selectedSource]) } }
  }
}

extension PaintRun.Part {
  /// The theme's name for it.
  var role: Theme.Role {
    switch self {
    case .content: .content
    case .cue: .cue
    case .source: .source
    }
  }
}

extension Look {
  /// The hue of a source; none where nobody is credited.
  func hue(of id: Source.ID?, in sourcing: Sourcing) -> Style {
    guard let id, let source = sourcing.analysis.source(id),
      sourcing.hueRanks.indices.contains(id.number - 1)
    else { return .plain }
    if id == followed { return self[.voice] }
    return hue(rank: sourcing.hueRanks[id.number - 1], isMuted: source.naming.isUnnamed)
  }
}

// MARK: - Around the letters

extension ArticleView {
  /// The number of each link that is seen, before its first letter and where there is no room over it.
  private func drawLinkNumbers(of reading: Reading, on screen: inout Screen) {
    let visible = reading.visible
    for (index, link) in reading.article.links.enumerated()
    where visible.contains(link.span.start) {
      let line = reading.layout.line(showing: link.span.start)
      let row = frame.text.top + line - reading.top
      let column = frame.text.left + reading.column(of: link.span.start, inLine: line)
      screen.put(
        String(index + 1), at: Point(row: row, column: max(frame.article.left, column - 1)),
        look[index == reading.link ? .currentMatch : .match], clip: frame.article)
    }
  }

  /// Signs where something begins: `✎` marked, `!` a grave flag, `◌` news that nobody is credited with.
  private func drawMargin(of reading: Reading, on screen: inout Screen) {
    let room = frame.text.left - frame.article.left
    guard room >= 2 else { return }
    let visible = reading.visible
    let markColumn = frame.text.left - (room >= 4 ? 4 : 2)
    let flagColumn = frame.text.left - (room >= 4 ? 3 : 2)
    func put(_ sign: Character, _ style: Style, at offset: Int, column: Int) {
      let row = frame.text.top + reading.layout.line(showing: offset) - reading.top
      guard frame.text.top <= row, row < frame.text.bottom else { return }
      screen.put(String(sign), at: Point(row: row, column: column), style, clip: frame.article)
    }
    if let sourcing = reading.sourcing {
      // Backwards, so that of two on one line the first is seen; the heavier sign comes last.
      let first = sourcing.firstItem(from: visible.lowerBound)
      let seen = sourcing.items[first...].prefix { $0.extent.start < visible.upperBound }
      for item in seen {
        guard sourcing.sentence(of: item)?.kind == .event else { continue }
        put(
          Naming.implicit.sign(in: look.signSet), look[.quiet], at: item.extent.start,
          column: flagColumn)
      }
      for item in seen where item.isGrave {
        put(look.signs.highFlag, look[.flag], at: item.extent.start, column: flagColumn)
      }
    }
    for placed in scene.marks where visible.contains(placed.span.start) {
      let mark = placed.mark
      put(look.sign(of: mark), look.style(of: mark), at: placed.span.start, column: markColumn)
    }
  }

  /// Bars at the edges of what is selected: `▐"There is no consensus,"▌`, and before each line it goes on in.
  private func drawBars(of reading: Reading, on screen: inout Screen) {
    guard let spans = barredSpans(of: reading) else { return }
    let (open, close) = look.unicode ? ("▐", "▌") : ("[", "]")
    let lines = reading.layout.lines
    func put(_ bar: String, row: Int, column: Int) {
      let point = Point(row: row, column: column)
      guard frame.article.contains(point), screen[point].text == " " else { return }
      screen.put(bar, at: point, look[.selectedBar])
    }
    for row in 0..<frame.text.rows where lines.indices.contains(reading.top + row) {
      let line = lines[reading.top + row].range
      for span in spans where span.start < line.upperBound && span.end > line.lowerBound {
        let start = max(span.start, line.lowerBound)
        put(
          open, row: frame.text.top + row,
          column: frame.text.left + reading.column(of: start, in: line) - 1)
        guard span.end <= line.upperBound else { continue }
        put(
          close, row: frame.text.top + row,
          column: frame.text.left + reading.column(of: span.end, in: line))
      }
    }
  }
}

extension ArticleView {
  /// What has bars at its edges: the words that are selected in the text, else those of what is selected in the list.
  private func barredSpans(of reading: Reading) -> [Span]? {
    if let selected = reading.selectedText { return [selected] }
    guard let item = scene.item, let sourcing = reading.sourcing else { return nil }
    return sourcing.attribution(of: item)?.contentSpans ?? [item.said]
  }

  /// Puts the terminal's cursor at the edge of a selection that moves.
  func placeCursor(on screen: inout Screen) {
    guard let selection = reading.textSelection else { return }
    let offset = selection.moving == .start ? selection.edge : max(0, selection.edge - 1)
    let line = reading.layout.line(showing: offset)
    let point = Point(
      row: frame.text.top + line - reading.top,
      column: frame.text.left + reading.column(of: offset, inLine: line))
    if frame.text.contains(point) { screen.cursor = point }
  }
}
