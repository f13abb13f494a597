import HearsayIngest
import HearsayModel

/// Reads names out of bylines.
struct BylineNames {
  let words: BylineWords

  /// Each name by itself, once, without what stands around it.
  func tidied(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.flatMap { people(in: $0) }.filter {
      isName($0) && !words.nobody.contains($0.lowercased())
        && seen.insert($0.lowercased()).inserted
    }
  }

  /// Whether a name is that of a house, a desk or a crew.
  func isCollective(_ name: String) -> Bool {
    name.split(separator: " ").last.map { words.collectives.contains($0.lowercased()) } ?? false
  }

  /// Whether it may be somebody's name: no address, no sentence, no number.
  func isName(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    return (1...8).contains(parts.count) && (2...70).contains(text.utf8.count)
      && !text.contains("://") && !text.hasPrefix("@") && !text.contains { $0.isNumber }
      && !(parts.count == 1 && text.dropLast().contains(".")) && text.contains { $0.isLetter }
      && !words.ends.contains(parts[0].lowercased())
  }
}

// MARK: - One line

extension BylineNames {
  /// The names in "By Jane Doe and Bill Smith, Valley Herald".
  private func people(in value: String) -> [String] {
    var text = withoutBrackets(withoutAddresses(withoutOpenings(value.tidy)))
    // "Jane Doe Thursday": what stands behind a name.
    let parts = text.split(separator: " ")
    if let end = parts.dropFirst().firstIndex(where: { words.ends.contains(Self.bare($0)) }) {
      text = parts[..<end].joined(separator: " ")
    }
    if let day = NewsDay(firstIn: text) { text = String(text[..<day.range.lowerBound]) }
    for end in ["|", "•", "·", "—", " / ", " - ", " – "] where !text.hasPrefix(end) {
      text = text.components(before: end)
    }
    // "Text: Jane Doe", in whatever language.
    if let colon = text.firstIndex(of: ":"), !text[..<colon].contains(" "),
      text[text.index(after: colon)...].split(separator: " ").count >= 2
    {
      text = String(text[text.index(after: colon)...]).trimmingBlanks
    }
    let pieces = text.split { ";,\n".contains($0) }.flatMap { joined(String($0).trimmingBlanks) }
    let names = pieces.compactMap(name)
    // "Jane Doe, Associated Press": whom she writes for is no second name.
    guard names.count > 1 else { return names }
    let people = names.enumerated().filter { $0.offset == 0 || Outlets.name($0.element) == nil }
      .map(\.element)
    let hasCapital = people.contains { $0.first?.isUppercase == true }
    return people.filter { !hasCapital || $0.first?.isLowercase != true || $0.contains(" ") }
  }

  private static func bare(_ word: Substring) -> String {
    word.lowercased().filter { !":：,.".contains($0) }
  }

  /// Without "By", "Author:" and the like.
  func withoutOpenings(_ value: String) -> String {
    var text = value
    while let opening = words.by.first(where: { opens(text, with: $0) }) {
      text = String(text.dropFirst(opening.count).drop { $0 == ":" || $0.isWhitespace })
    }
    return text
  }

  /// Whether a line begins with these words: "By Jane Doe", "Author: Jane Doe", "ByJane Doe".
  private func opens(_ text: String, with opening: String) -> Bool {
    guard text.lowercased().hasPrefix(opening) else { return false }
    let next = text.dropFirst(opening.count).first
    return next == " " || next == ":" || opening == "by" && next?.isUppercase == true
  }

  /// Without addresses and handles: "jane@valley.example (Jane Doe)", "Jane Doe@janedoe".
  private func withoutAddresses(_ text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
      text[..<open].contains("@")
    {
      return String(text[text.index(after: open)..<close])
    }
    let kept = text.split(separator: " ").compactMap { word -> Substring? in
      guard let at = word.firstIndex(of: "@") else { return word }
      let isAddress = at > word.startIndex && word[at...].contains(".")
      return isAddress || at == word.startIndex ? nil : word[..<at]
    }
    return kept.joined(separator: " ")
  }

  /// Without what stands in brackets behind other words.
  private func withoutBrackets(_ text: String) -> String {
    var kept = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return kept.trimmingBlanks.isEmpty ? text : kept.trimmingBlanks
  }

  /// The pieces around "and" and its like.
  private func joined(_ text: String) -> [String] {
    var pieces: [[Substring]] = [[]]
    let parts = text.split(separator: " ")
    for (index, word) in parts.enumerated() {
      // "Mac & i" is one name; so is a house of two partners.
      let isInName = word == "&" && (pieces[pieces.count - 1].count < 2 || parts.count - index < 3)
      if words.joins.contains(word.lowercased()), !isInName {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(word)
      }
    }
    return pieces.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// A name without what it is followed by: roles, degrees, brackets, the place somebody writes from.
  private func name(_ piece: String) -> String? {
    let small = piece.lowercased()
    if words.helpers.contains(where: { small == $0 || small.hasPrefix($0 + " ") }) { return nil }
    var text = withoutOpenings(piece)
    if let slash = text.firstIndex(of: "/"), text[..<slash].contains(" ") {
      text = String(text[..<slash])
    }
    for word in words.behind {
      guard let cut = text.firstRange(of: " \(word) ") else { continue }
      if text[..<cut.lowerBound].split(separator: " ").count >= 2 {
        text = String(text[..<cut.lowerBound])
      }
    }
    var parts = text.split(separator: " ")
    while let last = parts.last, last.allSatisfy({ "-–—:*|".contains($0) }) { parts.removeLast() }
    if parts.count == 1, words.degrees.contains(parts[0].lowercased()) { return nil }
    while parts.count > 2, let last = parts.last, words.degrees.contains(last.lowercased()) {
      parts.removeLast()
    }
    while parts.count > 2, let last = parts.last, words.roles.contains(last.lowercased()) {
      parts.removeLast()
    }
    // "Senior reporter" is nobody.
    if parts.allSatisfy({ words.roles.contains($0.lowercased()) }), parts.count > 1 { return nil }
    let name = parts.joined(separator: " ")
    let trimmed = String(
      name.reversed().drop { "-:,.".contains($0) && !name.hasSuffix("Jr.") }.reversed())
    let kept =
      name.hasSuffix(".") && name.split(separator: " ").last?.count ?? 0 <= 3 ? name : trimmed
    return kept.trimmingBlanks.isEmpty ? nil : kept.trimmingBlanks
  }
}

// MARK: - An element

extension BylineNames {
  /// The names in an element: each piece of text stands by itself, and one that no "and" or comma leads to and that looks
  /// unlike the first name is what somebody does, when, or where.
  func names(in node: Int, of tree: PageTree) -> [String] {
    var found: [String] = []
    var make: String?
    var isExpected = true
    var isHelper = false
    for index in node..<tree.nodes[node].end where tree.nodes[index].isText {
      let text = tree.text(of: index).tidy
      if text.isEmpty { continue }
      let first = text.split(separator: " ").first.map { $0.lowercased() } ?? ""
      let own = self.make(of: tree.nodes[index].parent, tree)
      if text.allSatisfy({ !$0.isLetter && !$0.isNumber }) {
        isExpected = isExpected || ",&;".contains(text)
        continue
      }
      // "Photographs by", and the name in the next piece.
      if words.helpers.contains(text.lowercased()) {
        isHelper = true
        continue
      }
      if words.joins.contains(text.lowercased()) || words.by.contains(Self.bare(text[...])) {
        isExpected = true
        continue
      }
      if isHelper {
        isHelper = false
        isExpected = false
        continue
      }
      let leadsOn =
        words.joins.contains(first) || text.hasPrefix(",") || withoutOpenings(text) != text
      if isExpected || leadsOn || own == make {
        let names = tidied([text])
        if !names.isEmpty, make == nil { make = own }
        found += names
      }
      let last = text.split(separator: " ").last.map { $0.lowercased() } ?? ""
      isExpected =
        found.isEmpty || words.joins.contains(last) || words.by.contains(last)
        || text.hasSuffix(",")
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func make(of node: Int, _ tree: PageTree) -> String {
    "\(tree.nodes[node].tag.rawValue) \(tree.value(.class, of: node) ?? "")"
  }
}
