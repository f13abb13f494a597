import HearsayModel

/// How a flag is decided: what has to be known, and whether it stands then.
enum FlagDecision {
  case attribution((JudgedAttribution) -> Bool)
  case claim((JudgedClaim) -> Bool)
  case sentence((JudgedSentence) -> Bool)
  /// From the counts of an article's sources and attributions; made anew when sections are joined.
  case figures((SourceFigures) -> Bool)
  /// From the words of a text; of an article read in sections where it stands for one of them.
  case text((JudgedText) -> Bool)
}

extension Flag {
  /// How the flag is decided; each rule has a file in this folder.
  var decision: FlagDecision {
    switch self {
    case .bareSource: .attribution(\.isOfBareSource)
    case .singleAnonymous: .attribution(\.isOnOneAnonymousWord)
    case .noAnonymityReason: .attribution(\.isAnonymousWithoutReason)
    case .implicitSource: .attribution(\.isOfNobody)
    case .opinionAnonymous: .attribution(\.isAnonymousOpinion)
    case .relayed: .attribution(\.isRelayed)
    case .relayedNoLink: .attribution(\.isRelayedWithoutLink)
    case .relayInferred: .attribution(\.isRelayInferred)
    case .hearsay: .attribution(\.isHearsay)
    case .circular: .attribution(\.isCircular)
    case .pluralVerbatim: .attribution(\.isSpokenInChorus)
    case .ambiguousSource: .attribution(\.isAmbiguous)
    case .quoteBoundary: .attribution(\.hasOddMarks)
    case .loadedCue: .attribution(\.hasLoadedCue)
    case .hedged: .attribution(\.isHedged)
    case .relativeTime: .attribution(\.isRelativeInTime)
    case .duplicateClaim: .claim(\.isToldTwice)
    case .echo: .claim(\.isEchoed)
    case .corroborated: .claim(\.isCorroborated)
    case .twoSpeakers: .claim(\.isQuotedOfTwo)
    case .conflict: .claim(\.isContradicted)
    case .unattributed: .sentence(\.isUnattributed)
    case .fragment: .attribution(\.opensFragment)
    case .oneOutletRelay: .figures(\.isRelayedThroughOneOutlet)
    case .noNamedPerson: .figures(\.hasNoNamedPerson)
    case .subjectNotHeard: .text(\.isSomebodyAccusedUnheard)
    }
  }
}

// MARK: - All that stand

extension JudgedAttribution {
  /// The flags that stand, in the order of the model's list.
  var flags: [Flag] {
    Flag.allCases.filter {
      if case .attribution(let holds) = $0.decision { holds(self) } else { false }
    }
  }
}

extension JudgedClaim {
  /// The flags that stand, in the order of the model's list.
  var flags: [Flag] {
    Flag.allCases.filter { if case .claim(let holds) = $0.decision { holds(self) } else { false } }
  }
}

extension SourceFigures {
  /// What a careful reader should know of a text with these figures.
  ///
  /// - Parameter stands: whether a flag stands that the words of the text decide.
  func flags(where stands: (_ flag: Flag, _ holds: (JudgedText) -> Bool) -> Bool) -> [Flag] {
    Flag.allCases.filter { flag in
      switch flag.decision {
      case .figures(let holds): holds(self)
      case .text(let holds): stands(flag, holds)
      case .attribution, .claim, .sentence: false
      }
    }
  }
}
