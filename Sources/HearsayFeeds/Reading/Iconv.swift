import Foundation

/// The system's table of encodings.
package enum Iconv {
  /// The text that bytes are in an encoding; `nil` where that is unknown, or they are none in it.
  package static func text(of bytes: [UInt8], in name: String) -> String? {
    guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
    if utf8.contains(name.lowercased()) { return String(validating: bytes, as: UTF8.self) }
    guard let converter = iconv_open("UTF-8", systemName(of: name)), converter != failed else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var (inLeft, outLeft) = (input.count, output.count)
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return iconv(converter, &from, &inLeft, &to, &outLeft) != -1
          && iconv(converter, nil, nil, &to, &outLeft) != -1
      }
    }
    guard isWhole, inLeft == 0 else { return nil }
    return String(
      validating: output[..<(output.count - outLeft)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static let utf8: Set<String> = ["utf-8", "utf8", "utf_8", "u8"]
  /// Nothing else says that an encoding is unknown.
  nonisolated(unsafe) private static let failed = iconv_t(bitPattern: -1)

  /// Names that feeds and the system write differently.
  private static func systemName(of name: String) -> String {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" }
    if plain.hasPrefix("windows"), let number = Int(plain.dropFirst(7)) { return "CP\(number)" }
    switch plain {
    case "u16", "utf16": return "UTF-16"
    case "u32", "utf32": return "UTF-32"
    case "latin1": return "ISO-8859-1"
    default: return name
    }
  }
}
