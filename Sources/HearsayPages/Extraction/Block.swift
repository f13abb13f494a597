import HearsayFetching

/// A piece of a page's text that stands by itself, wherever on the page.
struct Block {
  /// The element it stands in directly.
  var node: Int
  /// Its words in UTF-8, blanks collapsed; `\n` where the page breaks a line.
  var text: [UInt8] = []
  /// The links in it.
  var links: [Link] = []
  /// How many of its bytes stand in links.
  var linked = 0
  /// How many of its bytes are bold.
  var strong = 0
  /// Whether it was parted from the one before by line breaks alone.
  var followsBreak = false

  struct Link {
    var start: Int
    var end: Int
    var address: String
  }
}

/// Cuts a page into blocks.
struct BlockReader {
  private let tree: PageTree
  private var blocks: [Block] = []
  private var open: Block
  private var breaks = 0
  /// Whether a blank is owed before the next letter.
  private var owesBlank = false
  private var blockNodes: [Int] = []
  private var link: (end: Int, start: Int, address: String)?
  private var strongEnd = 0

  private init(_ tree: PageTree) {
    self.tree = tree
    open = Block(node: 0)
  }

  /// The blocks of a page in the order of reading, without what nobody can see.
  static func blocks(of tree: PageTree) -> [Block] {
    var reader = BlockReader(tree)
    reader.run()
    return reader.blocks
  }
}

// MARK: - Walking

extension BlockReader {
  private mutating func run() {
    guard !tree.nodes.isEmpty else { return }
    var index = 0
    blockNodes = [0]
    while index < tree.nodes.count {
      closeEnded(before: index)
      let node = tree.nodes[index]
      if node.tag.isSilent {
        index = node.end
        continue
      }
      if node.isText {
        append(node.text, isPreformatted: isPreformatted(index), isStrong: index < strongEnd)
      } else if node.tag == .br {
        breakLine()
      } else if node.tag.isBlock {
        close()
        blockNodes.append(index)
        open.node = index
      } else if node.tag == .a, let address = tree.value(.href, of: index) {
        closeLink()
        link = (node.end, -1, address)
      } else if node.tag == .b || node.tag == .strong {
        strongEnd = max(strongEnd, node.end)
      }
      index += 1
    }
    closeEnded(before: index)
    close()
  }

  /// Closes the blocks and links that end before a node.
  private mutating func closeEnded(before index: Int) {
    if let link, link.end <= index { closeLink() }
    while let last = blockNodes.last, tree.nodes[last].end <= index, blockNodes.count > 1 {
      close()
      blockNodes.removeLast()
      open.node = blockNodes.last ?? 0
    }
  }

  private func isPreformatted(_ index: Int) -> Bool {
    tree.nodes[tree.nodes[index].parent].tag == .pre || tree.nodes[open.node].tag == .pre
  }
}

// MARK: - Collecting

extension BlockReader {
  private mutating func append(_ bytes: [UInt8], isPreformatted: Bool, isStrong: Bool) {
    let before = open.text.count
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A, isPreformatted {
        breakLine()
        index += 1
      } else if byte <= 0x20 || byte == 0x7F {
        owesBlank = true
        index += 1
      } else if let length = Self.unseen(bytes, index) {
        if length.isBlank { owesBlank = true }
        index += length.count
      } else {
        put(byte)
        index += 1
      }
    }
    let added = open.text.count - before
    if added > 0, isStrong { open.strong += added }
    if added > 0, link != nil { open.linked += added }
  }

  private mutating func put(_ byte: UInt8) {
    if breaks >= 2, !open.text.isEmpty {
      let node = open.node
      close()
      open.node = node
      open.followsBreak = true
    } else if breaks == 1, !open.text.isEmpty {
      open.text.append(0x0A)
    } else if owesBlank, !open.text.isEmpty {
      open.text.append(0x20)
    }
    breaks = 0
    owesBlank = false
    if let link, link.start < 0 { self.link?.start = open.text.count }
    open.text.append(byte)
  }

  /// A character that is a blank or nothing at all on a page, and how many bytes it has.
  private static func unseen(_ bytes: [UInt8], _ index: Int) -> (count: Int, isBlank: Bool)? {
    func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
    switch (bytes[index], byte(1), byte(2)) {
    case (0xC2, 0xA0, _): return (2, true)
    case (0xC2, 0x80...0x9F, _), (0xC2, 0xAD, _): return (2, false)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80):
      return (3, true)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE),
      (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF):
      return (3, false)
    default: return nil
    }
  }

  private mutating func breakLine() {
    breaks += 1
    owesBlank = false
  }

  private mutating func closeLink() {
    defer { link = nil }
    guard let link, link.start >= 0, link.start < open.text.count else { return }
    open.links.append(.init(start: link.start, end: open.text.count, address: link.address))
  }

  private mutating func close() {
    let goesOn = link
    closeLink()
    if let goesOn, goesOn.end > 0 { link = (goesOn.end, -1, goesOn.address) }
    breaks = 0
    owesBlank = false
    guard !open.text.isEmpty else {
      open = Block(node: open.node)
      return
    }
    blocks.append(open)
    open = Block(node: open.node)
  }
}
