import HearsayModel
import HearsayPatterns
import HearsayText

// The list of who said what, filtered.
extension Reader {
  /// The filters that have names.
  var filters: NamedFilters { setup.preferences.filters }

  /// Keeps the filter in force under a name, for this session and the next ones.
  mutating func keepFilter(as name: String) -> [Effect] {
    let wanted = modes.isTop(MarksMode.self) ? markBook.list.filter : listing.filter
    guard let text = wanted?.text, !text.isEmpty else {
      return refuse("There is no filter to keep: f makes one.")
    }
    do throws(Filter.Problem) {
      try learn(text, as: name)
    } catch {
      return refuse(error.sentence)
    }
    message = "kept: @\(name) is \(text)"
    return [.keepFilter(name: name, text: text)]
  }

  /// Lists only what a filter lets pass; `nil` for everything.
  mutating func sift(by filter: Filter?) {
    let wanted = filter?.text.contains { !$0.isWhitespace } ?? false ? filter : nil
    guard wanted != listing.filter else { return }
    listing.filter = wanted
    let passing = passing(wanted)
    reading?.passing = passing
    fit()
    selectWhatPasses()
  }

  /// The same filter again, after marks have changed.
  mutating func siftAnew() {
    guard let filter = listing.filter, filter.asksForMarks else { return }
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
      listing.filter = nil
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
        let mark = marks.isEmpty ? nil : sourcing.mark(on: item, among: marks)
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
    let place = passing.partitioningIndex { $0 >= index }
    return place < passing.count && passing[place] == index
  }

  /// What is gone to is shown: a filter that hides it is taken off, and that is said.
  mutating func liftFilter(hiding index: Int) {
    guard !isListed(index) else { return }
    sift(by: nil)
    message = "filter lifted: it was hiding this"
  }

  /// Selects the nearest item that is still listed.
  mutating func selectWhatPasses() {
    guard let passing = reading?.passing, !passing.isEmpty else { return }
    let selected = reading?.selected ?? 0
    guard !isListed(selected) else { return }
    let next = passing.partitioningIndex { $0 >= selected }
    select(passing[min(next, passing.count - 1)])
  }
}
