import HearsayModel
package import HearsayScreen

extension Reader {
  /// Draws the whole screen; the screen should have the reader's size.
  ///
  /// Everything slow was done before: this only looks up what is visible.
  package func draw(on screen: inout Screen) {
    screen.cursor = nil
    screen.fill(screen.bounds, look[.text])
    if modes.showsArticle, let glancing { return glancing.drawGlimpse(on: &screen) }
    modes.top.draw(on: &screen, for: self)
    if let prompt {
      prompt.question.draw(prompt, on: &screen, for: self)
    } else {
      hintBar.draw(on: &screen, in: frame.bar)
      waysOn?.draw(on: &screen, above: frame.bar)
    }
  }

  /// What can follow the first keys of a sequence.
  private var waysOn: WaysOn? {
    guard !pending.isEmpty, message == nil else { return nil }
    return WaysOn(begun: pending.written, hints: continuations, look: look)
  }

  /// The keys that can follow those typed so far: those that would do nothing here are left out.
  private var continuations: [HintBar.KeyHint] {
    keys.table(in: keyView).continuations(of: pending).filter { next in
      if case .action(let action) = next.bound { canCorrect(action) } else { true }
    }.map { ($0.rest.written, $0.bound.hint) }
  }

  /// The beginning of an article, of which nothing else is known.
  private func drawGlimpse(on screen: inout Screen) {
    ArticleScene(self)?.draw(on: &screen)
    hintBar.draw(on: &screen, in: frame.bar)
  }

  /// What stands in the lowest row, where nothing is asked.
  private var hintBar: HintBar {
    HintBar(content: barContent, status: status, look: look)
  }

  private var barContent: HintBar.Content {
    if let message { return .message(message) }
    let table = keys.table(in: keyView)
    guard pending.isEmpty else {
      return .begun(pending.written, continuations)
    }
    if !modes.showsArticle, let batch = library.batch {
      let key = keys.name(of: .cancel).map { " · \($0) stops it" } ?? ""
      return .progress(batch.words + key)
    }
    if !modes.showsArticle, let refresh = library.news.refresh {
      let key = keys.name(of: .cancel).map { " · \($0) stops it" } ?? ""
      return .progress(refresh.words + key)
    }
    return .hints(
      modes.top.hints(in: self).compactMap { hint in
        table.names(of: .action(hint.action)).first.map { ($0, hint.words) }
      })
  }

  /// What stands at its right edge.
  private var status: String {
    if tape.recording != nil { return "recording" }
    if let playing = tape.playing { return "\(playing.name) waits" }
    return modes.top.status(in: self)
  }
}

extension Reader {
  /// The headline of an article, or what the list of articles has instead.
  func title(of reading: Reading) -> String {
    reading.article.title ?? listedTitle ?? "Untitled"
  }

  /// What the list of articles calls the open one.
  var listedTitle: String? { currentEntry.map { library.articles.entries[$0].title } }

  /// Where the open article stands in the list: `3 of 5`; `nil` where there is only one.
  var placeAmongAll: String? {
    guard library.articles.entries.count > 1 else { return nil }
    return currentEntry.map { library.articles.placeWords(of: $0) }
  }
}
