import HearsayLanguage
import HearsayModel
import HearsayText

/// Gives quotations without a cue of their own to whoever is speaking.
///
/// `… Hale said. "And we will."`: the second quotation is the same attribution. A paragraph of nothing but
/// quotation goes on where the one before it stopped; anything looser becomes an attribution of its own that
/// says which one it continues.
struct ContinuedSpeech {
  let document: Document

  /// The attributions with such quotations added, and those that are new.
  func joined(_ tagged: [TaggedAttribution]) -> [Joined] {
    var pass = Pass(document, tagged)
    for (index, quotation) in document.quotations.enumerated() where isSpeech(quotation) {
      pass.hear(quotation, at: index)
    }
    return pass.found
  }

  private func isSpeech(_ quotation: Quotation) -> Bool {
    quotation.within == nil && quotation.role == .speech
      && document.paragraphs[quotation.paragraph].role == .body
  }
}

// MARK: - From quotation to quotation

/// One walk through the quotations of a document, in order of reading.
private struct Pass {
  let document: Document
  var found: [Joined]
  private var taken: TakenQuotations
  private var speaker: Speaker?
  /// The attributions in order of reading, and how many of them start before the quotation.
  private let order: [Int]
  private var next = 0

  /// Whoever spoke last.
  private struct Speaker {
    var attribution: Int
    var start: Int
    var extent: Span

    init?(_ tagged: TaggedAttribution, _ index: Int) {
      guard tagged.source != nil, tagged.cue != nil else { return nil }
      attribution = index
      start = tagged.start
      extent = tagged.extent
    }
  }

  init(_ document: Document, _ tagged: [TaggedAttribution]) {
    self.document = document
    found = tagged.map { Joined(tagged: $0) }
    taken = TakenQuotations(tagged)
    order = tagged.indices.sorted { tagged[$0].start < tagged[$1].start }
  }

  /// Gives a quotation to whoever is speaking, where nobody has it.
  mutating func hear(_ quotation: Quotation, at index: Int) {
    listen(upTo: quotation)
    guard taken.attribution(of: quotation.span) == nil else { return }
    if let own = goesOn(at: index) ?? began(at: index) { return give(quotation, to: own) }
    guard isAlone(quotation), let speaker, isNear(speaker, quotation) else { return }
    if follows(quotation, speaker) {
      give(quotation, to: speaker.attribution)
      self.speaker?.extent = speaker.extent.union(quotation.span)
    } else {
      let tagged = TaggedAttribution(
        source: nil, cue: nil, content: [quotation.span],
        confidence: LinkingSettings.confidenceOfBareQuotation)
      found.append(Joined(tagged: tagged, continues: speaker.start))
      taken.add(quotation.span, found.count - 1)
    }
  }

  private mutating func give(_ quotation: Quotation, to own: Int) {
    found[own].tagged.content.append(quotation.span)
    found[own].tagged.content.sort()
    taken.add(quotation.span, own)
  }

  /// Whoever speaks before a quotation; who is cited inside a speaker's words is none.
  private mutating func listen(upTo quotation: Quotation) {
    while next < order.count, found[order[next]].tagged.start < quotation.span.start {
      if let candidate = Speaker(found[order[next]].tagged, order[next]),
        speaker.map({ !$0.extent.contains(candidate.extent) || candidate.extent == $0.extent })
          ?? true
      {
        speaker = candidate
      }
      next += 1
    }
  }
}

// MARK: - Interrupted by a paragraph's end

extension Pass {
  /// The attribution of the next paragraph's quotation, where this one is only interrupted by the paragraph's end.
  private func goesOn(at index: Int) -> Int? {
    let quotation = document.quotations[index]
    guard quotation.continuesInNext else { return nil }
    let next = document.quotations[(index + 1)...].prefix(LinkingSettings.quotationsLookedAt).first
    {
      $0.paragraph > quotation.paragraph && $0.within == nil
    }
    return next.flatMap { taken.attribution(of: $0.span) }
  }

  /// The attribution of the last paragraph's quotation, where only the paragraph's end stands between them and no mark.
  private func began(at index: Int) -> Int? {
    let quotation = document.quotations[index]
    let last = document.quotations[..<index].suffix(LinkingSettings.quotationsLookedAt)
      .last { $0.within == nil }
    guard let last, last.continuesInNext, last.paragraph < quotation.paragraph,
      quotation.inside.start == quotation.span.start
    else { return nil }
    return taken.attribution(of: last.span)
  }
}

// MARK: - After whoever spoke last

extension Pass {
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

  /// Whether the speaker is in the same paragraph or the one before.
  private func isNear(_ speaker: Speaker, _ quotation: Quotation) -> Bool {
    quotation.paragraph - paragraph(of: speaker.extent.end - 1) <= 1
  }

  /// Whether nothing but stops and white space stands between what was said and this quotation.
  private func follows(_ quotation: Quotation, _ speaker: Speaker) -> Bool {
    guard speaker.extent.end <= quotation.span.start else { return false }
    let gap = document.text.bytes[speaker.extent.end..<quotation.span.start]
    guard gap.count <= LinkingSettings.longestGap else { return false }
    let isBlank = gap.allSatisfy { $0 <= 0x20 || ".,?!:".utf8.contains($0) }
    if paragraph(of: speaker.extent.end - 1) == quotation.paragraph {
      return isBlank || isInSameSentenceOrNext(quotation, speaker)
    }
    return isBlank && isWhole(quotation)
      && document.text[speaker.extent].contains { "\"”»'".contains($0) }
  }

  /// "…, Hale said on Monday. "We …"".
  private func isInSameSentenceOrNext(_ quotation: Quotation, _ speaker: Speaker) -> Bool {
    let first = document.sentences.partitioningIndex { $0.span.end >= speaker.extent.end }
    let second = document.sentences.partitioningIndex { $0.span.end > quotation.span.start }
    return second - first <= 1
  }

  /// Whether a quotation is all of its paragraph.
  private func isWhole(_ quotation: Quotation) -> Bool {
    let paragraph = document.paragraphs[quotation.paragraph].span
    return quotation.span.start <= paragraph.start && paragraph.end - quotation.span.end <= 1
  }

  private func paragraph(of offset: Int) -> Int {
    document.paragraphs.partitioningIndex { $0.span.end > offset }
  }
}
