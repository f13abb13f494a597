import HearsayModel
import HearsayScreen

/// What was found in the articles of the library.
struct PassagesMode: ListMode {
  static let view = KeyView.passages

  var place = ListPlace()

  func rows(in reader: Reader) -> any OverlayRows {
    PassageRows(passages: reader.library.found, look: reader.look)
  }

  func open(row: Int, in reader: inout Reader) -> [Effect] {
    reader.library.found.map { reader.open($0.all[row]) } ?? []
  }

  func hints(in reader: Reader) -> [Hint] {
    [Hint(.openDetail, "open"), Hint(.find), Hint(.search), Hint(.back), Hint(.help)]
  }
}

// MARK: - Going there

extension Reader {
  /// Goes to a passage, in whatever article it is; `q` comes back to the list.
  fileprivate mutating func open(_ passage: Passage) -> [Effect] {
    if case .note(let id) = passage.kind, let mark = markBook[id] {
      if mark.article == reading?.article.id {
        showArticle()
        go(to: mark)
        return []
      }
      return request(.stored(mark.article), to: .mark(mark))
    }
    if passage.article == reading?.article.id {
      showArticle()
      return jumping { reader in
        reader.go(to: passage)
        return []
      }
    }
    return request(.stored(passage.article), to: .passage(passage))
  }

  /// Shows a passage of the open article, with the words that were found in it.
  mutating func go(to passage: Passage) {
    guard let text = reading?.article.text else { return }
    let start = min(passage.start, text.count)
    if case .words = library.found?.question, let match = passage.matches.first {
      let words = String(decoding: Array(passage.words.utf8)[match], as: UTF8.self)
      var found = TextSearch(words.lowercased(), in: text)
      found.current = found.first(from: start)
      search = found
    }
    let place = search?.current.flatMap { search?.matches[$0] }.map { Int($0.lowerBound) } ?? start
    if let item = reading?.sourcing?.nearestItem(to: passage.kind == .text ? place : start) {
      liftFilter(hiding: item)
      setSelection(item)
    } else {
      reading?.wantedSelection = start
    }
    reading?.reveal(Span(place, min(text.count, place + 1)))
  }
}

// MARK: - Rows

/// Places in articles: who said it and where, and the words.
struct PassageRows: OverlayRows {
  let passages: Passages?
  let look: Look
  let emptyWords = "Nothing was searched for yet."
  let height = 2
  let isSelectable = true

  var title: String { passages.map { $0.title + ($0.isCut ? " · the first" : "") } ?? "Found" }
  var count: Int { passages?.all.count ?? 0 }

  func words(of index: Int) -> String {
    guard let passage = passages?.all[index] else { return "" }
    return [passage.speaker, passage.source, passage.title, passage.publisher, passage.words]
      .compactMap(\.self)
      .joined(separator: " ")
  }

  func lines(of index: Int) -> [Line] {
    guard let passage = passages?.all[index] else { return [] }
    return [head(of: passage), said(in: passage)]
  }

  /// `“● Mayor Ana Lund · 92 % alike · Norrvik closes its bridge           13 May 2025`
  private func head(of passage: Passage) -> Line {
    var line = Line("  ")
    switch passage.kind {
    case .statement, .sentence:
      let manner = passage.manner.map { String($0.sign(in: look.signSet)) } ?? " "
      let naming = passage.naming.sign(in: look.signSet)
      line = line.adding("\(manner)\(naming) \(passage.speaker)", look[.row])
    case .text: line = line.adding("in the text", look[.quiet])
    case .note:
      line = line.adding("\(look.signs.mark) ", look[.mark])
        .adding("your mark on \(passage.speaker)", look[.row])
    }
    if let likeness = passage.likeness {
      line = line.adding(" · \(Int((likeness * 100).rounded())) % alike", look[.quiet])
    }
    line = line.adding(" · \(passage.title ?? passage.publisher ?? "Untitled")", look[.quiet])
    if let date = passage.published {
      line.right = [.init(text: "\(dayWords(date)) ", style: look[.quiet])]
    }
    return line
  }

  /// The words, with what was searched for in them.
  private func said(in passage: Passage) -> Line {
    let bytes = Array(passage.words.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var line = Line("      ")
    let lead = passage.saying.lead(in: look.signSet)
    let isTurned = passage.stance == .denied || passage.stance == .refused
    if !lead.isEmpty { line = line.adding(lead, look[isTurned ? .denial : .verb]) }
    var position = 0
    for match in passage.matches
    where match.lowerBound >= position && match.upperBound <= bytes.count {
      line = line.adding(text(position..<match.lowerBound), look[.quiet])
        .adding(text(match), look[.match])
      position = match.upperBound
    }
    return line.adding(text(position..<bytes.count), look[.quiet])
  }
}
