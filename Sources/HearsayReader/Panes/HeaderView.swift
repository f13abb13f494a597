import HearsayModel
import HearsayScreen

/// What is being read, and its sourcing in one line.
struct HeaderView {
  let scene: ArticleScene

  private var look: Look { scene.look }

  func draw(on screen: inout Screen) {
    let rect = scene.frame.header
    guard !rect.isEmpty else { return }
    title.draw(on: &screen, row: rect.top, in: rect, look: look)
    guard rect.rows > 1 else { return }
    sourcing(columns: rect.columns).draw(on: &screen, row: rect.top + 1, in: rect, look: look)
  }

  /// `Hamas to open an office · Shafaq News · 13 June 2024        3 of 5 · ¶ 6 of 13 · 42 %`
  private var title: Line {
    let article = scene.reading.article
    var line = Line(" " + scene.title, look[.title])
    for fact in [article.publisher, article.publishedWords].compactMap(\.self) {
      line = line.adding(" · \(fact)", look[.quiet])
    }
    if scene.isWhole { line.right = [.init(text: " \(place) ", style: look[.quiet])] }
    return line
  }

  private var place: String {
    let reading = scene.reading
    let offset = scene.item?.extent.start ?? reading.visible.lowerBound
    let paragraph = reading.layout.paragraph(at: offset)
    let sign = look.unicode ? "¶ " : "par. "
    let length = max(1, reading.article.text.count)
    let read = reading.showsEnd ? 100 : reading.visible.upperBound * 100 / length
    return [
      scene.placeAmongAll, "\(sign)\(paragraph) of \(reading.layout.paragraphs.count)",
      // Where there is little room the paragraph says it.
      scene.frame.header.columns >= 100 ? "\(read) %" : nil,
    ]
    .compactMap(\.self).joined(separator: " · ")
  }

  /// `10 attributions, 8 unnamed, … · 7 sources, no named person · …`, and how far the reading is as long as it is not at its end.
  private func sourcing(columns: Int) -> Line {
    let reading = scene.reading
    guard let sourcing = reading.sourcing else {
      return Line(" " + (scene.news ?? ""), look[.progress])
    }
    let news = scene.news.map { Line.Part(text: " \($0) ", style: look[.progress]) }
    if let filter = scene.filter, let passing = reading.passing {
      var line = Line(" filter: ", look[.caution]).adding(filter.text, look[.summary])
      let count = " \(passing.count) of \(sourcing.items.count) "
      line.right = [news, .init(text: count, style: look[.strong])].compactMap(\.self)
      return line
    }
    let room = columns - 2 - SafeText.width(of: news?.text ?? "")
    let words = sourcing.summaries.first { SafeText.width(of: $0) <= room }
    var line = Line(" " + (words ?? sourcing.summaries.last ?? ""), look[.summary])
    line.right = [news].compactMap(\.self)
    return line
  }
}
