import Foundation

/// A page that a browser saved as mail with its pictures: MHTML.
///
/// Only the page inside is wanted, and it comes first.
struct SavedPage {
  /// The page.
  let bytes: [UInt8]
  /// The character set that its part names.
  let charset: String?
  /// Where it was saved from.
  let address: String?

  /// `nil` where the bytes are something else.
  init?(_ bytes: [UInt8]) {
    guard let head = Head(bytes[...]), let type = head["content-type"],
      type.lowercased().hasPrefix("multipart/"),
      let boundary = Self.parameter("boundary", of: type),
      !boundary.isEmpty
    else { return nil }
    let mark = Array("--\(boundary)".utf8)
    var rest = bytes[head.end...]
    while let start = Self.line(mark, in: rest) {
      let body = bytes[start...]
      guard let part = Head(body) else { return nil }
      let end = Self.line(mark, in: bytes[part.end...]).map { $0 - mark.count } ?? bytes.endIndex
      let type = part["content-type"]?.lowercased() ?? ""
      if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") {
        self.bytes = Self.decoded(
          bytes[part.end..<max(part.end, end)], part["content-transfer-encoding"] ?? "")
        charset = Self.parameter("charset", of: part["content-type"] ?? "")
        address = part["content-location"] ?? head["snapshot-content-location"]
        return
      }
      rest = bytes[part.end...]
    }
    return nil
  }

  /// Behind the next line that is a mark between parts.
  private static func line(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if bytes[start..<end].starts(with: mark) { return min(end + 1, bytes.endIndex) }
      start = end + 1
    }
    return nil
  }

  /// `boundary` of `multipart/related; boundary="--x"`.
  private static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
      if sides.count == 2, sides[0].lowercased() == name {
        return sides[1].filter { $0 != "\"" }
      }
    }
    return nil
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding.lowercased().trimmingBlanks {
    case "quoted-printable": return unquoted(Array(body))
    case "base64":
      return Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init)
        ?? []
    default: return Array(body)
    }
  }

  /// `=E2=80=9C` as the bytes it stands for; a line that ends with `=` goes on.
  private static func unquoted(_ body: [UInt8]) -> [UInt8] {
    func digit(_ index: Int) -> UInt8? {
      index < body.count
        ? Character(Unicode.Scalar(body[index])).hexDigitValue.map { UInt8($0) } : nil
    }
    var text: [UInt8] = []
    text.reserveCapacity(body.count)
    var index = 0
    while index < body.count {
      if body[index] == 0x3D, let high = digit(index + 1), let low = digit(index + 2) {
        text.append(high << 4 | low)
        index += 3
      } else if body[index] == 0x3D {
        // A line goes on in the next one.
        index += 1
        while index < body.count, body[index] == 0x0D || body[index] == 0x20 { index += 1 }
        if index < body.count, body[index] == 0x0A { index += 1 }
      } else {
        text.append(body[index])
        index += 1
      }
    }
    return text
  }
}

/// The fields that mail and its parts begin with.
private struct Head {
  private var fields: [String: String] = [:]
  /// Where the body begins.
  private(set) var end: Int

  subscript(name: String) -> String? { fields[name] }

  init?(_ bytes: ArraySlice<UInt8>) {
    end = bytes.startIndex
    var last: String?
    while end < bytes.endIndex, end - bytes.startIndex < 1 << 16 {
      let lineEnd = bytes[end...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = String(decoding: bytes[end..<lineEnd], as: UTF8.self).filter {
        $0 != "\r" && $0 != "\r\n"
      }
      end = min(lineEnd + 1, bytes.endIndex)
      if line.isEmpty { return }
      if line.first?.isWhitespace == true, let last {
        fields[last, default: ""] += " " + line.trimmingBlanks
      } else if let colon = line.firstIndex(of: ":"), colon != line.startIndex {
        let name = line[..<colon].lowercased()
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
          return nil
        }
        fields[name] = String(line[line.index(after: colon)...]).trimmingBlanks
        last = name
      } else {
        return nil
      }
    }
    return nil
  }
}
