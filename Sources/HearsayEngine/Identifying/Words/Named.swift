import HearsayLanguage

/// Something that a table calls by name: each case of an enumeration, `hasSpoken` as *has-spoken*.
protocol Named: CaseIterable, Hashable, Sendable, RawRepresentable<Int> {}

extension Named {
  /// What the tables call it.
  var name: String { String(describing: self).dashed }
}
