public import HearsayModel

/// An article with who said what in it, as it leaves the program.
public struct AnalysedArticle: Sendable {
  /// Who said what.
  public var analysis: Analysis
  /// The reader's marks on the article; only `text` shows them.
  public var marks: [Mark]
  /// How `text` is laid out.
  public var options: TextOptions

  /// An article with its analysis.
  public init(_ analysis: Analysis, marks: [Mark] = [], options: TextOptions = TextOptions()) {
    (self.analysis, self.marks, self.options) = (analysis, marks, options)
  }
}

/// A form of an analysis.
public typealias AnalysisFormat = ExportFormat<AnalysedArticle>

extension AnalysisFormat {
  /// The contract `hearsay.analysis/1`, to be read by people as well.
  public static var json: Self {
    ExportFormat(.json, about: "one object (schema hearsay.analysis/1) per article") {
      try jsonObject(of: $0.analysis)
    }
  }

  /// The same on one line.
  public static var jsonl: Self {
    ExportFormat(.jsonl, about: "the same, each article on one line") {
      try jsonLine(of: $0.analysis)
    }
  }

  /// Standoff annotations, as brat and the PolNeAR corpus have them.
  public static var brat: Self {
    ExportFormat(
      .brat, isOneToAFile: true, about: "standoff annotations, as annotation tools read them"
    ) { bratAnnotations(of: $0.analysis) }
  }

  /// The two panes as plain text, for a pipe.
  public static var text: Self {
    ExportFormat(
      .text, about: "the article and the list of its attributions, side by side in reading order"
    ) { TextExport($0.analysis, marks: $0.marks, options: $0.options).text }
  }

  /// An analysis in this form.
  public func text(
    of analysis: Analysis, marks: [Mark] = [], options: TextOptions = TextOptions()
  ) throws -> String {
    try text(of: AnalysedArticle(analysis, marks: marks, options: options))
  }
}

/// How a text is laid out.
public struct TextOptions: Hashable, Sendable {
  /// Columns of a line; never less than 20 are used.
  public var width: Int
  /// The signs that stand for naming and manner.
  public var signs: SignSet

  /// Lines of `width` columns, in signs of this set.
  public init(width: Int = 72, signs: SignSet = .unicode) {
    self.width = width
    self.signs = signs
  }
}
