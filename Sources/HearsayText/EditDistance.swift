extension String {
  /// How many letters must be put in, left out or changed; more than `limit` is not counted out.
  package func editDistance(to other: String, atMost limit: Int) -> Int {
    let left = Array(self.unicodeScalars)
    let right = Array(other.unicodeScalars)
    if abs(left.count - right.count) > limit { return limit + 1 }
    var row = Array(0...right.count)
    for (i, one) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, two) in right.enumerated() {
        let changed = diagonal + (one == two ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
