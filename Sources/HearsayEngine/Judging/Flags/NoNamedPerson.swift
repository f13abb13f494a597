extension SourceFigures {
  /// Somebody is cited, and no person with a name.
  var hasNoNamedPerson: Bool { !attributions.isEmpty && namedPeople == 0 }
}
