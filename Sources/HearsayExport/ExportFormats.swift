// What leaves the program, and in which forms: the registry that everything else follows.

extension AnalysedArticle: Exportable {
  /// Who said what, for programs first.
  public static var formats: [ExportFormat<Self>] { [.json, .jsonl, .brat, .text] }
}

extension SourcingReport: Exportable {
  /// How an article is sourced, for people.
  public static var formats: [ExportFormat<Self>] { [.text, .markdown, .html] }
}

extension MarkList: Exportable {
  /// What was marked.
  public static var formats: [ExportFormat<Self>] {
    [
      .text, .json, .jsonl, .csv, .markdown, .annotation, .org, .todo, .taskwarrior, .claimreview,
      .brat,
    ]
  }
}

extension CorrectedArticle: Exportable {
  /// What was set right.
  public static var formats: [ExportFormat<Self>] { [.text, .brat, .jsonl] }
}

extension FoundPassages: Exportable {
  /// What a search has found.
  public static var formats: [ExportFormat<Self>] { [.text, .jsonl] }
}
