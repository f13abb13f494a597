/// What a later version of an article says otherwise than the one before: sentences, and who is credited with what.
public struct ArticleChanges: Hashable, Sendable {
  /// Something that has changed.
  public enum Change: Hashable, Sendable {
    /// A sentence that was not there before.
    case added(String)
    /// A sentence that is gone.
    case removed(String)
    /// A sentence in other words: before and after.
    case reworded(String, String)
    /// Words that somebody is credited with who was not before.
    case came(Credit)
    /// Words that nobody says any more.
    case gone(Credit)
    /// The same words are somebody else's now, or the source denies what it said: before and after.
    case recredited(Credit, Credit)
  }

  /// What somebody is credited with, so that it can stand by itself.
  public struct Credit: Hashable, Sendable {
    /// Who, the name before the office; `nil` for nobody.
    public var source: String?
    /// The words, with the verb that hands them over where they are no direct quotation.
    public var saying: Saying

    /// Somebody with words.
    public init(_ source: String?, _ saying: Saying) {
      self.source = source
      self.saying = saying
    }

    /// `Ann Roe: denied › that the port is closed`
    func text(in set: SignSet) -> String { "\(source ?? "nobody"): \(saying.text(in: set))" }
  }

  /// A change, and where it is.
  public struct Place: Hashable, Sendable {
    /// What has changed.
    public var change: Change
    /// Where that stands in the later version; for what is gone, what stands where it was.
    public var span: Span

    /// A change at a place.
    public init(_ change: Change, at span: Span) {
      self.change = change
      self.span = span
    }
  }

  /// The earlier version, and the later one.
  public var before, after: Article.ID
  /// Sentences, in order of reading.
  public var sentences: [Place]
  /// Attributions, in order of reading.
  public var attributions: [Place]

  /// Whether both say the same.
  public var isEmpty: Bool { sentences.isEmpty && attributions.isEmpty }
}

// MARK: - Comparing

extension ArticleChanges {
  /// From how much likeness on two sentences are one in other words, and what is said the same, from 0 to 1.
  ///
  /// It rests on the pairs in `Tests/HearsayModelTests/Versions/sentences.txt`: here 76 of 80 are told rightly, which is the
  /// most; where words count alike, however long they are, it is 73.
  private static let alike = 0.53

  /// Compares two versions.
  ///
  /// - Parameters:
  ///   - before: the earlier one, and where its sentences are.
  ///   - after: the later one, and where its sentences are.
  public init(
    from before: (analysis: Analysis, sentences: [Span]),
    to after: (analysis: Analysis, sentences: [Span])
  ) {
    self.before = before.analysis.article.id
    self.after = after.analysis.article.id
    sentences = Self.sentences(
      from: Self.pieces(before.sentences, of: before.analysis.article),
      to: Self.pieces(after.sentences, of: after.analysis.article),
      end: after.analysis.article.text.count)
    attributions = Self.attributions(from: before.analysis, to: after.analysis)
  }

  /// A stretch of text, as it is compared.
  private struct Piece {
    var span: Span
    var text: String
    var words: [String: Int]
    private var letters: Int

    init(_ span: Span, of article: Article) {
      self.span = span
      let end = min(span.end, article.text.count)
      text = article.text[Span(min(span.start, end), end)].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      words = Dictionary(
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { (String($0), 1) },
        uniquingKeysWith: +)
      letters = words.reduce(0) { $0 + $1.key.count * $1.value }
    }

    /// The part of their words that both have; a long word counts for more than a short one.
    func likeness(to other: Piece) -> Double {
      let all = letters + other.letters
      guard all > 0 else { return text == other.text ? 1 : 0 }
      let shared = words.reduce(0) { sum, word in
        sum + word.key.count * min(word.value, other.words[word.key] ?? 0)
      }
      return Double(2 * shared) / Double(all)
    }
  }

  private static func pieces(_ spans: [Span], of article: Article) -> [Piece] {
    spans.map { Piece($0, of: article) }.filter { !$0.text.isEmpty }
  }
}

// MARK: - Sentences

extension ArticleChanges {
  private static func sentences(from before: [Piece], to after: [Piece], end: Int) -> [Place] {
    let difference = after.map(\.text).difference(from: before.map(\.text))
    var gone = difference.removals.map { before[$0.place] }
    var come = difference.insertions.map { after[$0.place] }
    // What has only moved is not told.
    let moved = Set(gone.map(\.text)).intersection(come.map(\.text))
    gone.removeAll { moved.contains($0.text) }
    come.removeAll { moved.contains($0.text) }
    let pairs = pairs(of: gone, and: come)
    var places = pairs.map { old, new in
      Place(.reworded(gone[old].text, come[new].text), at: come[new].span)
    }
    for (index, piece) in come.enumerated() where !pairs.contains(where: { $0.1 == index }) {
      places.append(Place(.added(piece.text), at: piece.span))
    }
    let standing = Dictionary(
      after.map { ($0.text, $0.span) }, uniquingKeysWith: { first, _ in first })
    for (index, piece) in gone.enumerated() where !pairs.contains(where: { $0.0 == index }) {
      // It stood before the first sentence after it that is still there.
      let next = before.lazy.filter { $0.span.start > piece.span.start }
        .compactMap { standing[$0.text] }.first
      places.append(Place(.removed(piece.text), at: next ?? Span(end, end)))
    }
    return places.sorted { $0.span.start < $1.span.start }
  }

  /// Which of what is gone is which of what has come, the most alike first.
  private static func pairs(of gone: [Piece], and come: [Piece]) -> [(Int, Int)] {
    var likely: [(likeness: Double, gone: Int, come: Int)] = []
    for (old, piece) in gone.enumerated() {
      for (new, other) in come.enumerated() {
        let likeness = piece.likeness(to: other)
        if likeness >= alike { likely.append((likeness, old, new)) }
      }
    }
    var (olds, news): (Set<Int>, Set<Int>) = ([], [])
    return likely.sorted { ($1.likeness, $0.gone) < ($0.likeness, $1.gone) }.compactMap {
      guard !olds.contains($0.gone), !news.contains($0.come) else { return nil }
      olds.insert($0.gone)
      news.insert($0.come)
      return ($0.gone, $0.come)
    }
  }
}

extension CollectionDifference.Change {
  /// Where it is, in whatever it was taken from or put into.
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

// MARK: - Attributions

extension ArticleChanges {
  /// Words that somebody is credited with.
  private struct Said {
    /// Who, by whom two versions know the same source.
    var source: String?
    var stance: Stance?
    var credit: Credit
    var piece: Piece

    init?(_ attribution: Attribution, in analysis: Analysis) {
      guard let first = attribution.contentSpans.first else { return nil }
      let last = attribution.contentSpans.last ?? first
      let speaker = analysis.speaker(of: attribution)
      source = speaker?.name
      stance = attribution.stance
      credit = Credit(speaker?.nameFirst, analysis.saying(of: attribution))
      piece = Piece(Span(first.start, max(first.end, last.end)), of: analysis.article)
      if piece.text.isEmpty { return nil }
    }
  }

  private static func attributions(from before: Analysis, to after: Analysis) -> [Place] {
    let old = before.attributions.compactMap { Said($0, in: before) }
    var new = after.attributions.compactMap { Said($0, in: after) }
    var places: [Place] = []
    for said in old {
      let found = new.enumerated()
        .map {
          (index: $0, likeness: $1.piece.likeness(to: said.piece), same: $1.source == said.source)
        }
        .filter { $0.likeness >= alike }
        .max { ($0.likeness, $0.same ? 1 : 0) < ($1.likeness, $1.same ? 1 : 0) }
      guard let found else {
        let place = Span(
          min(said.piece.span.start, after.article.text.count),
          min(said.piece.span.start, after.article.text.count))
        places.append(Place(.gone(said.credit), at: place))
        continue
      }
      let now = new.remove(at: found.index)
      if now.source != said.source || now.stance != said.stance {
        places.append(Place(.recredited(said.credit, now.credit), at: now.piece.span))
      }
    }
    places += new.map { Place(.came($0.credit), at: $0.piece.span) }
    return places.sorted { $0.span.start < $1.span.start }
  }
}

// MARK: - In words

extension ArticleChanges.Change {
  /// What has happened, in a word or two.
  public var label: String {
    switch self {
    case .added: "added"
    case .removed: "removed"
    case .reworded: "reworded"
    case .came: "new attribution"
    case .gone: "attribution gone"
    case .recredited(let before, let after):
      before.source == after.source ? "said otherwise" : "credited to somebody else"
    }
  }

  /// What it is about, before where there is a before, and after.
  public func texts(in set: SignSet = .unicode) -> (before: String?, after: String?) {
    switch self {
    case .added(let text): (nil, text)
    case .removed(let text): (text, nil)
    case .reworded(let before, let after): (before, after)
    case .came(let credit): (nil, credit.text(in: set))
    case .gone(let credit): (credit.text(in: set), nil)
    case .recredited(let before, let after): (before.text(in: set), after.text(in: set))
    }
  }
}
