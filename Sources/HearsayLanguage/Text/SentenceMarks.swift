/// The words by which the ends of sentences and the roles of quotation marks are told.
final class SentenceMarks: Sendable, Decodable {
  /// In mid-sentence these would have no capital.
  let openers: Set<String>
  /// Verbs after words in marks that say that somebody spoke them.
  let speech: Set<String>
  /// Words that begin with an apostrophe: *'tis*, without it.
  let elisions: Set<String>
  /// Ends of words after which an apostrophe alone makes an owner: *the miners'*.
  let ownerEndings: [String]
  /// Without a capital in names of books and programmes.
  let smallInTitles: Set<String>
  /// With a capital they make no title of a word in marks.
  let noTitles: Set<String>
  /// What an apostrophe joins to the word before it.
  let clitics: [String]
  /// In capitals they are names and no pronouns: *US*.
  let alsoNames: Set<String>
  /// They end in -ly and are no adverbs.
  let notAdverbs: Set<String>
}
