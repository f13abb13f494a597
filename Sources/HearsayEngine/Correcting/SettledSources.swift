import HearsayLanguage
import HearsayModel

/// Works into who is who what the reader says of it: who says something, which sources are one, which one is two,
/// what kind of thing a source is and how it is named.
///
/// It comes right after the clusterer, so that chains, flags, claims and counts are worked out from what the reader
/// says by the same steps as always.
struct SettledSources {
  private let spans: SettledSpans
  private let reader: MentionReader

  init(_ spans: SettledSpans, people: PeopleLexicon) {
    self.spans = spans
    reader = MentionReader(lexicon: people)
  }

  /// Who speaks, changed in the order in which the reader said so.
  func settled(
    _ speakers: Speakers, of linked: [LinkedAttribution], in document: Document
  ) -> (linked: [LinkedAttribution], speakers: Speakers) {
    guard !spans.corrections.isEmpty else { return (linked, speakers) }
    var work = Work(
      spans: spans, reader: reader, document: document, speakers: speakers, linked: linked)
    for number in spans.corrections.indices { work.settle(number) }
    work.tidyUp()
    return (work.linked, work.speakers)
  }
}

/// The state of one pass over the corrections.
private struct Work {
  let spans: SettledSpans
  let reader: MentionReader
  let document: Document
  var speakers: Speakers
  var linked: [LinkedAttribution]
  /// For somebody who turned out to be somebody else, who that is.
  var others: [Int: Int] = [:]
  /// The attributions whose speaker the reader has named.
  var named: Set<Int> = []

  mutating func settle(_ number: Int) {
    let placed = spans.corrections[number]
    switch placed.correction.change {
    case .speaker(_, .nobody), .addition(_, .nobody):
      for index in indices(number) { silence(index) }
    case .speaker(_, .source(let party)), .addition(_, .source(let party)):
      for index in indices(number) {
        assign(entity(party, at: placed.mentions[0], from: index), to: index)
      }
    case .merger(let one, let other):
      guard let one = known(one, at: placed.mentions[0]),
        let other = known(other, at: placed.mentions[1])
      else { return }
      merge(one, into: other)
    case .separation: separate(indices(number), from: placed)
    case .kind(let party, let kind):
      guard let id = known(party, at: placed.mentions[0]) else { return }
      speakers.register.settle(id) { $0.kind = kind }
    case .naming(let party, let naming):
      guard let id = known(party, at: placed.mentions[0]) else { return }
      speakers.register.settle(id) {
        $0.naming = naming
        $0.settledNaming = naming
      }
    case .dismissal, .spans: break
    }
  }

  /// The attributions that a correction speaks of: those with its pins, or where the linker made one of a mere
  /// quotation the one with its words.
  private func indices(_ number: Int) -> [Int] {
    let pins = Set(spans.pins[number])
    let pinned = linked.indices.filter { linked[$0].pin.map(pins.contains) ?? false }
    guard pinned.isEmpty else { return pinned }
    return spans.corrections[number].subjects.compactMap { subject in
      subject?.best(of: linked) { ($0.cue, $0.content) }
    }
  }
}

// MARK: - Who says it

extension Work {
  private mutating func assign(_ id: Int, to index: Int) {
    named.insert(index)
    give(index, to: id)
    // Whoever goes on after these words is the same.
    for other in linked.indices
    where linked[other].continues == index && linked[other].source == nil && !named.contains(other)
    {
      give(other, to: id)
    }
  }

  private mutating func give(_ index: Int, to id: Int) {
    takeMention(of: index)
    speakers.speaker[index] = id
    speakers.alternates[index] = []
    speakers.isAmbiguous[index] = false
    speakers.recognition[index] = nil
    speakers.relays[index].removeAll { $0 == id }
    speakers.register.markSource(id)
    guard let span = linked[index].source else { return }
    if isSomebodyElse(span, than: id) {
      linked[index].source = mention(of: id, near: linked[index])
    } else {
      speakers.register.addMention(span, to: id)
    }
  }

  private mutating func silence(_ index: Int) {
    named.insert(index)
    takeMention(of: index)
    speakers.speaker[index] = nil
    speakers.alternates[index] = []
    speakers.isAmbiguous[index] = false
    speakers.recognition[index] = nil
    linked[index].source = nil
  }

  /// The words that were taken for somebody's mention are not.
  private mutating func takeMention(of index: Int) {
    guard let old = speakers.speaker[index], let span = linked[index].source else { return }
    speakers.register.settle(old) { entity in
      entity.mentions.removeAll { $0 == span }
      if entity.introduction == span { entity.introduction = Span(span.start, span.start) }
    }
  }

  /// Whether words are a name, and not of this source: then they cannot be what it is cited by.
  private func isSomebodyElse(_ span: Span, than id: Int) -> Bool {
    guard let mention = reader.mention(of: span, in: document), mention.isName else { return false }
    let name = Set(speakers.register.entities[id].name)
    return !name.isEmpty && name.isDisjoint(with: mention.name)
  }

  /// Where a source is mentioned in the sentence of an attribution's cue.
  private func mention(of id: Int, near own: LinkedAttribution) -> Span? {
    guard let anchor = own.cue ?? own.content.first,
      let number = document.sentenceIndex(at: anchor.start)
    else { return nil }
    let sentence = document.sentences[number].span
    let entity = speakers.register.entities[id]
    return (entity.mentions + entity.sightings).filter { mention in
      sentence.contains(mention) && !own.content.contains { $0.overlaps(mention) }
    }.min { abs($0.start - anchor.start) < abs($1.start - anchor.start) }
  }
}

// MARK: - Which source

extension Work {
  /// The source that the reader means; somebody new where the article has none such.
  private mutating func entity(_ party: Correction.Party, at place: Span?, from index: Int) -> Int {
    if let known = known(party, at: place) { return known }
    let start = linked[index].content.first?.start ?? linked[index].cue?.start ?? 0
    var mention = Self.mention(named: party.name, in: document.language, reader: reader)
    mention.span = Span(start, start)
    let id = speakers.register.add(mention, isFromQuotation: false)
    speakers.register.settle(id) { entity in
      entity.label = party.name
      if let kind = party.kind { entity.kind = kind }
      if let naming = party.naming { entity.naming = naming }
    }
    return id
  }

  /// The source that is mentioned there, or the one of that name; first of those who speak.
  private func known(_ party: Correction.Party, at place: Span?) -> Int? {
    let entities = speakers.register.entities
    let speaking = Set(
      speakers.speaker.compactMap(\.self) + speakers.relays.joined()
        + [speakers.publisher].compactMap(\.self))
    let order = entities.indices.sorted {
      (speaking.contains($0) ? 0 : 1, $0) < (speaking.contains($1) ? 0 : 1, $1)
    }
    let name = party.name.lowercased()
    let here = place.flatMap { place in
      order.first { id in
        (entities[id].mentions + entities[id].sightings + [entities[id].introduction])
          .contains { $0.overlaps(place) }
      }
    }
    return (here ?? order.first { entities[$0].label.lowercased() == name }).map(latest)
  }

  /// Who somebody is after all mergers.
  private func latest(_ id: Int) -> Int {
    var id = id
    while let other = others[id] { id = other }
    return id
  }

  /// A name that was typed, read as one that was printed.
  private static func mention(
    named name: String, in language: Language, reader: MentionReader
  ) -> Mention {
    let document = Document(Article(id: "", text: ArticleText(name)), language)
    return reader.mention(of: document.tokens, in: document)
      ?? Mention(
        span: Span(0, 0), form: .name, kind: .person, isPlural: false, label: name)
  }
}

// MARK: - One and two

extension Work {
  private mutating func merge(_ one: Int, into other: Int) {
    guard one != other else { return }
    others[one] = other
    let old = speakers.register.entities[one]
    speakers.register.settle(other) { entity in
      entity.mentions += old.mentions
      entity.sightings += old.sightings + (old.introduction.isEmpty ? [] : [old.introduction])
      entity.heads.formUnion(old.heads)
      entity.modifiers.formUnion(old.modifiers)
      entity.acronyms.formUnion(old.acronyms)
      entity.isSource = entity.isSource || old.isSource
      // Whoever has a name anywhere has it everywhere.
      if old.naming == .named, entity.naming != .named {
        entity.label = old.label
        entity.name = old.name
        entity.kind = old.kind
        entity.naming = old.naming
      }
    }
    speakers.register.settle(one) { entity in
      (entity.mentions, entity.sightings) = ([], [])
      entity.introduction = Span(entity.introduction.start, entity.introduction.start)
      entity.isSource = false
    }
    func renamed(_ id: Int) -> Int { id == one ? other : id }
    for index in linked.indices {
      let speaker = speakers.speaker[index].map(renamed)
      speakers.speaker[index] = speaker
      var seen = Set([speaker].compactMap(\.self))
      let alternates = speakers.alternates[index].map(renamed).filter { seen.insert($0).inserted }
      // Two that were hard to tell apart are one.
      if alternates.isEmpty, !speakers.alternates[index].isEmpty {
        speakers.isAmbiguous[index] = false
      }
      speakers.alternates[index] = alternates
      var passed: Set<Int> = []
      speakers.relays[index] = speakers.relays[index].map(renamed).filter {
        passed.insert($0).inserted
      }
    }
    speakers.publisher = speakers.publisher.map(renamed)
  }

  /// Makes somebody new of the speaker of these words, called what the first of them call him.
  private mutating func separate(_ indices: [Int], from placed: PlacedCorrection) {
    guard let first = indices.first else { return }
    let words = indices.compactMap { linked[$0].source }.first
    let start = linked[first].content.first?.start ?? linked[first].cue?.start ?? 0
    var mention =
      words.flatMap { reader.mention(of: $0, in: document) }
      ?? Mention(
        span: Span(start, start), form: .bare, kind: .person, isPlural: false,
        label: "somebody else")
    if let words { mention.label = document.text[words].onOneLine }
    if let kind = placed.correction.change.parties.first?.kind, mention.isPronoun || words == nil {
      mention.kind = kind
    }
    mention.span = Span(start, start)
    let id = speakers.register.add(mention, isFromQuotation: false)
    for index in indices { assign(id, to: index) }
  }

  /// Whoever says nothing any more is no source.
  mutating func tidyUp() {
    let speaking = Set(speakers.speaker.compactMap(\.self))
    for id in speakers.register.entities.indices
    where speakers.register.entities[id].isSource && !speaking.contains(id) {
      speakers.register.settle(id) { $0.isSource = false }
    }
  }
}
