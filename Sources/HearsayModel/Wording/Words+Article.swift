/// What a reader is told of a whole article, in words.

extension Analysis {
  /// The article's sourcing, group by group: *10 attributions, 8 unnamed, 8 through The National*, *7 sources, no named
  /// person*, *9 of 21 sentences unattributed*. What stands together is counted in one unit.
  public var sourcingWords: [String] { sourcingParts.map { $0.joined(separator: ", ") } }

  /// The same with every count apart: of attributions, of sources, of sentences.
  public var sourcingParts: [[String]] {
    [
      [
        counted(summary.attributions, "attribution", "attributions"),
        summary.unnamed == 0 ? "none unnamed" : "\(summary.unnamed) unnamed",
        relayedWords,
      ],
      [
        counted(summary.sources, "source", "sources"),
        counted(
          summary.namedPeople, "named person", "named people", none: Flag.noNamedPerson.shortWords),
      ],
      [
        "\(summary.unattributedSentences) of "
          + counted(summary.sentences, "sentence", "sentences") + " unattributed"
      ],
    ]
  }

  private var relayedWords: String {
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
    case .conflict: "contradict each other in a time, a number, a place or a “not”"
    case .overlap: "say partly the same"
    case .continuation: "belong together: one goes on where the other stops"
    }
  }
}
