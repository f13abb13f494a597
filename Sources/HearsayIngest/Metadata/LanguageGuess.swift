import HearsayModel

/// Tells which language a text is written in by its script and its small words; nothing where that is not plain.
///
/// Words in quotation marks count like all others: an English report with a French sentence in it is English.
struct LanguageGuess: Hashable {
  /// Its code, of two letters.
  let code: String

  /// The language of a text, as far as its beginning tells.
  init?(of text: ArticleText) {
    let opening = text.opening(Self.longest)
    if let code = Self.script(of: opening) {
      self.code = code
      return
    }
    var counts: [String: Int] = [:]
    var total = 0
    for word in opening.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
      total += 1
      for language in SmallWords.languages[word.lowercased()] ?? [] {
        counts[language, default: 0] += 1
      }
    }
    let english = counts["en"] ?? 0
    let best = counts.filter { $0.key != "en" }.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let other = best?.value ?? 0
    if english >= Self.fewest, english * 10 >= total, english * 2 >= other * 3 {
      code = "en"
    } else if let best, other >= Self.fewest, other * 10 >= total, other * 2 > english * 3 {
      code = best.key
    } else {
      return nil
    }
  }

  /// In bytes; what comes after tells nothing new.
  private static let longest = 16_000
  /// So many small words are needed.
  private static let fewest = 4
}

// MARK: - Scripts

extension LanguageGuess {
  /// The language that is written in the script of most letters; `nil` for Latin script, in which many are.
  private static func script(of text: String) -> String? {
    var counts: [Script: Int] = [:]
    var letters = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      letters += 1
      if scalar.value >= 0x370, let script = Script(scalar.value) {
        counts[script, default: 0] += 1
      }
    }
    guard let most = counts.max(by: { $0.value < $1.value }), most.value * 2 > letters else {
      // Japanese is a mixture.
      return (counts[.kana] ?? 0) * 5 > letters ? "ja" : nil
    }
    if most.key == .han, (counts[.kana] ?? 0) * 20 > letters { return "ja" }
    return most.key.language(of: text)
  }

  /// The scripts that news is written in, beside the Latin one.
  private enum Script: Hashable {
    case greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, tamil, thai, georgian,
      hangul, kana, han

    init?(_ value: UInt32) {
      switch value {
      case 0x370...0x3FF: self = .greek
      case 0x400...0x52F: self = .cyrillic
      case 0x531...0x58F: self = .armenian
      case 0x590...0x5FF: self = .hebrew
      case 0x600...0x6FF, 0x750...0x77F: self = .arabic
      case 0x900...0x97F: self = .devanagari
      case 0x980...0x9FF: self = .bengali
      case 0xB80...0xBFF: self = .tamil
      case 0xE00...0xE7F: self = .thai
      case 0x10A0...0x10FF: self = .georgian
      case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
      case 0x3040...0x30FF: self = .kana
      case 0x4E00...0x9FFF: self = .han
      default: return nil
      }
    }

    func language(of text: String) -> String {
      switch self {
      case .greek: "el"
      case .cyrillic: text.contains { "іїєґ".contains($0) } ? "uk" : "ru"
      case .armenian: "hy"
      case .hebrew: "he"
      case .arabic: text.contains { "پچژگ".contains($0) } ? "fa" : "ar"
      case .devanagari: "hi"
      case .bengali: "bn"
      case .tamil: "ta"
      case .thai: "th"
      case .georgian: "ka"
      case .hangul: "ko"
      case .kana: "ja"
      case .han: "zh"
      }
    }
  }
}
