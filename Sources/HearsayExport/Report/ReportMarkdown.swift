import HearsayModel

extension ReportFormat {
  /// To be put into a notebook or a message.
  public static var markdown: Self {
    ExportFormat(.markdown, about: "for a notebook or a message", write: markdownReport)
  }
}

/// A report in Markdown.
func markdownReport(_ report: SourcingReport) -> String {
  var lines = ["# \(escapedMarkdown(report.title))", ""]
  let facts = report.facts.map(escapedMarkdown)
  if !facts.isEmpty { lines += [facts.joined(separator: " · "), ""] }
  lines.append(report.analysis.sourcingWords.map(escapedMarkdown).joined(separator: " · "))
  for section in report.sections {
    lines += ["", "## \(section.title)"]
    for block in section.blocks { lines += [""] + markdown(of: block) }
  }
  return lines.joined(separator: "\n") + "\n"
}

private func markdown(of block: SourcingReport.Block) -> [String] {
  switch block {
  case .words(let words): return [escapedMarkdown(words)]
  case .bars(let bars):
    return ["| | | |", "|---|---|---|"]
      + bars.map { bar in
        let count = bar.part > 0 ? max(1, Int((bar.part * 20).rounded())) : 0
        let sign = bar.naming.map { "\($0.sign(in: .unicode)) " } ?? ""
        let name = escapedMarkdown(bar.name)
        return
          "| \(sign)\(name) | \(String(repeating: "█", count: min(20, count))) | \(bar.figures) |"
      }
  case .tree(let branches):
    return branches.map { branch in
      let indent = String(repeating: "  ", count: branch.depth)
      let sign = branch.naming.sign(in: .unicode)
      return "\(indent)- \(sign) \(escapedMarkdown(branch.name)) (\(branch.figures))"
    }
  case .entries(let entries): return entries.flatMap(markdown(of:))
  }
}

private func markdown(of entry: SourcingReport.Entry) -> [String] {
  let title = escapedMarkdown(entry.title)
  var lines = [entry.level == .high ? "- **\(title)**" : "- \(title)"]
  for detail in entry.details { lines.append("  - \(escapedMarkdown(detail))") }
  for words in entry.quotations { lines += ["", "  > \(escapedMarkdown(words))", ""] }
  return lines
}
