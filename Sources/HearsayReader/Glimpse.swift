import HearsayModel
import HearsayScreen

/// The beginning of a long text, shown until all of it is here.
struct Glimpse: Sendable {
  /// What was asked for.
  let request: Request
  /// The beginning, as if it were the article.
  var reading: Reading
  /// What the person did meanwhile: it is done when the article is here.
  var typed: [Input] = []
}

extension Reader {
  /// Shows the beginning of what was asked for, where nothing else is on the screen.
  mutating func glance(at beginning: ArticleText, from request: Request) {
    guard awaited.request == request, reading == nil, modes.showsArticle else { return }
    let article = Article(id: "", text: beginning)
    var reading = Reading(article, request: request, place: nil, columns: frame.text.columns)
    reading.fit(columns: frame.text.columns, rows: frame.text.rows)
    awaited.glimpse = Glimpse(
      request: request, reading: reading, typed: awaited.glimpse?.typed ?? [])
  }

  /// The reader as it looks while only the beginning of a text is here.
  var glancing: Reader? {
    guard let glimpse = awaited.glimpse, reading == nil else { return nil }
    var reader = self
    reader.reading = glimpse.reading
    reader.fit()
    return reader
  }

  /// Whether an input waits for the article. What leaves the program or a question does not.
  func isKeptForLater(_ input: Input) -> Bool {
    guard awaited.glimpse != nil, reading == nil, modes.showsArticle, prompt == nil else {
      return false
    }
    switch input {
    case .resize: return false
    case .mouse, .paste: return true
    case .key(let key):
      guard case .action(let action) = keys.table(in: keyView).meaning(of: pending + [key]) else {
        return true
      }
      return ![.back, .quit, .cancel, .suspend, .redraw].contains(action)
    }
  }
}
