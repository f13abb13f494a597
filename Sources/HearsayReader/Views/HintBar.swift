import HearsayModel
import HearsayScreen

/// The lowest row: what can be done now, what is said, what is asked.
struct HintBar {
  let reader: Reader

  private var look: Look { reader.look }

  func draw(on screen: inout Screen, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if let message = reader.message {
      return Line(" \(message)", look[.message]).draw(
        on: &screen, row: rect.top, in: rect, look: look)
    }
    hints(columns: rect.columns).draw(on: &screen, row: rect.top, in: rect, look: look)
  }

  /// As many hints as fit; none is cut.
  private func hints(columns: Int) -> Line {
    var line = Line()
    let counter = status
    line.right = counter.isEmpty ? [] : [.init(text: " \(counter) ", style: look[.hint])]
    var left = columns - (counter.isEmpty ? 0 : counter.count + 3)
    for action in reader.pending.isEmpty ? actions : [] {
      guard let key = reader.keys.name(of: action) else { continue }
      // Where there is hardly any room the keys alone stand there.
      let words = columns < 40 ? "" : " \(action.hint)"
      let width = SafeText.width(of: key + words) + (columns < 40 ? 1 : 2)
      guard width <= left else { break }
      left -= width
      line = line.adding(columns < 40 ? " " : "  ").adding(key, look[.hintKey])
        .adding(words, look[.hint])
    }
    if !reader.pending.isEmpty {
      line = Line(" " + reader.pending.map(\.name).joined(separator: " ") + " …", look[.hintKey])
    } else if let first = line.left.first, first.text == "  " {
      line.left[0].text = " "
    }
    return line
  }

  /// What matters most in the pane that has the keys, in order.
  private var actions: [Action] {
    if let overlay = reader.overlays.last {
      switch overlay.subject {
      case .help: return [.search, .back]
      case .sheet: return [.pageDown, .search, .back, .help]
      case .articles: return [.openDetail, .search, .help, .listMarks, .back]
      case .marks:
        let changed = reader.marksList.selectedMark?.isOnChangedWords ?? false
        return (changed ? [.openCard, .confirmWords, .loseWords] : [])
          + [.openDetail, .openCard, .setStatus, .setDue, .addNote, .group, .filter, .back, .help]
          + [.setPriority, .setTags, .addEvidence, .mark, .undo]
      case .card(let id):
        let mark = reader.marks.first { $0.id == id }
        return (mark?.isOnChangedWords ?? false ? [.confirmWords, .loseWords] : []) + [
          .openDetail, .setStatus, .setDue, .addNote, .addEvidence, .back, .help,
        ]
          + [.setPriority, .setTags, .editNote, .mark, .undo]
      }
    }
    guard let reading = reader.reading else { return [.listArticles, .help, .quit] }
    guard reading.sourcing != nil else { return [.pageDown, .search, .listArticles, .help, .back] }
    let panes: [Action] = Frame.isSideBySide(reader.size, zen: reader.zen) ? [.zen] : [.turn]
    switch reader.focus {
    case .article:
      let matches: [Action] =
        reader.search != nil ? [.nextMatch, .cancel] : reader.filter != nil ? [.cancel] : []
      return matches
        + [.nextAttribution, .mark, .help, .nextSameSource, .nextUnattributed, .openDetail] + panes
        + [.filter, .sheet, .search]
    case .list:
      return [.openDetail, .group, .mark, .help, .filter, .nextSameSource, .focusArticle] + panes
    case .detail: return [.back, .mark, .setStatus, .editNote, .nextAttribution, .help]
    }
  }

  /// `3/14` while something is searched for; else which attribution is selected, and how sure it is.
  private var status: String {
    guard reader.overlays.isEmpty, let reading = reader.reading else { return "" }
    if let search = reader.search { return search.counter }
    guard let sourcing = reading.sourcing else {
      return reader.size.rows < 16 ? HeaderView.progress(of: reading) : ""
    }
    guard let item = reader.selectedItem else { return "" }
    guard let attribution = sourcing.attribution(of: item) else { return "" }
    let place = "\(attribution.id.number)/\(sourcing.analysis.attributions.count)"
    guard reader.size.columns >= 60 else { return place }
    return "\(place) · \(Int((attribution.confidence * 100).rounded())) % sure"
  }
}
