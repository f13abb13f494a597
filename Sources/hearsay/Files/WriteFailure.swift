import Foundation

/// Why a file, or what the program prints, could not be written.
enum WriteFailure: Error, Hashable {
  /// The system refuses it. `place` is a path, or the name of a stream.
  case refused(place: Place, SystemReason)
  /// What is to be read, or was read, stands there.
  case isRead(path: String)
  /// The file has been written in part; all of it stands in `copy`.
  case unfinished(path: String, SystemReason, copy: String)

  /// What was to be written.
  enum Place: Hashable {
    case file(String)
    case stream(String)
  }
}

extension WriteFailure {
  /// Whether whoever was to read what is printed has gone.
  var isBrokenPipe: Bool {
    if case .refused(.stream, let reason) = self { reason.code == EPIPE } else { false }
  }

  /// Whether it is about what the program prints, and not about one file of several.
  var isOfStream: Bool {
    if case .refused(.stream, _) = self { true } else { false }
  }
}

extension WriteFailure: CustomStringConvertible {
  /// A sentence for whoever wanted it written.
  var description: String {
    switch self {
    case .refused(.file(let path), let reason):
      "“\(path)” cannot be written: \(reason.words)."
    case .refused(.stream(let name), let reason):
      "\(name) cannot be written: \(reason.words)."
    case .isRead(let path):
      "“\(path)” is not written: it is one of the files being read. Name another folder or file."
    case .unfinished(let path, let reason, let copy):
      "“\(path)” is written only in part: \(reason.words). All of it is in “\(copy)”."
    }
  }
}
