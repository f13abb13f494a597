import HearsayResources

/// The words by which lines are told that are no part of an article's text: bylines, credits, captions, dates.
package final class LayoutWords: Sendable, Decodable {
  /// Before the colon of a caption's credit: *image*.
  let pictures: Set<String>
  /// Opens a byline: *by*.
  let by: Set<String>
  let smallInBylines: Set<String>
  /// In a line that holds nothing but a date, beside the calendar's: *updated*.
  let updated: Set<String>
  /// *copyright*
  let rights: Set<String>
  /// *reporting* by
  let credited: Set<String>
  /// *additional reporting*
  let furtherReporting: PhraseSet
  /// Before a colon or bar at the start of a line: *tags*.
  let labels: Set<String>
  /// Short lines of the page: *advertisement*.
  let alone: Set<String>
  /// *read more*
  let readOn: PhraseSet
  /// *follow* her on Twitter
  let follow: Set<String>
  /// *on twitter*
  let followWhere: PhraseSet
  /// Small words in a dateline's place.
  let inDatelines: Set<String>
  /// Agencies that a dateline may name without capitals.
  let agencies: Set<String>
  /// What stands before a colon and is nobody: *breaking*.
  package let nobodyBeforeColon: Set<String>
  /// *originally published* on
  let firstPublished: PhraseSet
  /// *sign up for* our newsletter
  let pageLines: PhraseSet
  /// Ann Roe *contributed to this report*
  let contributed: PhraseSet
  /// *disclaimer*:
  let openingLabels: PhraseSet
  /// Before the colon that opens quoted mail: *wrote*.
  package let mailCues: Set<String>
  /// Before a colon in the head of a mail: *from*.
  let mailHeaders: Set<String>
  /// Before a question in an interview: *q*.
  package let questionLabels: Set<String>
  /// Before an answer: *a*.
  package let answerLabels: Set<String>
  /// In an introduction they announce an interview.
  package let interviewing: Set<String>
  /// With these a question speaks to the guest: *you*.
  package let guestsAddressed: Set<String>
  /// What may end a web address that is written without its beginning.
  let domains: Set<String>
}
