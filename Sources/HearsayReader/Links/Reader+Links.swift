import HearsayModel
import HearsayText

// Links of the text: selecting them, and following them to the page they lead to.
extension Reader {
  /// The selected link; `nil` where none is.
  var selectedLink: ArticleLink? {
    guard let reading, let link = reading.link else { return nil }
    return reading.article.links[link]
  }

  /// Selects a link and shows where it leads.
  mutating func selectLink(_ index: Int) {
    guard let link = reading?.article.links[index] else { return }
    focusArticle()
    reading?.reveal(link.span)
    selectWhatIsInView()
    reading?.link = index
    message = link.address + linkKeys
  }

  /// Selects the next link of the text, or the one before.
  mutating func stepAlongLinks(_ step: Int) -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    let links = reading.article.links
    guard !links.isEmpty else { return refuse("There are no links in this article.") }
    let first = links.partitioningIndex { $0.span.start >= reading.visible.lowerBound }
    let next = reading.link.map { $0 + step } ?? (step > 0 ? first : first - 1)
    guard links.indices.contains(next) else {
      return refuse("There is no \(step > 0 ? "further" : "earlier") link.")
    }
    selectLink(next)
    return []
  }

  /// Asks for the number of a link; all that are in sight have theirs before them meanwhile.
  mutating func askForLink() -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    guard !reading.article.links.isEmpty else {
      return refuse("There are no links in this article.")
    }
    focusArticle()
    return ask(LinkQuestion(top: reading.topByte))
  }

  /// Opens the page that the nearest link of the chain leads to, seen from where the words come from.
  mutating func followHop() -> [Effect] {
    guard let reading, let sourcing = reading.sourcing, let item = selectedItem else {
      return refuse("Nothing is selected.")
    }
    guard let attribution = sourcing.attribution(of: item),
      let address = attribution.chain.reversed().lazy.compactMap(\.address).first
    else { return refuse("The report that these words come from is not linked here.") }
    return follow(address)
  }

  /// Opens the page at an address in the place of the open article; one step goes back.
  mutating func follow(_ address: String) -> [Effect] {
    guard let page = WebAddress(address) else {
      return refuse("This is not a web address: \(address)")
    }
    let effects = request(.page(page))
    awaited.isFollowed = true
    message = fetchingWords
    return effects
  }

  /// What can be done with a link, as far as there are keys for it.
  private var linkKeys: String {
    let keys = [
      keys.name(of: .openDetail, in: .article).map { "\($0) opens it" },
      keys.name(of: .openAddress, in: .article).map { "\($0) in the browser" },
    ].compactMap(\.self)
    return keys.isEmpty ? "" : " · " + keys.joined(separator: ", ")
  }
}

// MARK: - While a page is on its way

extension Reader {
  /// Whether a page of the web was asked for that is not here yet.
  var isFetching: Bool { if case .page? = awaited.request { true } else { false } }

  /// `fetching daily.example…; Esc gives it up`
  var fetchingWords: String? {
    guard case .page(let address)? = awaited.request else { return nil }
    let host = ArticleLink.host(of: address.description) ?? address.description
    let key = keys.name(of: .cancel).map { "; \($0) cancels" } ?? ""
    return "fetching \(host)…\(key)"
  }

  /// Waits no longer for a page.
  mutating func giveUpFetching() -> [Effect] {
    awaited = Awaited()
    message = "cancelled"
    keepSomethingShown()
    return [.cancelFetching]
  }

  /// Leaves the open article for the page that was followed to: one step comes back to it, as it was.
  mutating func leaveForPage() {
    guard let visit else { return leaveForArticle() }
    trail.add(Stop(overlays: modes.overlays, visit: visit, focus: focus, search: search))
    modes.showArticle()
  }
}
