/// The words by which the ends of sentences and the roles of quotation marks are told.
final class SentenceMarks: Sendable {
  /// In mid-sentence these would have no capital.
  let openers: Set<String>
  /// Verbs after words in marks that say that somebody spoke them.
  let speech: Set<String>
  /// Words that begin with an apostrophe: *'tis*, without it.
  let elisions: Set<String>
  /// Without a capital in names of books and programmes.
  let smallInTitles: Set<String>
  /// With a capital they make no title of a word in marks.
  let noTitles: Set<String>
  /// What an apostrophe joins to the word before it, as UTF-8.
  let clitics: [[UInt8]]
  /// They end in -ly and are no adverbs.
  let notAdverbs: Set<String>

  init(_ lists: inout WordLists) throws {
    openers = try lists.words("sentences", "openers")
    speech = try lists.words("sentences", "speech")
    elisions = try lists.words("sentences", "elisions")
    smallInTitles = try lists.words("sentences", "small-in-titles")
    noTitles = try lists.words("sentences", "no-titles")
    clitics = try lists.list("sentences", "clitics").map { Array($0.utf8) }
    notAdverbs = try lists.words("sentences", "not-adverbs")
  }
}
