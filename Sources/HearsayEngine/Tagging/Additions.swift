import HearsayLanguage
import HearsayModel

/// Says what speaks for and against the rules' attributions beside those of the network.
///
/// Where both have a cue the network is right more often; where it has none, rules are right in one place of three.
struct Additions {
  let document: Document
  /// What the network found.
  let found: [TaggedAttribution]

  /// The rules' attributions at cues that the network is silent about, with what is known of each.
  func missing(from ruled: [TaggedAttribution]) -> [TaggedAttribution] {
    ruled.compactMap { own in
      if own.guestNamedBefore == nil {
        guard let cue = own.cue, !found.contains(where: { $0.cue?.overlaps(cue) ?? false }) else {
          return nil
        }
      }
      var own = own
      own.grounds.formUnion(grounds(of: own))
      return own
    }
  }

  private func grounds(of ruled: TaggedAttribution) -> Set<Ground> {
    var grounds: Set<Ground> = [.rulesAlone]
    if isFiller(ruled) { grounds.insert(.filler) }
    if isDrawnOut(ruled) { grounds.insert(.drawnOut) }
    if ruled.source != nil, ruled.addressee != nil { grounds.insert(.addressee) }
    if passesOn(ruled) { grounds.insert(.passesOn) }
    return grounds
  }
}

extension Additions {
  /// "It is worth noting that", "the law that allows": a filler, or a word for the thing just named.
  private func isFiller(_ ruled: TaggedAttribution) -> Bool {
    guard let source = ruled.source else { return false }
    return document.language.rules.nobody.contains(document.text[source].lowercased())
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
    guard ruled.source != nil, let content = ruled.content.first
    else { return false }
    return found.contains { inner in
      inner.source.map { $0.start == content.start && content.contains($0) } ?? false
        && ruled.holds(inner)
    }
  }
}
