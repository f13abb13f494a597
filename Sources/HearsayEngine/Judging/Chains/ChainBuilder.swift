import HearsayLanguage
import HearsayModel
import HearsayText

/// A hop of a chain before sources are numbered.
struct Link: Hashable, Sendable {
  var entity: Int
  var basis: Basis
}

/// Follows each attribution from the publisher back to its origin.
struct ChainBuilder: Sendable {
  let lexicon: SourcingLexicon

  /// For each attribution the hops from the publisher to the source.
  ///
  /// First what the sentences state, then what a source that named its outlet elsewhere lends to its other words.
  func chains(of linked: [LinkedAttribution], by speakers: Speakers, in document: Document)
    -> [[Link]]
  {
    var work = Work(lexicon: lexicon, linked: linked, speakers: speakers, document: document)
    for index in linked.indices { work.state(index) }
    work.inherit()
    work.inferFromNeighbours()
    return linked.indices.map { work.chain($0, depth: 0) }
  }

  private struct Work {
    let lexicon: SourcingLexicon
    let linked: [LinkedAttribution]
    let speakers: Speakers
    let document: Document
    /// The outlets on the way, without those that a parent adds.
    var relays: [[Link]]

    init(
      lexicon: SourcingLexicon, linked: [LinkedAttribution], speakers: Speakers, document: Document
    ) {
      self.lexicon = lexicon
      self.linked = linked
      self.speakers = speakers
      self.document = document
      relays = Array(repeating: [], count: linked.count)
    }

    // MARK: - Stated

    mutating func state(_ index: Int) {
      relays[index] = speakers.relays[index].filter {
        $0 != speakers.publisher && $0 != speakers.speaker[index]
      }.map { Link(entity: $0, basis: .stated) }
    }

    // MARK: - Inherited

    /// A source that told an outlet one thing told it the others too, unless the text gives another occasion.
    ///
    /// Somebody without a name is known from nowhere else; a named person speaks in many places, so only words
    /// that follow closely inherit.
    mutating func inherit() {
      var told: [Int: [(index: Int, links: [Link])]] = [:]
      for index in linked.indices where linked[index].within == nil && !relays[index].isEmpty {
        if let speaker = speakers.speaker[index] {
          told[speaker, default: []].append((index, relays[index]))
        }
      }
      let stated = relays.map(\.isEmpty)
      for index in linked.indices where stated[index] && linked[index].within == nil {
        guard let speaker = speakers.speaker[index], let telling = told[speaker] else { continue }
        guard linked[index].addressee == nil, !hasOwnOccasion(index) else { continue }
        let entity = speakers.register.entities[speaker]
        if entity.naming.isUnnamed {
          relays[index] = (latest(telling, before: index) ?? telling[0]).links
            .map { Link(entity: $0.entity, basis: .inherited) }
        } else if entity.kind == .person, let near = latest(telling, before: index),
          isRightBefore(near.index, index)
        {
          relays[index] = near.links.map { Link(entity: $0.entity, basis: .inherited) }
        }
      }
    }

    /// The last of these before `index`; they are in order.
    private func latest(_ telling: [(index: Int, links: [Link])], before index: Int) -> (
      index: Int, links: [Link]
    )? {
      let next = telling.partitioningIndex { $0.index >= index }
      return next > 0 ? telling[next - 1] : nil
    }

    private func isRightBefore(_ first: Int, _ second: Int) -> Bool {
      guard first < second,
        let one = linked[first].content.last.flatMap({ document.paragraphIndex(at: $0.start) }),
        let other = linked[second].content.first.flatMap({ document.paragraphIndex(at: $0.start) })
      else { return false }
      // Nobody else speaks in between.
      let between = linked[(first + 1)..<second].indices.contains {
        linked[$0].within == nil && speakers.speaker[$0] != speakers.speaker[second]
      }
      return other - one <= 1 && !between
    }

    private func hasOwnOccasion(_ index: Int) -> Bool {
      guard let cue = linked[index].cue, let sentence = document.sentenceIndex(at: cue.start) else {
        return false
      }
      let span = document.sentences[sentence].span
      let outside = document.tokens[document.tokenRange(in: span)].filter { token in
        !(linked[index].content + [linked[index].source].compactMap(\.self)).contains {
          $0.contains(token.span)
        }
      }.map(\.lower)
      return lexicon.occasions.occurs(in: outside)
    }

    // MARK: - Inferred

    /// Somebody unnamed whom a relayed passage brought up, or who goes on where one stops.
    mutating func inferFromNeighbours() {
      var byParagraph: [Int: [Int]] = [:]
      for index in linked.indices where linked[index].within == nil && !relays[index].isEmpty {
        for number in Set(
          linked[index].content.compactMap { document.paragraphIndex(at: $0.start) })
        {
          byParagraph[number, default: []].append(index)
        }
      }
      for index in linked.indices where relays[index].isEmpty && linked[index].within == nil {
        guard let speaker = speakers.speaker[index] else { continue }
        let entity = speakers.register.entities[speaker]
        guard entity.naming.isUnnamed, linked[index].addressee == nil,
          entity.kind == .person || entity.kind == .group
        else { continue }
        let near =
          document.paragraphIndex(at: entity.introduction.start).flatMap { byParagraph[$0] } ?? []
        if let around = near.first(where: { other in
          other < index && linked[other].content.contains { $0.contains(entity.introduction) }
        }) {
          relays[index] = relays[around].map { Link(entity: $0.entity, basis: .inherited) }
        } else if index > 0, continuesSentence(index),
          let before = linked[..<index].lastIndex(where: { $0.within == nil }),
          !relays[before].isEmpty
        {
          relays[index] = relays[before].map { Link(entity: $0.entity, basis: .inferred) }
        }
      }
    }

    /// Whether its paragraph starts in the middle of a sentence: "and the leader said".
    private func continuesSentence(_ index: Int) -> Bool {
      guard let start = linked[index].source?.start, let number = document.paragraphIndex(at: start)
      else { return false }
      return document.isFragment(paragraph: number)
    }

    // MARK: - Together

    func chain(_ index: Int, depth: Int) -> [Link] {
      var links: [Link] = []
      if let parent = linked[index].within, linked.indices.contains(parent), parent != index,
        depth < JudgingSettings.deepestChain
      {
        links = chain(parent, depth: depth + 1)
      } else if let publisher = speakers.publisher {
        links = [Link(entity: publisher, basis: .publisher)]
      }
      // Where nobody is credited the chain ends at the publisher, whatever outlets the sentence names.
      guard speakers.speaker[index] != nil else {
        return links.filter { $0.basis == .publisher }
      }
      links += relays[index].filter { relay in !links.contains { $0.entity == relay.entity } }
      if let speaker = speakers.speaker[index], links.last?.entity != speaker {
        links.append(Link(entity: speaker, basis: .stated))
      }
      return links
    }
  }
}
