import HearsayModel

/// What is known of an article besides its words. What is not known is `nil`, never a guess.
struct Metadata: Hashable {
  var title: String?
  var publisher: String?
  var byline: String?
  var published: String?
  var url: String?
  var language: String?
}

// MARK: - Gathering

extension Metadata {
  /// What a text shows of itself, and what the file beside it says, which goes first.
  ///
  /// Only the ends of the text are looked at, so a long one takes no longer than a short one.
  init(of text: ArticleText, sidecar: [UInt8]? = nil) {
    let frontMatter = FrontMatter(openingOf: text)
    self = sidecar.map(Metadata.init(sidecar:)) ?? Metadata()
    fill(from: frontMatter?.metadata)
    let head = Head(of: text, from: frontMatter?.end ?? 0)
    fill(from: Metadata(head: head))
    fill(from: Metadata(tail: Tail(of: text)))
    if publisher == nil, let url { publisher = Outlets.name(ofAddress: url) }
    // The day is told of the publisher's own newsroom, so it is read when the publisher is known.
    if published == nil, let publisher, let opening = head.body {
      published = toldDay(to: publisher, in: opening)
    }
  }

  /// Takes what is missing here from `other`.
  mutating func fill(from other: Metadata?) {
    guard let other else { return }
    title = title ?? other.title
    publisher = publisher ?? other.publisher
    byline = byline ?? other.byline
    published = published ?? other.published
    url = url ?? other.url
    language = language ?? other.language
  }
}

/// The day on which a source told the publisher what the opening says:
/// "…, a source informed Shafaq News Agency on June 13, 2024."
///
/// Any other day in the opening is a day of the news and says nothing of the day of publication.
private func toldDay(to publisher: String, in opening: String) -> String? {
  let opening = String(opening.prefix(600))
  guard let day = NewsDay(firstIn: opening) else { return nil }
  let before = opening[..<day.range.lowerBound]
  guard let name = before.ranges(of: publisher).last else { return nil }
  // Between the name and the day there is room for "Agency on" and no more.
  let between = before[name.upperBound...]
  let isTold =
    between.first?.isWhitespace == true && between.words.last == "on" && between.words.count <= 3
  return isTold ? day.iso : nil
}
