extension JudgedAttribution {
  /// The sentence itself does not name the outlet through which it came.
  var isRelayInferred: Bool { chain.contains { $0.basis == .inherited || $0.basis == .inferred } }
}
