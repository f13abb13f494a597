import HearsayModel

extension MarksFormat {
  /// A task list with quotations, for notebooks.
  public static var markdown: Self {
    ExportFormat(.markdown, about: "a task list with quotations") { marksMarkdown(of: $0.marks) }
  }
}

/// Marks as a task list with quotations: pastes into notebooks, each item with an anchor of its own.
func marksMarkdown(of marks: [Mark]) -> String {
  guard !marks.isEmpty else { return "No marks.\n" }
  return byArticle(marks).map { marks in
    (heading(of: marks[0]) + marks.flatMap(item)).joined(separator: "\n")
  }.joined(separator: "\n\n") + "\n"
}

private func heading(of mark: Mark) -> [String] {
  let snapshot = mark.snapshot
  let facts = [snapshot.publisher, snapshot.published.map(dayWords)].compactMap(\.self)
  let place = mark.address.map { "<\(inAddress($0))>" } ?? snapshot.location.map(escapedMarkdown)
  let line = (facts.map(escapedMarkdown) + [place].compactMap(\.self)).joined(separator: " · ")
  return ["## \(escapedMarkdown(mark.articleName))", ""] + (line.isEmpty ? [] : [line, ""])
}

private func item(_ mark: Mark) -> [String] {
  let snapshot = mark.snapshot
  let who = [snapshot.speaker, snapshot.cue.map { "(\($0))" }].compactMap(\.self)
    .joined(separator: " ")
  let facts = [
    "**\(mark.status.rawValue)**", snapshot.stance?.words,
    mark.priority == .normal ? nil : "\(mark.priority.rawValue) priority",
    mark.due.map { "due \(escapedMarkdown($0))" }, escapedMarkdown(who), snapshot.naming.words,
  ].compactMap(\.self).joined(separator: " · ")
  let tags = mark.tags.filter { !$0.isEmpty }.map { " #" + tag($0) }.joined()
  var lines = [
    "- [\(mark.status.isOpen ? " " : "x")] \(facts)\(tags) ^\(mark.id.uuidString.lowercased())"
  ]
  let saying = mark.saying()
  var said = (snapshot.words ?? mark.anchor.exact).split(whereSeparator: \.isNewline).map(
    String.init)
  if let first = said.first { said[0] = saying.lead(in: .unicode) + first }
  lines += said.map { "  > \(escapedMarkdown($0))" }
  lines += saying.context.map { ["  > (\(escapedMarkdown($0)))"] } ?? []
  var details: [String] = []
  if snapshot.chain.count > 1 {
    details.append("came by: " + snapshot.chain.map(escapedMarkdown).joined(separator: " ← "))
  }
  details += snapshot.flags.filter { $0.level >= .medium }.map { "sourcing: \($0.words)" }
  details +=
    snapshot.otherSources.map { others in
      others.isEmpty ? [] : ["also said by: " + others.map(escapedMarkdown).joined(separator: ", ")]
    } ?? []
  details += snapshot.formerWords.map { ["first marked as: \(escapedMarkdown($0))"] } ?? []
  details += mark.notes.flatMap { note in
    note.text.split(whereSeparator: \.isNewline).map {
      "note (\(day(note.written))): \(escapedMarkdown(String($0)))"
    }
  }
  details += mark.evidence.map { evidence in
    let words =
      evidence.isAddress ? "<\(inAddress(evidence.text))>" : escapedMarkdown(evidence.text)
    return "evidence: \(words) (\(day(evidence.added)))"
  }
  details.append(
    "context: …\(escapedMarkdown(mark.anchor.prefix)) **[…]** \(escapedMarkdown(mark.anchor.suffix))…"
  )
  details.append("marked \(day(mark.created))")
  return lines + [""] + details.map { "  - \($0)" }
}

/// A text on one line in which nothing means anything to Markdown or HTML.
func escapedMarkdown(_ text: String) -> String { flat(text).escapedForMarkdown }

private func inAddress(_ address: String) -> String {
  flat(address).replacing("<", with: "%3C").replacing(">", with: "%3E").replacing(" ", with: "%20")
    .filter { !$0.isWhitespace }
}

/// A tag without white space and without what would end it.
func tag(_ words: String) -> String {
  String(
    flat(words).map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "/" ? $0 : "-" }
  )
}
