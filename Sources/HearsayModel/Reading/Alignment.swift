/// Where a pattern stands in a text, with how many letters put in, left out or exchanged.
struct Alignment: Hashable {
  /// The stretch of the text that is most like the pattern.
  var range: Range<Int>
  /// How many letters differ.
  var errors: Int

  /// The stretch of `window` that is most like `pattern`; of several the first.
  ///
  /// As many steps as the pattern has letters for each letter of the window: for windows, not for whole texts.
  init(of pattern: ArraySlice<UInt32>, in text: [UInt32], window: Range<Int>) {
    let pattern = Array(pattern)
    let count = pattern.count
    // In column i: the fewest errors of the first i letters of the pattern, and where that stretch began.
    var errors = Array(0...count)
    var starts = [Int](repeating: window.lowerBound, count: count + 1)
    var best = (errors: count, range: window.lowerBound..<window.lowerBound)
    for position in window {
      let letter = text[position]
      var diagonal = (errors[0], starts[0])
      errors[0] = 0
      starts[0] = position + 1
      for index in 0..<count {
        let above = (errors[index + 1], starts[index + 1])
        var new = diagonal
        if pattern[index] != letter { new.0 += 1 }
        if above.0 + 1 < new.0 { new = (above.0 + 1, above.1) }
        if errors[index] + 1 < new.0 { new = (errors[index] + 1, starts[index]) }
        errors[index + 1] = new.0
        starts[index + 1] = new.1
        diagonal = above
      }
      if errors[count] < best.errors { best = (errors[count], starts[count]..<position + 1) }
    }
    range = best.range
    self.errors = best.errors
  }

  /// How like the pattern the best stretch of the window is, from 0 to 1.
  static func likeness(
    of pattern: [UInt32], in text: [UInt32], window: Range<Int>
  ) -> Double {
    guard !pattern.isEmpty else { return 0 }
    let alignment = Alignment(of: pattern[...], in: text, window: window)
    return 1 - Double(alignment.errors) / Double(pattern.count)
  }
}
