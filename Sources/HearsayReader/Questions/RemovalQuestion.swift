import HearsayModel
import HearsayScreen

/// Whether a mark with a note may go.
struct RemovalQuestion: Question {
  let mark: Mark.ID
  let takesText = false

  func press(_ key: Key, _ prompt: Prompt, in reader: inout Reader) -> [Effect]? {
    reader.prompt = nil
    if key == .character("y") || key == .character("Y") { return reader.forget(mark) }
    reader.message = "the mark stays"
    return []
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] { [] }

  func answer(_ words: String, in reader: inout Reader) -> [Effect] {
    words.first.map { reader.press(.character($0)) } ?? []
  }

  func draw(_ prompt: Prompt, on screen: inout Screen, for reader: Reader) {
    let row = Rect(top: screen.bounds.rows - 1, columns: screen.bounds.columns, rows: 1)
    screen.fill(row, .plain)
    Line(" Remove the mark and its note? y/n", reader.look[.prompt])
      .draw(on: &screen, row: row.top, in: row, look: reader.look)
  }
}
