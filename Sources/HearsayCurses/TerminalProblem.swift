/// Why a terminal cannot be used.
public enum TerminalProblem: Error, Hashable, Sendable {
  /// There is no terminal to draw on.
  case noTerminal
  /// `TERM` is not set.
  case noType
  /// `TERM` names a terminal that is not in the terminal database.
  case unknownType(String)
  /// The terminal cannot move its cursor, so there is nothing to draw with.
  case tooSimple(String)
  /// The system has no file descriptors left.
  case noPipe
}

extension TerminalProblem: CustomStringConvertible {
  /// One sentence, with what can be done.
  public var description: String {
    switch self {
    case .noTerminal:
      "There is no terminal to draw on."
    case .noType:
      "TERM is not set, so the kind of this terminal is not known; try TERM=xterm-256color."
    case .unknownType(let name):
      "This system does not know a terminal of the kind “\(name)”; try TERM=xterm-256color."
    case .tooSimple(let name):
      "A terminal of the kind “\(name)” cannot move its cursor, so it cannot show two panes."
    case .noPipe:
      "The system allows no more open files, so the terminal cannot be watched."
    }
  }
}
