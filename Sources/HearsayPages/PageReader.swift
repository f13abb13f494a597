public import HearsayFetching
public import HearsayResources

/// Reads web pages: bytes in, article out.
///
/// ```swift
/// let reader = try PageReader(resources: .locate())
/// let page = try reader.read(bytes, charset: "utf-8", address: "https://news.example/harbour")
/// ```
public struct PageReader: Sendable {
  let words: PageWords
  let judge: BlockJudge

  /// The most bytes of a page that are read.
  public static let sizeLimit = 64 << 20

  /// A reader with the word lists and the model in these resources.
  ///
  /// - Throws: `ResourceError` where they are not there, `WordListError` where a list cannot be read.
  public init(resources: Resources) throws {
    words = try PageWords(in: resources)
    judge = try BlockJudge(in: resources)
  }

  /// The article on a page.
  ///
  /// - Parameters:
  ///   - bytes: the page, in whatever character set.
  ///   - charset: the character set that the server named.
  ///   - address: where the page is from, for links that are told from there.
  /// - Throws: ``PageError`` where there is nothing to read.
  public func read(_ bytes: [UInt8], charset: String? = nil, address: String? = nil)
    throws(PageError) -> Page
  {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge }
    let saved = SavedPage(bytes)
    let address = address ?? saved?.address
    let source = Charset.utf8(saved?.bytes ?? bytes, declared: charset ?? saved?.charset)
    let tree = PageTree(MarkupGuard.harmless(source))
    let blocks = BlockReader.blocks(of: tree)
    let head = PageHead(tree, source: source)
    let facts = PageFacts(head, tree)
    let measures = PageMeasures(tree, blocks, words)
    let chances = judge.chances(BlockFeatures.rows(of: measures, facts: facts))
    let base = PageAddress(tree.base) ?? PageAddress(address)
    let writer = ParagraphWriter(measures, chances, base)
    let metadata = PageMetadata(measures, head, words.facts, base, body: writer.body)
    var page = metadata.page
    page.paragraphs = writer.paragraphs()
    let length = ToldText.length(page.paragraphs)
    if length < 1500, !head.isForSubscribers(words.facts) {
      let told = ToldText(head, articles: metadata.articles).paragraphs
      if ToldText.length(told) > 3 * length { page.paragraphs = told }
    }
    page = page.withoutOwnHead()
    if page.paragraphs.isEmpty, blocks.isEmpty { throw .empty }
    if head.isForSubscribers(words.facts), page.isStub { throw .forSubscribers }
    return page
  }

  /// The blocks of a page with their features, for the training program.
  package func features(of bytes: [UInt8]) -> (
    texts: [String], rows: [[Float]], groups: [Int], parents: [[Int]]
  ) {
    let tree = PageTree(MarkupGuard.harmless(Charset.utf8(bytes, declared: nil)))
    let blocks = BlockReader.blocks(of: tree)
    let measures = PageMeasures(tree, blocks, words)
    let facts = PageFacts(PageHead(tree), tree)
    return (
      blocks.map { String(decoding: $0.text, as: UTF8.self) },
      BlockFeatures.rows(of: measures, facts: facts), measures.groupOfBlock,
      blocks.map { Array(tree.ancestors(of: $0.node).prefix(4)) }
    )
  }

  /// What each feature is, in the order of a row.
  package static var featureNames: [String] { BlockFeatures.names }
}
