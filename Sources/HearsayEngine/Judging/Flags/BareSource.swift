extension JudgedAttribution {
  /// Neither a name nor a description: "a source", "officials".
  var isOfBareSource: Bool { speaker?.naming == .bare }
}
