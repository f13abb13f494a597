public import Foundation
import GRDB
public import HearsayModel
import HearsayPatterns

/// What of the library passes a filter.
public struct SiftFindings: Hashable, Sendable {
  /// How many statements of an article pass, or marks on it; what has none is not here.
  public var passing: [Article.ID: Int]
  /// How many articles nobody has analysed yet, so that they could not be asked.
  public var unknown: Int
}

extension Store {
  /// Asks all articles what a filter asks: how many of their statements and marks pass.
  ///
  /// The answer is the one that each article would give when it is open; no analysis is read for it.
  public func sift(
    _ filter: Filter, today: Day = Day(Date())
  ) throws(StoreError) -> SiftFindings {
    let marks = filter.asksForMarks ? try self.marks() : []
    let corrected = filter.asksForCorrections ? try correctedItems() : [:]
    return try read(.library) { db in
      var passing: [Article.ID: Int] = [:]
      let patterns = PatternSeeker(patience: Self.patience)
      let question = FilterQuestion(
        filter, marks: marks, corrected: corrected, today: today, patterns: patterns)
      for function in question.functions { db.add(function: function) }
      defer { for function in question.functions { db.remove(function: function) } }
      let rows = try Row.fetchCursor(db, sql: question.sql, arguments: question.arguments)
      while let row = try rows.next() {
        let fields = Fields(row)
        guard let article = fields.text("article") else { continue }
        passing[article] = fields.integer("count") ?? 0
      }
      // A mark may be on words that are no statement, or on an article that nobody analysed.
      var marked: [Article.ID: Int] = [:]
      let facts = marks.map { Filter.Facts($0) }
      for index in filter.passing(facts, today: today, patterns: patterns) {
        marked[marks[index].article, default: 0] += 1
      }
      if let limit = patterns.limit {
        throw StoreError(.takesTooLong(limit), path: path, during: .reading(.library))
      }
      passing.merge(marked) { max($0, $1) }
      let unknown = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM article
          WHERE NOT EXISTS (
            SELECT * FROM analysis WHERE analysis.article = article.id AND hasStatements)
          """)
      return SiftFindings(passing: passing, unknown: unknown ?? 0)
    }
  }

  /// How long the patterns of a filter may be looked for in the whole library.
  private static let patience = Duration.seconds(4)

  /// What was set right in each article, as it shows in the analysis that is kept with it.
  private func correctedItems() throws(StoreError) -> [Article.ID: Set<ReadingPosition.Item>] {
    let corrections = try corrections()
    guard !corrections.isEmpty else { return [:] }
    let kept = try read(.analysis) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT article, corrections, json FROM analysis JOIN analysisText USING (article)
          WHERE corrections <> ''
          """)
      var kept: [(corrections: String, json: Data)] = []
      while let row = try rows.next() {
        let fields = Fields(row)
        guard let names = fields.text("corrections"), let json = fields.bytes("json") else {
          continue
        }
        kept.append((names, json))
      }
      return kept
    }
    var items: [Article.ID: Set<ReadingPosition.Item>] = [:]
    for (names, json) in kept {
      guard let analysis = try? JSONDecoder().decode(Analysis.self, from: json) else { continue }
      let known = Set(names.split(separator: " ").map(String.init))
      let traces = CorrectionTraces(
        corrections.filter { known.contains($0.id.uuidString) }, in: analysis)
      items[analysis.article.id] = traces.items(in: analysis)
    }
    return items
  }
}
