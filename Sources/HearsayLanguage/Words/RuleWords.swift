package import HearsayResources

/// Words that the rules for cues and phrases look for, each set for one rule.
package final class RuleWords: Sendable, Decodable {
  /// Help a participle to be a passive.
  package let being: Set<String>
  /// Before a participle these make it no passive.
  package let having: Set<String>
  /// Part of what stands before it, whatever comes.
  package let of: Set<String>
  /// After a name these open where and when, not who; a body's name goes on with them.
  package let nameLinks: Set<String>
  /// Open a circumstance whatever stands before them.
  package let circumstanceLinks: Set<String>
  /// Bodies whose names go on with what they are for: "the Center for Clean Water".
  package let bodies: Set<String>
  /// Parts of names, with a capital after a capital: "the Ely Morning Herald", "USA Today".
  package let clockNames: Set<String>
  /// Many people by a word without a plural's ending.
  package let collectives: Set<String>
  /// The same for those who are told something.
  package let toldCollectives: Set<String>
  /// What a content opens with after an adverb: "spoke bluntly about".
  package let afterManner: Set<String>
  /// Before whoever was told.
  package let told: Set<String>
  /// Before whoever does what a form in -ing says, or takes part.
  package let with: Set<String>
  /// "last", "this" before a day or week.
  package let lastThis: Set<String>
  /// Before a day or week.
  package let beforeTimes: Set<String>
  /// Before a date that stands between a subject and its verb.
  package let beforeDates: Set<String>
  /// Open where and when: "during a rally".
  package let circumstances: Set<String>
  /// A further circumstance after one.
  package let onInAt: Set<String>
  /// Before a time that is no part of a noun.
  package let when: Set<String>
  /// *during*
  package let during: Set<String>
  /// After these a content begins.
  package let contentOpeners: Set<String>
  /// A particle of the verb before it: "pointed out".
  package let out: Set<String>
  /// Between a verb of asking and who is asked: "called on the council to".
  package let asked: Set<String>
  /// Between a cue noun and its content: "expressed concern about".
  package let carriedLinks: Set<String>
  /// Between a passive and its content: "was asked about".
  package let about: Set<String>
  /// Before a platform: "on Twitter".
  package let onPlatforms: Set<String>
  /// Not plurals, though they end like them.
  package let singularsInS: Set<String>
  /// "quoted as saying": the verb of the passive.
  package let quoted: Set<String>
  /// "quoted *as* saying"
  package let quotedAs: Set<String>
  /// "quoted as saying": the words after "as".
  package let saying: Set<String>
  /// Opens the cue of what went before: "according to".
  package let according: Set<String>
  /// Before a clause of their own, after which a noun or an infinitive does not go on.
  package let clauseEnders: Set<String>
  /// After a comma these say more of what stands before it.
  package let commaRelatives: Set<String>
  /// After a comma a content rarely goes on with these.
  package let commaBreaks: Set<String>
  /// Between a cue noun and its source: "a statement by".
  package let sourceLinks: Set<String>
  /// After "seems" and "looks".
  package let like: Set<String>
  /// Subjects that stand for nothing: "it is expected to".
  package let fillers: Set<String>
  /// Sources that are nobody: "the law that allows", "it is worth noting".
  package let nobody: Set<String>
  /// Words for people and writings that a headline gives as its source: "School to close: mayor".
  package let speakers: Set<String>
  /// After these nothing ends.
  package let unfinished: Set<String>
  /// Small words inside the phrase for who was told.
  package let inNames: Set<String>
  /// *the*
  package let the: Set<String>
  /// "a letter *signed* by": whoever did it says what the letter says.
  package let sent: Set<String>
  /// "By the club's own *account*".
  package let accounts: Set<String>
  /// Before those and whoever they are of.
  package let accountOpeners: PhraseSet
  /// Opens a sentence with its source.
  package let per: Set<String>
  /// "as per *usual*".
  package let noSourceAfterPer: Set<String>
  /// Who is told in a headline: "court told".
  package let audience: Set<String>
  /// What they are in it.
  package let hears: Set<String>
  /// Before a colon after which the words of a writing follow.
  package let reads: Set<String>
  /// In a writing's own voice: *we*, *you*.
  package let voice: Set<String>
}
