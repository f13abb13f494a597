/// What the arbiter has to know of an attribution.
protocol Proposed {
  /// How sure whoever proposes it is, from 0 to 1.
  var confidence: Double { get }
  /// What speaks for it and against it.
  var grounds: Set<Ground> { get }
  /// Where the reader had a say in it.
  var pin: Int? { get }
}

extension TaggedAttribution: Proposed {}
extension LinkedAttribution: Proposed {}

/// Decides which of the proposed attributions are shown, and how sure they are.
///
/// All that finders and later steps know are grounds; what each of them counts stands in one table, ``Ground/demand``.
struct Arbiter: Sendable {
  /// Whether an attribution is shown. Nobody doubts what the reader has looked at.
  func shows(_ proposed: some Proposed) -> Bool {
    if proposed.pin != nil { return true }
    var enough: Double?
    var needed = 0.0
    for ground in proposed.grounds {
      switch ground.demand {
      case .never: return false
      case .enough(let least): enough = min(enough ?? least, least)
      case .needed(let least): needed = max(needed, least)
      }
    }
    return proposed.confidence >= max(enough ?? 0, needed)
  }

  /// The attributions that are shown for all that is known against them.
  ///
  /// - Parameter doubts: what is known against one.
  func shown(
    _ tagged: [TaggedAttribution], doubting doubts: (TaggedAttribution) -> Set<Ground>
  ) -> [TaggedAttribution] {
    tagged.compactMap { own in
      // What a tagger says is looked at once; what the reader says is not doubted, so its grounds don't matter.
      var own = own
      own.grounds.formUnion(doubts(own))
      return shows(own) ? own : nil
    }
  }

  /// How sure an attribution is that the network and the rules both found.
  ///
  /// - Parameter agree: whether they have the same source and say the same of it.
  func confidence(network: Double, rules: Double, agree: Bool) -> Double {
    agree ? max(network, rules) : network
  }
}
