import HearsayModel

/// What the list of marks is to answer to.
struct MarksFilterQuestion: TakesFilter {
  /// The filter before.
  let before: Filter?

  func completions(of text: String, in reader: Reader) -> Filter.Completions? {
    reader.filters.completions(of: text)
      ?? Filter.completions(of: text, among: reader.marks)
  }

  func typed(_ text: String, in reader: inout Reader) {
    if let filter = filter(typed: text, in: reader) { reader.siftMarks(by: filter) }
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    take(text, in: &reader) { reader, filter in
      reader.siftMarks(by: filter)
      let kept = reader.remember(text, as: .filter)
      let isEmpty = reader.markBook.list.marks.isEmpty
      return kept + (isEmpty ? reader.refuse(reader.emptyMarksWords) : [])
    }
  }

  func giveUp(in reader: inout Reader) { reader.siftMarks(by: before) }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    let all = reader.marks.count
    let list = reader.markBook.list
    let count =
      list.filter == nil ? "all \(all)" : "\(Set(list.marks.map(\.id)).count) of \(all)"
    return filterLine(counting: count, prompt, columns: columns, in: reader)
  }
}
