public import HearsayModel

/// The forms in which marks leave the program.
public enum MarksFormat: String, CaseIterable, Hashable, Sendable {
  /// A list to be read, by status and article.
  case text
  /// A list of objects with every field.
  case json
}

extension MarksFormat {
  /// Marks in this form, with a line end at its end. The same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - texts: the texts of the marked articles, where they are known: ``json`` counts code points in them.
  ///   - options: how ``text`` is laid out.
  /// - Throws: `EncodingError` where a value is none in JSON.
  public func text(
    of marks: [Mark], texts: [Article.ID: ArticleText] = [:], options: TextOptions = TextOptions()
  ) throws -> String {
    switch self {
    case .text: marksList(of: marks, options: options)
    case .json: try marksObjects(of: marks, texts: texts)
    }
  }
}
