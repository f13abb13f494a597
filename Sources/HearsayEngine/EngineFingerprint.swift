import HearsayLanguage
import HearsayResources

/// What decides an analysis, in a few letters: two engines with the same fingerprint find the same in the same text.
///
/// The rules have a number, ``rules``, raised whenever code changes what is found; the word lists count with every byte, and
/// the trained model with the checksums that its file carries. An analysis in the library that has another fingerprint is
/// made anew when its article is opened. The program's version has no part in it.
struct EngineFingerprint {
  /// The number of the rules. `GoldenAnalysisTests` fails where the analyses change and this does not.
  static let rules = 10

  /// `2-3f9a0c417be25d68`: the number of the rules, and a digest of the data that they work with.
  let written: String

  /// The fingerprint of an engine with the word lists of `resources`.
  ///
  /// - Parameter tagger: what finds the spans.
  /// - Throws: `ResourceError` where a word list cannot be read.
  init(_ resources: Resources, tagger: any SpanTagger) throws {
    var digest = Digest()
    for folder in Language.codes(in: resources).map(WordLists.folder(of:)) + [PronounScorer.folder]
    {
      for file in resources.names(in: folder) {
        digest.add(file.utf8)
        digest.add(try resources.bytes("\(folder)/\(file)"))
      }
    }
    digest.add(tagger.name.utf8)
    digest.add(tagger.weights)
    let digits = String(digest.value, radix: 16)
    written = "\(Self.rules)-\(String(repeating: "0", count: 16 - digits.count))\(digits)"
  }
}

/// FNV-1a: it keeps versions apart, and keeps no secrets.
private struct Digest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // Where one ends and the next begins is part of it.
    value = (value ^ 0x100) &* 0x100_0000_01b3
  }
}
