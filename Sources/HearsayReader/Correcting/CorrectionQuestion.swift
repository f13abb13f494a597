import HearsayModel

/// What is asked for before something is set right.
enum CorrectionQuestion: Hashable, Sendable {
  /// Who says this attribution.
  case speaker(Attribution.ID)
  /// Who says these words.
  case addition([Span])
  /// Who a source really is.
  case merger(Source.ID)
  /// Which words are not this source's: from this attribution on, or all with these words for it.
  case separation(Attribution.ID)
  /// What kind of thing a source is.
  case kind(Source.ID)
  /// How a source is named.
  case naming(Source.ID)
}

/// One of the answers that can be given.
struct CorrectionChoice: Hashable, Sendable {
  /// Signs before the words, as in the list of who said what.
  var sign: String
  var words: String
  /// What is less important, behind them.
  var aside: String
  /// The source that is meant, for its hue.
  var source: Source.ID?
  /// What is set right by it.
  var change: Correction.Change
}

extension CorrectionQuestion {
  /// Whether a name can be typed that is not in the list.
  var takesNames: Bool {
    switch self {
    case .speaker, .addition: true
    case .merger, .separation, .kind, .naming: false
    }
  }

  /// The question in the lowest row.
  func words(in analysis: Analysis) -> String {
    func name(_ id: Source.ID) -> String { analysis.source(id)?.name ?? "nobody" }
    switch self {
    case .speaker(let id): return "Who says \(id.number)?"
    case .addition: return "Who says this?"
    case .merger(let id): return "Who is “\(name(id))”?"
    case .separation(let id):
      let source = analysis.attribution(id).flatMap(analysis.speaker)
      return "What does somebody else than “\(source?.name ?? "nobody")” say?"
    case .kind(let id): return "What is “\(name(id))”?"
    case .naming(let id): return "How is “\(name(id))” named?"
    }
  }
}
