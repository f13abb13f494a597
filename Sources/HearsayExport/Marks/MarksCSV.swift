import Foundation
import HearsayModel

extension MarksFormat {
  /// A table, with cells that a spreadsheet would take for formulas made harmless.
  public static var csv: Self {
    ExportFormat(
      FileKind("csv"),
      about: "a table (RFC 4180); cells that look like formulas begin with ' unless --raw is given"
    ) { marksTable(of: $0.marks, texts: $0.texts, isRaw: $0.isRaw) }
  }
}

/// Marks as a table (RFC 4180): first the columns that note-keeping services read, then those of hearsay.
///
/// What an article says must not become a formula: a cell that a spreadsheet would calculate is given a quote
/// mark in front, unless somebody asks for the raw table.
func marksTable(
  of marks: [Mark], texts: [Article.ID: ArticleText], isRaw: Bool
) -> String {
  let header = [
    "Highlight", "Title", "Author", "URL", "Note", "Location", "Date", "Status", "Priority", "Due",
    "Tags", "Source", "Cue", "Stance", "Naming", "Manner", "Sourcing", "Flags", "Evidence", "ID",
  ]
  return ([header] + marks.map { cells(of: $0, in: texts[$0.article]) })
    .map { row in row.map { cell($0, isRaw: isRaw) }.joined(separator: ",") + "\r\n" }.joined()
}

private func cells(of mark: Mark, in text: ArticleText?) -> [String] {
  let snapshot = mark.snapshot
  let location = scalarRange(of: mark.anchor, in: text)
  return [
    mark.anchor.exact, snapshot.articleTitle ?? "", snapshot.publisher ?? "",
    snapshot.location ?? "", mark.note, location.map { "\($0.lowerBound)" } ?? "",
    momentWords(mark.created), mark.status.rawValue, mark.priority.rawValue, mark.due ?? "",
    mark.tags.joined(separator: ";"), snapshot.source ?? "", snapshot.cue ?? "",
    snapshot.stance?.words ?? "", snapshot.naming.words,
    snapshot.manner?.words ?? "", snapshot.chain.joined(separator: " <- "),
    snapshot.flags.map(\.rawValue).joined(separator: ";"),
    mark.evidence.map(\.text).joined(separator: "\n"), mark.id.uuidString,
  ]
}

private func cell(_ text: String, isRaw: Bool) -> String {
  let guarded = isRaw ? text : withoutFormulas(text)
  // Some programs take a semicolon or a tab for the end of a cell as well.
  let needsMarks = guarded.unicodeScalars.contains { "\",;\t\r\n".unicodeScalars.contains($0) }
  return needsMarks ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
}

/// A text with a quote mark before whatever a spreadsheet would calculate: at its beginning, and behind signs that end a cell
/// where cells are divided by semicolons, and quotation marks inside of one say nothing.
private func withoutFormulas(_ text: String) -> String {
  var guarded = String.UnicodeScalarView()
  var last: Unicode.Scalar?
  for scalar in text.unicodeScalars {
    let begins = last.map(cellEnds.contains) ?? true
    if begins && formulaSigns.contains(scalar) || last == nil && cellEnds.contains(scalar) {
      guarded.append("'")
    }
    guarded.append(scalar)
    last = scalar
  }
  return String(guarded)
}

private let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
private let cellEnds: Set<Unicode.Scalar> = [";", "\t", "\r", "\n", "\0"]
