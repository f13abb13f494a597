import HearsayModel
import HearsayPatterns
import HearsayScreen

/// What is asked for in the lowest row, and what was typed.
struct PromptView {
  let reader: Reader
  let prompt: Prompt

  private var look: Look { reader.look }

  func draw(on screen: inout Screen) {
    let bounds = screen.bounds
    guard bounds.rows > 0 else { return }
    let rect = Rect(top: bounds.rows - 1, columns: bounds.columns, rows: 1)
    screen.fill(rect, .plain)
    switch prompt.question {
    case .search: drawSearch(on: &screen, in: rect)
    case .filter: drawLine("only with: ", status: "", on: &screen, in: rect)
    case .sift:
      let items = reader.reading?.sourcing?.items.count ?? 0
      let count = reader.reading?.passing.map { "\($0.count) of \(items)" } ?? "all \(items)"
      drawFilter(counting: count, on: &screen, in: rect)
    case .siftMarks:
      let all = reader.marks.count
      let isAll = reader.marksList.filter == nil
      let count = isAll ? "all \(all)" : "\(Set(reader.marksList.marks.map(\.id)).count) of \(all)"
      drawFilter(counting: count, on: &screen, in: rect)
    case .field(let field, _): draw(field, on: &screen, in: rect)
    case .command:
      drawLine(":", status: "", on: &screen, in: rect)
      if !drawCandidates(on: &screen, above: rect) { drawCommandWords(on: &screen, above: rect) }
    case .library(.find): drawLine("find: ", status: "", on: &screen, in: rect)
    case .library(.name): drawLine("called: ", status: "", on: &screen, in: rect)
    case .library(.sift): drawFilter(counting: "", on: &screen, in: rect)
    case .correction(let question):
      let words = reader.reading?.sourcing.map { question.words(in: $0.analysis) } ?? ""
      let room = max(4, rect.columns - max(8, rect.columns / 3))
      ChoicesView(reader: reader, prompt: prompt).draw(on: &screen, above: rect.top)
      drawLine(
        cut(words, to: room, ellipsis: look.signs.ellipsis) + " ",
        status: rect.columns >= 60 ? "number, name or Enter" : "", on: &screen, in: rect)
    case .pipe(let wholeArticle):
      let narrow = rect.columns < 40
      drawLine(
        wholeArticle ? "article | " : "claim | ",
        status: narrow ? "" : wholeArticle ? "Tab: the claim" : "Tab: the article",
        on: &screen, in: rect)
    case .removal:
      Line(" Take the mark and its note off? y/n", look[.prompt])
        .draw(on: &screen, row: rect.top, in: rect, look: look)
    case .status: drawStatuses(on: &screen)
    }
  }

  /// What the command that is typed does.
  private func drawCommandWords(on screen: inout Screen, above rect: Rect) {
    let typed = prompt.line.text
    let macro = reader.keys.macros.first { $0.name == typed }
    guard let words = Action(rawValue: typed)?.words ?? macro?.words else { return }
    drawAbove(Line(" \(words)", look[.hint]), on: &screen, rect)
  }

  /// What is searched for, with what it finds, or what is wrong with it.
  private func drawSearch(on screen: inout Screen, in rect: Rect) {
    let status = reader.search?.counter ?? ""
    guard prompt.isRefused, let problem = PatternProblem(in: prompt.line.text) else {
      return drawLine("/", status: status, on: &screen, in: rect)
    }
    drawLine("/", status: "", wrong: problem.place, on: &screen, in: rect)
    let words = "“\(prompt.line.text)” does not occur. \(problem.sentence)"
    drawAbove(Line(" \(words)", look[.flag]), on: &screen, rect)
  }

  /// The filter, with what it finds; above it how it can go on, or what is wrong with it.
  private func drawFilter(counting count: String, on screen: inout Screen, in rect: Rect) {
    let lead = rect.columns >= 40 ? "filter: " : "f:"
    do {
      _ = try Filter(prompt.line.text)
      drawLine(lead, status: count, on: &screen, in: rect)
      drawCandidates(on: &screen, above: rect)
    } catch {
      drawLine(lead, status: "", wrong: error.place, on: &screen, in: rect)
      // While something can still be completed it is not wrong, only unfinished.
      guard prompt.isRefused || !drawCandidates(on: &screen, above: rect) else { return }
      drawAbove(Line(" \(error.sentence)", look[.flag]), on: &screen, rect)
    }
  }

  /// Something about a mark; above it how it will be understood, or how it is typed.
  private func draw(_ field: MarkField, on screen: inout Screen, in rect: Rect) {
    drawLine(field.lead, status: "", on: &screen, in: rect)
    var words = Line(" \(field.hint)", look[.hint])
    if field == .due {
      let today = reader.surroundings.today()
      do {
        let day = try reader.dueDay(prompt.line.text)
        if let day {
          words = Line(" \(day.longWords) · \(day.distanceWords(from: today))", look[.strong])
        }
      } catch {
        if prompt.isRefused { words = Line(" \(error.sentence)", look[.flag]) }
      }
    }
    if field == .tags, prompt.isRefused {
      do {
        _ = try Reader.tags(in: prompt.line.text)
      } catch {
        return drawAbove(Line(" \(error.sentence)", look[.flag]), on: &screen, rect)
      }
    }
    // Ways to go on are shown while they are gone through, and for tags always.
    if prompt.completing != nil || field == .tags, drawCandidates(on: &screen, above: rect) {
      return
    }
    if !words.text.allSatisfy(\.isWhitespace) { drawAbove(words, on: &screen, rect) }
  }

  /// The ways to complete what is typed, in the row above.
  ///
  /// - Returns: whether there are any.
  @discardableResult
  private func drawCandidates(on screen: inout Screen, above rect: Rect) -> Bool {
    let (candidates, first) = candidates(columns: rect.columns)
    guard !candidates.isEmpty else { return false }
    var line = Line(first > 0 ? look.signs.ellipsis : " ", look[.hint])
    for (index, candidate) in candidates.enumerated().dropFirst(first) {
      let style = index == prompt.completing?.chosen ? look[.focusedRow] : look[.hint]
      line = line.adding(candidate, style).adding("  ", look[.hint])
    }
    drawAbove(line, on: &screen, rect)
    return true
  }

  /// The ways to complete what is typed, and the first that is shown.
  private func candidates(columns: Int) -> ([String], first: Int) {
    let all = prompt.completing?.candidates ?? reader.completions?.candidates ?? []
    // An empty command line could go on with anything.
    guard !(prompt.line.characters.isEmpty && prompt.question == .command) else { return ([], 0) }
    var first = 0
    if let chosen = prompt.completing?.chosen {
      // The chosen one is always in view.
      var width = 1
      for index in stride(from: chosen, through: 0, by: -1) {
        width += SafeText.width(of: all[index]) + 2
        guard width <= columns else { break }
        first = index
      }
    }
    return (all, first)
  }

  private func drawAbove(_ line: Line, on screen: inout Screen, _ rect: Rect) {
    guard rect.top >= 2 else { return }
    let above = Rect(top: rect.top - 1, columns: rect.columns, rows: 1)
    screen.fill(above, .plain)
    line.draw(on: &screen, row: above.top, in: above, look: look)
  }

  /// What was typed, as much of it as fits before the cursor.
  private func drawLine(
    _ lead: String, status: String, wrong: Range<Int>? = nil, on screen: inout Screen,
    in rect: Rect
  ) {
    let right = status.isEmpty ? 0 : status.count + 2
    let room = max(1, rect.columns - right - SafeText.width(of: lead) - 1)
    let (seen, cursor) = prompt.line.seen(before: room, of: rect.columns)
    let bad = (wrong ?? seen.lowerBound..<seen.lowerBound).clamped(to: seen)
    func text(_ range: Range<Int>) -> String { String(prompt.line.characters[range]) }
    var line = Line(lead, look[.prompt])
      .adding(text(seen.lowerBound..<bad.lowerBound), look[.text])
      .adding(text(bad), look[.flag].with(Style(attributes: .underline)))
      .adding(text(bad.upperBound..<seen.upperBound), look[.text])
    if right > 0 { line.right = [.init(text: " \(status) ", style: look[.hint])] }
    line.draw(on: &screen, row: rect.top, in: rect, look: look)
    let column = SafeText.width(of: lead) + cursor
    screen.cursor = Point(row: rect.top, column: min(column, rect.columns - 1))
  }

  /// All statuses in one row, or, where that is too narrow, one above the other.
  private func drawStatuses(on screen: inout Screen) {
    let places = statusPlaces(in: screen.size)
    let bounds = screen.bounds
    let rows = Set(places.map(\.rect.top)).count
    screen.fill(Rect(top: bounds.rows - rows, columns: bounds.columns, rows: rows), .plain)
    for place in places {
      Line(" \(place.name) ", style(of: place.index))
        .draw(on: &screen, row: place.rect.top, in: place.rect, look: look)
    }
  }

  /// Where the statuses stand that are shown.
  private func statusPlaces(in size: Size) -> [(index: Int, name: String, rect: Rect)] {
    let names = Mark.Status.allCases.enumerated().map { "\($0 + 1) \($1.rawValue)" }
    if names.reduce(2, { $0 + $1.count + 2 }) <= size.columns {
      var left = 1
      return names.enumerated().map { index, name in
        defer { left += name.count + 2 }
        return (index, name, Rect(top: size.rows - 1, left: left, columns: name.count + 2, rows: 1))
      }
    }
    let rows = min(names.count, size.rows)
    let first = min(max(0, prompt.choice - rows + 1), names.count - rows)
    return (0..<rows).map { row in
      (
        first + row, names[first + row],
        Rect(top: size.rows - rows + row, columns: size.columns, rows: 1)
      )
    }
  }

  private func style(of index: Int) -> Style {
    index == prompt.choice ? look[.focusedRow].with(Style(attributes: .reverse)) : look[.text]
  }
}

// MARK: - Under the pointer

extension PromptView {
  /// Something that can be clicked on.
  enum Answer: Hashable {
    /// One of those that can be chosen.
    case choice(Int)
    /// A way to complete what is typed.
    case candidate(Int)
  }

  /// The answer that is shown at a place; `nil` where there is none.
  func answer(at point: Point, in size: Size) -> Answer? {
    switch prompt.question {
    case .status:
      statusPlaces(in: size).first { $0.rect.contains(point) }.map { .choice($0.index) }
    case .correction:
      ChoicesView(reader: reader, prompt: prompt).choice(at: point, above: size.rows - 1)
        .map { .choice($0) }
    default: candidate(at: point, in: size).map { .candidate($0) }
    }
  }

  private func candidate(at point: Point, in size: Size) -> Int? {
    guard point.row == size.rows - 2 else { return nil }
    let (all, first) = candidates(columns: size.columns)
    var column = first > 0 ? SafeText.width(of: look.signs.ellipsis) : 1
    return all.indices.dropFirst(first).first { index in
      let left = column
      column += SafeText.width(of: all[index]) + 2
      return (left..<column - 2).contains(point.column)
    }
  }
}
