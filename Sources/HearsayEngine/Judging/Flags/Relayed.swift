extension JudgedAttribution {
  /// An outlet other than the publisher stands between the source and the reader.
  var isRelayed: Bool { !relays.isEmpty }
}
