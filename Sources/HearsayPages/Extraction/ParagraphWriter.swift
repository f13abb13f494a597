import HearsayFetching

/// Makes paragraphs of the blocks that belong to the article.
struct ParagraphWriter {
  private let page: PageMeasures
  private let chances: [Float]

  init(_ page: PageMeasures, _ chances: [Float]) {
    self.page = page
    self.chances = chances
  }

  func paragraphs() -> [Page.Paragraph] {
    page.blocks.indices.filter { chances[$0] > 0.5 }.map { index in
      let block = page.blocks[index]
      return Page.Paragraph(
        kind: .text, text: String(decoding: block.text, as: UTF8.self),
        links: block.links.map { .init(start: $0.start, end: $0.end, address: $0.address) })
    }
  }
}
