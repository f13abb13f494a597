import HearsayLanguage

/// How far each rule can be trusted: the share of its attributions whose cue was right in marked news texts,
/// set against what the word lists promised for its cues.
///
/// A word list says how often a verb is a cue where it stands so; a rule that must guess more than others (whose
/// subject is it? where does the noun end?) keeps less of that. The figures below are from the training part of
/// PolNeAR, from which many of the lists' shares come too, so on other news they are a little too good.
enum Trust {
  /// A quotation before the cue: right in 99 of 100 places.
  static let quotedBefore = 1.0
  /// A clause before the cue: 92.
  static let clauseBefore = 0.98
  /// A "that", "whether" or "how" after the cue: 89.
  static let thatClause = 0.99
  /// A quotation or a colon after the cue: 83.
  static let quotation = 0.93
  /// A clause without "that", a noun, a form in -ing: 78.
  static let plain = 0.95
  /// "to" and a verb: 69.
  static let infinitive = 0.87
  /// A cue in -ing that shares the subject of another verb: 65.
  static let sharedSubject = 0.88

  /// What a rule keeps of the share that the word lists give.
  static func of(_ frame: CueFrame, isBefore: Bool, isQuoted: Bool, sharesSubject: Bool) -> Double {
    if isBefore { return isQuoted ? quotedBefore : clauseBefore }
    let shared = sharesSubject && frame != .thatClause ? sharedSubject : 1
    switch frame {
    case .thatClause: return thatClause
    case .quotation: return quotation * shared
    case .infinitive: return infinitive * shared
    default: return plain * shared
    }
  }
}
