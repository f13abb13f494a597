import Foundation

/// What a reader is told of a correction.
extension Correction {
  /// What is right now: `speaker: Mayor Ana Lund`.
  public var words: String {
    switch change {
    case .speaker(_, let speaker): "speaker: \(speaker.words)"
    case .dismissal: "not an attribution"
    case .spans(let old, let new):
      "\(Self.difference(old, new)): “\(Self.words(of: new, unlike: old))”"
    case .addition(_, let speaker): "missed: said by \(speaker.words)"
    case .merger(let one, let other): "“\(one.nameFirst)” is the same as “\(other.nameFirst)”"
    case .separation(let subjects, let party):
      "\(subjects.count == 1 ? "this is" : "\(subjects.count) times") somebody other than “\(party.nameFirst)”"
    case .kind(let party, let kind): "“\(party.nameFirst)”: \(kind.words)"
    case .naming(let party, let naming): "“\(party.nameFirst)”: \(naming.words)"
    }
  }

  /// What the machine had said: `the machine said: officials`.
  public var machineWords: String {
    let source =
      snapshot.source.map { Source.nameFirst($0, kind: snapshot.kind, naming: snapshot.naming) }
      ?? "nobody"
    switch change {
    case .speaker, .dismissal, .separation: return "the machine said: \(source)"
    case .spans(let old, let new): return "the machine said: “\(Self.words(of: old, unlike: new))”"
    case .addition: return "the machine found no attribution"
    case .merger(let one, let other):
      return "the machine saw two: \(one.nameFirst), \(other.nameFirst)"
    case .kind(let party, _):
      return "the machine said: \((party.kind ?? snapshot.kind).words)"
    case .naming(let party, _):
      return "the machine said: \((party.naming ?? snapshot.naming).words)"
    }
  }

  /// The words it is about; of a source its name.
  public var subjectWords: String {
    change.subjects.last?.words ?? change.parties.first?.name ?? ""
  }

  /// The day on which it was made: `23 November 2026`.
  public var dayWords: String {
    let parts = Calendar.current.dateComponents([.year, .month, .day], from: created)
    let month = Self.months[((parts.month ?? 1) - 1) % 12]
    return "\(parts.day ?? 1) \(month) \(parts.year ?? 0)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func difference(_ old: Subject, _ new: Subject) -> String {
    if exact(old.content) != exact(new.content) { return "what is said" }
    return old.source?.exact != new.source?.exact ? "who says it" : "how it is said"
  }

  private static func words(of subject: Subject, unlike other: Subject) -> String {
    if exact(subject.content) != exact(other.content) { return exact(subject.content) }
    let anchor =
      subject.source?.exact != other.source?.exact ? subject.source : subject.cue
    return anchor?.exact ?? "nothing"
  }

  private static func exact(_ anchors: [Mark.Anchor]) -> String {
    anchors.map(\.exact).joined(separator: " … ")
  }
}

extension Correction.Speaker {
  /// Who it is.
  public var words: String {
    switch self {
    case .source(let party): party.nameFirst
    case .nobody: "nobody"
    }
  }
}

extension Correction.Party {
  /// The name before the office; as it was typed where it is somebody new.
  var nameFirst: String {
    Source.nameFirst(name, kind: kind ?? .none, naming: naming ?? .bare)
  }
}
