import HearsayModel
import HearsayScreen

// The pictures of a report: the article paragraph by paragraph, and the chains.

// MARK: - The article

/// The article as a strip: a row for each paragraph, as long as it has words; who speaks where, and how directly.
func strip(of report: SourcingReport) -> Markup? {
  let paragraphs = report.sheet.paragraphs
  guard let longest = paragraphs.map(\.words).max() else { return nil }
  // A long article is drawn finer, so that the picture stays on a page or two.
  let height = paragraphs.count <= 60 ? 22.0 : max(3, 1_320 / Double(paragraphs.count))
  let strip = Strip(
    report: report, height: height, scale: 560 / Double(longest), hasNames: height >= 14,
    kinds: Dictionary(report.analysis.unattributed.map { ($0.id, $0.kind) }) { first, _ in first })
  let total = Double(paragraphs.count) * height + 4
  let svg = Markup(
    "svg",
    [
      "xmlns": "http://www.w3.org/2000/svg", "role": "img", "viewBox": "0 0 900 \(number(total))",
      "aria-labelledby": "strip-title strip-desc",
    ],
    [
      Markup("title", ["id": "strip-title"], text: "The article, paragraph by paragraph"),
      Markup("desc", ["id": "strip-desc"], text: strip.words),
    ] + paragraphs.enumerated().map { strip.row($1, at: $0) })
  return Markup(
    "figure", [:],
    [
      svg,
      Markup(
        "figcaption",
        text: "The article from top to bottom, a row for each paragraph: whose words stand where."),
    ])
}

private struct Strip {
  let report: SourcingReport
  let height: Double
  /// Units for each word.
  let scale: Double
  let hasNames: Bool
  let kinds: [UnattributedSentence.ID: UnattributedSentence.Kind]

  /// What the picture shows, for whoever does not see it.
  var words: String {
    let sheet = report.sheet
    let speakers = sheet.speakers.prefix(8).map { "\(report.name($0.source)) \($0.amount.words)" }
    return "\(sheet.paragraphs.count) paragraphs of \(sheet.words) words; "
      + "\(sheet.creditedWords) words are credited to somebody, "
      + "\(report.analysis.unattributed.count) sentences to nobody. Words by speaker: "
      + speakers.joined(separator: ", ") + "."
  }

  func row(_ paragraph: SourcingSheet.Paragraph, at index: Int) -> Markup {
    let top = Double(index) * height + 2
    var left = 34.0
    var marks: [Markup] = []
    if hasNames {
      marks.append(
        Markup(
          "text",
          ["x": "28", "y": number(top + height * 0.7), "text-anchor": "end", "class": "quiet"],
          text: "\(index + 1)"))
    }
    for stretch in paragraph.stretches {
      let width = Double(stretch.words) * scale
      marks.append(block(stretch, left: left, width: width, top: top))
      left += width
    }
    if hasNames {
      marks.append(
        Markup(
          "text", ["x": "606", "y": number(top + height * 0.7)], text: speakers(in: paragraph)))
    }
    return Markup("g", [:], marks)
  }

  private func speakers(in paragraph: SourcingSheet.Paragraph) -> String {
    var names: [String] = []
    for stretch in paragraph.stretches {
      guard case .attributed(let id) = stretch.standing,
        let attribution = report.analysis.attribution(id)
      else { continue }
      let naming = report.naming(attribution.source)
      let name = "\(naming.sign(in: .unicode)) \(report.name(attribution.source))"
      if !names.contains(name) { names.append(name) }
    }
    return shortened(names.joined(separator: ", "), to: 42)
  }

  private func block(
    _ stretch: SourcingSheet.Stretch, left: Double, width: Double, top: Double
  ) -> Markup {
    let room = height - 4 > 2 ? height - 4 : height - 0.5
    let (part, look, title) = look(of: stretch)
    let tall = max(1, room * part)
    return Markup(
      "rect",
      [
        "x": number(left + 0.5), "y": number(top + room - tall), "width": number(max(1, width - 1)),
        "height": number(tall), "class": look,
      ], [Markup("title", text: title)])
  }

  /// How tall a stretch is drawn, its class, and what it says when pointed at.
  private func look(of stretch: SourcingSheet.Stretch) -> (Double, String, String) {
    let words = shortened(report.analysis.article.text[stretch.span], to: 90)
    switch stretch.standing {
    case .attributed(let id):
      let attribution = report.analysis.attribution(id)
      let source = attribution?.source
      let manner = attribution?.manner ?? .indirect
      let parts: [Manner: Double] = [.direct: 1, .mixed: 0.75, .indirect: 0.5, .reported: 0.3]
      let part = parts[manner] ?? 0.5
      return (
        part, report.naming(source).rawValue,
        "\(id): \(report.name(source)), \(manner.words): \(words)"
      )
    case .unattributed(let id):
      let kind = kinds[id] ?? .event
      return (0.8, kind == .event ? "nobody event" : "nobody", "\(id): \(kind.words): \(words)")
    case .between: return (0.15, "between", words)
    }
  }
}

// MARK: - The chains

/// The chains as a tree that grows to the right, publisher first.
func tree(of report: SourcingReport) -> Markup? {
  guard !report.sheet.routes.isEmpty else { return nil }
  var tree = Tree(report: report)
  for route in report.sheet.routes { _ = tree.add(route, depth: 0) }
  let width = max(900, Double(tree.depth + 1) * Tree.column)
  let svg = Markup(
    "svg",
    [
      "xmlns": "http://www.w3.org/2000/svg", "role": "img",
      "viewBox": "0 0 \(number(width)) \(number(Double(tree.rows) * Tree.row + 8))",
      "aria-labelledby": "chains-title chains-desc",
    ],
    [
      Markup("title", ["id": "chains-title"], text: "How it got here"),
      Markup(
        "desc", ["id": "chains-desc"],
        text:
          "A tree from the publisher to those who speak; the same as the list under the heading "
          + "“How it got here”."),
    ] + tree.lines + tree.nodes)
  return Markup(
    "figure", [:],
    [
      svg,
      Markup(
        "figcaption",
        text:
          "The chains: from the publisher, on the left, back to whoever speaks. The numbers count "
          + "words; dashed is what came through another outlet."),
    ])
}

private struct Tree {
  static let column = 290.0
  static let row = 26.0

  let report: SourcingReport
  private(set) var lines: [Markup] = []
  private(set) var nodes: [Markup] = []
  private(set) var rows = 0
  private(set) var depth = 0

  init(report: SourcingReport) { self.report = report }

  /// Draws a route and what is behind it.
  ///
  /// - Returns: how far down its middle is.
  mutating func add(_ route: SourcingSheet.Route, depth: Int) -> Double {
    self.depth = max(self.depth, depth)
    let left = Double(depth) * Self.column + 12
    var middles: [Double] = []
    for branch in route.branches { middles.append(add(branch, depth: depth + 1)) }
    let middle: Double
    if let first = middles.first, let last = middles.last {
      middle = (first + last) / 2
    } else {
      middle = Double(rows) * Self.row + Self.row / 2 + 4
      rows += 1
    }
    let source = route.source.flatMap(report.analysis.source)
    let isRelay = depth > 0 && source?.kind == .outlet && !route.branches.isEmpty
    for other in middles {
      let start =
        left + min(Self.column - 40, 20 + Double(SafeText.width(of: label(of: route, depth))) * 6.8)
      let end = left + Self.column - 10
      let bend = (start + end) / 2
      lines.append(
        Markup(
          "path",
          [
            "class": isRelay ? "hop relayed" : "hop",
            "d": "M\(number(start)) \(number(middle)) C\(number(bend)) \(number(middle)) "
              + "\(number(bend)) \(number(other)) \(number(end)) \(number(other))",
          ]))
    }
    nodes.append(node(route, isRoot: depth == 0, at: left, middle))
    return middle
  }

  private func label(of route: SourcingSheet.Route, _ depth: Int) -> String {
    let isUnknown = depth == 0 && route.source == nil
    let name = isUnknown ? "this article" : report.name(route.source)
    let naming = isUnknown ? Naming.named : report.naming(route.source)
    return "\(naming.sign(in: .unicode)) \(shortened(name, to: 28)) \(route.amount.words)"
  }

  private func node(
    _ route: SourcingSheet.Route, isRoot: Bool, at left: Double, _ middle: Double
  ) -> Markup {
    let isUnknown = isRoot && route.source == nil
    let name = isUnknown ? "this article" : report.name(route.source)
    let naming = isUnknown ? Naming.named : report.naming(route.source)
    return Markup(
      "g", [:],
      [
        Markup("title", text: "\(name), \(naming.words): \(route.amount.words) words"),
        Markup(
          "circle", ["cx": number(left), "cy": number(middle), "r": "5", "class": naming.rawValue]),
        Markup(
          "text", ["x": number(left + 10), "y": number(middle + 4)],
          text: label(of: route, isRoot ? 0 : 1)),
      ])
  }
}

/// A figure of a drawing: at most one digit after the point.
private func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
}
