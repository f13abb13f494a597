/// What encoding bytes look like, for feeds that say nothing true about it: the ones of East Asia and Thailand, in which
/// most bytes outside of ASCII come in pairs or in one range.
struct EncodingGuess {
  /// Its usual name; empty where nothing can be said.
  private(set) var name = ""

  init(_ bytes: [UInt8]) {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil
    else { return }
    let fitting = Self.candidates.filter { candidate in
      Iconv.text(of: bytes, in: candidate.name).map {
        Self.share(of: candidate.letters, in: $0) > candidate.least
      } ?? false
    }
    name = fitting.first?.name ?? ""
  }

  private typealias Candidate = (name: String, letters: [ClosedRange<UInt32>], least: Double)

  /// Encodings, the ranges in which text in them has its letters, and how many of the letters outside of ASCII must be
  /// of these: by far the most, but of Japanese, which has Chinese letters between its own. The first that fits is
  /// taken: those of which others' bytes are rarely any text stand first.
  private static let candidates: [Candidate] = [
    ("EUC-KR", [0xAC00...0xD7A3], 0.7),
    ("SHIFT_JIS", [0x3040...0x30FF], 0.3),
    ("TIS-620", [0x0E01...0x0E5B], 0.7),
    ("GB2312", [0x4E00...0x9FFF, 0x3000...0x3020, 0xFF01...0xFF5E], 0.7),
    ("Big5", [0x4E00...0x9FFF, 0x3000...0x3020, 0xFF01...0xFF5E], 0.7),
  ]

  /// Of fewer letters outside of ASCII nothing is told: one é is as much text in Thailand as in France.
  private static let fewestLetters = 4

  private static func share(of ranges: [ClosedRange<UInt32>], in text: String) -> Double {
    var (all, fitting) = (0, 0)
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      all += 1
      if ranges.contains(where: { $0.contains(scalar.value) }) { fitting += 1 }
    }
    return all < fewestLetters ? 0 : Double(fitting) / Double(all)
  }
}
