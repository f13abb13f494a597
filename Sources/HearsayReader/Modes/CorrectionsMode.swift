import HearsayModel
import HearsayScreen

/// The list of what the reader has set right in the open article.
struct CorrectionsMode: ListMode {
  static let view = KeyView.corrections
  static let opener: Action? = .listCorrections

  var place = ListPlace()

  static func open(in reader: inout Reader) -> [Effect] { reader.open(CorrectionsMode()) }

  func rows(in reader: Reader) -> any OverlayRows {
    CorrectionRows(
      corrections: reader.reading?.listedCorrections ?? [],
      traces: reader.reading?.sourcing?.corrections,
      key: reader.keys.name(of: .correctSpeaker, in: .article), look: reader.look)
  }

  func open(row: Int, in reader: inout Reader) -> [Effect] {
    reader.reading.map { reader.go(to: $0.listedCorrections[row]) } ?? []
  }

  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    action == .undo ? takeBackSelected(in: &reader) : actAsList(action, in: &reader)
  }

  func hints(in reader: Reader) -> [Hint] {
    [Hint(.openDetail, "open"), Hint(.undo), Hint(.search), Hint(.back)]
  }

  private func takeBackSelected(in reader: inout Reader) -> [Effect] {
    guard let row = selected(in: reader), let corrections = reader.reading?.listedCorrections else {
      return reader.refuse("Nothing is corrected here.")
    }
    let effects = reader.takeBack(corrections[row])
    move(by: 0, in: &reader)
    return effects
  }
}

extension Reader {
  /// Shows what a correction is about, in the article.
  fileprivate mutating func go(to correction: Correction) -> [Effect] {
    guard let sourcing = reading?.sourcing,
      let trace = sourcing.corrections?.trace(of: correction.id), !trace.isLost
    else { return refuse("Its words are not in this text.") }
    showArticle()
    return jumping { reader in
      if let id = trace.attributions.first, let index = sourcing.item(of: id) {
        reader.select(index)
      } else if let place = trace.place {
        if let index = sourcing.nearestItem(to: place.start) {
          reader.liftFilter(hiding: index)
          reader.setSelection(index)
        }
        reader.reading?.reveal(place)
      }
      return []
    }
  }
}

// MARK: - Rows

/// What the reader has set right in the open article, the last first.
struct CorrectionRows: OverlayRows {
  let corrections: [Correction]
  /// Where they are in the text.
  let traces: CorrectionTraces?
  /// The key that says who really spoke.
  let key: String?
  let look: Look
  let height = 3
  let isSelectable = true

  var title: String { "Corrections" }

  var emptyWords: String {
    let hint = key.map { " \($0) says who really spoke." } ?? ""
    return "Nothing is corrected in this article.\(hint)"
  }

  var count: Int { corrections.count }

  func words(of index: Int) -> String {
    let correction = corrections[index]
    return "\(correction.words) \(correction.subjectWords) \(correction.snapshot.source ?? "")"
  }

  /// What is right now, what the machine had said, and of which words.
  func lines(of index: Int) -> [Line] {
    let correction = corrections[index]
    let trace = traces?.trace(of: correction.id)
    var head = Line("  \(look.signs.corrected) ", look[.mark]).adding(correction.words, look[.row])
    if trace?.isLost ?? false {
      head = head.adding(" · its words are not in this text", look[.caution])
    }
    head.right = [.init(text: "\(correction.dayWords) ", style: look[.quiet])]
    let indent = "    "
    let words = correction.subjectWords.prefix(240).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return [
      head, Line(indent + words, look[.quiet]),
      Line(indent + correction.machineWords, look[.quiet]),
    ]
  }
}

extension Reading {
  /// What was set right here, the last first.
  var listedCorrections: [Correction] { corrections.sorted { $1.isBefore($0) } }
}
