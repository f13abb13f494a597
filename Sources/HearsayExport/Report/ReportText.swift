public import HearsayModel
import HearsayScreen

/// A form of a report.
public typealias ReportFormat = ExportFormat<SourcingReport>

extension ReportFormat {
  /// To be read in a terminal.
  public static var text: Self { ExportFormat(.text, about: "for the terminal", write: textReport) }

  /// The sourcing of an article on one page, in this form.
  ///
  /// - Parameters:
  ///   - analysis: the analysis.
  ///   - corrections: what of the reader's is worked into it; the page says so.
  ///   - options: how the text is laid out.
  public func text(
    of analysis: Analysis, correcting corrections: [Correction] = [],
    options: TextOptions = TextOptions()
  ) throws -> String {
    try text(of: SourcingReport(analysis, corrections: corrections, options: options))
  }
}

/// A report in lines, to be read in a terminal.
private func textReport(_ report: SourcingReport) -> String {
  let options = report.options
  let writer = ReportText(
    options: TextOptions(width: max(20, options.width), signs: options.signs),
    signs: Signs(options.signs))
  return writer.lines(of: report).joined(separator: "\n") + "\n"
}

private struct ReportText {
  let options: TextOptions
  let signs: Signs

  private var width: Int { options.width }

  func lines(of report: SourcingReport) -> [String] {
    var lines = wrapped(report.title, behind: "", width: width)
    lines += listed(report.facts, behind: "", width: width)
    lines += listed(report.analysis.sourcingWords, behind: "", width: width)
    for section in report.sections {
      lines += [""] + wrapped(section.title, behind: "", width: width) + [""]
      lines += section.blocks.map(self.lines(of:)).joined(by: [])
    }
    return lines
  }

  private func lines(of block: SourcingReport.Block) -> [String] {
    switch block {
    case .words(let words): wrapped(words, behind: "  ", width: width)
    case .bars(let bars): bars.flatMap(lines(of:))
    case .tree(let branches):
      branches.flatMap { branch in
        let indent = String(repeating: "  ", count: min(branch.depth, 6) + 1)
        return wrapped(
          "\(branch.naming.sign(in: options.signs)) \(branch.name)  (\(branch.figures))",
          behind: indent, width: width)
      }
    case .entries(let entries): entries.flatMap(lines(of:))
    }
  }

  /// The bar and what it stands for on one line, the figures under it.
  private func lines(of bar: SourcingReport.Bar) -> [String] {
    let columns = max(6, width / 4)
    // What is there at all is seen.
    let filled = bar.part > 0 ? max(1, Int((bar.part * Double(columns)).rounded())) : 0
    let (full, empty) = options.signs == .unicode ? ("█", "░") : ("#", ".")
    let drawn =
      String(repeating: full, count: min(filled, columns))
      + String(repeating: empty, count: max(0, columns - filled))
    let sign = bar.naming.map { "\($0.sign(in: options.signs)) " } ?? ""
    let indent = String(repeating: " ", count: columns + 3)
    return wrapped(sign + bar.name, behind: "  \(drawn) ", width: width)
      + wrapped(bar.figures, behind: indent + "  ", width: width)
  }

  private func lines(of entry: SourcingReport.Entry) -> [String] {
    let sign =
      switch entry.level {
      case .high: "\(signs.highFlag)"
      case .good: "+"
      case nil: " "
      default: "-"
      }
    let indent = "    "
    var lines = wrapped(entry.title, behind: "  \(sign) ", width: width)
    if !entry.places.isEmpty {
      lines += wrapped(
        "at " + entry.places.joined(separator: ", "), behind: indent + "  ", width: width)
    }
    for detail in entry.details { lines += wrapped(detail, behind: indent + "  ", width: width) }
    lines += entry.quotations.map { words in
      indent + "  > " + oneLine(words, width: width - indent.count - 4, ellipsis: signs.ellipsis)
    }
    return lines
  }
}
