import HearsayModel
import HearsayScreen

/// Two wordings beside each other, or one above the other where there is little room; what differs stands out.
struct SideBySide {
  let before: String
  let after: String
  let look: Look
  let columns: Int

  /// From how many columns on they stand beside each other.
  private static let twofold = 64
  /// Longer wordings are shown without comparing them, in words.
  private static let limit = 400

  var lines: [Line] {
    let (old, new) = parts
    guard columns >= Self.twofold else {
      return [Line("what was marked", look[.quiet])] + wrapped(old, columns)
        + [Line(), Line("what it says now", look[.quiet])] + wrapped(new, columns)
    }
    let width = (columns - 3) / 2
    let left = [Line("what was marked", look[.quiet])] + wrapped(old, width)
    let right = [Line("what it says now", look[.quiet])] + wrapped(new, width)
    let rule = look.unicode ? "│" : "|"
    return (0..<max(left.count, right.count)).map { row in
      let first = row < left.count ? left[row].left : []
      let used = first.reduce(0) { $0 + SafeText.width(of: $1.text) }
      let pad = String(repeating: " ", count: max(0, width - used))
      let middle = [
        Line.Part(text: pad, style: .plain), .init(text: " \(rule) ", style: look[.rule]),
      ]
      return Line(first + middle + (row < right.count ? right[row].left : []))
    }
  }

  /// The words of both, those that the other does not have in another style.
  private var parts: (old: [Line.Part], new: [Line.Part]) {
    func words(_ text: String) -> [String] {
      text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let (old, new) = (words(before), words(after))
    func plain(_ words: [String]) -> [Line.Part] {
      words.map { .init(text: $0, style: look[.row]) }
    }
    guard old.count <= Self.limit, new.count <= Self.limit else { return (plain(old), plain(new)) }
    var (oldParts, newParts) = (plain(old), plain(new))
    // Colour is not all that tells them apart: what went is underlined, what came is bold.
    let gone = look[.caution].with(Style(attributes: .underline))
    let come = look[.good].with(Style(attributes: .bold))
    for change in new.difference(from: old) {
      switch change {
      case .remove(let place, _, _): oldParts[place].style = gone
      case .insert(let place, _, _): newParts[place].style = come
      }
    }
    return (oldParts, newParts)
  }

  /// Words in lines of a width; a word that is longer is broken.
  private func wrapped(_ words: [Line.Part], _ width: Int) -> [Line] {
    var lines: [[Line.Part]] = [[]]
    var used = 0
    func add(_ text: String, _ style: Style) {
      lines[lines.count - 1].append(.init(text: text, style: style))
      used += SafeText.width(of: text)
    }
    for word in words {
      let length = SafeText.width(of: word.text)
      if used > 0, used + 1 + length > width {
        lines.append([])
        used = 0
      } else if used > 0 {
        add(" ", look[.row])
      }
      guard length > width else {
        add(word.text, word.style)
        continue
      }
      for cluster in SafeText.clusters(of: word.text) {
        if used + cluster.width > width {
          lines.append([])
          used = 0
        }
        add(cluster.text, word.style)
      }
    }
    return lines.map { Line($0) }
  }
}
