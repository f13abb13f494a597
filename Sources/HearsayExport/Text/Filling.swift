import HearsayModel
import HearsayScreen
import HearsayText

/// A word on its way to a line: safe to show, with its columns and the bytes it came from.
struct Word {
  var text: String
  var width: Int
  /// Whether white space stood before it.
  var isSpaced: Bool
  /// The bytes of the article that it shows; empty for signs that the article does not have.
  var span: Span
}

/// A line of words.
struct Line {
  var text = ""
  var width = 0
  /// From the first byte shown to one past the last.
  var span: Span?
}

// MARK: - Into words

/// Cuts text into words. Chinese and Japanese may break between any two characters.
struct WordCutter {
  private(set) var words: [Word] = []
  private var isSpaced = false
  /// Whether the next letters belong to the word before.
  private var isOpen = false

  /// Adds text that starts at byte `start` of the article.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let first = rest.first {
      if first.isWhiteSpace {
        rest = rest.dropFirst()
        endWord()
        isSpaced = true
      } else {
        let chunk = rest.prefix { !$0.isWhiteSpace }
        rest = rest.dropFirst(chunk.count)
        addChunk(chunk)
      }
    }
  }

  mutating func add(_ text: String) { add(Array(text.utf8)[...]) }

  /// Adds a sign that belongs to the word after it.
  mutating func addOpening(_ sign: String) {
    endWord()
    append(sign, SafeText.width(of: sign), Span(0, 0))
  }

  /// Adds a sign that belongs to the word before it.
  mutating func addClosing(_ sign: String) {
    guard !words.isEmpty else {
      return append(sign, SafeText.width(of: sign), Span(0, 0))
    }
    words[words.count - 1].text += sign
    words[words.count - 1].width += SafeText.width(of: sign)
  }

  private mutating func endWord() { isOpen = false }

  private mutating func addChunk(_ chunk: ArraySlice<UInt8>) {
    var offset = chunk.startIndex
    for cluster in SafeText.clusters(of: String(decoding: chunk, as: UTF8.self)) {
      let end = min(offset + cluster.text.utf8.count, chunk.endIndex)
      if cluster.width == 2, !Self.closing.contains(cluster.text) { endWord() }
      append(cluster.text, cluster.width, Span(min(offset, end), end))
      if cluster.width == 2, !Self.opening.contains(cluster.text) { endWord() }
      offset = end
    }
  }

  private mutating func append(_ text: String, _ width: Int, _ span: Span) {
    if isOpen, var last = words.popLast() {
      last.text += text
      last.width += width
      if !span.isEmpty { last.span = last.span.isEmpty ? span : last.span.union(span) }
      words.append(last)
    } else {
      words.append(Word(text: text, width: width, isSpaced: isSpaced, span: span))
    }
    isSpaced = false
    isOpen = true
  }

  /// No line begins with one of these, and none ends with one of those.
  private static let closing: Set<String> = [
    "。", "、", "，", "．", "」", "』", "）", "】", "！", "？", "：", "；",
  ]
  private static let opening: Set<String> = ["「", "『", "（", "【"]
}

// MARK: - Into lines

/// Fills lines of `width` columns; a word that fits on no line is cut.
func lines(of words: [Word], width: Int) -> [Line] {
  var lines: [Line] = []
  var line = Line()
  for word in words {
    let gap = word.isSpaced && line.width > 0 ? 1 : 0
    if line.width > 0, line.width + gap + word.width > width {
      lines.append(line)
      line = Line()
    } else if gap == 1 {
      line.text += " "
      line.width += 1
    }
    if word.width <= width {
      line.text += word.text
      line.width += word.width
    } else {
      for cluster in SafeText.clusters(of: word.text) {
        if line.width + cluster.width > width {
          line.cover(word.span)
          lines.append(line)
          line = Line()
        }
        line.text += cluster.text
        line.width += cluster.width
      }
    }
    line.cover(word.span)
  }
  if line.width > 0 { lines.append(line) }
  return lines
}

extension Line {
  fileprivate mutating func cover(_ other: Span) {
    guard !other.isEmpty else { return }
    span = span.map { $0.union(other) } ?? other
  }
}

// MARK: - Short texts

/// A text in lines, the first behind `first`, the others indented as far as it is wide.
func wrapped(_ text: String, behind first: String, width: Int) -> [String] {
  var cutter = WordCutter()
  cutter.add(text)
  let indent = SafeText.width(of: first)
  let indentation = String(repeating: " ", count: indent)
  return lines(of: cutter.words, width: max(8, width - indent)).enumerated().map {
    ($0 == 0 ? first : indentation) + $1.text
  }
}

/// Facts with dots between them, in lines that break at the dots where they can.
func listed(_ facts: [String], behind first: String, width: Int) -> [String] {
  let dot = " · "
  let room = max(8, width - SafeText.width(of: first))
  var groups: [String] = []
  for fact in facts {
    if let last = groups.last, SafeText.width(of: last + dot + fact) <= room {
      groups[groups.count - 1] = last + dot + fact
    } else {
      groups.append(fact)
    }
  }
  let indentation = String(repeating: " ", count: SafeText.width(of: first))
  return groups.enumerated().flatMap {
    wrapped($1, behind: $0 == 0 ? first : indentation, width: width)
  }
}

/// A text on one line of at most `width` columns, white space drawn together.
func oneLine(_ text: String, width: Int, ellipsis: String) -> String {
  var cutter = WordCutter()
  cutter.add(text)
  var line = ""
  var columns = 0
  let room = max(1, width - SafeText.width(of: ellipsis))
  for word in cutter.words {
    let gap = word.isSpaced && columns > 0 ? 1 : 0
    guard columns + gap + word.width <= width else {
      return cut(line + (gap == 1 ? " " : "") + word.text, to: room) + ellipsis
    }
    line += (gap == 1 ? " " : "") + word.text
    columns += gap + word.width
  }
  return line
}

private func cut(_ text: String, to width: Int) -> String {
  var columns = 0
  var kept = ""
  for cluster in SafeText.clusters(of: text) {
    guard columns + cluster.width <= width else { break }
    kept += cluster.text
    columns += cluster.width
  }
  while kept.last == " " { kept.removeLast() }
  return kept
}
