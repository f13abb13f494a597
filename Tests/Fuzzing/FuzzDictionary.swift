import Foundation
import HearsayTestSupport

/// What breaks a thing more often than other bytes do, one piece to a line.
///
/// The files in `Dictionaries` have the form of libFuzzer's and AFL's: a piece in quotation marks, with `\xAB` for a byte,
/// `\\` and `\"`; a line that begins with `#` is a comment.
enum FuzzDictionary {
  /// Where the inputs and dictionaries lie.
  static let home = Page.root.appendingPathComponent("Tests/Fuzzing")

  /// The pieces of a dictionary.
  static func pieces(_ name: String) throws -> [[UInt8]] {
    let file = home.appendingPathComponent("Dictionaries/\(name).dict")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.filter { !$0.hasPrefix("#") }.map { line in
      guard line.first == "\"", line.last == "\"", line.utf8.count > 2,
        let piece = bytes(of: line.dropFirst().dropLast())
      else { throw Broken("\(name).dict has a line that is no piece: \(line)") }
      return piece
    }
  }

  private static func bytes(of line: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(line.utf8)[...]
    while let next = rest.popFirst() {
      guard next == UInt8(ascii: "\\") else {
        bytes.append(next)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "x"):
        guard let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      case let escaped?: bytes.append(escaped)
      case nil: return nil
      }
    }
    return bytes
  }
}
