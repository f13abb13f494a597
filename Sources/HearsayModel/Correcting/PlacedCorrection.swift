/// A correction with the places of its words in one text.
public struct PlacedCorrection: Hashable, Sendable {
  /// The correction.
  public var correction: Correction
  /// Where the attributions stand that it speaks of, in the order of ``Correction/Change/subjects``; `nil` for one
  /// without a place.
  public var subjects: [PlacedSubject?]
  /// Where the sources are mentioned that it speaks of, in the order of ``Correction/Change/parties``.
  public var mentions: [Span?]
}

/// An attribution by the places of its words in one text.
public struct PlacedSubject: Hashable, Sendable {
  /// The words that name the source.
  public var source: Span?
  /// The words that hand the content to the source.
  public var cue: Span?
  /// What is said; empty where it has no place any more.
  public var content: [Span]
}

extension PlacedCorrection {
  /// Whether its words have no place in the text, so that it does nothing there.
  public var isLost: Bool {
    switch correction.change {
    case .speaker, .dismissal, .addition, .separation: subjects.allSatisfy { $0 == nil }
    case .spans: (subjects.last ?? nil) == nil
    // A source may still be known by its name.
    case .merger, .kind, .naming: false
    }
  }
}

// MARK: - Finding

extension PlacedCorrection {
  /// Where corrections stand in a text, in the order in which they were made.
  public static func all(_ corrections: [Correction], in text: ArticleText) -> [PlacedCorrection] {
    guard !corrections.isEmpty else { return [] }
    let finder = AnchorFinder(text)
    func place(_ anchor: Mark.Anchor) -> Span? { finder.place(of: anchor).span }
    func place(_ subject: Correction.Subject) -> PlacedSubject? {
      let placed = PlacedSubject(
        source: subject.source.flatMap(place), cue: subject.cue.flatMap(place),
        content: subject.content.compactMap(place).sorted())
      return placed.content.isEmpty && placed.cue == nil ? nil : placed
    }
    return corrections.sorted { ($0.created, $0.id.uuidString) < ($1.created, $1.id.uuidString) }
      .map { correction in
        PlacedCorrection(
          correction: correction, subjects: correction.change.subjects.map(place),
          mentions: correction.change.parties.map { $0.mention.flatMap(place) })
      }
  }
}

// MARK: - Comparing

extension PlacedSubject {
  /// How well an attribution fits, from 0 (another one) to 1 (the same words).
  ///
  /// Two attributions of one sentence may share words, but not the cue; so where both have one that decides. An
  /// engine that draws the edges of the content otherwise still means the same attribution.
  public func likeness(cue other: Span?, content others: [Span]) -> Double {
    let shared = content.reduce(0) { sum, span in
      sum + others.reduce(0) { $0 + (span.intersection($1)?.count ?? 0) }
    }
    let longer = max(Self.length(content), Self.length(others))
    let share = longer == 0 ? 0 : Double(shared) / Double(longer)
    if let cue, let other {
      guard cue.overlaps(other), share > 0 || content.isEmpty else { return 0 }
      return 0.5 + share / 2
    }
    return share > 0.5 ? share : 0
  }

  /// The place of the likest of some attributions; `nil` where none is.
  public func best<Candidates: Collection>(
    of candidates: Candidates, _ spans: (Candidates.Element) -> (cue: Span?, content: [Span])
  ) -> Candidates.Index? {
    var best: (index: Candidates.Index, likeness: Double)?
    for index in candidates.indices {
      let (cue, content) = spans(candidates[index])
      let likeness = likeness(cue: cue, content: content)
      if likeness > best?.likeness ?? 0 { best = (index, likeness) }
    }
    return best?.index
  }

  private static func length(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + $1.count } }
}
