import HearsayModel

// The article itself in a report: whose words each stretch of it is, with a way to what is told of it, and back.

/// The article paragraph by paragraph; stretches that somebody is credited with, and sentences that nobody is, are links to
/// what the report says of them.
func text(of report: SourcingReport) -> Markup {
  var seen = Set<String>()
  let paragraphs = report.sheet.paragraphs.map { paragraph in
    Markup(
      "p", ["class": "article"],
      Array(
        paragraph.stretches.map { [shown($0, in: report, &seen)] }
          .joined(separator: [Markup(trusted: " ")])))
  }
  return Markup(
    "section", ["id": "article"], [Markup("h2", text: "The article")] + paragraphs)
}

private func shown(
  _ stretch: SourcingSheet.Stretch, in report: SourcingReport, _ seen: inout Set<String>
) -> Markup {
  let words = report.analysis.article.text[stretch.span]
  let (name, look, sign): (String, String, Character)
  switch stretch.standing {
  case .attributed(let id):
    let naming = report.naming(report.analysis.attribution(id)?.source)
    (name, look, sign) = ("\(id)", naming.rawValue, naming.sign(in: .unicode))
  case .unattributed(let id):
    (name, look, sign) = ("\(id)", "nobody", Naming.implicit.sign(in: .unicode))
  case .between: return Markup(words)
  }
  // The first stretch is what the report comes back to.
  let isFirst = seen.insert(name).inserted
  // The sign says what the colour does.
  let number = Markup(
    "sup", [:], [Markup("a", ["href": "#\(saidAnchor(name))"], text: "\(sign) \(name)")])
  return Markup(
    "mark", ["class": look, "id": isFirst ? textAnchor(name) : nil],
    [Markup(words)] + (isFirst ? [number] : []))
}

/// Where an attribution, or a sentence, stands in the article.
private func textAnchor(_ name: String) -> String { "text-\(name)" }

/// Where the report tells of it.
private func saidAnchor(_ name: String) -> String { "said-\(name)" }

/// Ways from what the report tells of some attributions or sentences to their words in the article.
///
/// - Parameter seen: those that have an anchor already.
func ways(to names: [String], _ seen: inout Set<String>) -> [Markup] {
  names.flatMap { name in
    let isFirst = seen.insert(name).inserted
    return [
      Markup(trusted: " "),
      Markup(
        "a", ["id": isFirst ? saidAnchor(name) : nil, "href": "#\(textAnchor(name))"],
        text: "→ \(name)"),
    ]
  }
}

/// `at a1, a3`, each a way to the words.
func ways(at names: [String]) -> [Markup] {
  guard !names.isEmpty else { return [] }
  let links = names.map { [Markup("a", ["href": "#\(textAnchor($0))"], text: $0)] }
  return [
    Markup(
      "p", ["class": "quiet"],
      [Markup(trusted: "at ")] + Array(links.joined(separator: [Markup(trusted: ", ")])))
  ]
}
