import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// Keeps an analysis of an article of the library, in place of an earlier one.
  ///
  /// - Parameters:
  ///   - analysis: the analysis.
  ///   - corrections: what of the reader's is worked into it.
  public func save(
    _ analysis: Analysis, correcting corrections: [Correction] = []
  ) throws(StoreError) {
    try write(.analysis) { db in
      let article = stored(analysis.article.id)
      let engine = analysis.engine
      let summary = analysis.summary
      try db.execute(
        sql: """
          INSERT INTO analysis
            (article, engine, version, model, attributions, unnamed, relayed, unattributed,
             corrections)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (article) DO UPDATE SET
            engine = excluded.engine, version = excluded.version, model = excluded.model,
            attributions = excluded.attributions, unnamed = excluded.unnamed,
            relayed = excluded.relayed, unattributed = excluded.unattributed,
            corrections = excluded.corrections
          """,
        arguments: [
          article, stored(engine.name), stored(engine.version), stored(engine.model),
          summary.attributions, summary.unnamed, summary.relayed, summary.unattributedSentences,
          corrections.fingerprint,
        ])
      try keepStatements(of: analysis, in: db)
      try db.execute(
        sql: """
          INSERT INTO analysisText (article, json) VALUES (?, ?)
          ON CONFLICT (article) DO UPDATE SET json = excluded.json
          """,
        arguments: [article, try JSONEncoder().encode(analysis)])
      if summary.words > 0 {
        try db.execute(
          sql: "UPDATE article SET words = ? WHERE id = ?", arguments: [summary.words, article])
      }
    }
  }

  /// What this engine found in an article; `nil` where it has to be asked again.
  ///
  /// An analysis by another version or with other corrections is ignored, and so is one that cannot be read.
  public func analysis(
    of article: Article.ID, by engine: EngineVersion, correcting corrections: [Correction] = []
  ) throws(StoreError) -> Analysis? {
    let json = try read(.analysis) { db in
      try Data.fetchOne(
        db,
        sql: """
          SELECT json FROM analysis JOIN analysisText USING (article)
          WHERE article = ? AND engine = ? AND version = ? AND model = ? AND corrections = ?
          """,
        arguments: [
          stored(article), stored(engine.name), stored(engine.version), stored(engine.model),
          corrections.fingerprint,
        ])
    }
    // Outside the database's queue: saves need not wait for the decoder.
    guard let json, let analysis = try? JSONDecoder().decode(Analysis.self, from: json),
      analysis.article.id == article
    else { return nil }
    return analysis
  }
}
