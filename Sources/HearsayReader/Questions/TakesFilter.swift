import HearsayModel
import HearsayScreen

/// A question for a filter: what is half typed is no filter yet, and what is wrong is pointed at.
protocol TakesFilter: Question {}

extension TakesFilter {
  var historyKind: History.Kind? { .filter }

  /// The filter that the words typed so far are; `nil` while they are still becoming one.
  func filter(typed text: String, in reader: Reader) -> Filter? {
    let mayBecomeKey =
      reader.completions?.candidates.contains { $0.hasSuffix(":") } ?? false
      && !Filter.endsOnScreenWords(text)
    let isBlank = text.allSatisfy(\.isWhitespace)
    guard isBlank || !mayBecomeKey else { return nil }
    return try? Filter(text, named: reader.filters)
  }

  /// Takes a filter as it was typed, or points at what is wrong with it.
  func take(
    _ text: String, in reader: inout Reader, _ body: (inout Reader, Filter) -> [Effect]
  ) -> [Effect] {
    do {
      let filter = try Filter(text, named: reader.filters)
      reader.prompt = nil
      return body(&reader, filter)
    } catch {
      reader.prompt?.refuse(at: error.place.lowerBound)
      return [.bell]
    }
  }

  /// The filter with what it finds; above it how it can go on, or what is wrong with it.
  func filterLine(
    counting count: String, _ prompt: Prompt, columns: Int, in reader: Reader
  ) -> PromptLine {
    var line = PromptLine(columns >= 40 ? "filter: " : "f:", status: count, offers: true)
    do {
      _ = try Filter(prompt.line.text, named: reader.filters)
    } catch {
      line.status = ""
      line.wrong = error.place
      line.above = Line(" \(error.sentence)", reader.look[.flag])
      // While something can still be completed it is not wrong, only unfinished.
      line.offers = !prompt.isRefused
    }
    return line
  }
}
