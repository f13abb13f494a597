public import HearsayModel

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

/// A form of corrections.
public typealias CorrectionsFormat = ExportFormat<CorrectedArticle>

extension CorrectionsFormat {
  /// A list to be read.
  public static var text: Self {
    ExportFormat(
      .text, about: "a list: what is right now, what the machine had said, of which words",
      write: correctionList)
  }

  /// Standoff annotations of the corrected analysis, as brat and the PolNeAR corpus have them, with a note on
  /// everything that the reader has set right.
  public static var brat: Self {
    ExportFormat(
      .brat, isOneToAFile: true, needsText: true,
      about: """
        the corrected analysis as standoff annotations, in PolNeAR's layout: a T line for each source, cue and \
        content, an E line for each attribution, and a # line with a note where you set something right. With \
        --output FOLDER a .ann and a .txt for each article, as brat and our training read them.
        """, write: correctedAnnotations)
  }

  /// JSON Lines: the article with its text, then each correction with what was there before and what is there now.
  public static var jsonl: Self {
    ExportFormat(
      .jsonl,
      about: """
        JSON Lines (schema hearsay.corrections/1), an article after the other: a line with the article and its \
        text, then a line for each correction, with "what" (speaker, dismissal, spans, addition, merger, separation, \
        kind, naming), "before" (the attributions and sources as the machine has them) and "after" (as you have). \
        Offsets are code points of the text, half-open. With --output FOLDER a file for each article.
        """, write: correctionLines)
  }
}

// MARK: - A list

/// The corrections of an article, each with what the machine had said and of which words.
@Sendable private func correctionList(of article: CorrectedArticle) -> String {
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
@Sendable private func correctedAnnotations(of article: CorrectedArticle) -> String {
  let traces = CorrectionTraces(article.corrections, in: article.corrected)
  var notes: [Attribution.ID: [String]] = [:]
  for attribution in article.corrected.attributions {
    for correction in traces.corrections(of: attribution) {
      notes[attribution.id, default: []].append("\(correction.words); \(correction.machineWords)")
    }
  }
  return bratAnnotations(of: article.corrected, notes: notes)
}
