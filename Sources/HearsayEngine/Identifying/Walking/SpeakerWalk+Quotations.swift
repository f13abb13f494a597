import HearsayLanguage
import HearsayModel

/// Quotations without a cue: whose they are.
///
/// "Bo Lind said the dam was safe. Ola Finch shook her head. “Never.”": the words are of whom the sentence before is
/// about. Only where nobody else came up do they go on with whoever spoke last; else nobody knows.
extension SpeakerWalk {
  mutating func hear(_ index: Int) {
    guard let running = linked[index].continues, linked.indices.contains(running),
      let own = document.sentenceIndex(at: linked[index].start), own > 0
    else { return }
    let before = document.sentences[own - 1]
    heard.insert(index)
    if let last = speaking(in: before.span, before: index) { return giveWords(of: last, to: index) }
    if let subject = subject(of: before.span) {
      giveTo(subject, index, beside: speakers.speaker[running])
    } else if isAlone(speakers.speaker[running], since: linked[running].extent.end, before: index) {
      giveWords(of: running, to: index)
    }
  }

  /// Gives an answer to the guest of an interview: whom the last paragraph before it that names anybody names first.
  mutating func answer(_ index: Int) {
    guard let beginning = linked[index].guestNamedBefore, let guest = guest(before: beginning)
    else { return }
    speakers.register.markSource(guest)
    speakers.speaker[index] = guest
    speakers.recognition[index] = .withoutCue
  }

  private func guest(before beginning: Int) -> Int? {
    for paragraph in document.paragraphs.reversed() where paragraph.span.end <= beginning {
      let named = speakers.register.entities.indices.compactMap { id -> (Int, Int)? in
        let entity = speakers.register.entities[id]
        guard entity.kind == .person, entity.naming == .named else { return nil }
        return (entity.mentions + entity.sightings + [entity.introduction])
          .filter { !$0.isEmpty && paragraph.span.contains($0) }.map(\.start).min()
          .map { ($0, id) }
      }
      if let first = named.min(by: { $0 < $1 }) { return first.1 }
    }
    return nil
  }

  /// The attribution whose words reach into a sentence, the last one.
  private func speaking(in sentence: Span, before index: Int) -> Int? {
    linked[..<index].indices.last { other in
      linked[other].within == nil && speakers.speaker[other] != nil
        && linked[other].spans.contains { $0.overlaps(sentence) }
    }
  }

  /// Whom a sentence is about: the first in it who can speak, and of whom it does not speak by the way.
  private func subject(of sentence: Span) -> Int? {
    speakers.register.traces.first {
      sentence.contains($0.span) && !$0.isInsideSpeech && !$0.isOblique && !$0.isAside
        && [.person, .group].contains(speakers.register.entities[$0.entity].kind)
    }?.entity
  }

  /// Whether nobody but the speaker came up between their words and a quotation of the same paragraph.
  private func isAlone(_ speaker: Int?, since end: Int, before index: Int) -> Bool {
    let start = linked[index].start
    guard let speaker,
      document.paragraphIndex(at: max(0, end - 1)) == document.paragraphIndex(at: start)
    else { return false }
    return speakers.register.traces.allSatisfy {
      $0.span.start < end || $0.span.start >= start || $0.entity == speaker
        || ![.person, .group].contains(speakers.register.entities[$0.entity].kind)
    }
  }

  private mutating func giveWords(of other: Int, to index: Int) {
    speakers.speaker[index] = speakers.speaker[other]
    speakers.alternates[index] = speakers.alternates[other]
    speakers.isAmbiguous[index] = speakers.isAmbiguous[other]
    speakers.recognition[index] = .withoutCue
    if speakers.relays[index].isEmpty { speakers.relays[index] = speakers.relays[other] }
  }

  private mutating func giveTo(_ subject: Int, _ index: Int, beside running: Int?) {
    speakers.register.markSource(subject)
    speakers.speaker[index] = subject
    speakers.recognition[index] = .withoutCue
    guard let running, running != subject else { return }
    speakers.alternates[index] = [running]
    speakers.isAmbiguous[index] = true
    speakers.recognition[index] = .ambiguous
  }
}
