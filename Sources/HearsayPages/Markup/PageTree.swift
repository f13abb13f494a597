import CGumbo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A page as elements and text, in the order of reading: everything inside a node follows it directly.
struct PageTree {
  private(set) var nodes: [Node] = []

  /// An element or a piece of text.
  struct Node {
    /// The element's name, small; empty for text.
    var tag: Tag
    var parent: Int
    /// One past the last node inside.
    var end: Int
    var depth: Int
    var text: [UInt8] = []
    var attributes: [Attribute: String] = [:]

    var isText: Bool { tag == .text }
  }

  /// The attributes that somebody asks for.
  enum Attribute: String, CaseIterable {
    case `class`, id, href, src, rel, itemprop, itemtype, itemscope, property, name, content,
      datetime, lang, style
    case hidden, role, type, title, cite, charset, pubdate
    case ariaHidden = "aria-hidden"
    case httpEquiv = "http-equiv"
    case ariaLabel = "aria-label"
    case dataTestID = "data-testid"
    case dataComponent = "data-component"
    case dataType = "data-type"
  }

  /// The tree of markup in UTF-8, made harmless by ``MarkupGuard``.
  init(_ markup: [UInt8]) {
    var options = kGumboDefaultOptions
    options.max_errors = 0
    markup.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let output = gumbo_parse_with_options(&options, base, buffer.count)
      else { return }
      defer { gumbo_destroy_output(&options, output) }
      if let root = output.pointee.root { fill(from: root) }
    }
  }
}

// MARK: - From the parser

extension PageTree {
  private mutating func fill(from root: UnsafeMutablePointer<GumboNode>) {
    typealias Pointer = UnsafeMutablePointer<GumboNode>
    var open: [(index: Int, node: Pointer, next: Int)] = []
    func child(_ node: Pointer, _ index: Int) -> Pointer? {
      let children = node.pointee.v.element.children
      guard index < Int(children.length) else { return nil }
      return children.data[index]?.assumingMemoryBound(to: GumboNode.self)
    }
    append(root, parent: -1, depth: 0)
    open.append((0, root, 0))
    while let (index, node, next) = open.last {
      guard let child = child(node, next) else {
        nodes[index].end = nodes.count
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      let kind = child.pointee.type
      if kind == GUMBO_NODE_ELEMENT || kind == GUMBO_NODE_TEMPLATE {
        append(child, parent: index, depth: open.count)
        open.append((nodes.count - 1, child, 0))
      } else if kind != GUMBO_NODE_COMMENT, let text = child.pointee.v.text.text {
        let bytes = UnsafeBufferPointer(start: text, count: strlen(text))
        nodes.append(
          Node(
            tag: .text, parent: index, end: nodes.count + 1, depth: open.count,
            text: bytes.map { UInt8(bitPattern: $0) }))
      }
    }
  }

  private mutating func append(
    _ node: UnsafeMutablePointer<GumboNode>, parent: Int, depth: Int
  ) {
    let element = node.pointee.v.element
    var attributes: [Attribute: String] = [:]
    for index in 0..<Int(element.attributes.length) {
      guard
        let attribute = element.attributes.data[index]?.assumingMemoryBound(
          to: GumboAttribute.self),
        let name = attribute.pointee.name, let value = attribute.pointee.value,
        let known = Self.attribute(named: name)
      else { continue }
      attributes[known] = String(cString: value)
    }
    let tag =
      element.tag == GUMBO_TAG_UNKNOWN
      ? Tag(original: element.original_tag) : Tag(cString: gumbo_normalized_tagname(element.tag))
    nodes.append(
      Node(tag: tag, parent: parent, end: nodes.count + 1, depth: depth, attributes: attributes))
  }

  private static func attribute(named name: UnsafePointer<CChar>) -> Attribute? {
    byName[String(cString: name)]
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: Attribute.allCases.map { ($0.rawValue, $0) })
}

// MARK: - Asking

extension PageTree {
  /// What an attribute says; `nil` where it isn't there.
  func value(_ attribute: Attribute, of node: Int) -> String? { nodes[node].attributes[attribute] }

  /// The nodes that a node is in, the nearest first.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(first: nodes[node].parent) { self.nodes[$0].parent }.prefix { $0 >= 0 }
  }

  /// The elements of this name.
  func elements(_ tag: Tag) -> some Sequence<Int> {
    nodes.indices.lazy.filter { nodes[$0].tag == tag }
  }

  /// All text inside a node, blanks as they are in the page.
  func text(of node: Int) -> String {
    guard nodes.indices.contains(node) else { return "" }
    var bytes: [UInt8] = []
    for inside in node..<nodes[node].end {
      if nodes[inside].isText { bytes += nodes[inside].text }
      if nodes[inside].tag == .br { bytes.append(0x20) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Names

/// The name of an element.
enum Tag: String {
  case text = ""
  case other
  case html, head, body, title, meta, link, base, script, style, template, noscript
  case article, section, nav, aside, header, footer, main, address, hgroup, search, details,
    summary, dialog
  case h1, h2, h3, h4, h5, h6
  case p, div, span, blockquote, q, cite, pre, hr, br, wbr, ol, ul, li, dl, dt, dd, menu
  case figure, figcaption, img, picture, video, audio, source, track, object, embed, iframe, canvas,
    map, area, svg, math
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, abbr, b, big, bdi, bdo, code, data, del, dfn, em, font, i, ins, kbd, mark, nobr, rp, rt,
    rtc, ruby, s, samp
  case small, strike, strong, sub, sup, time, tt, u, `var`, center
  case form, fieldset, legend, label, input, button, select, datalist, optgroup, option, textarea,
    output, progress, meter

  /// The name as the parser knows it.
  init(cString: UnsafePointer<CChar>?) {
    self = cString.flatMap { Tag(rawValue: String(cString: $0)) } ?? .other
  }

  /// The name of an element that the parser doesn't know.
  init(original: GumboStringPiece) {
    var piece = original
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { self = .other; return }
    let bytes = UnsafeBufferPointer(start: data, count: Int(piece.length)).map {
      UInt8(bitPattern: $0)
    }
    self = Tag(rawValue: String(decoding: bytes, as: UTF8.self).lowercased()) ?? .other
  }
}

extension Tag {
  /// Whether its text stands apart from what is before and after it.
  var isBlock: Bool {
    switch self {
    case .html, .body, .article, .section, .nav, .aside, .header, .footer, .main, .address, .hgroup,
      .search, .details,
      .summary, .dialog, .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .blockquote, .pre, .hr, .ol, .ul,
      .li, .dl, .dt, .dd, .menu,
      .figure, .figcaption, .video, .audio, .object, .table, .caption, .thead, .tbody, .tfoot, .tr,
      .td, .th, .center, .form,
      .fieldset, .legend:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Whether nothing inside is ever text of the page.
  var isSilent: Bool {
    switch self {
    case .head, .script, .style, .template, .noscript, .object, .embed, .iframe, .canvas, .map,
      .svg, .math, .select,
      .datalist, .textarea, .input, .button, .audio, .video, .progress, .meter, .dialog:
      true
    default: false
    }
  }
}
