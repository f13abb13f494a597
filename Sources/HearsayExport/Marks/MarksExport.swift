public import HearsayModel

/// The forms in which marks leave the program.
///
/// Another one is a case here, a line in ``text(of:texts:by:today:isRaw:options:)``, and a file of its own.
public enum MarksFormat: String, CaseIterable, Hashable, Sendable {
  /// A list to be read, by status and article.
  case text
  /// A list of objects with every field.
  case json
  /// The same objects, each on one line: what is read back in.
  case jsonl
  /// A table, with cells that a spreadsheet would take for formulas made harmless.
  case csv
  /// A task list with quotations, for notebooks.
  case markdown
  /// W3C Web Annotations as JSON-LD: what is read back in, here and elsewhere.
  case annotation
  /// Headlines with a state, for Emacs.
  case org
  /// One task to a line, as todo.txt has them.
  case todo
  /// Tasks as Taskwarrior imports them.
  case taskwarrior
  /// What has been decided, as schema.org's ClaimReview in JSON-LD.
  case claimreview
  /// Standoff annotations of the text of one article.
  case brat
}

extension MarksFormat {
  /// Marks in this form, with a line end at its end. The same input gives the same bytes.
  ///
  /// - Parameters:
  ///   - marks: the marks, in any order.
  ///   - texts: the texts of the marked articles, where they are known: code points are counted in them.
  ///   - arrangement: in what groups ``text`` has them.
  ///   - today: what is overdue depends on it; without it nothing is said to be.
  ///   - isRaw: whether cells of ``csv`` stay as they are, formulas and all.
  ///   - options: how ``text`` is laid out.
  /// - Throws: `EncodingError` where a value is none in JSON.
  public func text(
    of marks: [Mark], texts: [Article.ID: ArticleText] = [:],
    by arrangement: MarkArrangement = .status, today: Day? = nil, isRaw: Bool = false,
    options: TextOptions = TextOptions()
  ) throws -> String {
    switch self {
    case .text: marksList(of: marks, by: arrangement, today: today, options: options)
    case .json: try marksObjects(of: marks, texts: texts)
    case .jsonl: try marksLines(of: marks, texts: texts)
    case .csv: marksTable(of: marks, texts: texts, isRaw: isRaw)
    case .markdown: marksMarkdown(of: marks)
    case .annotation: try marksAnnotations(of: marks, texts: texts)
    case .org: marksOrg(of: marks)
    case .todo: marksTodo(of: marks)
    case .taskwarrior: try marksTasks(of: marks)
    case .claimreview: try marksReviews(of: marks)
    case .brat: marksStandoff(of: marks, texts: texts)
    }
  }
}
