import Foundation
import HearsayModel

extension MarksFormat {
  /// Headlines with a state, for Emacs.
  public static var org: Self {
    ExportFormat(FileKind("org"), about: "for Emacs org-mode") { marksOrg(of: $0.marks) }
  }
}

/// Marks as an org file: a headline for each article, under it one with a state for each mark.
func marksOrg(of marks: [Mark]) -> String {
  let head = ["#+TITLE: Marks", "#+TODO: TODO DOING WAITING | DONE DROPPED"]
  let articles = byArticle(marks).map { marks in
    (heading(of: marks[0]) + marks.flatMap(entry)).joined(separator: "\n")
  }
  return ([head.joined(separator: "\n")] + articles).joined(separator: "\n\n") + "\n"
}

private func heading(of mark: Mark) -> [String] {
  let snapshot = mark.snapshot
  return ["* \(withoutTags(inert(mark.articleName)))"]
    + drawer([
      ("PUBLISHER", inert(snapshot.publisher ?? "")),
      ("PUBLISHED", inert(snapshot.published ?? "")),
      ("LOCATION", inert(snapshot.location ?? "")), ("ARTICLE", inert(mark.article)),
    ])
}

private func entry(_ mark: Mark) -> [String] {
  let snapshot = mark.snapshot
  let priority = [Mark.Priority.high: "[#A] ", .low: "[#C] "][mark.priority] ?? ""
  let saying = flat(mark.saying().text(in: .unicode))
  let words = saying.prefix(120)
  let cut = words.count < saying.count ? "…" : ""
  let tags =
    (outcome(of: mark.status).map { [$0] } ?? []) + mark.tags.filter { !$0.isEmpty }.map(orgTag)
  var lines = [
    "** \(state(of: mark.status)) \(priority)\(withoutTags(inert(String(words)) + cut))"
  ]
  if !tags.isEmpty { lines[0] += " :\(tags.joined(separator: ":")):" }
  if let due = mark.due, let date = try? Date(due, strategy: .iso8601.year().month().day()) {
    lines.append("   DEADLINE: <\(day(date))>")
  }
  lines += drawer([
    ("ID", mark.id.uuidString.lowercased()), ("STATUS", mark.status.rawValue),
    ("SOURCE", inert(snapshot.source ?? "nobody")), ("CUE", inert(snapshot.cue ?? "")),
    ("STANCE", snapshot.stance?.words ?? ""), ("NAMING", snapshot.naming.words),
    ("CHAIN", inert(snapshot.chain.joined(separator: " ← "))),
    ("FLAGS", snapshot.flags.map(\.rawValue).joined(separator: " ")),
    ("CREATED", "[\(day(mark.created))]"), ("PREFIX", inert(mark.anchor.prefix)),
    ("SUFFIX", inert(mark.anchor.suffix)),
  ])
  // Lines with a colon are taken as they are; only the agenda looks for days in them as well.
  lines += mark.anchor.exact.split(whereSeparator: \.isNewline).map { "   : \(inert(String($0)))" }
  for note in mark.notes {
    lines.append("   Note [\(day(note.written))]")
    lines += note.text.split(whereSeparator: \.isNewline).map { "   : \(inert(String($0)))" }
  }
  lines += mark.evidence.map { "   - \(inert($0.text)) [\(day($0.added))]" }
  return lines
}

/// Properties that have a value, on a line each.
private func drawer(_ properties: [(name: String, value: String)]) -> [String] {
  let lines = properties.filter { !$0.value.isEmpty }.map { "   :\($0.name): \($0.value)" }
  return ["   :PROPERTIES:"] + lines + ["   :END:"]
}

private func state(of status: Mark.Status) -> String {
  switch status {
  case .todo: "TODO"
  case .doing: "DOING"
  case .waiting: "WAITING"
  case .confirmed, .refuted, .inconclusive: "DONE"
  case .dropped: "DROPPED"
  }
}

private func outcome(of status: Mark.Status) -> String? {
  switch status {
  case .confirmed, .refuted, .inconclusive: status.rawValue
  default: nil
  }
}

private func orgTag(_ words: String) -> String {
  String(flat(words).map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" ? $0 : "_" })
}

// MARK: - Other people's words

/// Words in which nothing is a link, a day, a macro or a program: org follows and runs such things wherever they stand.
///
/// Where one would begin stands a zero-width space, which is org's own way to say that nothing does.
private func inert(_ text: String) -> String {
  var inert = ""
  var rest = flat(text)[...]
  while let sign = rest.popFirst() {
    guard let next = rest.first else { return inert + String(sign) }
    if sign == ":", next != " ", let scheme = scheme(before: inert),
      !harmlessSchemes.contains(scheme)
    {
      inert.append(nothingBegins)
    }
    inert.append(sign)
    if begins(sign, next) || sign == "_" && inert.endsInProgram { inert.append(nothingBegins) }
  }
  return inert
}

/// A headline that org takes no tags from: words between colons at its end would be some.
private func withoutTags(_ headline: String) -> String {
  headline.hasSuffix(":") ? headline + String(nothingBegins) : headline
}

private let nothingBegins: Character = "\u{200B}"

/// `[[elisp:…]]`, `[2024-06-13]`, `[2/3]`, `<2024-06-13>`, `<%%(…)>`, `{{{…}}}`, `\input{…}`
private func begins(_ sign: Character, _ next: Character) -> Bool {
  switch sign {
  case "[": next.isNumber || "[%/".contains(next)
  case "<": next != " "
  case "{": next == "{"
  case "\\": next.isLetter
  default: false
  }
}

/// What no link begins with that runs or opens anything on this machine.
private let harmlessSchemes: Set<String> = ["http", "https", "mailto", "sha256"]

/// `elisp`, where these words end in it.
private func scheme(before words: String) -> String? {
  let name = words.reversed().prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
  return name.last?.isLetter == true ? String(name.reversed()).lowercased() : nil
}

extension String {
  /// Whether a program may follow that is run where it stands: src_sh{…}, call_name().
  fileprivate var endsInProgram: Bool { hasSuffix("src_") || hasSuffix("call_") }
}
