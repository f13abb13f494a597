import HearsayModel

extension SourceFigures {
  /// All that is passed on comes through one outlet.
  var isRelayedThroughOneOutlet: Bool {
    let routes = attributions.filter { $0.within == nil && $0.flags.contains(.relayed) }.map(
      outlets)
    guard routes.count > 1, let first = routes.first, first.count == 1 else { return false }
    return routes.allSatisfy { $0 == first }
  }
}
