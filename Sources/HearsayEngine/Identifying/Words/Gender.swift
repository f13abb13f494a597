/// What pronouns and titles tell of a person.
package enum Gender: Hashable, Sendable {
  case male, female
}

extension Gender? {
  /// Whether both are told, and differ.
  func isOther(than other: Gender?) -> Bool {
    self != nil && other != nil && self != other
  }
}
