/// What is known of the place where a mention stands.
struct MentionContext: Sendable {
  var sentence: Int
  var paragraphStart: Int
  var isInsideSpeech: Bool
  /// The outlet that the speaker of this place talked to.
  var confidant: String?
  /// Who speaks the content in which this mention stands.
  var speakerAround: Int?
  var isHeadline = false
  /// The names in what is said here; nobody speaks of himself by name.
  var namesSaid: Set<String> = []
  /// The genders of *him* and *her* there.
  var gendersSaid: Set<Gender> = []
  /// Who tells two apart of whom a pronoun may mean either; only for sources.
  var judge: PronounJudge?
}
