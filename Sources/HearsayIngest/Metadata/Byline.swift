/// Who wrote the article, as it says so: "By Jane Doe and Bill Smith, Associated Press".
struct Byline: Hashable {
  /// The people, without "By" and without what they do: "Jane Doe and Bill Smith".
  var names: String
  /// The outlet after the names.
  var publisher: String?
  /// A day in the same line.
  var published: String?

  /// The byline that a whole line is; `nil` where it is something else ("By Monday the water was gone.").
  init?(line: String) {
    guard let opening = Self.openings.first(where: { line.lowercased().hasPrefix($0) }) else {
      return nil
    }
    self.init(value: String(line.dropFirst(opening.count)))
  }

  /// The same without "By", where something else says that it is a byline.
  init?(value: String) {
    guard value.count <= 160 else { return nil }
    var value = value
    if let day = NewsDay(firstIn: value) {
      published = day.iso
      value.replaceSubrange(day.range, with: "|")
    }
    var people: [String] = []
    for (index, part) in Self.parts(of: value).enumerated() {
      if let outlet = Outlets.name(part) {
        publisher = publisher ?? outlet
      } else if Self.areNames(part) {
        // "Jane Doe, Cairo": one word behind a name is a place.
        if index == 0 || part.words.count > 1 { people.append(part) }
      } else if index == 0 {
        return nil
      }
    }
    // A name alone may be anything: "By Christmas".
    guard people.first?.words.count ?? 0 > 1 || publisher != nil && people.isEmpty else {
      return nil
    }
    names = people.joined(separator: ", ")
  }

  private static let openings = [
    "by: ", "by ", "written by ", "words by ", "story by ", "report by ", "reporting by ",
    "posted by ",
  ]

  /// What stands between commas, bars and dashes, and before and after "for" and "of".
  private static func parts(of value: String) -> [String] {
    var parts = [value.trimmingStopAfterName]
    for separator in separators {
      parts = parts.flatMap { $0.separated(by: separator) }
    }
    return parts.map(withoutPlaces).filter { !$0.isEmpty && $0 != "," }
  }

  private static let separators = [
    " | ", "|", " • ", " · ", " — ", " – ", " - ", " / ", "; ", ", ", " for ", " of ",
  ]

  /// "Jane Doe and Bill Smith" for "Jane Doe in Port Mercy and Bill Smith at sea".
  private static func withoutPlaces(_ part: String) -> String {
    var people: [String] = []
    var placeStands = false
    for piece in part.separated(by: " and ") {
      let name = [" in ", " at "].reduce(piece) { $0.separated(by: $1).first ?? "" }.trimmed
      // "in Trinidad and Tobago": one word behind a place belongs to it.
      if !placeStands || name.words.count > 1 { people.append(name) }
      placeStands = name != piece.trimmed
    }
    return people.joined(separator: " and ")
  }

  /// "Jane Doe", "JANE DOE and Ali bin Said", "J. K. O'Neil Jr."; not "Monday evening".
  private static func areNames(_ part: String) -> Bool {
    let words = part.words
    guard (1...12).contains(words.count), words.first?.first?.isUppercase == true,
      !part.contains(where: \.isNumber),
      !words.contains(where: { notNames.contains($0.lowercased().trimmingStops) })
    else { return false }
    return words.allSatisfy { $0.first?.isUppercase == true || smallWords.contains(String($0)) }
  }

  private static let smallWords: Set<String> = [
    "and", "&", "with", "de", "del", "della", "di", "da", "dos", "van", "von", "der", "den", "la",
    "le", "el", "al",
    "bin", "ibn", "bint", "ter", "ten", "y", "d'", "zu",
  ]

  /// Words that are written large and are no part of a name.
  private static let notNames: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february",
    "april", "june", "july", "august", "september", "october", "november", "december",
    "staff", "writer", "reporter", "correspondent", "editor", "columnist", "contributor",
    "published",
    "updated", "posted", "bureau", "desk", "the", "a", "our", "special", "senior",
  ]
}

extension String {
  /// The pieces between separators.
  func separated(by separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return pieces + [String(rest)]
  }

  /// Without a full stop at the end, unless it belongs to "Jr." or to an initial.
  fileprivate var trimmingStopAfterName: String {
    let text = trimmed
    guard text.hasSuffix("."), let last = text.words.last, last.count > 3 else { return text }
    return String(text.dropLast())
  }
}
