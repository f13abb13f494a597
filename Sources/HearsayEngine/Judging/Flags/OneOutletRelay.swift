import HearsayModel

extension SourceFigures {
  /// All that is passed on comes through one outlet, and it is more than half of all.
  var isRelayedThroughOneOutlet: Bool {
    let outermost = attributions.filter { $0.within == nil }
    let relayed = outermost.filter { $0.flags.contains(.relayed) }
    let routes = relayed.map(outlets)
    guard routes.count > 1, let first = routes.first, first.count == 1 else { return false }
    return routes.allSatisfy { $0 == first }
      && 2 * relayed.count > outermost.count
  }
}
