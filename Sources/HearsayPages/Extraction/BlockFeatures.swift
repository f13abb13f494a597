/// What is known of a block when it is judged: a row of numbers, always in the same order.
///
/// The names are those that the training program writes into the model; a model that knows others is refused.
enum BlockFeatures {
  /// The features of all blocks of a page.
  static func rows(of page: PageMeasures, facts: PageFacts) -> [[Float]] {
    let own = page.blocks.indices.map { Self.own(page, $0) }
    let title = titleBlock(page)
    return page.blocks.indices.map { index in
      var row = own[index]
      row += place(page, index)
      row += names(page, index)
      row += Self.page(page, index, title, facts)
      for offset in [-2, -1, 1, 2] { row += neighbour(page, index, index + offset) }
      return row
    }
  }

  /// What each number of a row is.
  static let names: [String] =
    ownNames + placeNames + namesNames + pageNames
    + ["before2", "before", "after", "after2"].flatMap { side in
      neighbourNames.map { "\(side).\($0)" }
    }
}

/// What the head of a page says that helps to tell its text.
struct PageFacts {
  /// The headline in small letters and digits alone.
  var title: [UInt8] = []
  /// Its words of four letters and more.
  var titleWords: Set<[UInt8]> = []
  /// The summary for other sites, likewise.
  var summary: [UInt8] = []
  /// The article's words as the page gives them to search engines, likewise; empty where it doesn't.
  var body: [UInt8] = []

  /// The words of four letters and more, small.
  static func words(_ text: some Sequence<UInt8>) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    var word: [UInt8] = []
    for byte in text {
      let isLetter = byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      if isLetter {
        word.append(byte < 0x80 ? byte | 0x20 : byte)
      } else if !word.isEmpty {
        if word.count > 3 { words.insert(word) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if word.count > 3 { words.insert(word) }
    return words
  }

  /// Small letters, digits and everything beyond ASCII; the rest is left out.
  static func core(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 0x30...0x39: byte
      default: nil
      }
    }
  }
}

// MARK: - Itself

extension BlockFeatures {
  private static let ownNames = [
    "length", "words", "linked", "strong", "letters/word", "commas", "stops", "marks", "breaks",
    "capitals", "digits",
    "endsSentence", "startsLarge", "startsSmall", "startsWithMark", "prose", "links", "opening",
    "openingWhole",
    "followsBreak", "copies",
  ]

  private static func own(_ page: PageMeasures, _ index: Int) -> [Float] {
    let block = page.blocks[index]
    let line = page.lines[index]
    let length = Float(max(1, block.text.count))
    return [
      Float(line.length), Float(line.words), Float(block.linked) / length,
      Float(block.strong) / length,
      Float(line.letters) / Float(max(1, line.words)), Float(line.commas), Float(line.stops),
      Float(line.marks),
      Float(line.breaks), Float(line.capitals) / length, Float(line.digits) / length,
      flag(line.endsSentence),
      flag(line.startsLarge), flag(line.startsSmall), flag(line.startsWithMark), flag(line.isProse),
      Float(block.links.count), Float(line.opening.map { $0.section + 1 } ?? 0),
      flag(line.opening?.isWhole == true),
      flag(block.followsBreak), Float(page.copies[index]),
    ]
  }

  private static func flag(_ value: Bool) -> Float { value ? 1 : 0 }
}

// MARK: - Where it stands

extension BlockFeatures {
  private static let tags: [Tag] = [
    .nav, .aside, .footer, .header, .article, .main, .figure, .figcaption, .table, .form, .ul, .ol,
    .li, .blockquote, .section,
    .a, .dl, .pre, .address,
  ]

  private static let placeNames =
    [
      "tag.p", "tag.div", "tag.heading", "tag.li", "tag.cell", "tag.other", "level", "depth",
      "hidden",
    ]
    + tags.map { "in.\($0.rawValue)" }
    + (0..<4).flatMap { ["out\($0).linked", "out\($0).prose", "out\($0).share"] }

  private static func place(_ page: PageMeasures, _ index: Int) -> [Float] {
    let tree = page.tree
    let node = page.blocks[index].node
    let tag = tree.nodes[node].tag
    let level: Float =
      switch tag {
      case .h1: 1
      case .h2: 2
      case .h3: 3
      case .h4: 4
      case .h5, .h6: 5
      default: 0
      }
    let isKnown =
      tag == .p || tag == .div || tag == .li || tag == .td || tag == .th || tag.isHeading
    var row: [Float] = [
      flag(tag == .p), flag(tag == .div), flag(tag.isHeading), flag(tag == .li),
      flag(tag == .td || tag == .th),
      flag(!isKnown), level, Float(tree.nodes[node].depth),
    ]
    var distance = [Float](repeating: 20, count: tags.count)
    var hidden = false
    var steps: Float = 0
    var ancestor = node
    while ancestor >= 0 {
      if let place = tags.firstIndex(of: tree.nodes[ancestor].tag), distance[place] == 20 {
        distance[place] = steps
      }
      hidden = hidden || isHidden(tree, ancestor)
      ancestor = tree.nodes[ancestor].parent
      steps += 1
    }
    row.append(flag(hidden))
    row += distance
    let all = Float(max(1, page.prose.first ?? 0))
    ancestor = node
    for _ in 0..<4 {
      if tree.nodes[ancestor].parent >= 0 { ancestor = tree.nodes[ancestor].parent }
      let text = Float(max(1, page.text[ancestor]))
      row += [
        Float(page.linked[ancestor]) / text, Float(page.prose[ancestor]) / text,
        Float(page.prose[ancestor]) / all,
      ]
    }
    return row
  }

  static func isHidden(_ tree: PageTree, _ node: Int) -> Bool {
    let attributes = tree.nodes[node].attributes
    if attributes.isEmpty { return false }
    if attributes[.hidden] != nil || attributes[.ariaHidden] == "true" { return true }
    guard let style = attributes[.style] else { return false }
    let small = style.utf8.compactMap { $0 == 0x20 ? nil : $0 | 0x20 }
    let text = String(decoding: small, as: UTF8.self)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }
}

// MARK: - What names say

extension BlockFeatures {
  private static let namesNames =
    PageWords.hints.map { "name.\($0)" } + PageWords.hints.map { "count.\($0)" }

  private static func names(_ page: PageMeasures, _ index: Int) -> [Float] {
    var distance = [Float](repeating: 20, count: PageWords.hints.count)
    var count = [Float](repeating: 0, count: PageWords.hints.count)
    var steps: Float = 0
    var node = page.blocks[index].node
    while node >= 0 {
      let hints = page.hints[node]
      if !hints.isEmpty {
        for place in distance.indices where hints.contains(.at(place)) {
          if distance[place] == 20 { distance[place] = steps }
          count[place] += 1
        }
      }
      node = page.tree.nodes[node].parent
      steps += 1
    }
    return distance + count
  }
}

// MARK: - The page around it

extension BlockFeatures {
  private static let pageNames = [
    "inHeaviest", "toHeaviest", "inHolder0", "inHolder1", "inHolder2", "toHolder0", "toHolder1",
    "toHolder2", "position", "blocks",
    "pageProse", "group.count", "group.length", "group.linked", "group.prose", "group.share",
    "afterTitle", "isTitle", "titleStands",
    "isSummary", "inBody", "titleWords", "heaviest.before", "heaviest.after",
  ]

  private static func page(
    _ page: PageMeasures, _ index: Int, _ title: Int?, _ facts: PageFacts
  ) -> [Float] {
    let block = page.blocks[index]
    let total = Float(max(1, page.text.first ?? 0))
    let prose = Float(max(1, page.prose.first ?? 0))
    let group = page.groups[page.groupOfBlock[index]]
    let groupText = Float(max(1, group.text))
    let core = PageFacts.core(block.text)
    var row: [Float] = [
      steps(page, block.node, page.heaviest) == 30 ? 0 : 1, steps(page, block.node, page.heaviest),
    ]
    let toHolders = page.holders.map { steps(page, block.node, $0) }
    row += toHolders.map { $0 == 30 ? 0 : 1 } + toHolders
    row += [
      Float(page.before[index]) / total, Float(page.blocks.count), prose, Float(group.count),
      groupText / Float(group.count), Float(group.linked) / groupText,
      Float(group.prose) / groupText,
      Float(group.prose) / prose,
    ]
    row += [
      title.map { Float(max(-30, min(30, index - $0))) } ?? 0,
      flag(title == index || (!core.isEmpty && core == facts.title)),
      flag(title != nil),
      flag(
        !facts.summary.isEmpty && core.count > 20
          && (facts.summary.starts(with: core) || core.starts(with: facts.summary))),
      facts.body.isEmpty ? -1 : flag(core.count > 8 && contains(facts.body, core)),
    ]
    row.append(titleWords(block.text, facts))
    let range = page.heaviest..<page.tree.nodes[page.heaviest].end
    row += [flag(block.node < range.lowerBound), flag(block.node >= range.upperBound)]
    return row
  }

  /// How many elements a block is inside another; 30 where it isn't.
  private static func steps(_ page: PageMeasures, _ node: Int, _ container: Int) -> Float {
    guard node >= container, node < page.tree.nodes[container].end else { return 30 }
    return Float(min(29, page.tree.nodes[node].depth - page.tree.nodes[container].depth))
  }

  /// The block that is the headline on the page.
  private static func titleBlock(_ page: PageMeasures) -> Int? {
    page.blocks.indices.first { page.tree.nodes[page.blocks[$0].node].tag == .h1 }
  }

  /// The share of the headline's words that stand in a line.
  private static func titleWords(_ text: [UInt8], _ facts: PageFacts) -> Float {
    guard !facts.titleWords.isEmpty else { return -1 }
    let words = PageFacts.words(text.prefix(600))
    return Float(facts.titleWords.intersection(words).count) / Float(facts.titleWords.count)
  }

  private static func contains(_ text: [UInt8], _ piece: [UInt8]) -> Bool {
    guard let first = piece.first, piece.count <= text.count else { return false }
    for start in 0...(text.count - piece.count)
    where text[start] == first && text[start..<(start + piece.count)].elementsEqual(piece) {
      return true
    }
    return false
  }
}

// MARK: - Beside it

extension BlockFeatures {
  private static let neighbourNames = [
    "length", "linked", "prose", "near", "sameTag", "heading", "sameGroup", "item", "opening",
    "inHeaviest", "body", "list",
  ]

  private static func neighbour(_ page: PageMeasures, _ index: Int, _ other: Int) -> [Float] {
    guard page.blocks.indices.contains(other) else {
      return [Float](repeating: -1, count: neighbourNames.count)
    }
    let tree = page.tree
    let (block, beside) = (page.blocks[index], page.blocks[other])
    let tag = tree.nodes[beside.node].tag
    let length = Float(max(1, beside.text.count))
    return [
      length, Float(beside.linked) / length, flag(page.lines[other].isProse),
      distance(tree, block.node, beside.node), flag(tag == tree.nodes[block.node].tag),
      flag(tag.isHeading),
      flag(page.groupOfBlock[index] == page.groupOfBlock[other]), flag(tag == .li),
      Float(page.lines[other].opening.map { $0.section + 1 } ?? 0),
      flag(steps(page, beside.node, page.heaviest) < 30),
      flag(page.hints[beside.node].contains(.at(0))),
      flag(page.hints[beside.node].contains(.at(13))),
    ]
  }

  /// How many elements lie between two: up to the one that holds both, and down.
  private static func distance(_ tree: PageTree, _ one: Int, _ other: Int) -> Float {
    var node = min(one, other)
    let far = max(one, other)
    while node >= 0, !(node <= far && far < tree.nodes[node].end) { node = tree.nodes[node].parent }
    guard node >= 0 else { return 30 }
    let depth = tree.nodes[node].depth
    return Float(min(30, tree.nodes[one].depth + tree.nodes[other].depth - 2 * depth))
  }
}

extension PageFacts {
  init(_ head: PageHead, _ tree: PageTree) {
    let title =
      head.objects.lazy.compactMap { $0["headline"]?.string?.tidy }.first
      ?? head.meta(["og:title", "twitter:title"])
    self.title = Self.core((title ?? "").utf8)
    titleWords = Self.words((title ?? "").utf8)
    summary = Self.core(
      (head.meta(["og:description", "description", "twitter:description"]) ?? "").utf8)
    let bodies = head.objects.compactMap { $0["articleBody"]?.string }
    body = Self.core((bodies.max { $0.utf8.count < $1.utf8.count }?.tidy ?? "").utf8)
  }
}
