import HearsayModel
import HearsayScreen

/// The marks of all articles, those of the open one first.
struct MarkRows: OverlayRows {
  let reader: Reader
  private let marks: [Mark]
  let height = 3
  let isSelectable = true

  init(reader: Reader) {
    self.reader = reader
    marks = reader.listedMarks
  }

  var title: String { "Marks" }

  var emptyWords: String {
    let key = reader.keys.name(of: .mark).map { " \($0) marks what is selected." } ?? ""
    return "Nothing is marked yet.\(key)"
  }

  var count: Int { marks.count }

  func words(of index: Int) -> String {
    let mark = marks[index]
    return
      ([mark.status.rawValue, mark.anchor.exact, mark.note]
      + [mark.snapshot.source, mark.snapshot.articleTitle, mark.snapshot.publisher].compactMap(
        \.self)
      + mark.tags).joined(separator: " ")
  }

  /// Status and who said it, what was said, what the reader wrote.
  func lines(of index: Int) -> [Line] {
    let look = reader.look
    let mark = marks[index]
    let status = mark.status.rawValue
    let pad = String(repeating: " ", count: max(1, 13 - status.count))
    let manner = mark.snapshot.manner.map { String($0.sign(in: look.signSet)) } ?? " "
    let naming = mark.snapshot.naming.sign(in: look.signSet)
    var head = Line("  ").adding(status + pad, mark.status.isOpen ? look[.mark] : look[.quiet])
      .adding("\(manner)\(naming) \(mark.snapshot.source ?? "nobody")", look[.row])
    if let drift = mark.drift { head = head.adding(" (\(drift.words))", look[.quiet]) }
    let title = mark.snapshot.articleTitle ?? mark.snapshot.location ?? ""
    if !title.isEmpty {
      let limit = max(8, reader.size.columns / 3)
      head.right = [
        .init(text: cut(title, to: limit, ellipsis: look.signs.ellipsis) + " ", style: look[.quiet])
      ]
    }
    let indent = String(repeating: " ", count: 15)
    let words = mark.anchor.exact.prefix(240).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let note = mark.note.split(whereSeparator: \.isNewline).joined(separator: " ")
    return [
      head, Line(indent + words, look[.quiet]),
      Line(note.isEmpty ? "" : "\(indent)\(look.signs.mark) \(note)", look[.row]),
    ]
  }
}
