import HearsayModel

/// Who speaks in each attribution, after names, descriptions and pronouns are brought together.
struct Speakers: Sendable {
  var register: EntityRegister
  /// For each attribution who speaks; `nil` where no source is expressed.
  var speaker: [Int?]
  /// For each attribution who else may be meant, best first.
  var alternates: [[Int]]
  var isAmbiguous: [Bool]
  /// For each attribution how its speaker was told; `nil` where nobody speaks or the reader said who does.
  var recognition: [Recognition?]
  /// For each attribution the outlets that its sentence names on the way.
  var relays: [[Int]]
  var publisher: Int?
}
