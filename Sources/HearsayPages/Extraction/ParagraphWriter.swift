import HearsayFetching

/// Makes paragraphs of the blocks that belong to the article.
struct ParagraphWriter {
  private let page: PageMeasures
  private let chances: [Float]
  private let base: PageAddress?

  /// From what chance on a block belongs to the article. Between .4 and .6 pages left out are read equally well.
  private static let limit: Float = 0.5

  init(_ page: PageMeasures, _ chances: [Float], _ base: PageAddress?) {
    self.page = page
    self.chances = chances
    self.base = base
  }

  /// The blocks from the first long one that belongs to the article to the last; `nil` where none does.
  var body: ClosedRange<Int>? {
    let chosen = chances.indices.filter {
      chances[$0] >= Self.limit && page.blocks[$0].text.count > 60
    }
    guard let first = chosen.first, let last = chosen.last else { return nil }
    return first...last
  }

  /// The paragraphs, and the captions between them.
  func paragraphs() -> [Page.Paragraph] {
    let limit = min(Self.limit, (chances.max() ?? 0) * 0.8)
    let chosen = chances.indices.filter { chances[$0] >= limit }
    guard let first = chosen.first, let last = chosen.last else { return [] }
    // What stands under the first or the last of them may belong to it.
    let around = max(0, first - 1)...min(last + 1, chances.count - 1)
    return around.flatMap { index -> [Page.Paragraph] in
      if let signature = signature(at: index, limit) { return [signature] }
      if chances[index] >= limit { return paragraphs(of: index) }
      return isCaption(index) ? [paragraph(page.blocks[index], .caption)] : []
    }
  }

  /// A block is a paragraph; one with broken lines is several.
  private func paragraphs(of index: Int) -> [Page.Paragraph] {
    let kind = kind(of: index)
    return pieces(of: page.blocks[index]).map { paragraph($0, kind) }
  }

  private func paragraph(_ block: Block, _ kind: Page.Paragraph.Kind) -> Page.Paragraph {
    Page.Paragraph(
      kind: kind, text: String(decoding: block.text.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self),
      links: block.links.compactMap { link in
        PageAddress.whole(link.address, from: base).map {
          .init(start: link.start, end: link.end, address: $0)
        }
      })
  }

  /// The lines of a block, each with its links.
  private func pieces(of block: Block) -> [Block] {
    guard block.text.contains(0x0A) else { return [block] }
    var pieces: [Block] = []
    var start = 0
    for end in block.text.indices.filter({ block.text[$0] == 0x0A }) + [block.text.count] {
      if end > start {
        var piece = Block(node: block.node)
        piece.text = Array(block.text[start..<end])
        piece.links = block.links.compactMap { link in
          let range = max(link.start, start)..<max(max(link.start, start), min(link.end, end))
          guard !range.isEmpty else { return nil }
          return .init(
            start: range.lowerBound - start, end: range.upperBound - start, address: link.address)
        }
        pieces.append(piece)
      }
      start = end + 1
    }
    return pieces
  }
}

// MARK: - Kinds

extension ParagraphWriter {
  private func kind(of index: Int) -> Page.Paragraph.Kind {
    let tree = page.tree
    let node = page.blocks[index].node
    if tree.nodes[node].tag.isHeading { return .heading }
    for inside in [node] + Array(tree.ancestors(of: node)) {
      switch tree.nodes[inside].tag {
      case .figcaption: return .caption
      case .blockquote: return isPost(inside) ? .post : .quotation
      case .li: return .listItem
      default: break
      }
    }
    return .text
  }

  /// A quotation that another site has sent along: a tweet and its like.
  private func isPost(_ node: Int) -> Bool {
    let isNamed = [node, page.tree.nodes[node].parent].contains {
      $0 >= 0 && page.hints[$0].contains(PageWords.hint("post"))
    }
    return isNamed && page.tree.value(.class, of: node) != nil
  }

  /// Who is quoted in the block before, in the same quotation or in the figure around it: "— Jo Hale, mayor".
  private func signature(at index: Int, _ limit: Float) -> Page.Paragraph? {
    let (tree, block) = (page.tree, page.blocks[index])
    guard index > 0, chances[index - 1] >= limit, block.text.count <= Self.longestSignature,
      case let kind = kind(of: index - 1), kind == .quotation || kind == .post,
      case let around = [block.node] + Array(tree.ancestors(of: block.node)),
      let frame = around.first(where: { [.blockquote, .figure].contains(tree.nodes[$0].tag) }),
      page.blocks[index - 1].node >= frame, page.blocks[index - 1].node < tree.nodes[frame].end
    else { return nil }
    let hasDash = ["—", "–", "―", "--", "- "].contains { block.text.starts(with: $0.utf8) }
    let isMarked = around.prefix { $0 != frame }.contains {
      [.cite, .footer, .figcaption].contains(tree.nodes[$0].tag)
    }
    guard hasDash || isMarked else { return nil }
    var signature = paragraph(block, kind)
    if !hasDash {
      let dash = "— "
      signature.text = dash + signature.text
      for link in signature.links.indices {
        signature.links[link].start += dash.utf8.count
        signature.links[link].end += dash.utf8.count
      }
    }
    return signature
  }

  private static let longestSignature = 200

  /// Words about a picture that stands between paragraphs.
  private func isCaption(_ index: Int) -> Bool {
    let block = page.blocks[index]
    guard block.text.count < 600, block.linked * 2 < block.text.count || block.text.count < 120
    else { return false }
    let tree = page.tree
    let near = [block.node] + Array(tree.ancestors(of: block.node).prefix(3))
    if near.contains(where: { tree.nodes[$0].tag == .figcaption }) { return true }
    let isInFigure = near.contains { tree.nodes[$0].tag == .figure }
    return isInFigure
      && near.prefix(2).contains { page.hints[$0].contains(PageWords.hint("caption")) }
  }
}
