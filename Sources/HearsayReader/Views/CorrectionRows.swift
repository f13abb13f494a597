import HearsayModel
import HearsayScreen

/// What the reader has set right in the open article, the last first.
struct CorrectionRows: OverlayRows {
  let reader: Reader
  private let corrections: [Correction]
  let height = 3
  let isSelectable = true

  init(reader: Reader) {
    self.reader = reader
    corrections = reader.listedCorrections
  }

  var title: String { "Corrections" }

  var emptyWords: String {
    let key = reader.keys.name(of: .correctSpeaker, in: .article)
      .map { " \($0) says who really spoke." }
    return "Nothing is corrected in this article.\(key ?? "")"
  }

  var count: Int { corrections.count }

  func words(of index: Int) -> String {
    let correction = corrections[index]
    return "\(correction.words) \(correction.subjectWords) \(correction.snapshot.source ?? "")"
  }

  /// What is right now, what the machine had said, and of which words.
  func lines(of index: Int) -> [Line] {
    let look = reader.look
    let correction = corrections[index]
    let trace = reader.reading?.sourcing?.corrections?.trace(of: correction.id)
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

extension Reader {
  /// The corrections of the open article, the last first.
  var listedCorrections: [Correction] {
    (reading?.corrections ?? []).sorted { $1.isBefore($0) }
  }
}
