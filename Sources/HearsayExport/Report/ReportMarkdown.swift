import HearsayModel

extension ReportFormat {
  /// To be put into a notebook or a message.
  public static var markdown: Self {
    ExportFormat(.markdown, about: "for a notebook or a message", write: markdownReport)
  }
}

/// A report in Markdown, with the article's text at its end and ways between both.
func markdownReport(_ report: SourcingReport) -> String {
  var page = MarkdownPage(report)
  return page.text()
}

/// A report that is being written: an anchor stands only once.
private struct MarkdownPage {
  private let report: SourcingReport
  private var seen: Set<String> = []

  init(_ report: SourcingReport) { self.report = report }

  mutating func text() -> String {
    var lines = ["# \(escapedMarkdown(report.title))", ""]
    let facts = report.facts.map(escapedMarkdown)
    if !facts.isEmpty { lines += [facts.joined(separator: " · "), ""] }
    lines.append(report.analysis.sourcingWords.map(escapedMarkdown).joined(separator: " · "))
    for section in report.sections {
      lines += ["", "## \(section.title)"]
      for block in section.blocks { lines += [""] + markdown(of: block) }
    }
    lines += ["", "## The article"]
    for paragraph in report.sheet.paragraphs {
      lines += ["", paragraph.stretches.map { shown($0) }.joined(separator: " ")]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func markdown(of block: SourcingReport.Block) -> [String] {
    switch block {
    case .words(let words): return [escapedMarkdown(words)]
    case .bars(let bars): return ["| | | |", "|---|---|---|"] + bars.map(row)
    case .tree(let branches):
      return branches.map { branch in
        let indent = String(repeating: "  ", count: branch.depth)
        let sign = branch.naming.sign(in: .unicode)
        return "\(indent)- \(sign) \(escapedMarkdown(branch.name)) (\(branch.figures))"
      }
    case .entries(let entries): return entries.flatMap { markdown(of: $0) }
    }
  }

  private func row(_ bar: SourcingReport.Bar) -> String {
    let count = bar.part > 0 ? max(1, Int((bar.part * 20).rounded())) : 0
    let sign = bar.naming.map { "\($0.sign(in: .unicode)) " } ?? ""
    let drawn = String(repeating: "█", count: min(20, count))
    return "| \(sign)\(escapedMarkdown(bar.name)) | \(drawn) | \(bar.figures) |"
  }

  private mutating func markdown(of entry: SourcingReport.Entry) -> [String] {
    let title = escapedMarkdown(entry.title)
    let ways = entry.names.map { way(to: $0) }.joined()
    var lines = [(entry.level == .high ? "- **\(title)**" : "- \(title)") + ways]
    if !entry.places.isEmpty {
      let links = entry.places.map { "[\($0)](#\(place("text", $0)))" }
      lines.append("  - at \(links.joined(separator: ", "))")
    }
    for detail in entry.details { lines.append("  - \(escapedMarkdown(detail))") }
    for words in entry.quotations { lines += ["", "  > \(escapedMarkdown(words))", ""] }
    return lines
  }
}

// MARK: - Between the report and the article

extension MarkdownPage {
  /// The way from what is told of an attribution or a sentence to its words.
  private mutating func way(to name: String) -> String {
    " \(anchor("said", name))[→ \(name)](#\(place("text", name)))"
  }

  /// A stretch of the article; whose words it is, or that it is nobody's, is a link to what is told of it.
  private mutating func shown(_ stretch: SourcingSheet.Stretch) -> String {
    let words = escapedMarkdown(report.analysis.article.text[stretch.span])
    let (name, sign): (String, Character)
    switch stretch.standing {
    case .attributed(let id):
      let naming = report.naming(report.analysis.attribution(id)?.source)
      (name, sign) = ("\(id)", naming.sign(in: .unicode))
    case .unattributed(let id): (name, sign) = ("\(id)", Naming.implicit.sign(in: .unicode))
    case .between: return words
    }
    let start = anchor("text", name)
    guard !start.isEmpty else { return "<mark>\(words)</mark>" }
    return "\(start)<mark>\(words)</mark> <sup>[\(sign) \(name)](#\(place("said", name)))</sup>"
  }

  /// An anchor where it stands for the first time; nothing after that.
  private mutating func anchor(_ kind: String, _ name: String) -> String {
    let place = place(kind, name)
    return seen.insert(place).inserted ? "<a id=\"\(place)\"></a>" : ""
  }

  /// Where something stands; with a few letters of the article's name, since several reports can be in one file.
  private func place(_ kind: String, _ name: String) -> String {
    let article = report.analysis.article.id.filter { $0.isLetter || $0.isNumber }.suffix(6)
    return "\(kind)-\(name)-\(article)"
  }
}
