import HearsayModel
import HearsayText

/// Which stretches of an article were read for sources, as long as that is not all of it.
struct ReadStretches: Hashable, Sendable {
  private let spans: [Span]
  private let length: Int

  /// Stretches of a text of `length` bytes, in order of reading and apart from each other.
  init(_ spans: [Span], of length: Int) {
    self.spans = spans
    self.length = length
  }

  /// Whether a byte was read.
  func contains(_ offset: Int) -> Bool {
    let next = spans.partitioningIndex { $0.end > offset }
    return next < spans.count && spans[next].contains(offset)
  }

  /// What was not read yet, in order.
  var unread: [Span] {
    let starts = [0] + spans.map(\.end)
    let ends = spans.map(\.start) + [length]
    return zip(starts, ends).compactMap { $0 < $1 ? Span($0, $1) : nil }
  }

  /// How much of the text was read, in percent; never all of it.
  var percent: Int {
    let read = spans.reduce(0) { $0 + $1.count }
    return length == 0 ? 0 : min(99, read * 100 / length)
  }
}
