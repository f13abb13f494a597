import HearsayModel

/// Works into the spans what the reader says of them: what is no attribution goes, what was missed comes, and what
/// has the wrong edges gets the right ones.
///
/// Corrections are taken in the order in which they were made. An attribution that one of them speaks of gets a pin,
/// so that it is known again after the linker has sorted, joined and nested; and so that no later step drops it.
/// What the reader only says in passing holds as well: who corrects the speaker of an attribution says that it is one,
/// so where another engine does not find it, it is put there.
struct SettledSpans {
  /// The corrections, each with its places.
  let corrections: [PlacedCorrection]
  /// For each correction the pins of the attributions that it speaks of.
  private(set) var pins: [[Int]]
  /// For each pin its words, where the reader has settled those.
  private var settled: [PlacedSubject?] = []
  /// What is no attribution, and what had the wrong edges.
  private var gone: [PlacedSubject] = []

  init(_ corrections: [PlacedCorrection]) {
    self.corrections = corrections
    pins = Array(repeating: [], count: corrections.count)
  }
}

// MARK: - Before linking

extension SettledSpans {
  /// The attributions of the tagger as the reader would have them.
  mutating func settle(_ tagged: [TaggedAttribution]) -> [TaggedAttribution] {
    var tagged = tagged
    for number in corrections.indices { settle(number, in: &tagged) }
    return tagged
  }

  private mutating func settle(_ number: Int, in tagged: inout [TaggedAttribution]) {
    let subjects = corrections[number].subjects
    guard let first = subjects.first ?? nil else {
      // The wrong spans may have gone with the text while the right ones stand.
      if case .spans = corrections[number].correction.change, let new = subjects.last ?? nil {
        pin(find(new, in: tagged) ?? add(new, to: &tagged), of: number, in: &tagged, as: new)
      }
      return
    }
    switch corrections[number].correction.change {
    case .dismissal:
      while let index = find(first, in: tagged) { tagged.remove(at: index) }
      gone.append(first)
    case .spans:
      guard let new = subjects.last ?? nil else { return }
      let index = find(first, in: tagged) ?? find(new, in: tagged) ?? add(new, to: &tagged)
      pin(index, of: number, in: &tagged, as: new)
      gone.append(first)
    case .addition(_, let speaker):
      // A better engine may have found it: its source and its cue stay.
      guard !first.content.isEmpty, let index = find(first, in: tagged) ?? add(first, to: &tagged)
      else { return }
      var whole = first
      whole.source = first.source ?? tagged[index].source
      whole.cue = first.cue ?? tagged[index].cue
      if speaker == .nobody { whole.source = nil }
      pin(index, of: number, in: &tagged, as: whole)
    case .speaker(_, let speaker):
      guard let index = find(first, in: tagged) ?? add(first, to: &tagged) else { return }
      pin(index, of: number, in: &tagged, as: nil)
      if speaker == .nobody { tagged[index].source = nil }
    case .separation:
      for subject in subjects.compactMap(\.self) {
        pin(
          find(subject, in: tagged) ?? add(subject, to: &tagged), of: number, in: &tagged, as: nil)
      }
    case .merger, .kind, .naming: break
    }
  }

  private func find(_ subject: PlacedSubject, in tagged: [TaggedAttribution]) -> Int? {
    subject.best(of: tagged) { ($0.cue, $0.content) }
  }

  /// Puts an attribution there; without content there is none.
  private func add(_ subject: PlacedSubject, to tagged: inout [TaggedAttribution]) -> Int? {
    guard !subject.content.isEmpty else { return nil }
    tagged.append(
      TaggedAttribution(
        source: subject.source, cue: subject.cue, content: subject.content, confidence: 1))
    return tagged.count - 1
  }

  private mutating func pin(
    _ index: Int?, of number: Int, in tagged: inout [TaggedAttribution], as spans: PlacedSubject?
  ) {
    guard let index else { return }
    let pin = tagged[index].pin ?? settled.count
    if pin == settled.count { settled.append(nil) }
    tagged[index].pin = pin
    // What the reader has looked at and left is an attribution.
    tagged[index].confidence = 1
    pins[number].append(pin)
    guard let spans, !spans.content.isEmpty else { return }
    settled[pin] = spans
    tagged[index].source = spans.source
    tagged[index].cue = spans.cue
    tagged[index].content = spans.content
  }
}

// MARK: - After linking

extension SettledSpans {
  /// The linked attributions with the reader's words again where the linker added to them, and without what it made
  /// of a quotation that the reader says is nobody's.
  func settle(_ linked: [LinkedAttribution]) -> [LinkedAttribution] {
    guard !corrections.isEmpty else { return linked }
    let kept = linked.indices.filter { linked[$0].pin != nil || !isGone(linked[$0]) }
    var places: [Int: Int] = [:]
    for (place, index) in kept.enumerated() { places[index] = place }
    return kept.map { index in
      var own = linked[index]
      if let pin = own.pin, let spans = settled[pin] { own.content = spans.content }
      own.within = own.within.flatMap { places[$0] }
      own.continues = own.continues.flatMap { places[$0] }
      return own
    }
  }

  /// Whether a quotation without a cue lies in what is gone.
  private func isGone(_ own: LinkedAttribution) -> Bool {
    guard own.cue == nil else { return false }
    let length = own.content.reduce(0) { $0 + $1.count }
    return gone.contains { subject in
      let shared = subject.content.reduce(0) { sum, span in
        sum + own.content.reduce(0) { $0 + (span.intersection($1)?.count ?? 0) }
      }
      return shared * 2 > length
    }
  }
}
