import HearsayModel
import HearsayPatterns

/// Words to find in the article, or a pattern.
struct SearchQuestion: Question {
  /// Where the search began.
  let origin: ArticlePlace
  /// The search before it.
  let before: TextSearch?
  let historyKind: History.Kind? = .search

  func typed(_ text: String, in reader: inout Reader) { reader.searchAsTyped(text, from: origin) }

  func enter(_ text: String, in reader: inout Reader) -> [Effect] {
    if reader.search?.matches.isEmpty ?? true, Pattern.isPattern(text),
      let problem = PatternProblem(in: text)
    {
      // It does not occur as it stands, and it is no pattern: the cursor goes to what is wrong.
      reader.prompt?.refuse(at: problem.place.lowerBound)
      return [.bell]
    }
    reader.prompt = nil
    let kept = reader.remember(text, as: .search)
    if text.isEmpty {
      reader.search = before
      return before == nil ? [] : reader.stepAlongMatches(1)
    }
    if let search = reader.search, search.matches.isEmpty, search.awaitedFrom == nil {
      return kept + reader.refuse("“\(search.query)” does not occur.")
    }
    if let left = reader.visit(at: origin) { reader.trail.jumps.leave(left) }
    return kept
  }

  func giveUp(in reader: inout Reader) {
    reader.search = before
    reader.reading?.scroll(toByte: origin.top)
    if let selection = origin.selection,
      let index = reader.reading?.sourcing?.nearestItem(to: selection)
    {
      reader.setSelection(index)
    }
  }

  /// With what it finds, or what is wrong with it.
  func line(for prompt: Prompt, columns: Int, in reader: Reader) -> PromptLine {
    guard prompt.isRefused, let problem = PatternProblem(in: prompt.line.text) else {
      return PromptLine("/", status: reader.search?.counter ?? "")
    }
    let words = "“\(prompt.line.text)” does not occur. \(problem.sentence)"
    var line = PromptLine("/", above: Line(" \(words)", reader.look[.flag]))
    line.wrong = problem.place
    return line
  }
}

extension Reader {
  mutating func askForSearch() -> [Effect] {
    guard let place else { return refuse("There is no article to search.") }
    return ask(SearchQuestion(origin: place, before: search))
  }
}
