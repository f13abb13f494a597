import HearsayModel
import HearsayScreen

/// Places in articles: who said it and where, and the words.
struct PassageRows: OverlayRows {
  let reader: Reader
  private let passages: Passages?
  let emptyWords = "Nothing was searched for yet."
  let height = 2
  let isSelectable = true

  init(reader: Reader) {
    self.reader = reader
    passages = reader.passages
  }

  var title: String { passages.map { $0.title + ($0.isCut ? " · the first" : "") } ?? "Found" }
  var count: Int { passages?.all.count ?? 0 }

  func words(of index: Int) -> String {
    guard let passage = passages?.all[index] else { return "" }
    return [passage.source, passage.title, passage.publisher, passage.words].compactMap(\.self)
      .joined(separator: " ")
  }

  func lines(of index: Int) -> [Line] {
    guard let passage = passages?.all[index] else { return [] }
    return [head(of: passage), said(in: passage)]
  }

  private var look: Look { reader.look }

  /// `“● Mayor Ana Lund · 92 % alike · Norrvik closes its bridge           13 May 2025`
  private func head(of passage: Passage) -> Line {
    var line = Line("  ")
    switch passage.kind {
    case .statement, .sentence:
      let manner = passage.manner.map { String($0.sign(in: look.signSet)) } ?? " "
      let naming = passage.naming.sign(in: look.signSet)
      line = line.adding("\(manner)\(naming) \(passage.source ?? "nobody")", look[.row])
    case .text: line = line.adding("in the text", look[.quiet])
    case .note:
      line = line.adding("\(look.signs.mark) ", look[.mark])
        .adding("your mark on \(passage.source ?? "nobody")", look[.row])
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
