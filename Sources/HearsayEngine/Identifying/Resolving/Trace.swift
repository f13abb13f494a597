import HearsayModel

/// One mention on the way through the text, for pronouns.
struct Trace: Sendable {
  var entity: Int
  var span: Span
  /// Counts the sentences outside quotation marks.
  var sentence: Int
  var isSource: Bool
  var isFirstInSentence: Bool
  /// Whether the sentence opens with it.
  var opensSentence: Bool
  var isIntroduction: Bool
  /// Whether a small word stands before it that no subject and no object has: "since Easter", "in Leeds".
  var isAside = false
  /// Whether a pronoun stands here.
  var isPronoun = false
  /// Whether somebody has just asked them something.
  var isQuestioned = false
  /// Whether the sentence is not about them: "after meeting with President Roe".
  var isOblique = false
  /// Whether a word for somebody else stands before it: "a niece of Ann Roe".
  var isSomebodysKin = false
  var isInsideSpeech: Bool
}
