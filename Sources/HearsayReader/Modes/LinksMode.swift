import HearsayModel
import HearsayScreen
import HearsayText

/// The list of the open article's links.
struct LinksMode: ListMode {
  static let view = KeyView.links
  static let opener: Action? = .listLinks

  var place = ListPlace()

  /// Opens it at the selected link, or at the first that is in sight.
  static func open(in reader: inout Reader) -> [Effect] {
    guard let reading = reader.reading else { return reader.refuse("There is no article yet.") }
    let links = reading.article.links
    let first = links.partitioningIndex { $0.span.start >= reading.visible.lowerBound }
    let row = reading.link ?? max(0, min(first, links.count - 1))
    return reader.open(LinksMode(place: ListPlace(selected: row)))
  }

  func rows(in reader: Reader) -> any OverlayRows {
    LinkRows(article: reader.reading?.article, look: reader.look)
  }

  /// Opens the page; one step comes back to the list.
  func open(row: Int, in reader: inout Reader) -> [Effect] {
    (reader.reading?.article.links[row]).map { reader.follow($0.address) } ?? []
  }

  func act(_ action: Action, in reader: inout Reader) -> [Effect]? {
    guard let row = selected(in: reader), let link = reader.reading?.article.links[row] else {
      return actAsList(action, in: &reader)
    }
    switch action {
    case .openAddress: return reader.openInBrowser(link.address)
    case .copy: return [.copy(link.address)]
    default: return actAsList(action, in: &reader)
    }
  }

  func hints(in reader: Reader) -> [Hint] {
    [
      Hint(.openDetail, "open"), Hint(.openAddress), Hint(.copy), Hint(.search), Hint(.back),
      Hint(.help),
    ]
  }
}

// MARK: - Rows

/// The links of an article: the words that carry each, and where it leads.
struct LinkRows: OverlayRows {
  let article: Article?
  let look: Look
  let title = "Links"
  let emptyWords = "There are no links in this article."
  let height = 2
  let isSelectable = true

  private var links: [ArticleLink] { article?.links ?? [] }
  var count: Int { links.count }

  private func said(_ index: Int) -> String {
    guard let text = article?.text else { return "" }
    return text[links[index].span.clipped(to: text.count)].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  func words(of index: Int) -> String { "\(said(index)) \(links[index].address)" }

  /// ` 7 the harbour office                                 norrvik.example`
  func lines(of index: Int) -> [Line] {
    let number = String(index + 1)
    let room = String(repeating: " ", count: max(0, String(count).count - number.count))
    var line = Line("  \(room)\(number) ", look[.quiet]).adding(said(index), look[.row])
    if let host = ArticleLink.host(of: links[index].address) {
      line.right = [.init(text: " \(host) ", style: look[.quiet])]
    }
    return [
      line,
      Line("    \(room)\(number.map { _ in " " }.joined())\(links[index].address)", look[.quiet]),
    ]
  }
}
