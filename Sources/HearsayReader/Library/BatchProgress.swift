/// How far the analysis of many articles has come.
package struct BatchProgress: Hashable, Sendable {
  /// How many are done, and how many there were at the beginning.
  package var done, all: Int
  /// How long the rest will take, in seconds; `nil` as long as nobody can tell.
  package var secondsLeft: Double?

  /// So many of so many.
  package init(done: Int, of all: Int, secondsLeft: Double? = nil) {
    self.done = done
    self.all = all
    self.secondsLeft = secondsLeft
  }
}

extension BatchProgress {
  /// `analysing 12 of 84, about 3 minutes left`
  var words: String {
    let count = "analysing \(min(done + 1, all)) of \(all)"
    guard let secondsLeft else { return count }
    let minutes = Int((secondsLeft / 60).rounded(.up))
    return secondsLeft < 50
      ? "\(count), less than a minute left"
      : "\(count), about \(minutes) minute\(minutes == 1 ? "" : "s") left"
  }
}
