extension JudgedAttribution {
  /// Neither a name nor a description, of somebody who could have one: "a source", "officials".
  var isOfBareSource: Bool { speaker?.naming == .bare && isAnonymous }
}
