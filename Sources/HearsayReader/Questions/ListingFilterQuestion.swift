import HearsayModel

/// What the list of who said what is to answer to.
struct ListingFilterQuestion: TakesFilter {
  /// The filter before.
  let before: Filter?
  /// Where one was, so that half a word leads nobody away.
  let origin: ArticlePlace

  func completions(of text: String, in reader: Reader) -> Filter.Completions? {
    reader.filters.completions(of: text)
      ?? Filter.completions(of: text, in: reader.reading?.sourcing?.analysis)
  }

  func typed(_ text: String, in reader: inout Reader) {
    guard let filter = filter(typed: text, in: reader) else { return }
    reader.go(to: origin, showingIt: false)
    reader.sift(by: filter)
    reader.selectWhatPasses()
  }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    take(text, in: &reader) { reader, filter in
      let kept = reader.remember(text, as: .filter)
      reader.sift(by: filter)
      if reader.place != origin, let left = reader.visit(at: origin) {
        reader.trail.jumps.leave(left)
      }
      let isEmpty = reader.reading?.passing?.isEmpty ?? false
      return kept + (isEmpty ? reader.refuse("Nothing here passes the filter.") : [])
    }
  }

  func giveUp(in reader: inout Reader) {
    reader.sift(by: before)
    reader.go(to: origin, showingIt: false)
  }

  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    let items = reader.reading?.sourcing?.items.count ?? 0
    let count = reader.reading?.passing.map { "\($0.count) of \(items)" } ?? "all \(items)"
    return filterLine(counting: count, prompt, columns: columns, in: reader)
  }
}

extension Reader {
  mutating func askForFilter() -> [Effect] {
    guard let place, reading?.sourcing != nil else {
      return refuse("Who said what is not known yet.")
    }
    let filter = listing.filter
    return ask(ListingFilterQuestion(before: filter, origin: place), line: filter?.text ?? "")
  }
}
