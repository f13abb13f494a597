import HearsayModel

extension JudgedAttribution {
  /// "last month", "this June" in a sentence without a date: the day of publication is needed to understand it.
  var isRelativeInTime: Bool {
    Set(own.spans.flatMap { document.sentenceRange(over: $0) }).contains { sentence in
      let words = document.words(in: document.sentences[sentence].span)
      return pointsFromToday(words) && !hasDate(words)
    }
  }

  private func pointsFromToday(_ words: [String]) -> Bool {
    words.indices.contains { index in
      let length = lexicon.timePointers.length(at: index, in: words)
      return length > 0 && index + length < words.count
        && lexicon.unitsAndMonths.contains(words[index + length])
    }
  }

  /// A year, or a month beside a day.
  private func hasDate(_ words: [String]) -> Bool {
    words.indices.contains { index in
      if Years.contain(words[index]) { return true }
      guard lexicon.months.contains(words[index]), !lexicon.may.contains(words[index]) || index > 0
      else {
        return false
      }
      return index + 1 < words.count && isDay(words[index + 1])
        || index > 0 && isDay(words[index - 1])
    }
  }

  private func isDay(_ word: String) -> Bool { Int(word).map { $0 < 32 } == true }
}
