import HearsayModel

extension MarksFormat {
  /// Standoff annotations of the text of one article.
  public static var brat: Self {
    ExportFormat(
      .brat, isOneToAFile: true, needsText: true,
      about: "standoff annotations of the marked text; with --output the text beside them"
    ) { marksStandoff(of: $0.marks, texts: $0.texts) }
  }
}

/// Marks as standoff annotations of the text of their article, in the order of reading.
///
/// ```
/// T1	Mark 1250 1310;1311 1330	There is no consensus …
/// A1	Status T1 todo
/// #1	AnnotatorNotes T1	ask The National which MP
/// ```
///
/// Offsets count code points of the text, and the words stand beside them. A piece never runs over a line end,
/// because brat knows none. What has no place in a text that is known cannot be said in this form and is left out.
func marksStandoff(of marks: [Mark], texts: [Article.ID: ArticleText]) -> String {
  byArticle(marks).map { marks in
    texts[marks[0].article].map { lines(of: marks, in: $0) } ?? ""
  }.joined()
}

private func lines(of marks: [Mark], in text: ArticleText) -> String {
  let placed = marks.compactMap { mark -> (mark: Mark, pieces: [Span])? in
    guard mark.anchor.span.end <= text.count else { return nil }
    let pieces = text.standoffPieces(of: mark.anchor.span)
    return pieces.isEmpty ? nil : (mark, pieces)
  }
  let scalars = text.scalarOffsets(of: placed.flatMap(\.pieces).flatMap { [$0.start, $0.end] })
  var lines: [String] = []
  var attributes = 0
  for (index, (mark, pieces)) in placed.enumerated() {
    let name = "T\(index + 1)"
    let places = pieces.map { "\(scalars[$0.start] ?? 0) \(scalars[$0.end] ?? 0)" }
    let words = pieces.map { text[$0].replacing("\t", with: " ") }
    lines.append(
      "\(name)\tMark \(places.joined(separator: ";"))\t\(words.joined(separator: " "))")
    for (kind, value) in [("Status", mark.status.rawValue), ("Priority", mark.priority.rawValue)] {
      attributes += 1
      lines.append("A\(attributes)\t\(kind) \(name) \(value)")
    }
    let saying = [mark.snapshot.source, mark.snapshot.cue, mark.snapshot.stance?.words]
      .compactMap(\.self).joined(separator: " ")
    let notes =
      (saying.isEmpty ? [] : [saying]) + [mark.due.map { "due \($0)" }].compactMap(\.self)
      + mark.tags.map { "#\($0)" }
      + mark.notes.map(\.text) + mark.evidence.map(\.text)
    if !notes.isEmpty {
      let said = notes.map(flat).joined(separator: " · ")
      lines.append("#\(index + 1)\tAnnotatorNotes \(name)\t\(said)")
    }
  }
  return lines.map { $0 + "\n" }.joined()
}
