import HearsayModel

/// Says which of the rules' attributions are kept beside those of the network.
///
/// Where both have a cue the network is right more often; where it has none, rules are right in one place of three, and
/// what they found is kept only if it is of a kind that they seldom get wrong.
struct Additions {
  let document: Document
  /// What the network found.
  let found: [TaggedAttribution]

  /// Whether rules found a cue where the network found none, and do not contradict it.
  func isMissing(_ ruled: TaggedAttribution) -> Bool {
    guard let cue = ruled.cue else { return false }
    if found.contains(where: { $0.cue?.overlaps(cue) ?? false }) { return false }
    return !isNobody(ruled) && !isDrawnOut(ruled)
  }

  /// Whether rules are rarely wrong about it although the network is silent: a cue that nearly always is one, or
  /// somebody who tells somebody else something, or passes on what the network knows to be said.
  func isSure(_ ruled: TaggedAttribution) -> Bool {
    ruled.confidence >= Self.sureOfRules || (ruled.source != nil && ruled.addressee != nil)
      || passesOn(ruled)
  }

  /// From here on what only rules find is kept. On the annotated corpus that costs 0.4 of linked F1; but a sentence
  /// said to have no source, and that has one, is the worse mistake.
  private static let sureOfRules = 0.75
  /// Enough for a cue right before somebody who speaks.
  private static let enoughBeforeSpeaker = 0.55
}

extension Additions {
  /// "It is worth noting that", "the law that allows": a filler, or a word for the thing just named.
  private func isNobody(_ ruled: TaggedAttribution) -> Bool {
    guard let source = ruled.source else { return false }
    return ["it", "that", "which", "there", "what"].contains(document.text[source].lowercased())
  }

  /// "Hale said she was tired and *wanted* to go": to the network the second verb is part of what Hale said. Rules would
  /// give it to Hale, outside of her own words.
  private func isDrawnOut(_ ruled: TaggedAttribution) -> Bool {
    guard let cue = ruled.cue, let source = ruled.source else { return false }
    return found.contains { outer in
      outer.content.contains { $0.contains(cue) && !$0.contains(source) }
    }
  }

  /// "The Courier reported on Monday | a harbour official said …": what is reported begins with whoever says it.
  private func passesOn(_ ruled: TaggedAttribution) -> Bool {
    guard ruled.source != nil, ruled.confidence >= Self.enoughBeforeSpeaker,
      let content = ruled.content.first
    else { return false }
    return found.contains { inner in
      inner.source.map { $0.start == content.start && content.contains($0) } ?? false
        && ruled.holds(inner)
    }
  }
}
