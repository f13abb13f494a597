extension Mark {
  /// Where the words of a mark stand in another version of its text.
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
      /// The reader said so.
      case refused
    }
  }

  /// Where the words of a mark stand in a version that it was not made on.
  public struct Drift: Hashable, Sendable {
    /// The version.
    public var article: Article.ID
    /// Where they stand in it.
    public var place: Place

    /// A place in a version.
    public init(_ place: Place, in article: Article.ID) {
      self.place = place
      self.article = article
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

  /// Whether other words stand there now.
  public var isChanged: Bool { if case .changed = self { true } else { false } }

  /// Whether there is no place.
  public var isLost: Bool { span == nil }
}

// MARK: - In the version that is being read

extension Mark {
  /// Where its words are in a version of its article; `nil` where they have no place there, or where that is
  /// another article.
  public func span(in article: Article.ID) -> Span? {
    if self.article == article { return anchor.span }
    guard let drift, drift.article == article else { return nil }
    return drift.place.span
  }

  /// Whether its words were changed, and the reader has not said yet what to think of that.
  public var isOnChangedWords: Bool { drift?.place.isChanged ?? false }

  /// Whether its words have no place in the version that is being read.
  public var isLost: Bool { drift?.place.isLost ?? false }

  /// The mark on the changed words at its present place, because they are the same claim; the words first marked
  /// are kept in its snapshot.
  ///
  /// - Parameter text: the version in which it has drifted.
  /// - Returns: `nil` where it has no place in that version.
  public func settled(in text: ArticleText) -> Mark? {
    guard let drift, let span = drift.place.span, span.end <= text.count else { return nil }
    var mark = self
    mark.snapshot.formerWords = snapshot.formerWords ?? anchor.exact
    mark.snapshot.words = nil
    mark.article = drift.article
    mark.anchor = Anchor(span, in: text)
    mark.drift = nil
    return mark
  }

  /// The mark as having no place in the version in which it has drifted, because the reader says so.
  public var refused: Mark? {
    guard let drift else { return nil }
    var mark = self
    if !mark.refusedIn.contains(drift.article) { mark.refusedIn.append(drift.article) }
    mark.drift = Drift(.lost(.refused), in: drift.article)
    return mark
  }
}
