import HearsayModel

extension ReportFormat {
  /// One page with a picture of the article, in a file that needs no other.
  public static var html: Self {
    ExportFormat(
      .html, isOneToAFile: true,
      about:
        "one page with a picture of the article, that needs no other file: for an editor, or to print",
      write: htmlReport)
  }
}

/// A report as one page that needs no other file: no scripts, nothing from anywhere else.
func htmlReport(_ report: SourcingReport) -> String {
  let analysis = report.analysis
  let head = Markup(
    "head", [:],
    [
      Markup("meta", ["charset": "utf-8"]),
      Markup("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      // Whatever should slip in is not loaded and not run.
      Markup(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      Markup("meta", ["name": "generator", "content": "hearsay \(analysis.engine.version)"]),
      Markup("title", text: "\(report.title): who said what"),
      Markup("style", [:], [Markup(trusted: reportStyle)]),
    ])
  let pictures = [strip(of: report), tree(of: report)].compactMap(\.self)
  var seen = Set<String>()
  let sections = report.sections.map { section($0, &seen) }
  let body = Markup(
    "body", [:],
    [header(of: report), Markup("main", [:], pictures + sections + [text(of: report)]), legend])
  let page = Markup("html", ["lang": "en"], [head, body])
  return "<!DOCTYPE html>\n" + page.source
}

// MARK: - Head and foot

private func header(of report: SourcingReport) -> Markup {
  var facts = report.facts.map { Markup("span", text: $0) }
  if let url = report.analysis.article.url {
    let isAddress = ["https://", "http://"].contains { url.hasPrefix($0) }
    let attributes: KeyValuePairs<String, String?> = ["href": url, "rel": "noreferrer noopener"]
    facts.append(
      isAddress
        ? Markup("span", [:], [Markup("a", attributes, text: url)]) : Markup("span", text: url))
  }
  return Markup(
    "header", [:],
    [
      Markup("h1", text: report.title),
      Markup("p", ["class": "facts"], facts),
      Markup(
        "p", ["class": "facts figures"],
        report.analysis.sourcingWords.map { Markup("span", text: $0) }),
    ])
}

private var legend: Markup {
  func key(_ naming: Naming) -> Markup {
    Markup(
      "li", [:],
      [
        Markup("span", ["class": "swatch \(naming.rawValue)"], text: ""),
        Markup(trusted: " "), Markup("\(naming.sign(in: .unicode)) \(naming.words)"),
      ])
  }
  return Markup(
    "footer", [:],
    [
      Markup("h2", text: "Signs"),
      Markup("ul", ["class": "legend"], Naming.allCases.map(key)),
      Markup(
        "p",
        text:
          "In the picture of the article a tall block is a direct quotation, a lower one partly "
          + "quoted, indirect or summed up. Framed is what nobody is credited with; a dashed frame is news."
      ),
    ])
}

// MARK: - Sections

private func section(_ section: SourcingReport.Section, _ seen: inout Set<String>) -> Markup {
  let blocks = section.blocks.map { block($0, &seen) }
  return Markup("section", [:], [Markup("h2", text: section.title)] + blocks)
}

private func block(_ block: SourcingReport.Block, _ seen: inout Set<String>) -> Markup {
  switch block {
  case .words(let words): return Markup("p", text: words)
  case .bars(let bars): return Markup("table", ["class": "bars"], bars.map(row))
  case .tree(let branches):
    return Markup(
      "ul", ["class": "tree"],
      branches.map { branch in
        Markup(
          "li", ["style": "margin-left: \(min(branch.depth, 8) * 2)em"],
          [
            Markup("\(branch.naming.sign(in: .unicode)) \(branch.name)"), Markup(trusted: " "),
            Markup("span", ["class": "quiet"], text: branch.figures),
          ])
      })
  case .entries(let entries):
    return Markup("ul", ["class": "entries"], entries.map { item($0, &seen) })
  }
}

private func row(_ bar: SourcingReport.Bar) -> Markup {
  let width = "width: \(Int((min(1, max(0, bar.part)) * 100).rounded(.up)))%"
  return Markup(
    "tr", [:],
    [
      Markup(
        "th", ["scope": "row"],
        [Markup((bar.naming.map { "\($0.sign(in: .unicode)) " } ?? "") + bar.name)]),
      Markup(
        "td", ["class": "bar"],
        [Markup("span", ["class": bar.naming?.rawValue, "style": width], text: "")]),
      Markup("td", ["class": "quiet"], text: bar.figures),
    ])
}

private func item(_ entry: SourcingReport.Entry, _ seen: inout Set<String>) -> Markup {
  let level = entry.level.map { "\($0)" }
  var title = [Markup("strong", text: entry.title)] + ways(to: entry.names, &seen)
  // The weight in words, for whoever does not see colours.
  if let level {
    title = [Markup("span", ["class": "level"], text: level), Markup(trusted: " ")] + title
  }
  return Markup(
    "li", ["class": level],
    title + ways(at: entry.places) + entry.details.map { Markup("p", ["class": "quiet"], text: $0) }
      + entry.quotations.map { Markup("blockquote", text: $0) })
}

// MARK: - How it looks

/// Colours that are told apart by those who see few of them (after Okabe and Ito), on light and on dark ground.
private let reportStyle = """

  :root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --quiet: #5c5c5c; --line: #c9c9c9;
    --named: #0a6aa8; --described: #00805c; --bare: #c24f00; --withheld: #9b4f86; --implicit: #8a6d00;
    --high: #b3261e; }
  @media (prefers-color-scheme: dark) { :root { --ground: #161616; --ink: #ececec; --quiet: #ababab;
    --line: #4a4a4a; --named: #56b4e9; --described: #33c79a; --bare: #f28e4b; --withheld: #d79ac5;
    --implicit: #e6c84f; --high: #ff8a80; } }
  body { background: var(--ground); color: var(--ink); font: 1rem/1.45 system-ui, sans-serif;
    margin: 2rem auto; max-width: 54rem; padding: 0 1rem; }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .4rem; }
  h2 { border-bottom: 1px solid var(--line); font-size: 1.1rem; margin: 2rem 0 .6rem; }
  p { margin: .3rem 0; } ul { list-style: none; margin: .4rem 0; padding: 0; }
  .facts span + span::before { content: " · "; }
  .facts, .quiet { color: var(--quiet); } a { color: var(--named); overflow-wrap: anywhere; }
  .quiet { font-size: .9rem; } .entries li { margin: .7rem 0; overflow-wrap: anywhere; }
  .level { border: 1px solid currentColor; border-radius: .2rem; font-size: .75rem; padding: 0 .3rem; }
  li.high > .level { color: var(--high); } li.good > .level { color: var(--described); }
  blockquote { border-left: 3px solid var(--line); margin: .3rem 0 .3rem .2rem; padding-left: .7rem; }
  table { border-collapse: collapse; width: 100%; }
  th { font-weight: normal; text-align: left; width: 34%; } th, td { padding: .15rem .5rem .15rem 0; }
  .bar span { display: block; height: .8rem; min-width: 2px; }
  td.bar { width: 34%; } .legend li { display: inline-block; margin-right: 1.2rem; }
  .swatch { display: inline-block; height: .8rem; vertical-align: baseline; width: 1.4rem; }
  .bar .named, .swatch.named { background: var(--named); }
  .bar .described, .swatch.described { background: var(--described); }
  .bar .bare, .swatch.bare { background: var(--bare); }
  .bar .withheld, .swatch.withheld { background: var(--withheld); }
  .bar .implicit, .swatch.implicit { background: var(--implicit); }
  .article { line-height: 1.7; margin: .8rem 0; } sup { font-size: .7rem; } sup a { text-decoration: none; }
  mark { background: none; border-bottom: 2px solid var(--line); color: inherit; }
  mark.named { border-color: var(--named); } mark.described { border-color: var(--described); }
  mark.bare { border-color: var(--bare); } mark.withheld { border-color: var(--withheld); }
  mark.described { border-bottom-style: double; border-bottom-width: 3px; }
  mark.bare, mark.withheld, mark.implicit { border-bottom-style: dashed; }
  mark.nobody { border-bottom-style: dotted; border-color: var(--quiet); }
  :target { outline: 2px solid var(--high); }
  figure { margin: 1.5rem 0; overflow-x: auto; } figcaption { color: var(--quiet); font-size: .9rem; }
  svg { display: block; height: auto; max-width: 100%; }
  svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg text.quiet { fill: var(--quiet); }
  svg .named { fill: var(--named); } svg .described { fill: var(--described); }
  svg .bare { fill: var(--bare); } svg .withheld { fill: var(--withheld); }
  svg .implicit { fill: var(--implicit); } svg .between { fill: var(--line); opacity: .45; }
  svg .nobody { fill: none; stroke: var(--quiet); } svg .event { stroke: var(--high); stroke-dasharray: 3 2; }
  svg .hop { fill: none; stroke: var(--quiet); stroke-width: 1.5; } svg .relayed { stroke-dasharray: 5 3; }
  @media screen and (max-width: 40rem) { body { margin: 1rem auto; } sup a { padding: .4rem .2rem; }
    figure svg { max-width: none; width: 48rem; } .bars tr { display: grid; grid-template-columns: 1fr 1fr; }
    .bars th { grid-column: 1 / -1; } .bars th, .bars td.bar { width: auto; } .bars td { align-self: center; } }
  @media print { :root { --ground: #fff; --ink: #000; --quiet: #444; } body { font-size: 10pt; margin: 0;
    max-width: none; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    h2 { break-after: avoid; } li, tr, figure { break-inside: avoid; } }

  """
