import HearsayModel
import HearsayScreen

/// The list of articles: those that were given, or all that were read before.
struct ArticleRows: OverlayRows {
  let reader: Reader
  let title = "Articles"
  let emptyWords = "There are no articles yet. Start hearsay with the files to read."
  let height = 2
  let isSelectable = true

  var count: Int { reader.entries.count }

  func words(of index: Int) -> String {
    let entry = reader.entries[index]
    return [entry.title, entry.publisher, entry.published].compactMap(\.self)
      .joined(separator: " ")
  }

  func lines(of index: Int) -> [Line] {
    let look = reader.look
    let entry = reader.entries[index]
    let isOpen = reader.reading != nil && reader.currentEntry == index
    var head = Line("  ").adding(entry.title, isOpen ? look[.strong] : look[.row])
    if let date = entry.published {
      head.right = [.init(text: "\(dayWords(date)) ", style: look[.quiet])]
    }
    return [head, Line("    " + facts(of: entry), look[.quiet])]
  }

  /// `Shafaq News · 10 attributions · 8 unnamed · 2 marks · read yesterday`
  private func facts(of entry: Entry) -> String {
    var facts = [entry.publisher].compactMap(\.self)
    if let summary = entry.summary {
      facts.append(Self.counted(summary.attributions, "attribution"))
      if summary.unnamed > 0 { facts.append("\(summary.unnamed) unnamed") }
      if summary.unattributedSentences > 0 {
        facts.append("\(summary.unattributedSentences) of \(summary.sentences) unattributed")
      }
    }
    let marks = reader.marks.count { mark in
      entry.article.map { mark.span(in: $0) != nil } ?? false
    }
    if marks > 0 { facts.append(Self.counted(marks, "mark")) }
    if let lastRead = entry.lastRead { facts.append("read \(lastRead)") }
    return facts.joined(separator: " · ")
  }

  private static func counted(_ count: Int, _ thing: String) -> String {
    "\(count) \(thing)\(count == 1 ? "" : "s")"
  }
}
