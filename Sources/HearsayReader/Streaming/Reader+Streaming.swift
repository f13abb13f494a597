import HearsayModel

// An article whose sources are shown while it is still being read for more.
extension Reader {
  /// Whether somebody has stopped the reading, so that only what was read is to be corrected.
  package var isStopped: Bool { reading?.analysis.isStopped ?? false }

  /// Whether the open article is being read for sources.
  var isReadingOn: Bool { reading?.analysis.isRunning ?? false }

  /// Stops reading for sources; what was found stays.
  mutating func stopReading() -> [Effect] {
    guard isReadingOn, let id = reading?.article.id else { return [] }
    setStopped()
    return [.cancelAnalysis(id)]
  }

  /// Says that nobody reads on.
  mutating func setStopped() {
    reading?.analysis = .stopped
    message = readingNews
  }

  /// Reads on where it was stopped, beginning with what is on the screen.
  mutating func goOn() -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    switch reading.analysis {
    case .stopped, .failed: break
    case .waiting, .running: return refuse("The article is still being analysed.")
    case .done: return refuse("All of the article has been analysed.")
    }
    self.reading?.analysis = .running(Double(reading.read?.percent ?? 0) / 100)
    return [.analyse(reading.article.id)]
  }

  /// What C-c means: first of all that nothing goes on behind the screen.
  mutating func interrupt() -> [Effect] {
    if library.batch != nil { return cancelBatch() }
    if isFetching { return giveUpFetching() }
    return isReadingOn ? stopReading() : act(.cancel)
  }

  /// How far the reading is, as long as it is not at its end.
  var readingNews: String? {
    guard let reading else { return nil }
    let isShown = reading.sourcing != nil
    switch reading.analysis {
    case .waiting: return "looking for sources…"
    case .running(let part):
      // The last steps are part of the work and not of the text, so what is shown may be ahead.
      let percent = max(Int(part * 100), reading.read?.percent ?? 0)
      return isShown ? "reading… \(percent) %" : "looking for sources… \(percent) %"
    case .stopped:
      let key = keys.name(of: .goOn).map { " · \($0) resumes" } ?? ""
      return "\(reading.read?.percent ?? 0) % analysed\(key)"
    case .failed(let sentence): return isShown ? nil : sentence
    case .done: return nil
    }
  }
}

// MARK: - More arrives

extension Reader {
  /// Takes what is known so far, or puts it by until the question is answered that speaks of what is shown.
  mutating func take(_ part: AnalysisPart) {
    guard prompt == nil else {
      reading?.waiting = .part(part)
      return
    }
    let length = part.analysis.article.text.count
    show(part.sourcing, of: ReadStretches(part.read, of: length))
    if reading?.analysis == .waiting { reading?.analysis = .running(0) }
  }

  /// Takes the analysis of the whole article.
  mutating func take(_ analysis: Analysis) {
    guard prompt == nil else {
      reading?.waiting = .whole(analysis)
      return
    }
    // Of a long text it came ready made, as its last part.
    let known = reading?.sourcing
    show(known?.analysis == analysis ? known : nil, or: analysis)
    reading?.analysis = .done
  }

  /// Takes what arrived while something was asked.
  mutating func takeWaiting() {
    guard prompt == nil, let arrived = reading?.waiting else { return }
    reading?.waiting = nil
    switch arrived {
    case .part(let part): take(part)
    case .whole(let analysis): take(analysis)
    }
  }

  private mutating func show(_ known: Sourcing?, or analysis: Analysis) {
    show(known ?? Sourcing(analysis), of: nil)
  }

  /// Shows who said what as far as it is known: what was selected before is selected again, and nothing on the screen
  /// moves that need not.
  private mutating func show(_ new: Sourcing, of stretches: ReadStretches?) {
    var sourcing = new
    sourcing.corrections = nil
    if let corrections = reading?.corrections, !corrections.isEmpty {
      sourcing.corrections = CorrectionTraces(corrections, in: sourcing.analysis)
    }
    let kept = selectedItem?.extent.start
    let keptWords = selectedItem.flatMap { reading?.sourcing?.attribution(of: $0) }?.handedOverAt
    // What was selected the last time goes by its number in the whole analysis.
    let remembered = stretches == nil ? reading?.wantedItem.flatMap { sourcing.start(of: $0) } : nil
    let wanted = remembered ?? reading?.wantedSelection
    let isThere = wanted.map { stretches?.contains($0) ?? true } ?? false
    let held = heldRow
    reading?.read = stretches
    reading?.sourcing = sourcing
    if modes.contains(SheetMode.self) { reading?.sheet = Sheet(sourcing) }
    let passing = passing(listing.filter)
    reading?.passing = passing
    reading?.selected = nil
    if let place = isThere ? wanted : kept {
      reading?.selected = sourcing.nearestItem(to: place, handedOverAt: isThere ? nil : keptWords)
    }
    fit()
    if let held { hold(held) }
    if reading?.selected == nil { selectWhatIsInView() }
    reading?.wantedSelection = isThere ? nil : wanted
    if stretches == nil { reading?.wantedItem = nil }
  }

  /// A row of the list that is on the screen: what begins at this byte, so many rows from the top.
  private struct HeldRow {
    var start: Int
    var isAttribution: Bool
    var rows: Int
  }

  /// The row to hold when the list changes: the selected one, or the first where that is out of sight.
  private var heldRow: HeldRow? {
    guard let reading, let rows = reading.rows, let sourcing = reading.sourcing else { return nil }
    func held(_ index: Int) -> HeldRow? {
      guard let row = rows.rows(ofItem: index)?.lowerBound, row >= reading.listTop,
        row < reading.listTop + max(1, frame.list.rows)
      else { return nil }
      let item = sourcing.items[index]
      return HeldRow(
        start: item.extent.start, isAttribution: item.isAttribution, rows: row - reading.listTop)
    }
    if let selected = reading.selected, let row = held(selected) { return row }
    guard let first = rows.block(atRow: reading.listTop) else { return nil }
    return rows.blocks[first...].prefix(4).lazy.compactMap { block in
      if case .item(let index) = block { held(index) } else { nil }
    }.first
  }

  private mutating func hold(_ held: HeldRow) {
    guard let sourcing = reading?.sourcing, let rows = reading?.rows else { return }
    var index = sourcing.firstItem(from: held.start)
    while index < sourcing.items.count, sourcing.items[index].extent.start == held.start,
      sourcing.items[index].isAttribution != held.isAttribution
    {
      index += 1
    }
    guard index < sourcing.items.count, let row = rows.rows(ofItem: index)?.lowerBound else {
      return
    }
    reading?.listTop = max(0, row - held.rows)
    revealSelectedRow()
  }
}

extension Reading.AnalysisState {
  var isRunning: Bool {
    switch self {
    case .waiting, .running: true
    case .stopped, .done, .failed: false
    }
  }

  var isStopped: Bool { self == .stopped }
}
