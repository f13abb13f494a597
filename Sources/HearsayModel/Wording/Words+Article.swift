/// What a reader is told of a whole article, in words.

extension Analysis {
  /// What is said of an article in another language than English, and shorter: no figure is true of it.
  public static let otherLanguageLines = [
    "This article is not in English: its quotations are marked, and nobody is credited.",
    "Not in English: quotations are marked, nobody is credited.", "Not in English.",
  ]

  /// The article's sourcing, what matters most first: *no named person*, *8 of 10 attributions unnamed*, *8 through The
  /// National*, *7 sources*, *9 of 21 sentences unattributed*. Every count says of what it is one.
  public var sourcingWords: [String] {
    let nobodys =
      "\(summary.unattributedSentences) of " + counted(summary.sentences, "sentence", "sentences")
      + " unattributed"
    guard summary.attributions > 0 else { return [Self.nobodyWords, nobodys] }
    return [
      namedPeopleWords, unnamedWords, relayedWords, counted(summary.sources, "source", "sources"),
      nobodys,
    ]
  }

  /// What is said of an article in which nobody says anything: shares of nothing say nothing.
  static let nobodyWords = "nobody is credited with anything"

  /// *no named person*, *2 named people*.
  public var namedPeopleWords: String {
    counted(
      summary.namedPeople, "named person", "named people", none: Flag.noNamedPerson.shortWords)
  }

  /// *8 of 10 attributions unnamed*.
  private var unnamedWords: String {
    let all = counted(summary.attributions, "attribution", "attributions")
    return summary.unnamed == 0 ? "\(all), none unnamed" : "\(summary.unnamed) of \(all) unnamed"
  }

  /// *8 through The National*, *3 relayed*.
  public var relayedWords: String {
    guard summary.relayed > 0 else { return "none relayed" }
    let outlets = Set(attributions.flatMap { relays(of: $0).map(\.name) })
    if let outlet = outlets.first, outlets.count == 1 {
      return "\(summary.relayed) through \(outlet)"
    }
    return "\(summary.relayed) relayed"
  }

  private func counted(_ count: Int, _ one: String, _ many: String, none: String? = nil) -> String {
    if count == 0, let none { return none }
    return count == 1 ? "1 \(one)" : "\(count) \(many)"
  }
}

extension ArticleNote {
  /// A sentence of it for whoever reads the article.
  public var words: String {
    switch self {
    case .layoutUncertain:
      "The layout is uncertain: lines of columns or of a table may stand in each other."
    case .lettersMended: "Letters that were broken on the way were set right."
    case .beginningOnly: "This may be the beginning alone: the rest is for subscribers."
    case .lettersLost: "Some letters of this text were lost on the way."
    }
  }
}

extension Article {
  /// The day of publication as a reader writes it: *13 June 2024*. What is no such date is shown as it is.
  public var publishedWords: String? { published.map(dayWords) }
}

/// A day of the form `2024-06-13`, with or without a time, as *13 June 2024*; anything else as it is.
public func dayWords(_ date: String) -> String {
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  let day = date.prefix { $0 != "T" && $0 != " " }
  let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
  guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
    year > 0, (1...12).contains(month), (1...31).contains(day)
  else { return date }
  return "\(day) \(months[month - 1]) \(year)"
}

extension Claim.Relation.Kind {
  /// How two claims stand to each other.
  public var words: String {
    switch self {
    case .conflict: "differ in a time, a number, a place or a “not”"
    case .overlap: "overlap"
    case .continuation: "belong together: one continues the other"
    }
  }
}
