public import HearsayFetching
import HearsayModel

extension FeedNews {
  /// What a feed tells of, in plain words, from what it says.
  ///
  /// - Parameter feed: as ``FeedReader`` gives it.
  public init(of feed: JSONValue) {
    self.init(
      title: feed["feed"]?["title"].flatMap(Self.words), site: feed["feed"]?["link"]?.string,
      entries: (feed["entries"]?.array ?? []).prefix(Self.most).compactMap(NewsItem.init))
  }

  /// Entries that are taken of one feed.
  private static let most = 1_000

  /// The words of what may be HTML; `nil` where there are none.
  fileprivate static func words(_ value: JSONValue) -> String? {
    let words = XMLText.words(ofHTML: value.string ?? "")
    return words.isEmpty ? nil : words
  }
}

extension NewsItem {
  /// Characters of a summary that are kept.
  private static let longest = 2_000

  /// `nil` where nothing can be read of it.
  fileprivate init?(_ entry: JSONValue) {
    let link = entry["link"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    let summary = entry["summary"].flatMap(FeedNews.words).map { String($0.prefix(Self.longest)) }
    // Some posts have no headline; how they begin says what they are.
    let title =
      entry["title"].flatMap(FeedNews.words) ?? summary.map { String($0.prefix(80)) } ?? link
    guard let title else { return nil }
    let id = entry["id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    self.init(
      guid: id ?? link ?? title, link: link, title: title,
      author: entry["author"].flatMap(FeedNews.words),
      published: Self.moment(entry["published_parsed"] ?? .null)
        ?? Self.moment(entry["updated_parsed"] ?? .null),
      summary: summary)
  }

  /// `2024-06-13T10:14:55Z`
  private static func moment(_ parts: JSONValue) -> String? {
    let numbers = (parts.array ?? []).map {
      if case .integer(let number) = $0 { number } else { 0 }
    }
    guard numbers.count >= 6 else { return nil }
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = [padded(numbers[0], to: 4), padded(numbers[1], to: 2), padded(numbers[2], to: 2)]
    return day.joined(separator: "-") + "T"
      + numbers[3...5].map { padded($0, to: 2) }.joined(separator: ":") + "Z"
  }
}
