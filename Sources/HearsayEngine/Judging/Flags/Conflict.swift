import HearsayModel

extension JudgedClaim {
  /// Another claim differs from it in a time, a number, a place or a "not".
  var isContradicted: Bool { relations.contains(.conflict) }
}
