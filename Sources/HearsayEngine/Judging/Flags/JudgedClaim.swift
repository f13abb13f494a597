import HearsayModel

/// What is known of one claim when its flags are decided.
struct JudgedClaim {
  /// Who says it, once for every time; without those whose words only hand over another's.
  let speakers: [Int]
  /// The sources that stand behind it, each on its own and once.
  let sources: [Entity]
  /// The outlets that its attributions came through, each way once.
  let routes: Set<[Int]>
  /// Whether nearly the same words are quoted of two sources.
  let hasQuotedTwins: Bool
  /// How other claims stand to it.
  let relations: Set<Claim.Relation.Kind>
}

extension JudgedClaim {
  /// Whether several sources say it, and the writer is none of them.
  var isByTwo: Bool { sources.count > 1 && !sources.contains { $0.kind == .author } }

  /// The sources with a name.
  var named: [Entity] { sources.filter { $0.naming == .named } }

  /// Whether all came through one outlet that is not the publisher.
  var isThroughOneRelay: Bool { routes.count == 1 && (routes.first?.count ?? 0) > 1 }
}

extension JudgedClaim {
  /// The best evidence behind it.
  var support: Support {
    let speaking = sources.filter { $0.kind != .outlet && $0.kind != .author }
    if speaking.contains(where: { $0.kind == .document }) { return .document }
    switch (speaking.count { $0.naming == .named }, speaking.count) {
    case (2..., _): return .namedMultiple
    case (1, _): return .namedSingle
    case (_, 2...): return .anonymousMultiple
    case (_, 1): return .anonymousSingle
    default: return sources.contains { $0.kind == .outlet } ? .relayedOnly : .unattributed
    }
  }
}
