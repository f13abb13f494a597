// Where somebody was in an earlier session.
extension Reader {
  /// Selects what begins at `byte` as soon as the analysis is there.
  package mutating func wish(for byte: Int) {
    guard let reading, reading.sourcing == nil, reading.wantedSelection == nil else { return }
    self.reading?.wantedSelection = byte
  }
}
