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
    var missing: [TaggedAttribution] = []
    for var own in ruled {
      if own.guestNamedBefore == nil {
        guard let cue = own.cue, !found.contains(where: { $0.cue?.overlaps(cue) ?? false }),
          !found.contains(where: { isSamePassage($0, own) })
        else { continue }
      }
      if let outer = coordinated(own, with: missing) {
        own.source = outer.source
        own.confidence = max(own.confidence, outer.confidence, TaggingSettings.coordinated)
        own.grounds.formUnion([.rulesAlone, .coordinated])
      } else {
        own.grounds.formUnion(grounds(of: own))
      }
      missing.append(own)
    }
    return missing
  }

  /// Attributions, shorter where another is one more thing that their source says.
  ///
  /// - Parameter added: those of the rules that join the network's.
  func parted(_ attributions: [TaggedAttribution], by added: [TaggedAttribution])
    -> [TaggedAttribution]
  {
    let coordination = Coordination(document: document)
    let further = added.filter { $0.grounds.contains(.coordinated) } + found
    return attributions.map { own in
      var own = own
      for inner in further where inner.cue != own.cue && !hasOwnSource(inner, in: own) {
        guard let end = coordination.end(of: own, before: inner),
          let index = own.content.firstIndex(where: { $0.start == end.start && $0.end > end.end })
        else { continue }
        own.content[index] = end
      }
      return own
    }
  }

  /// Whether the source of an attribution stands in what another says.
  private func hasOwnSource(_ inner: TaggedAttribution, in outer: TaggedAttribution) -> Bool {
    inner.source.map { source in outer.content.contains { $0.contains(source) } } ?? false
  }

  /// What the network has around a cue that is one more thing of the same source.
  private func coordinated(_ ruled: TaggedAttribution, with others: [TaggedAttribution])
    -> TaggedAttribution?
  {
    let coordination = Coordination(document: document)
    return (others.filter(Arbiter().shows) + found).first { outer in
      coordination.end(of: outer, before: ruled) != nil
    }
  }

  /// "The Courier | quoted | Ann Roe as | saying": two cues may be meant for the same words.
  private func isSamePassage(_ network: TaggedAttribution, _ ruled: TaggedAttribution) -> Bool {
    ruled.passedOnBy != nil && network.isSameWords(as: ruled)
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

extension TaggedAttribution {
  /// Whether another gives the same words to the same source, or has the cue in between.
  func isSameWords(as other: TaggedAttribution) -> Bool {
    guard let cue, let first = other.content.first, content.contains(where: { $0.overlaps(first) })
    else { return false }
    if let source, let theirs = other.source, source.overlaps(theirs) { return true }
    return other.extent.contains(cue)
  }
}
