public import HearsayModel

/// The forms in which corrections leave the program.
public enum CorrectionsFormat: String, CaseIterable, Hashable, Sendable {
  /// A list to be read.
  case text
  /// Standoff annotations of the corrected analysis, as brat and the PolNeAR corpus have them, with a note on
  /// everything that the reader has set right.
  case brat
  /// JSON Lines: the article with its text, then each correction with what was there before and what is there now.
  case jsonl
}

/// An article that was corrected: the analysis as the machine made it, and with the corrections.
public struct CorrectedArticle: Sendable {
  /// As the machine made it.
  public var machine: Analysis
  /// With the corrections.
  public var corrected: Analysis
  /// In the order in which they were made.
  public var corrections: [Correction]

  /// An article with its two analyses.
  public init(machine: Analysis, corrected: Analysis, corrections: [Correction]) {
    self.machine = machine
    self.corrected = corrected
    self.corrections = corrections
  }
}

extension CorrectionsFormat {
  /// The corrections of an article in this form, with a line end at its end. The same input gives the same bytes.
  ///
  /// - Throws: `EncodingError` where a figure is no number in JSON.
  public func text(of article: CorrectedArticle) throws -> String {
    switch self {
    case .text: correctionList(of: article)
    case .brat: correctedAnnotations(of: article)
    case .jsonl: try correctionLines(of: article)
    }
  }
}

// MARK: - A list

/// The corrections of an article, each with what the machine had said and of which words.
private func correctionList(of article: CorrectedArticle) -> String {
  let width = 96
  let traces = CorrectionTraces(article.corrections, in: article.corrected)
  let facts = article.corrected.article
  let name = facts.title ?? facts.path ?? facts.url ?? facts.id
  let title = [name, facts.publisher].compactMap(\.self).joined(separator: " · ")
  let lines = article.corrections.flatMap { correction -> [String] in
    let isLost = traces.trace(of: correction.id)?.isLost ?? true
    let lost = isLost ? " (its words are not in this text)" : ""
    return wrapped(correction.words + lost, behind: "  \(correction.dayWords)  ", width: width)
      + wrapped(correction.machineWords, behind: "      ", width: width)
      + wrapped(correction.subjectWords, behind: "      > ", width: width)
  }
  return (wrapped(title, behind: "", width: width) + lines).map { $0 + "\n" }.joined()
}

// MARK: - Annotations

/// The corrected analysis as standoff annotations; what the reader has set right has a note.
private func correctedAnnotations(of article: CorrectedArticle) -> String {
  let traces = CorrectionTraces(article.corrections, in: article.corrected)
  var notes: [Attribution.ID: [String]] = [:]
  for attribution in article.corrected.attributions {
    for correction in traces.corrections(of: attribution) {
      notes[attribution.id, default: []].append("\(correction.words); \(correction.machineWords)")
    }
  }
  return bratAnnotations(of: article.corrected, notes: notes)
}
