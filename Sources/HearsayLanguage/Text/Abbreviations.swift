/// Abbreviations that keep their stop, by what may follow them, in lower case without the last stop.
final class Abbreviations: Sendable, Decodable {
  /// A name follows, so no sentence ends here: *Sen. Hale*.
  let beforeName: Set<String>
  /// A number follows: *No. 4*. Before anything else it is a word with a full stop.
  let beforeNumber: Set<String>
  /// May end a sentence or stand in the middle of one: *Acme Inc. said*, *She works for Acme Inc.*
  let anywhere: Set<String>
  /// Words, too, where they have no capital.
  let onlyCapitalised: Set<String>
}
