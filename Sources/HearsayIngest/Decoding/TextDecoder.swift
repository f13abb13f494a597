import HearsayModel

/// Turns the bytes of a file into its text, whatever encoding they are in.
///
/// The rules, in their order:
/// 1. A byte order mark is believed, and is no part of the text, however often it was put there.
/// 2. Zeros on every other byte are UTF-16 without a mark (``UTF16Order``).
/// 3. Valid UTF-8 is UTF-8. So is text in which well-formed characters of several bytes outnumber the
///    broken ones, or in which the only fault is a character cut off at the very end: the rest
///    cannot be so by chance. Each broken byte is written out, `<E9>`, so that nothing is lost (``DamagedUTF8``).
/// 4. Anything else is Windows-1252, which holds Latin-1: in that, too, "caf\xE9" is *café*.
///
/// Then CRLF and lone CR become `\n`, and nothing else is changed. Bytes of which more than one in
/// twenty are control characters, zeros among them, are no text.
struct TextDecoder {
  /// The text, or `nil` where the bytes are not text.
  func text(of bytes: [UInt8]) -> ArticleText? { decoded(bytes)?.text }

  /// The text, and the encoding that it was in; `nil` where the bytes are not text.
  func decoded(_ bytes: [UInt8]) -> (text: ArticleText, encoding: TextEncoding)? {
    guard let (encoding, markLength) = encoding(of: bytes) else { return nil }
    let content = markLength == 0 ? bytes : Array(bytes.dropFirst(markLength))
    let decoded = withoutMarks(utf8(of: content, in: encoding))
    let census = ControlCensus(of: decoded)
    guard !census.saysBinary else { return nil }
    let text = ArticleText(
      validUTF8: census.hasCarriageReturns ? withLineFeeds(decoded) : decoded)
    return (text, encoding)
  }
}

/// How characters stand in bytes.
enum TextEncoding: Hashable {
  case utf8
  /// UTF-8 with broken pieces.
  case damagedUTF8
  case utf16(UTF16Order)
  case utf32(UTF16Order)
  /// Windows-1252, and within it Latin-1.
  case windows1252
}

// MARK: - Choosing

extension TextDecoder {
  /// The encoding and the length of its byte order mark.
  func encoding(of bytes: [UInt8]) -> (TextEncoding, markLength: Int)? {
    for (mark, encoding) in Self.marks where bytes.starts(with: mark) {
      if encoding == .utf8 { break }
      return (encoding, mark.count)
    }
    let markLength = bytes.starts(with: Self.utf8Mark) ? Self.utf8Mark.count : 0
    if markLength == 0, let order = UTF16Order(guessedFrom: bytes) { return (.utf16(order), 0) }
    guard let fault = firstFault(in: bytes) else { return (.utf8, markLength) }
    if markLength > 0 { return (.damagedUTF8, markLength) }
    let census = UTF8Census(of: bytes, from: fault)
    return (census.saysUTF8 ? .damagedUTF8 : .windows1252, 0)
  }

  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The longer marks first: that of UTF-32 begins with that of UTF-16.
  private static let marks: [([UInt8], TextEncoding)] = [
    ([0xFF, 0xFE, 0, 0], .utf32(.littleEndian)),
    ([0, 0, 0xFE, 0xFF], .utf32(.bigEndian)),
    ([0xFF, 0xFE], .utf16(.littleEndian)),
    ([0xFE, 0xFF], .utf16(.bigEndian)),
    (utf8Mark, .utf8),
  ]

  /// Where the bytes first stop being UTF-8; `nil` where they are all of it.
  private func firstFault(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

// MARK: - Decoding

extension TextDecoder {
  private func utf8(of bytes: [UInt8], in encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: bytes
    case .damagedUTF8: DamagedUTF8.repaired(bytes)
    case .utf16(let order): Array(String(decoding: order.units(of: bytes), as: UTF16.self).utf8)
    case .utf32(let order): Array(String(decoding: order.wideUnits(of: bytes), as: UTF32.self).utf8)
    case .windows1252: Windows1252.utf8(of: bytes)
    }
  }

  /// The same without the marks that stand before the first word: each program that writes one may add another.
  private func withoutMarks(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    while bytes[start...].starts(with: Self.utf8Mark) { start += Self.utf8Mark.count }
    return start == 0 ? bytes : Array(bytes[start...])
  }

  /// The same with `\n` for each CRLF and for each CR alone.
  private func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { result, count in
      var follows = false
      for byte in bytes {
        defer { follows = byte == carriageReturn }
        if follows && byte == lineFeed { continue }
        result[count] = byte == carriageReturn ? lineFeed : byte
        count += 1
      }
    }
  }
}

let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
