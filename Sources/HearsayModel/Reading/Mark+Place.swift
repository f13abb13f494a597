extension Mark {
  /// Where the words of a mark stand in a later version of its text.
  public enum Place: Hashable, Sendable {
    /// Where they stood, as they were.
    case unmoved(Span)
    /// Elsewhere, as they were but for typography.
    case moved(Span)
    /// Here in other words; the score, from 0.7 to 1, says how like them.
    case changed(Span, score: Double)
    /// Nowhere that is sure enough.
    case lost(Loss)

    /// Why a mark has no place.
    public enum Loss: String, Hashable, Sendable, CaseIterable {
      /// The words are gone.
      case gone
      /// Two places are equally likely.
      case ambiguous
      /// Such words are there, but on somebody else's lips.
      case otherSource
    }
  }
}

extension Mark.Place {
  /// Where the words are now; `nil` where they have no place.
  public var span: Span? {
    switch self {
    case .unmoved(let span), .moved(let span), .changed(let span, _): span
    case .lost: nil
    }
  }
}
