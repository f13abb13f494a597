/// The short lists of `phrases.txt`, each under a heading of the same name with its explanation.
///
/// `lexicon[.firms]` are the words under `[firms]`.
enum PhraseList: Int, Named {
  // What stands before
  case articles
  case the
  case and
  case of
  case one
  case determinersDefinite
  case determinersIndefinite
  case determinersPossessive
  case determinersFurther
  case determinersOfOthers
  case somebodys
  case ownerMarks
  case roughly
  case singles
  case ratioLinks
  case wholes
  case bothOrEither
  case ageEndings
  case oneAlone
  case furtherAlone
  case ordinary
  case empty
  // What follows the head
  case afterHead
  case verbEndings
  case participleEndings
  case asked
  case modifierLinks
  case insideModifiers
  case originLinks
  case writerLinks
  case makerLinks
  case antecedentLinks
  case personalRelatives
  case oblique
  case means
  case noApposition
  case beforeDay
  case notBeforeDay
  case daysWithCapital
  // Names
  case nameLinks
  case fieldLinks
  case bodiesOfFields
  case purposeLinks
  case purpose
  case smallInNames
  case housesOfNames
  case namePrefixes
  case surnamePrefixes
  case noSurnameEndings
  case peopleEndings
  case nationals
  case nationalEndings
  case firms
  case anyFirm
  case forces
  case kin
  case deedEndings
  case postLinks
  case postsOfFields
  case portfolios
  case outletKinds
  // What a head is
  case outletsAtLarge
  case outletsLikeBodies
  case shares
  case collections
  case sources
  case members
  case writingsFirst
  case pluralBodies
  case agentEndings
  case deputies
  case former
  case noPlurals
  case pluralEndings
  // Reading a sentence for names
  case calendar
  case shortDays
  case maybeNames
  case beforeVerb
  case adverbEndings
  case verbalEndings
  case gerundEndings
  case adjectiveEndings
  case noNouns
  case clauseVerbs
  // Who is who
  case writer
  case repeatable
  case vague
  case parties
  case anyBody
  case firmsLikePeople
  case bothOfThem
  case shortTitles
  case questioning
  case talking
  case talkingLinks
  case placeLinks
  case nameless
  case spokenIn
  case beforeOblique
  case counts
  case leadingPosts
  case postOf
  case predicating
  case emptyIt
  case clauseOpeners
  case bodysOwn
  case bodyItself
  case deedsOfBodies
  // Who is nobody
  case nobodies
  case degrees
  case subjects
  case naming
  case calling
  case traits
  // What a list calls whoever has no name
  case somebodyElse
}
