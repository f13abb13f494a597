import HearsayModel
import HearsayPatterns

// The list of who said what, filtered.
extension Reader {
  mutating func askForFilter() -> [Effect] {
    guard let place, reading?.sourcing != nil else {
      return refuse("Who said what is not known yet.")
    }
    overlays = []
    prompt = Prompt(.sift(before: filter, from: place), line: filter?.text ?? "")
    return []
  }

  /// Lists only what a filter lets pass; `nil` for everything.
  mutating func sift(by filter: Filter?) {
    let wanted = filter?.text.contains { !$0.isWhitespace } ?? false ? filter : nil
    guard wanted != self.filter else { return }
    self.filter = wanted
    let passing = passing(wanted)
    reading?.passing = passing
    fit()
    selectWhatPasses()
  }

  /// The same filter again, after marks have changed.
  mutating func siftAnew() {
    guard let filter, filter.asksForMarks else { return }
    let passing = passing(filter)
    reading?.passing = passing
    fit()
    selectWhatPasses()
  }

  /// The items of the open article that a filter lets pass, in order. A filter that takes too long is taken off.
  mutating func passing(_ filter: Filter?) -> [Int]? {
    do {
      return try places(passing: filter)
    } catch {
      self.filter = nil
      message = error.sentence
      return nil
    }
  }

  private func places(passing filter: Filter?) throws(PatternLimit) -> [Int]? {
    guard let filter, let sourcing = reading?.sourcing else { return nil }
    let analysis = sourcing.analysis
    let marks = filter.asksForMarks ? marksHere : []
    let asksForCorrections = filter.asksForCorrections
    return try filter.passing(
      sourcing.items.lazy.map { item -> Filter.Facts in
        let mark = marks.isEmpty ? nil : self.mark(on: item, among: marks)
        let isCorrected = asksForCorrections && !sourcing.corrections(of: item).isEmpty
        if let attribution = sourcing.attribution(of: item) {
          return Filter.Facts(attribution, in: analysis, mark: mark, isCorrected: isCorrected)
        }
        // An item that is no attribution is a sentence.
        guard let sentence = sourcing.sentence(of: item) else { return Filter.Facts() }
        return Filter.Facts(sentence, in: analysis, mark: mark, isCorrected: isCorrected)
      }, today: surroundings.today())
  }

  /// Whether an item is in the list as it is filtered now.
  func isListed(_ index: Int) -> Bool {
    guard let passing = reading?.passing else { return true }
    let place = passing.firstPast { $0 >= index }
    return place < passing.count && passing[place] == index
  }

  /// Selects the nearest item that is still listed.
  mutating func selectWhatPasses() {
    guard let passing = reading?.passing, !passing.isEmpty else { return }
    let selected = reading?.selected ?? 0
    guard !isListed(selected) else { return }
    let next = passing.firstPast { $0 >= selected }
    select(passing[min(next, passing.count - 1)])
  }

  /// Takes a filter as it was typed, or points at what is wrong with it.
  mutating func finishFilter(_ text: String, from origin: Place) -> [Effect] {
    do {
      let filter = try Filter(text)
      prompt = nil
      let kept = remember(text, as: .filter)
      sift(by: filter)
      if place != origin { jumps.leave(origin) }
      if let passing = reading?.passing, passing.isEmpty {
        return kept + refuse("Nothing here passes the filter.")
      }
      return kept
    } catch {
      return pointAt(error, in: text)
    }
  }

  /// Puts the cursor on what is wrong with a filter that was typed.
  mutating func pointAt(_ problem: Filter.Problem, in text: String) -> [Effect] {
    prompt?.line = LineEditor(
      String(text.prefix(problem.place.lowerBound)),
      before: String(text.dropFirst(problem.place.lowerBound)))
    prompt?.isRefused = true
    return [.bell]
  }
}
