public import HearsayModel

/// The forms in which an analysis leaves the program.
///
/// Another one is a case here, a line in ``text(of:marks:options:)``, and a file of its own.
public enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  /// The contract `hearsay.analysis/1`, to be read by people as well.
  case json
  /// The same on one line.
  case jsonl
  /// Standoff annotations, as brat and the PolNeAR corpus have them.
  case brat
  /// The two panes as plain text, for a pipe.
  case text
}

extension ExportFormat {
  /// An analysis in this form, with a line end at its end. The same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - analysis: the analysis.
  ///   - marks: the reader's marks on the article; only ``text`` shows them.
  ///   - options: how ``text`` is laid out.
  /// - Throws: `EncodingError` where a figure is no number in JSON.
  public func text(
    of analysis: Analysis, marks: [Mark] = [], options: TextOptions = TextOptions()
  ) throws -> String {
    switch self {
    case .json: try jsonObject(of: analysis)
    case .jsonl: try jsonLine(of: analysis)
    case .brat: bratAnnotations(of: analysis)
    case .text: TextExport(analysis, marks: marks, options: options).text
    }
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
