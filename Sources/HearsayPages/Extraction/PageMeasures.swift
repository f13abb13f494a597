/// What is counted once for a whole page, before its blocks are judged one by one.
struct PageMeasures {
  let tree: PageTree
  let blocks: [Block]
  /// What the names of each element say.
  let hints: [PageWords.Hints]
  /// Bytes of text, of text in links and of sentences inside each element.
  private(set) var text: [Int]
  private(set) var linked: [Int]
  private(set) var prose: [Int]
  /// Figures of each block by itself.
  private(set) var lines: [LineMeasures]
  /// Blocks of the same make: same element in the same kind of element.
  private(set) var groups: [Group] = []
  private(set) var groupOfBlock: [Int] = []
  /// The element whose paragraphs weigh most.
  private(set) var heaviest = 0
  /// The innermost elements that hold this share of the page's sentences.
  private(set) var holders: [Int] = []
  /// How often each block's words stand on the page.
  private(set) var copies: [Int] = []
  /// How many bytes of text come before each block.
  private(set) var before: [Int] = []

  /// Blocks that look alike in the markup.
  struct Group {
    var count = 0
    var text = 0
    var linked = 0
    var prose = 0
  }

  /// The shares of the page's sentences by which holders are found.
  static let shares = [0.9, 0.6, 0.35]

  init(_ tree: PageTree, _ blocks: [Block], _ words: PageWords) {
    self.tree = tree
    self.blocks = blocks
    hints = Self.hints(of: tree, words)
    lines = blocks.map { LineMeasures($0, words) }
    text = Array(repeating: 0, count: tree.nodes.count)
    linked = text
    prose = text
    addUp()
    findGroups()
    let counts = blocks.reduce(into: [[UInt8]: Int]()) { $0[$1.text, default: 0] += 1 }
    copies = blocks.map { counts[$0.text] ?? 1 }
    heaviest = findHeaviest()
    holders = Self.shares.map(holder)
  }
}

// MARK: - Names

extension PageMeasures {
  private static func hints(of tree: PageTree, _ words: PageWords) -> [PageWords.Hints] {
    var known: [String: PageWords.Hints] = [:]
    var ofWord: [String: PageWords.Hints] = [:]
    let naming: [PageTree.Attribute] = [
      .class, .id, .role, .itemprop, .dataTestID, .dataComponent, .dataType, .ariaLabel,
    ]
    return tree.nodes.map { node in
      if node.attributes.isEmpty || node.tag == .html || node.tag == .body { return [] }
      var hints: PageWords.Hints = []
      for attribute in naming {
        guard let name = node.attributes[attribute] else { continue }
        if let found = known[name] {
          hints.formUnion(found)
          continue
        }
        var found: PageWords.Hints = []
        for word in PageWords.words(ofName: String(name.prefix(300))) {
          if let hint = ofWord[word] {
            found.formUnion(hint)
          } else {
            let hint = words.hints(ofWord: word)
            ofWord[word] = hint
            found.formUnion(hint)
          }
        }
        known[name] = found
        hints.formUnion(found)
      }
      return hints
    }
  }
}

// MARK: - Sums

extension PageMeasures {
  private mutating func addUp() {
    var sum = 0
    for (block, line) in zip(blocks, lines) {
      before.append(sum)
      sum += block.text.count
      var node = block.node
      while node >= 0 {
        text[node] += block.text.count
        linked[node] += block.linked
        prose[node] += line.isProse ? block.text.count : 0
        node = tree.nodes[node].parent
      }
    }
  }

  private mutating func findGroups() {
    var known: [Int: Int] = [:]
    for (block, line) in zip(blocks, lines) {
      let key = make(of: block.node)
      let group = known[key] ?? groups.count
      if group == groups.count {
        known[key] = group
        groups.append(Group())
      }
      groupOfBlock.append(group)
      groups[group].count += 1
      groups[group].text += block.text.count
      groups[group].linked += block.linked
      groups[group].prose += line.isProse ? block.text.count : 0
    }
  }

  /// A number for the names and classes of an element and the one it is in.
  private func make(of node: Int) -> Int {
    var hasher = Hasher()
    for index in [node, tree.nodes[node].parent] where index >= 0 {
      hasher.combine(tree.nodes[index].tag)
      hasher.combine(tree.value(.class, of: index))
    }
    return hasher.finalize()
  }

  /// Paragraphs count for the element they are in, half for the next, and less for those further out.
  private func findHeaviest() -> Int {
    var weights: [Int: Double] = [:]
    for (block, line) in zip(blocks, lines) where line.isProse {
      let weight = 1 + Double(line.commas) + min(3, Double(block.text.count) / 100)
      var node = tree.nodes[block.node].parent
      var level = 0.0
      while node >= 0, level < 5 {
        weights[node, default: 0] += level == 0 ? weight : weight / (level == 1 ? 2 : level * 3)
        node = tree.nodes[node].parent
        level += 1
      }
    }
    func weight(_ entry: (key: Int, value: Double)) -> Double {
      entry.value * (1 - Double(linked[entry.key]) / Double(max(1, text[entry.key])))
    }
    return weights.max { (weight($0), $1.key) < (weight($1), $0.key) }?.key ?? 0
  }

  private func holder(of share: Double) -> Int {
    let wanted = share * Double(prose.first ?? 0)
    var holder = 0
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if Double(prose[index]) >= wanted, wanted > 0 {
        holder = index
        index += 1
      } else {
        index = node.end
      }
    }
    return holder
  }
}

// MARK: - One line

/// What a block's words look like, wherever it stands.
struct LineMeasures {
  /// In characters; those of East Asia count twice.
  var length = 0
  var ideographs = 0
  var letters = 0
  var capitals = 0
  var digits = 0
  var words = 0
  var commas = 0
  var stops = 0
  var marks = 0
  var breaks = 0
  /// Whether it ends as a sentence does.
  var endsSentence = false
  var startsLarge = false
  var startsSmall = false
  var startsWithMark = false
  /// Whether it reads like running text.
  var isProse = false
  var opening: (section: Int, isWhole: Bool)?

  init(_ block: Block, _ pageWords: PageWords) {
    count(block.text)
    opening = pageWords.opening(of: block.text)
    isProse = length >= 60 && stops > 0 && block.linked * 5 < block.text.count * 2 && words >= 8
  }

  private mutating func count(_ text: [UInt8]) {
    var isInWord = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      let third = index + 2 < text.count ? text[index + 2] : 0
      var width = 1
      switch byte {
      case 0x41...0x5A:
        letters += 1
        capitals += 1
      case 0x61...0x7A: letters += 1
      case 0x30...0x39: digits += 1
      case 0x2C: commas += 1
      case 0x2E, 0x21, 0x3F: if next <= 0x22 || next >= 0x80 { stops += 1 }
      case 0x22: marks += 1
      case 0x0A: breaks += 1
      case 0xC2...0xDF:
        letters += 1
        width = 2
      case 0xE0...0xEF:
        width = 3
        countWide(byte, next, third)
      case 0xF0...: width = 4
      default: break
      }
      let isBlank = byte <= 0x20
      if !isBlank, !isInWord { words += 1 }
      isInWord = !isBlank
      length += 1
      index += width
    }
    // Chinese and Japanese write without blanks, and say as much with half the letters.
    words += ideographs / 2
    length += ideographs
    countEnds(text)
  }

  /// A character of three bytes: marks, and the writing of East Asia.
  private mutating func countWide(_ byte: UInt8, _ next: UInt8, _ third: UInt8) {
    switch (byte, next, third) {
    case (0xE2, 0x80, 0x9C...0x9D): marks += 1
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): stops += 1
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): commas += 1
    case (0xE3, 0x80, 0x8C...0x8F): marks += 1
    case (0xE3...0xE9, _, _):
      letters += 1
      ideographs += 1
    default: letters += 1
    }
  }

  private mutating func countEnds(_ text: [UInt8]) {
    guard let first = text.first, let last = text.last else { return }
    startsLarge = first >= 0x41 && first <= 0x5A
    startsSmall = first >= 0x61 && first <= 0x7A
    startsWithMark = first == 0x22 || text.starts(with: [0xE2, 0x80, 0x9C])
    let end = text.suffix(3)
    endsSentence =
      [0x2E, 0x21, 0x3F, 0x22, 0x3A].contains(last)
      || [[0xE2, 0x80, 0x9D], [0xE2, 0x80, 0xA6], [0xE3, 0x80, 0x82]].contains {
        end.elementsEqual($0)
      }
  }
}
