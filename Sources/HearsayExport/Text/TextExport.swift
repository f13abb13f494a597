import HearsayModel
import HearsayScreen

/// The two panes as plain text: the article with numbers in it, then who said what.
///
/// Nothing of the article reaches the output raw: controls and marks that turn the direction of writing are
/// shown instead of obeyed.
struct TextExport {
  private let analysis: Analysis
  private let marks: [Mark]
  private let options: TextOptions
  private let signs: Signs
  /// The sentences that nobody is credited with, by what they say.
  private let sentences: [Claim.ID: [UnattributedSentence]]

  init(_ analysis: Analysis, marks: [Mark], options: TextOptions) {
    self.analysis = analysis
    self.marks = marks.filter { $0.article == analysis.article.id }
    self.options = TextOptions(width: max(20, options.width), signs: options.signs)
    signs = Signs(options.signs)
    sentences = Dictionary(grouping: analysis.unattributed, by: \.claim)
  }

  /// All of it.
  var text: String {
    let article = NumberedArticle(analysis, marks: marks, options: options).lines
    let parts = [
      header, article, section("Who said what", saying),
      section("Unattributed", unattributed),
      section("Related claims", meeting), section("Marks", marked), legend,
    ]
    let written = parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    return written.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : wrapped(title, behind: "", width: options.width) + [""] + lines
  }
}

// MARK: - Header and legend

extension TextExport {
  private var header: [String] {
    let article = analysis.article
    let facts = [article.publisher, article.byline, article.publishedWords].compactMap(\.self)
    var lines = wrapped(article.title ?? "", behind: "", width: options.width)
    lines += listed(facts, behind: "", width: options.width)
    lines += listed(analysis.sourcingWords, behind: "", width: options.width)
    for flag in analysis.summary.flags { lines += words(of: flag, indent: "") }
    return lines
  }

  private var legend: [String] {
    let set = options.signs
    let event = UnattributedSentence.Kind.event.words
    let groups: [(name: String, signs: [String])] = [
      ("manner: ", Manner.allCases.map { "\($0.sign(in: set)) \($0.words)" }),
      ("naming: ", Naming.allCases.map { "\($0.sign(in: set)) \($0.words)" }),
      ("then:   ", ["\(signs.relayed) \(Flag.relayed.words)"]),
      (
        "margin: ",
        [
          "\(signs.mark) marked", "\(signs.highFlag) look at this first",
          "\(Naming.implicit.sign(in: set)) \(event)",
        ]
      ),
    ]
    return groups.flatMap { listed($0.signs, behind: $0.name, width: options.width) }
  }
}

// MARK: - Who said what

extension TextExport {
  private var saying: [String] {
    analysis.attributions.map(lines(of:)).joined(by: [""])
  }

  private func lines(of attribution: Attribution) -> [String] {
    let source = analysis.speaker(of: attribution)
    let naming = source?.naming ?? .implicit
    let isRelayed = !analysis.relays(of: attribution).isEmpty
    let start =
      right("\(attribution.id.number)", columns: numberWidth) + " "
      + "\(attribution.manner.sign(in: options.signs))\(naming.sign(in: options.signs)) "
    let name = (source?.nameFirst ?? "nobody") + (isRelayed ? " \(signs.relayed)" : "")
    var lines = wrapped(name, behind: start, width: options.width)
    let chain = analysis.chainNames(of: attribution)
    if chain.count > 1 {
      lines += wrapped(chain.joined(separator: signs.hop), behind: indent, width: options.width)
    }
    lines.append(indent + shortened(content(of: attribution)))
    if let parent = attribution.within {
      lines += wrapped(
        "inside what \(parent.number) says", behind: indent, width: options.width)
    }
    for flag in analysis.flags(of: attribution) where flag.level >= .medium {
      lines += words(of: flag, indent: indent)
    }
    if attribution.flags.contains(.ambiguousSource), !attribution.alternates.isEmpty {
      let names = attribution.alternates.compactMap { analysis.source($0)?.nameFirst }
      lines += wrapped(
        "could also be: " + names.joined(separator: "; "), behind: indent + "  ",
        width: options.width)
    }
    return lines
  }

  /// The content, with the words that hand it over.
  private func content(of attribution: Attribution) -> String {
    analysis.saying(of: attribution).text(in: options.signs)
  }

  private func words(of flag: Flag, indent: String) -> [String] {
    let sign = flag.level == .high ? "\(signs.highFlag)" : "-"
    return wrapped(flag.words, behind: "\(indent)\(sign) ", width: options.width)
  }
}

// MARK: - Nobody, claims, marks

extension TextExport {
  private var unattributed: [String] {
    analysis.unattributed.flatMap { sentence in
      let start = right(sentence.id.description, columns: numberWidth) + " "
      return wrapped(sentence.kind.words, behind: start, width: options.width)
        + [indent + shortened(analysis.article.text[sentence.span])]
    }
  }

  /// Claims that are made twice, or that stand to another claim in some way.
  private var meeting: [String] {
    analysis.claims.flatMap { claim in
      let who = names(of: claim)
      var lines: [String] = []
      if claim.attributions.count > 1 {
        let sources =
          claim.independentSources == 1
          ? "1 independent source" : "\(claim.independentSources) independent sources"
        lines += wrapped(
          "\(who) say the same: \(sources), \(claim.support.words)", behind: "  ",
          width: options.width)
        for flag in claim.flags where flag != .conflict { lines += words(of: flag, indent: "    ") }
      }
      for relation in claim.related where relation.claim > claim.id {
        guard let other = analysis.claim(relation.claim) else { continue }
        lines += wrapped(
          "\(who) and \(names(of: other)) \(relation.relation.words)", behind: "  ",
          width: options.width)
      }
      return lines
    }
  }

  /// The numbers under which the reader finds a claim above.
  private func names(of claim: Claim) -> String {
    let attributions = claim.attributions.map { "\($0.number)" }
    return (attributions + sentences[claim.id, default: []].map(\.id.description))
      .joined(separator: ", ")
  }

  private var marked: [String] {
    let inOrder = marks.sorted { ($0.anchor.span, $0.created) < ($1.anchor.span, $1.created) }
    return inOrder.map { mark in
      MarkText(mark, options: options).lines(indent: "  ", withSourcing: false)
    }.joined(by: [])
  }
}

// MARK: - Columns

extension TextExport {
  /// Room for the largest number.
  private var numberWidth: Int {
    max(3, String(analysis.attributions.count).count, "u\(analysis.unattributed.count)".count)
  }

  private var indent: String { String(repeating: " ", count: numberWidth + 4) }

  private func shortened(_ text: String) -> String {
    oneLine(text, width: options.width - indent.count, ellipsis: signs.ellipsis)
  }

  private func right(_ text: String, columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }
}

extension Array where Element == [String] {
  /// All lines, with `separator` between two groups.
  func joined(by separator: [String]) -> [String] { Array<String>(joined(separator: separator)) }
}
