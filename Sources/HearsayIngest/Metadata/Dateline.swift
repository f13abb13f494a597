/// The opening of a first paragraph that says where, when and by whom it was written:
/// "BAGHDAD, June 13, 2024 (AFP) — ", "Shafaq News/ ", "(Reuters) - ".
struct Dateline: Hashable {
  var publisher: String?
  var published: String?

  /// The dateline that a paragraph opens with, where it tells an outlet or a day.
  init?(openingOf paragraph: String) {
    let opening = String(paragraph.prefix(100))
    publisher = Self.slashed(opening) ?? Self.bracketed(opening) ?? Self.dashed(opening)
    if let head = Self.beforeDash(opening),
      head.words.first.map(Self.isInCapitals) == true || publisher != nil
    {
      published = NewsDay(firstIn: head)?.iso
    }
    if publisher == nil && published == nil { return nil }
  }
}

// MARK: - Without an outlet

extension Dateline {
  /// Whether a paragraph opens with a dateline of any kind: "NEWPORT NEWS, Va. - In a tradition…".
  static func opens(_ paragraph: String) -> Bool {
    if Dateline(openingOf: paragraph) != nil { return true }
    guard let head = beforeDash(String(paragraph.prefix(100))), let first = head.words.first else {
      return false
    }
    return isInCapitals(first) && head.words.count <= 6
  }
}

// MARK: - The forms

extension Dateline {
  /// "Shafaq News/ Hamas is…", "Baghdad / INA / The…", "MOSCOW, June 5. /TASS/. The…".
  private static func slashed(_ opening: String) -> String? {
    let parts = opening.prefix(70).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    for (index, part) in parts.dropLast().enumerated() {
      let after = parts[index + 1]
      // "and/or" and "AC/DC" have no space behind; "/TASS/." has its stop.
      guard after.first.map({ $0.isWhitespace || $0 == "." }) == true || index + 2 < parts.count,
        index == 0 || isPlace(parts[0]), let outlet = Outlets.name(part)
      else { continue }
      return outlet
    }
    return nil
  }

  /// "BAGHDAD (AP) — ", "(Reuters) - ", "(CNN) The…".
  private static func bracketed(_ opening: String) -> String? {
    guard let open = opening.firstIndex(of: "("), let close = opening[open...].firstIndex(of: ")")
    else { return nil }
    let place = opening[..<open]
    let inside = opening[opening.index(after: open)..<close]
    let rest = opening[opening.index(after: close)...].drop(while: \.isWhitespace)
    // "(AP Photo)", "(Reuters/Jane Doe)": the outlet comes first.
    guard
      let outlet = Outlets.name(inside)
        ?? inside.split(separator: "/").first.flatMap({ Outlets.name($0) })
    else { return nil }
    if place.allSatisfy(\.isWhitespace) {
      return Outlets.knownName(inside) ?? (startsWithDash(rest) ? outlet : nil)
    }
    return startsWithDash(rest) && isPlace(place) ? outlet : nil
  }

  /// "KUNA — The…", "BBC News - The…": before the dash stands an outlet and nothing else.
  private static func dashed(_ opening: String) -> String? {
    beforeDash(opening).flatMap { Outlets.knownName($0) }
  }

  /// "WASHINGTON, Sept. 28 ", "Baghdad ", "KYIV, Ukraine"; not "Sen. Ted Cruz".
  private static func isPlace(_ text: Substring) -> Bool {
    let words = text.words
    guard words.count <= 7, let first = words.first else { return false }
    return isInCapitals(first)
      || words.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true }
        && !titles.contains(String(first))
  }

  private static let titles: Set<String> = [
    "Sen.", "Rep.", "Gov.", "Mr.", "Mrs.", "Ms.", "Dr.", "President", "Senator", "Minister",
    "Prof.", "Judge",
  ]

  private static func isInCapitals(_ word: Substring) -> Bool {
    word.count { $0.isLetter } >= 2 && !word.contains { $0.isLowercase }
  }

  private static func startsWithDash(_ text: Substring) -> Bool {
    text.first.map { "—–―-:".contains($0) } == true
  }

  private static func beforeDash(_ opening: String) -> String? {
    let found = [" — ", " – ", " ― ", " - ", " -- ", "— ", "– ", "—"]
      .compactMap { opening.firstRange(of: $0)?.lowerBound }.min()
    return found.map { String(opening[..<$0]) }.flatMap { $0.words.count <= 8 ? $0 : nil }
  }
}
