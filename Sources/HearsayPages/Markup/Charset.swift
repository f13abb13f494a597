#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which character set a page is written in, and its text in UTF-8.
///
/// A byte order mark goes first, then what the server said, then what the page says of itself in its first 1,024
/// bytes, then UTF-8 where the bytes are that, and windows-1252 where they are not.
enum Charset {
  /// The page in UTF-8, and nothing that is no character.
  static func utf8(_ bytes: [UInt8], declared: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    if let isBigEndian = looksLikeUTF16(bytes) {
      return utf16(bytes[...], isBigEndian: isBigEndian)
    }
    let names = [declared, declaration(in: bytes.prefix(1024))].compactMap { $0 }
    if isUTF8(bytes) {
      // Whoever calls letters by several bytes Latin has not looked: such a row of bytes is no accident.
      let known = names.first.map(label)
      if known == nil || known == "utf-8" || isLatin(known) { return repaired(bytes[...]) }
    }
    for name in names.map(label) {
      // A page that could be read to find this out is not in UTF-16, whatever it says.
      if name == "utf-8" || name.hasPrefix("utf-16") { return repairedOrLatin(bytes) }
      if isLatin(name) { return windows1252(bytes) }
      if let text = converted(bytes, from: name) { return text }
    }
    return repairedOrLatin(bytes)
  }

  /// UTF-8 with some damage stays UTF-8; what has next to no letter of several bytes in it is windows-1252.
  private static func repairedOrLatin(_ bytes: [UInt8]) -> [UInt8] {
    isMostlyUTF8(bytes) ? repaired(bytes[...]) : windows1252(bytes)
  }
}

// MARK: - What it says of itself

extension Charset {
  /// The name in `<meta charset=…>`, in `content="text/html; charset=…"` or in `<?xml encoding=…?>`.
  static func declaration(in opening: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: opening, as: UTF8.self).lowercased()
    for key in ["charset", "encoding"] {
      for found in text.ranges(of: key) {
        let before = text[..<found.lowerBound]
        guard let tag = before.lastIndex(of: "<"),
          text[tag...].hasPrefix("<meta") || text[tag...].hasPrefix("<?xml")
        else { continue }
        let rest = text[found.upperBound...].drop { $0 == " " }
        guard rest.first == "=" else { continue }
        let value = rest.dropFirst().drop { " \"'".contains($0) }
        let name = value.prefix { !" \"';/>?".contains($0) }
        if !name.isEmpty { return String(name) }
      }
    }
    return nil
  }

  private static func label(_ name: String) -> String {
    let name = name.lowercased().filter { !" \"'".contains($0) }
    return ["utf8", "unicode-1-1-utf-8", "x-unicode20utf8"].contains(name) ? "utf-8" : name
  }

  /// What browsers read as windows-1252, whatever it was meant to be.
  private static func isLatin(_ name: String?) -> Bool {
    guard let name else { return false }
    return [
      "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "ascii", "us-ascii", "windows-1252",
      "cp1252", "x-cp1252", "ansi_x3.4-1968",
    ].contains(name)
  }
}

// MARK: - Telling

extension Charset {
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
  }

  /// Whether at least nine in ten of the bytes over 127 belong to whole characters.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var whole = 0
    var stray = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      let end = index + length
      if length > 0, end <= bytes.count, bytes[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        whole += length
        index = end
      } else {
        stray += 1
        index += 1
      }
    }
    return stray * 9 <= whole
  }

  /// UTF-16 without a mark: a zero beside every letter of the markup.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
    let opening = bytes.prefix(64)
    guard opening.count >= 8 else { return nil }
    let even = opening.enumerated().filter { $0.offset % 2 == 0 && $0.element == 0 }.count
    let odd = opening.enumerated().filter { $0.offset % 2 == 1 && $0.element == 0 }.count
    if even * 3 >= opening.count, odd == 0 { return true }
    if odd * 3 >= opening.count, even == 0 { return false }
    return nil
  }
}

// MARK: - Converting

extension Charset {
  private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) {
      return Array(bytes)
    }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes { text.append(scalar(windows1252: byte)) }
    return Array(String(text).utf8)
  }

  private static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80]
  }

  private static let high = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// The bytes in UTF-8 where the system knows the character set; what is wrong in them is a replacement character.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard name.utf8.count < 40, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }),
      let converter = iconv_open("UTF-8", systemName(name)), Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 15)
    input.withUnsafeMutableBytes { source in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      while left > 0 {
        let (written, failure) = buffer.withUnsafeMutableBytes { target in
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let result = iconv(converter, &from, &left, &to, &room)
          return (target.count - room, result == -1 ? errno : 0)
        }
        text += buffer[..<written]
        guard failure != 0, failure != E2BIG, left > 0 else { continue }
        text += [0xEF, 0xBF, 0xBD]
        from = from?.advanced(by: 1)
        left -= 1
      }
    }
    return text
  }

  /// Sets that browsers read as a larger one of the same family.
  private static func systemName(_ name: String) -> String {
    switch name {
    case "gb2312", "gbk", "x-gbk": "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "CP932"
    case "euc-kr", "ks_c_5601-1987": "CP949"
    case "big5": "BIG5-HKSCS"
    case "iso-8859-9": "WINDOWS-1254"
    case "iso-8859-11", "tis-620": "WINDOWS-874"
    default: name.uppercased()
    }
  }
}
