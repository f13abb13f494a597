public import HearsayModel

extension ReportFormat {
  /// Everything that somebody is credited with, each in a form of a person's own, in order of reading.
  public static func filled(_ template: Template) -> Self {
    let endings = [Template.Syntax.plain: "txt", .markdown: "md", .html: "html"]
    return ExportFormat(
      FileKind("template", endings: [endings[template.syntax] ?? "txt"]),
      about: "each attribution in a form of one's own"
    ) { report in
      let analysis = report.analysis
      return analysis.attributions.map {
        template.filled(with: analysis.saying(of: $0), by: $0, in: analysis)
      }.joined(separator: "\n")
    }
  }
}
