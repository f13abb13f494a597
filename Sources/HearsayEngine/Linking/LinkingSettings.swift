/// The numbers by which words are given to attributions: how far is looked, and how sure a finding has to be.
enum LinkingSettings {
  /// How many quotations before or after one may stand between it and the one that it goes on from.
  static let quotationsLookedAt = 8
  /// How many spans before a quotation may have some of its words: enough for a paragraph.
  static let spansLookedAt = 40
  /// In bytes; what stands farther from whoever spoke last is not said in the same breath.
  static let longestGap = 160
  /// How far apart in order of reading an attribution and the one around it may start.
  static let reachOfNesting = 24
  /// How many words a content that is only named may have: "commented on the death to The Courier".
  static let wordsOfNamedContent = 16
  /// How many words whoever is quoted by an outlet may have.
  static let wordsOfQuotedSource = 14
  /// Within how many words of an outlet's cue the comma before "citing two officials" stands.
  static let wordsBeforeQuoting = 6
  /// A sentence with so many words beside a quotation says itself what the quotation is.
  static let wordsOfOwnSentence = 3
  /// How sure it is that a quotation without a cue belongs to whoever spoke last.
  static let confidenceOfBareQuotation = 0.5
}
