import HearsayModel

/// A line that is not blank, at one of the ends of an article.
struct Line: Hashable {
  /// Its words, without white space at the ends.
  var text: String
  /// Its bytes in the article.
  var range: Range<Int>
  /// Whether a blank line or the end of the text follows.
  var endsParagraph: Bool

  /// The lines of a part of the text.
  static func lines(of text: ArticleText, in range: Range<Int>) -> [Line] {
    var lines: [Line] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = text.bytes[start..<range.upperBound].firstIndex(of: lineFeed) ?? range.upperBound
      let words = text[Span(start, end)].trimmed
      if words.isEmpty {
        if !lines.isEmpty { lines[lines.count - 1].endsParagraph = true }
      } else {
        lines.append(Line(text: words, range: start..<end, endsParagraph: end == text.count))
      }
      start = end + 1
    }
    return lines
  }

  /// The words without the marks that make them stand out in Markdown: `**By Jane Doe**`.
  var bare: String {
    var bare = text[...]
    while let mark = bare.first, "*_".contains(mark), bare.last == mark, bare.count > 2 {
      bare = bare.dropFirst().dropLast()
    }
    return bare.trimmed
  }

  /// Whether it ends as a sentence does, marks behind the stop included.
  var endsWithAStop: Bool { text.last { !"\"'”’»)".contains($0) } == "." }

  /// Too long for a headline, a byline or a date: a paragraph of the story.
  var isStory: Bool { text.count > 200 }
}
