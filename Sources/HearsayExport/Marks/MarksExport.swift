public import HearsayModel

/// Marks as they leave the program.
public struct MarkList: Sendable {
  /// In the order in which they are written.
  public var marks: [Mark]
  /// The texts of the marked articles, where they are known: code points are counted in them.
  public var texts: [Article.ID: ArticleText]
  /// In what groups `text` has them.
  public var arrangement: MarkArrangement
  /// What is overdue depends on it; without it nothing is said to be.
  public var today: Day?
  /// Whether cells of `csv` stay as they are, formulas and all.
  public var isRaw: Bool
  /// How `text` is laid out.
  public var options: TextOptions

  /// Marks on articles with these texts.
  public init(
    _ marks: [Mark], texts: [Article.ID: ArticleText] = [:],
    by arrangement: MarkArrangement = .status,
    today: Day? = nil, isRaw: Bool = false, options: TextOptions = TextOptions()
  ) {
    (self.marks, self.texts, self.arrangement) = (marks, texts, arrangement)
    (self.today, self.isRaw, self.options) = (today, isRaw, options)
  }
}

/// A form of marks.
public typealias MarksFormat = ExportFormat<MarkList>

extension MarksFormat {
  /// Marks in this form; see ``MarkList``.
  public func text(
    of marks: [Mark], texts: [Article.ID: ArticleText] = [:],
    by arrangement: MarkArrangement = .status, today: Day? = nil, isRaw: Bool = false,
    options: TextOptions = TextOptions()
  ) throws -> String {
    try text(
      of: MarkList(
        marks, texts: texts, by: arrangement, today: today, isRaw: isRaw, options: options))
  }
}
