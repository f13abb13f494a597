import HearsayModel
import HearsayScreen

/// The list of what an article says otherwise than the version before it.
struct ChangesMode: ListMode {
  static let view = KeyView.changes

  var place = ListPlace()
  let changes: ArticleChanges

  private var all: [ArticleChanges.Place] { changes.attributions + changes.sentences }

  func rows(in reader: Reader) -> any OverlayRows { ChangeRows(changes: all, look: reader.look) }

  /// Shows the place in the article.
  func open(row: Int, in reader: inout Reader) -> [Effect] {
    guard let text = reader.reading?.article.text, reader.reading?.article.id == changes.after
    else { return reader.refuse("Another article is open.") }
    let span = all[row].span.clipped(to: text.count)
    reader.showArticle()
    return reader.jumping { reader in
      if let item = reader.reading?.sourcing?.nearestItem(to: span.start) {
        reader.liftFilter(hiding: item)
        reader.setSelection(item)
      }
      reader.reading?.reveal(Span(span.start, min(text.count, span.start + 1)))
      return []
    }
  }

  func hints(in reader: Reader) -> [Hint] {
    [Hint(.openDetail, "open"), Hint(.search), Hint(.back), Hint(.help)]
  }
}

extension Reader {
  /// Asks what has changed since the version before.
  mutating func askForChanges() -> [Effect] {
    guard let reading else { return refuse("There is no article yet.") }
    message = "comparing…"
    return [.compare(reading.article.id)]
  }

  /// Lists what has changed; `nil` where there is no version before.
  mutating func list(_ changes: ArticleChanges?, of id: Article.ID) -> [Effect] {
    guard reading?.article.id == id else { return [] }
    message = nil
    guard let changes else {
      return refuse("The library has no earlier version of this article.")
    }
    guard !changes.isEmpty else { return refuse("Both versions say the same.") }
    return open(ChangesMode(changes: changes))
  }

  /// Says that the open article was read before in another version.
  mutating func tellNewVersion(of id: Article.ID) {
    guard reading?.article.id == id else { return }
    let key = keys.name(of: .whatChanged).map { "; \($0) shows what has changed" } ?? ""
    message = "This is a new version of the article\(key)."
    self.reading?.isNewVersion = true
  }

  /// Says what has become of the marks of earlier versions; beside it still stands that this one is new, and the key.
  mutating func tellCarriedMarks(_ sentence: String) {
    guard reading?.isNewVersion == true else { return message = sentence }
    let key = keys.name(of: .whatChanged).map { " (\($0))" } ?? ""
    message = "new version\(key) · \(sentence)"
  }
}

// MARK: - Rows

/// Changes: what has happened, and the words before and after.
struct ChangeRows: OverlayRows {
  let changes: [ArticleChanges.Place]
  let look: Look
  let title = "What has changed"
  let emptyWords = "Both versions say the same."
  let height = 3
  let isSelectable = true

  var count: Int { changes.count }

  func words(of index: Int) -> String {
    let change = changes[index].change
    let (before, after) = change.texts(in: look.signSet)
    return [change.label, before, after].compactMap(\.self).joined(separator: " ")
  }

  func lines(of index: Int) -> [Line] {
    let change = changes[index].change
    let (before, after) = fromTheChangeOn(change.texts(in: look.signSet))
    let texts = [
      before.map { Line("    - \($0.prefix(400))", look[.caution]) },
      after.map { Line("    + \($0.prefix(400))", look[.good]) },
    ].compactMap(\.self)
    return [Line("  ").adding(change.label, look[.row])] + texts
  }

  /// Both texts without what they begin with in common, but for its last words: a row ends before a change that stands
  /// late in a long sentence.
  private func fromTheChangeOn(
    _ texts: (before: String?, after: String?)
  ) -> (before: String?, after: String?) {
    guard let before = texts.before, let after = texts.after else { return texts }
    let common = before.prefix(zip(before, after).prefix { $0 == $1 }.count)
    let kept = common.split(separator: " ", omittingEmptySubsequences: false).suffix(5)
    let length = kept.joined(separator: " ").count
    let cut = common.count - length
    guard cut > length else { return texts }
    let ellipsis = look.signs.ellipsis
    return (ellipsis + before.dropFirst(cut), ellipsis + after.dropFirst(cut))
  }
}
