import HearsayText

/// What somebody said, in a form that can stand by itself: no reader of it takes a denial for an assertion.
///
/// Everything that shows or hands on what was said takes it from here: list, card, marks, clipboard, reports, exports.
///
/// ```
/// "We had no choice but to close it,"
/// denies › that anything has been settled
/// said › which (The plan, which Roe said would fail, was dropped.)
/// ```
public struct Saying: Hashable, Sendable {
  /// The words that hand it over; `nil` for a quotation between marks that the source stands by, and where there are none.
  public var cue: String?
  /// Where the source stands to the words.
  public var stance: Stance?
  /// The words, with quotation marks where the article has them; what was left out between two pieces is shown as cut.
  public var words: String
  /// The sentence around words that say nothing alone: *which*, *it*.
  public var context: String?

  /// Words that are handed over by `cue`; each text is brought on one line.
  public init(
    cue: String?, manner: Manner?, stance: Stance?, words: String, context: String? = nil
  ) {
    let cue = cue.map { Self.inASentence(Self.flat($0)) } ?? ""
    // Words within somebody else's quotation have no marks of their own, and a word or two are only a part of what was
    // said: there the verb says what they are.
    let pieces = words.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    let isQuoted =
      manner == .direct && pieces.count > 2
      && pieces[0].unicodeScalars.first?.properties.isQuotationMark == true
    let isBare = manner == nil || isQuoted && stance == nil
    self.cue = isBare || !cue.contains(where: \.isLetter) ? nil : cue
    self.stance = stance
    self.words = Self.flat(words)
    self.context = context.map(Self.flat)
  }

  /// What stands before the words: `denies › `; empty where nothing does.
  public func lead(in set: SignSet) -> String {
    cue.map { "\($0) \(Signs(set).handsOver) " } ?? ""
  }

  /// What stands behind the words: the sentence they are from, in parentheses; empty where they say enough.
  public var tail: String { context.map { " (\($0))" } ?? "" }

  /// All of it in one line.
  public func text(in set: SignSet) -> String { lead(in: set) + words + tail }

  /// *According to*, which opened its sentence, as it stands within one.
  private static func inASentence(_ cue: String) -> String {
    guard let first = cue.first, first.isUppercase, cue.dropFirst().first?.isLowercase ?? false
    else { return cue }
    return first.lowercased() + cue.dropFirst()
  }

  /// A text on one line.
  private static func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// MARK: - Of an analysis, of a mark

extension Analysis {
  /// What an attribution says, as it can stand by itself.
  ///
  /// - Parameters:
  ///   - attribution: one of the analysis.
  ///   - limit: how many bytes of each piece are taken: no more than fits where it is shown.
  public func saying(of attribution: Attribution, limit: Int = .max) -> Saying {
    let pieces = attribution.contentSpans.filter { !$0.isEmpty }.map { text(of: $0, limit: limit) }
    return Saying(
      cue: cueWords(of: attribution), manner: attribution.manner, stance: attribution.stance,
      words: pieces.joined(separator: " … "),
      context: attribution.context.map { text(of: $0, limit: limit) })
  }

  /// The words that hand the content over, as the article has them; `nil` where there are none.
  public func cueWords(of attribution: Attribution) -> String? {
    let cues = attribution.cueSpans.filter { !$0.isEmpty }.map { text(of: $0, limit: 400) }
    return cues.isEmpty ? nil : cues.joined(separator: " … ")
  }

  private func text(of span: Span, limit: Int) -> String {
    let text = article.text
    let start = min(span.start, text.count)
    let whole = max(start, min(span.end, text.count))
    guard whole - start > limit else { return text[Span(start, whole)] }
    let end = text.bytes.characterStart(upTo: start + limit)
    return text[Span(start, end)] + "…"
  }
}

extension Mark {
  /// What was marked, as it can stand by itself.
  ///
  /// - Parameter limit: how many characters are taken at most.
  public func saying(limit: Int = .max) -> Saying {
    let all = snapshot.words ?? anchor.exact
    let words = limit < all.utf8.count ? String(all.prefix(limit)) : all
    let cut = words.utf8.count < all.utf8.count ? "…" : ""
    return Saying(
      cue: snapshot.cue, manner: snapshot.manner, stance: snapshot.stance, words: words + cut,
      context: snapshot.context)
  }
}

extension Analysis {
  /// Whether the outlet has cut words out of a quotation, or put some in: `…`, `[not]`, `[sic]`.
  public func isEdited(_ attribution: Attribution) -> Bool {
    guard attribution.manner == .direct || attribution.manner == .mixed else { return false }
    return attribution.contentSpans.contains { span in
      let words = article.text[
        Span(min(span.start, article.text.count), min(span.end, article.text.count))]
      return ["[", "…", "..."].contains { words.contains($0) }
    }
  }
}
