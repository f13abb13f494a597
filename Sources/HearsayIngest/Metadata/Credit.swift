/// A line of an outlet's name, with or without a day: "The Valley Herald — 18 May 2015".
struct Credit: Hashable {
  var publisher: String
  var published: String?

  init?(line: String) {
    guard line.count <= 100 else { return nil }
    guard let day = NewsDay(firstIn: line) else {
      // A headline may end in "News" or in "Star": only a name that everybody knows stands for itself.
      guard let outlet = Outlets.knownName(line) else { return nil }
      publisher = outlet
      return
    }
    var name = String(line[..<day.range.lowerBound].trimmed)
    for weekday in NewsDay.weekdayNames where name.trimmingStops.hasSuffix(weekday) {
      name = String(name.trimmingStops.dropLast(weekday.count))
    }
    name = name.trimmingSeparators
    let after = String(line[day.range.upperBound...]).trimmingSeparators
    guard let outlet = Outlets.name(name.isEmpty ? after : name), name.isEmpty || after.count <= 12
    else {
      return nil
    }
    publisher = outlet
    published = day.iso
  }
}

extension String {
  /// Without the dashes, bars and commas that part the pieces of a credit.
  fileprivate var trimmingSeparators: String {
    let marks = "—–-|•·,;:. *_"
    guard let start = firstIndex(where: { !marks.contains($0) }),
      let end = lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[start...end])
  }
}
