import HearsayModel
import HearsayScreen

/// What is being read, and its sourcing in one line.
struct HeaderView {
  let reader: Reader

  private var look: Look { reader.look }

  func draw(on screen: inout Screen, frame: Frame) {
    let rect = frame.header
    guard !rect.isEmpty, let reading = reader.reading else { return }
    title(of: reading).draw(on: &screen, row: rect.top, in: rect, look: look)
    guard rect.rows > 1 else { return }
    sourcing(of: reading).draw(on: &screen, row: rect.top + 1, in: rect, look: look)
  }

  /// `Hamas to open an office · Shafaq News · 13 June 2024        3 of 5 · ¶ 6 of 13`
  private func title(of reading: Reading) -> Line {
    let article = reading.article
    var line = Line(" " + reader.title(of: reading), look[.title])
    for fact in [article.publisher, article.publishedWords].compactMap(\.self) {
      line = line.adding(" · \(fact)", look[.quiet])
    }
    // Of a text of which only the beginning is here nobody knows how much there is.
    if reader.glimpse == nil {
      line.right = [.init(text: " \(place(in: reading)) ", style: look[.quiet])]
    }
    return line
  }

  private func place(in reading: Reading) -> String {
    var parts: [String] = []
    if reader.entries.count > 1, let current = reader.currentEntry {
      parts.append(
        "\(reader.placeInList(of: current) + 1) of \(reader.countInList(with: current))")
    }
    let offset =
      reader.selectedItem?.extent.start ?? reading.visible.lowerBound
    let paragraph = reading.layout.paragraph(at: offset)
    let sign = look.unicode ? "¶ " : "par. "
    parts.append("\(sign)\(paragraph) of \(reading.layout.paragraphs.count)")
    return parts.joined(separator: " · ")
  }

  /// `10 attributions, 8 unnamed, … · 7 sources, no named person · …`, and how far the reading is as long as it is not at its end.
  private func sourcing(of reading: Reading) -> Line {
    guard let sourcing = reading.sourcing else {
      return Line(" " + (reader.readingNews ?? ""), look[.progress])
    }
    let news = reader.readingNews.map { Line.Part(text: " \($0) ", style: look[.progress]) }
    if let filter = reader.filter, let passing = reading.passing {
      var line = Line(" filter: ", look[.caution]).adding(filter.text, look[.summary])
      let count = " \(passing.count) of \(sourcing.items.count) "
      line.right = [news, .init(text: count, style: look[.strong])].compactMap(\.self)
      return line
    }
    let room = reader.size.columns - 2 - SafeText.width(of: news?.text ?? "")
    let words = sourcing.summaries.first { SafeText.width(of: $0) <= room }
    var line = Line(" " + (words ?? sourcing.summaries.last ?? ""), look[.summary])
    line.right = [news].compactMap(\.self)
    return line
  }
}

extension Reader {
  /// The headline of an article, or what the list of articles has instead.
  func title(of reading: Reading) -> String {
    reading.article.title ?? currentEntry.map { entries[$0].title } ?? "Untitled"
  }
}
