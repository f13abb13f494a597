import HearsayModel

/// What the articles of the list are to answer to.
struct LibraryFilterQuestion: TakesFilter {
  func completions(of text: String, in reader: Reader) -> Filter.Completions? {
    reader.filters.completions(of: text)
      ?? Filter.completions(of: text)
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    take(text, in: &reader) { reader, filter in
      guard text.contains(where: { !$0.isWhitespace }) else {
        reader.unsift()
        return []
      }
      reader.message = "searching all articles…"
      return reader.remember(text, as: .filter) + [.library(.sift(filter))]
    }
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    filterLine(counting: "", prompt, columns: columns, in: reader)
  }
}
