/// The one-column signs of the screen, so that no meaning hangs on colour alone.
///
/// The hint bar, the side pane, the help and the text format all take them from here.
public enum SignSet: Hashable, Sendable {
  /// ● ◐ ○ ⊘ ◌, for terminals that show Unicode.
  case unicode
  /// N D b w -, for those that do not.
  case ascii
}

extension Naming {
  /// `●` named, `◐` described, `○` bare, `⊘` withheld, `◌` nobody.
  public func sign(in set: SignSet) -> Character {
    switch (self, set) {
    case (.named, .unicode): "●"
    case (.described, .unicode): "◐"
    case (.bare, .unicode): "○"
    case (.withheld, .unicode): "⊘"
    case (.implicit, .unicode): "◌"
    case (.named, .ascii): "N"
    case (.described, .ascii): "D"
    case (.bare, .ascii): "b"
    case (.withheld, .ascii): "w"
    case (.implicit, .ascii): "-"
    }
  }
}

extension Manner {
  /// `“` direct, `‘` mixed, `~` indirect, `=` reported.
  public func sign(in set: SignSet) -> Character {
    switch (self, set) {
    case (.direct, .unicode): "“"
    case (.mixed, .unicode): "‘"
    case (.direct, .ascii): "\""
    case (.mixed, .ascii): "'"
    case (.indirect, _): "~"
    case (.reported, _): "="
    }
  }
}

extension SourceKind {
  /// `P` person, `G` group, `O` organisation, `M` news outlet, `D` document, `W` the writer, `-` nobody.
  public var sign: Character {
    switch self {
    case .person: "P"
    case .group: "G"
    case .organisation: "O"
    case .outlet: "M"
    case .document: "D"
    case .author: "W"
    case .none: "-"
    }
  }
}

/// The signs that stand for neither naming nor manner.
public struct Signs: Hashable, Sendable {
  /// The claim came through another outlet.
  public var relayed: Character
  /// A flag of level high.
  public var highFlag: Character
  /// The reader marked it.
  public var mark: Character
  /// The reader marked it, and the library could not take it.
  public var unkept: Character
  /// The reader says so, and not the machine.
  public var corrected: Character
  /// Between the words that hand something over and what they hand over.
  public var handsOver: String
  /// Between the hops of a chain.
  public var hop: String
  /// Where a text is cut.
  public var ellipsis: String

  /// The signs of a set.
  public init(_ set: SignSet) {
    switch set {
    case .unicode:
      self = Signs(
        relayed: "⇠", highFlag: "!", mark: "✎", unkept: "✗", corrected: "≠", handsOver: "›",
        hop: " ← ",
        ellipsis: "…")
    case .ascii:
      self = Signs(
        relayed: "<", highFlag: "!", mark: "*", unkept: "?", corrected: "x", handsOver: ">",
        hop: " <- ",
        ellipsis: "...")
    }
  }

  private init(
    relayed: Character, highFlag: Character, mark: Character, unkept: Character,
    corrected: Character,
    handsOver: String, hop: String, ellipsis: String
  ) {
    self.relayed = relayed
    self.highFlag = highFlag
    self.mark = mark
    self.unkept = unkept
    self.corrected = corrected
    self.handsOver = handsOver
    self.hop = hop
    self.ellipsis = ellipsis
  }
}
