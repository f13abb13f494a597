import HearsayModel

/// Gives quotations without a cue of their own to whoever is speaking.
///
/// `… Hale said. "And we will."`: the second quotation is the same attribution. A paragraph of nothing but
/// quotation goes on where the one before it stopped; anything looser becomes an attribution of its own that
/// says which one it continues.
struct SpokenOn {
  let document: Document

  /// The attributions with such quotations added, and those that are new.
  func joined(_ tagged: [TaggedAttribution]) -> [Joined] {
    var found = tagged.map { Joined(tagged: $0) }
    var taken = Taken(tagged)
    var speaker: Speaker?
    var next = 0  // the first attribution that starts after the quotation
    let order = found.indices.sorted {
      found[$0].tagged.extent.start < found[$1].tagged.extent.start
    }
    for (index, quotation) in document.quotations.enumerated() where isSpeech(quotation) {
      while next < order.count, found[order[next]].tagged.extent.start < quotation.span.start {
        if let candidate = Speaker(found[order[next]].tagged, order[next], document),
          speaker.map({ !$0.extent.contains(candidate.extent) || candidate.extent == $0.extent })
            ?? true
        {
          speaker = candidate
        }
        next += 1
      }
      if taken.contains(quotation.span) {
        continue
      }
      if let later = goesOn(at: index, in: taken) {
        found[later].tagged.content.append(quotation.span)
        found[later].tagged.content.sort()
        taken.add(quotation.span, later)
        continue
      }
      if let earlier = began(at: index, in: taken) {
        found[earlier].tagged.content.append(quotation.span)
        taken.add(quotation.span, earlier)
        continue
      }
      guard isAlone(quotation) else { continue }
      guard let last = speaker, isNear(last, quotation) else {
        continue
      }
      if follows(quotation, last) {
        found[last.attribution].tagged.content.append(quotation.span)
        taken.add(quotation.span, last.attribution)
        speaker?.extent = last.extent.union(quotation.span)
      } else {
        let tagged = TaggedAttribution(
          source: nil, cue: nil, content: [quotation.span], confidence: 0.5)
        found.append(Joined(tagged: tagged, continues: last.start))
        taken.add(quotation.span, found.count - 1)
      }
    }
    return found
  }

  /// Whoever spoke last.
  private struct Speaker {
    var attribution: Int
    var start: Int
    var extent: Span

    init?(_ tagged: TaggedAttribution, _ index: Int, _ document: Document) {
      guard tagged.source != nil, tagged.cue != nil else { return nil }
      attribution = index
      start = tagged.start
      extent = tagged.extent
    }
  }
}

// MARK: - Judging a quotation

extension SpokenOn {
  private func isSpeech(_ quotation: Quotation) -> Bool {
    quotation.within == nil && quotation.role == .speech
      && document.paragraphs[quotation.paragraph].role == .body
  }

  /// Whether the sentences of a quotation hold nothing else.
  private func isAlone(_ quotation: Quotation) -> Bool {
    let sentences = document.paragraphs[quotation.paragraph].sentences
    let first = document.sentences[sentences].partitioningIndex {
      $0.span.end > quotation.span.start
    }
    let last = document.sentences[sentences].partitioningIndex { $0.span.end >= quotation.span.end }
    guard first < sentences.upperBound, last < sentences.upperBound else { return false }
    let before = quotation.span.start - document.sentences[first].span.start
    let after = document.sentences[last].span.end - quotation.span.end
    return before <= 0 && after <= 1
  }

  /// The attribution of the next paragraph's quotation, where this one is only interrupted by the paragraph's end.
  private func goesOn(at index: Int, in taken: Taken) -> Int? {
    let quotation = document.quotations[index]
    guard quotation.continuesInNext else { return nil }
    let next = document.quotations[(index + 1)...].prefix(8).first {
      $0.paragraph > quotation.paragraph && $0.within == nil
    }
    return next.flatMap { taken.attribution(of: $0.span) }
  }

  /// The attribution of the last paragraph's quotation, where only the paragraph's end stands between them and no mark.
  private func began(at index: Int, in taken: Taken) -> Int? {
    let quotation = document.quotations[index]
    let last = document.quotations[max(0, index - 8)..<index].last { $0.within == nil }
    guard let last, last.continuesInNext, last.paragraph < quotation.paragraph,
      quotation.inside.start == quotation.span.start
    else { return nil }
    return taken.attribution(of: last.span)
  }

  /// Whether the speaker is in the same paragraph or the one before.
  private func isNear(_ speaker: Speaker, _ quotation: Quotation) -> Bool {
    let paragraph = paragraph(of: speaker.extent.end - 1)
    return quotation.paragraph - paragraph <= 1
  }

  /// Whether nothing but stops and white space stands between what was said and this quotation.
  private func follows(_ quotation: Quotation, _ speaker: Speaker) -> Bool {
    guard speaker.extent.end <= quotation.span.start else { return false }
    let gap = document.text.bytes[speaker.extent.end..<quotation.span.start]
    guard gap.count <= 160 else { return false }
    let isBlank = gap.allSatisfy { $0 <= 0x20 || [0x2E, 0x2C, 0x3F, 0x21, 0x3A].contains($0) }
    let paragraph = paragraph(of: speaker.extent.end - 1)
    if paragraph == quotation.paragraph { return isBlank || isSameSentence(speaker, quotation) }
    return isBlank && isWhole(quotation)
      && document.text[speaker.extent].contains { "\"”»'".contains($0) }
  }

  /// The next sentence after that of the speaker: "…, Hale said on Monday. "We …"".
  private func isSameSentence(_ speaker: Speaker, _ quotation: Quotation) -> Bool {
    let first = document.sentences.partitioningIndex { $0.span.end >= speaker.extent.end }
    let second = document.sentences.partitioningIndex { $0.span.end > quotation.span.start }
    return second - first <= 1
  }

  private func isWhole(_ quotation: Quotation) -> Bool {
    let paragraph = document.paragraphs[quotation.paragraph].span
    return quotation.span.start <= paragraph.start && paragraph.end - quotation.span.end <= 1
  }

  private func paragraph(of offset: Int) -> Int {
    document.paragraphs.partitioningIndex { $0.span.end > offset }
  }
}

// MARK: - What is taken

/// Which quotations stand in somebody's content already. What is attributed inside a quotation takes nothing from it.
private struct Taken {
  private var spans: [(span: Span, attribution: Int)]
  private let cues: [Span?]
  private var added: [Span: Int] = [:]

  init(_ tagged: [TaggedAttribution]) {
    cues = tagged.map(\.cue)
    spans = tagged.enumerated().flatMap { index, attribution in
      (attribution.spans + [attribution.addressee].compactMap(\.self)).map { ($0, index) }
    }.sorted { $0.0 < $1.0 }
  }

  mutating func add(_ span: Span, _ attribution: Int) { added[span] = attribution }

  /// Whether any attribution has some of these words.
  func contains(_ span: Span) -> Bool { attribution(of: span) != nil }

  /// The attribution that has some of these words.
  func attribution(of span: Span) -> Int? {
    if let index = added[span] { return index }
    let end = spans.partitioningIndex { $0.span.start >= span.end }
    return spans[max(0, end - 40)..<end].last { taken in
      taken.span.overlaps(span) && cues[taken.attribution].map(span.contains) != true
    }?.attribution
  }
}
