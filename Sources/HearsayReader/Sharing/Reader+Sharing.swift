import HearsayModel

// Taking things elsewhere: to the clipboard, to another program, to the browser, to the editor.
extension Reader {
  /// What is selected, as a text that stands by itself: words of the article, or a claim.
  private var sharedText: String? {
    guard let reading else { return nil }
    if let span = selectedText { return ClaimText(reading: reading).text(of: span) }
    let template = setup.preferences.template
    return selectedItem.map { ClaimText(reading: reading, template: template).text(of: $0) }
  }

  /// Copies the claim with who said it.
  mutating func copySelection() -> [Effect] {
    guard let text = sharedText else { return refuse("There is nothing selected to copy.") }
    return [.copy(text)]
  }

  /// Asks for the command that the claim, or the article, is to go to.
  mutating func askForPipe() -> [Effect] {
    guard reading != nil else { return refuse("There is no article yet.") }
    return ask(PipeQuestion(wholeArticle: sharedText == nil))
  }

  /// Hands the claim, or the article, to a command.
  mutating func pipe(to command: String, wholeArticle: Bool) -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    guard command.contains(where: { !$0.isWhitespace }) else { return [] }
    if wholeArticle { return [.pipe(.article(reading.article.id), to: command)] }
    guard let text = sharedText else { return refuse("There is nothing selected.") }
    return [.pipe(.text(text), to: command)]
  }

  /// Opens the address at which the article was found.
  mutating func openAddress() -> [Effect] {
    guard let article = reading?.article else { return refuse("There is no article yet.") }
    guard let url = selectedLink?.address ?? article.url else {
      return refuse("This article has no known address.")
    }
    return openInBrowser(url)
  }

  /// Opens an address in the browser, or says why not.
  mutating func openInBrowser(_ url: String) -> [Effect] {
    guard let address = WebAddress(url) else {
      return refuse("This is not a web address: \(url)")
    }
    return [.openAddress(address)]
  }

  /// Opens the article's text in the editor, at the line of what is selected or, where that is out of sight, at the
  /// first one on the screen.
  mutating func editText() -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    let visible = reading.visible
    let start = selectedText?.start ?? selectedItem?.extent.start
    let offset = start.flatMap { visible.contains($0) ? $0 : nil } ?? reading.topByte
    return [.editText(reading.article.id, at: offset)]
  }

  /// Reads the article's file again because a key asks for it, or says why that cannot be.
  mutating func readAnew() -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    if case .stored = reading.request {
      guard reading.article.path == nil, let page = reading.article.url.flatMap(WebAddress.init)
      else { return refuse("This is the library's copy: there is no file to reload.") }
      _ = request(.page(page), to: place.map { .place($0) })
      message = fetchingWords
      return [.openAnew(.page(page))]
    }
    let effects = reload()
    message = fetchingWords ?? "reloaded"
    return effects
  }

  /// Reads the article anew, after its file was changed, and shows it where it was left.
  package mutating func reload() -> [Effect] {
    guard let reading else { return [] }
    if case .stored = reading.request { return [] }
    let effects = request(reading.request, to: place.map { .place($0) })
    guard case .page = reading.request else { return effects }
    return [.openAnew(reading.request)]
  }
}
