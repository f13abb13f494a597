import Foundation

/// A file that a command reads whole, or a pipe or a device, which is read to its end.
struct InputFile {
  /// Where it is; `-` is standard input.
  let path: String

  /// More than this is nothing that anybody has typed or exported, in bytes.
  private static let limit = 1 << 30

  /// A file of this name.
  init(_ path: String) { self.path = path }

  /// What it is called in a sentence.
  var name: String { path == "-" ? "Standard input" : "“\(path)”" }

  /// All of it.
  func contents() throws(ReadFailure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw ReadFailure(name: name, reason: .last) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      if count > 0 {
        bytes += part[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw ReadFailure(name: name, reason: .last)
      }
      guard bytes.count <= Self.limit else {
        throw ReadFailure(name: name, reason: SystemReason(code: EFBIG))
      }
    }
  }
}

/// Why a file could not be read.
struct ReadFailure: Error, Hashable, CustomStringConvertible {
  /// What it is called in a sentence.
  var name: String
  var reason: SystemReason

  /// A sentence for whoever named it.
  var description: String {
    switch reason.code {
    case ENOENT, ENOTDIR: "\(name) does not exist."
    default: "\(name) cannot be read: \(reason.words)."
    }
  }
}
