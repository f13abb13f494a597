import HearsayLanguage
import HearsayModel

/// Takes out what somebody says of his own words: in "Hale said she believed the road was open" there is one voice.
struct OwnVoice {
  let document: Document
  let people: PeopleLexicon

  /// The attributions, and who speaks in them, without those that stand in their own speaker's content.
  func removed(from linked: [LinkedAttribution], by speakers: Speakers) -> (
    linked: [LinkedAttribution], speakers: Speakers
  ) {
    let own = linked.indices.filter { index in
      guard isOwn(linked[index], at: index, speakers) else { return false }
      var inner = linked[index]
      inner.grounds.insert(.ownVoice)
      return !Arbiter().shows(inner)
    }
    guard !own.isEmpty else { return (linked, speakers) }
    let dropped = Set(own)
    let kept = linked.indices.filter { !dropped.contains($0) }
    var places: [Int: Int] = [:]
    for (place, index) in kept.enumerated() { places[index] = place }
    // What stood in a dropped one stands in the one around it.
    func place(_ index: Int?) -> Int? {
      var next = index
      while let current = next, dropped.contains(current) { next = linked[current].within }
      return next.flatMap { places[$0] }
    }
    var left = speakers
    left.speaker = kept.map { speakers.speaker[$0] }
    left.alternates = kept.map { speakers.alternates[$0] }
    left.isAmbiguous = kept.map { speakers.isAmbiguous[$0] }
    left.recognition = kept.map { speakers.recognition[$0] }
    left.relays = kept.map { speakers.relays[$0] }
    return (
      kept.map { index in
        var attribution = linked[index]
        attribution.within = place(attribution.within)
        attribution.continues = place(attribution.continues)
        return attribution
      }, left
    )
  }

  /// Whether a pronoun outside of quotation marks means whoever speaks around it.
  private func isOwn(_ inner: LinkedAttribution, at index: Int, _ speakers: Speakers) -> Bool {
    guard let outer = inner.within, let source = inner.source,
      let speaker = speakers.speaker[index], speakers.speaker[outer] == speaker
    else { return false }
    let words = document.words(in: source)
    return words.count == 1 && people.pronouns[words[0]] != nil
      && !document.isInsideSpeech(source.start)
  }
}
