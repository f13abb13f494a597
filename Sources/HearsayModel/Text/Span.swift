/// A stretch of an article's text: UTF-8 byte offsets, half-open.
///
/// Spans that only touch do not overlap. Inside the program offsets count bytes, because that is what
/// slicing and drawing need; the JSON contract counts code points (see ``ArticleText/scalarOffsets(of:)``).
public struct Span: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// One past the last byte; never less than `start`.
  public var end: Int

  /// A span from `start` up to, and without, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "A span cannot end before it starts.")
    self.start = start
    self.end = end
  }

  /// A span over a range of bytes.
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }
}

// MARK: - Measuring and comparing

extension Span {
  /// The span as a range of byte offsets.
  public var range: Range<Int> { start..<end }

  /// Length in bytes.
  public var count: Int { end - start }

  /// Whether the span covers no text.
  public var isEmpty: Bool { start == end }

  /// Whether the byte at `offset` belongs to the span.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether all of `other` lies inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// The bytes that both share, or `nil` where they share none.
  public func intersection(_ other: Span) -> Span? {
    overlaps(other) ? Span(max(start, other.start), min(end, other.end)) : nil
  }
}

extension Sequence<Span> {
  /// From the first byte of the earliest to the last of the latest, whatever stands between; `nil` for no spans.
  public var extent: Span? { reduce(nil) { $0?.union($1) ?? $1 } }
}

extension Span: Comparable {
  /// By start, then by end: the order of reading.
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
