/// The word of a list that was probably meant: the one with the fewest letters to change, if they are few.
public func nearest(to word: String, among words: [String]) -> String? {
  let wanted = Array(word.lowercased())
  guard !wanted.isEmpty else { return nil }
  let begun = words.filter { $0.lowercased().hasPrefix(word.lowercased()) }
  if begun.count == 1 { return begun[0] }
  let best = words.map { (changes(from: wanted, to: Array($0.lowercased())), $0) }
    .min { $0.0 < $1.0 }
  guard let best, best.0 <= max(1, wanted.count / 2) else { return nil }
  return best.1
}

/// How many letters are to be added, taken away or exchanged.
private func changes(from left: [Character], to right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (index, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let cost = character == other ? diagonal : diagonal + 1
      diagonal = row[column + 1]
      row[column + 1] = min(cost, row[column] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
