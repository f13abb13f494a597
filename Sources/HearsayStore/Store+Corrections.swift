public import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// Keeps a correction. Saving a removed one again brings it back.
  public func save(_ correction: Correction) throws(StoreError) {
    try write(.correction) { db in try CorrectionRow(correction: correction).upsert(db) }
  }

  /// Removes a correction. To undo that, save it again.
  public func removeCorrection(_ id: Correction.ID) throws(StoreError) {
    try write(.correction) { db in
      _ = try CorrectionRow.deleteOne(db, key: id.uuidString)
    }
  }

  /// All corrections of all articles, in the order in which they were made.
  public func corrections() throws(StoreError) -> [Correction] {
    try read(.corrections) { db in
      // From their own pages alone, as marks are.
      let rows = try Row.fetchCursor(
        db, sql: "SELECT * FROM correction NOT INDEXED ORDER BY created, id")
      var corrections: [Correction] = []
      while let row = try rows.next() {
        if let correction = Correction(Fields(row)) { corrections.append(correction) }
      }
      return corrections
    }
  }
}

// MARK: - The row

/// A correction as its table has it.
private struct CorrectionRow: PersistableRecord {
  static let databaseTableName = "correction"

  var correction: Correction

  func encode(to row: inout PersistenceContainer) throws {
    row["id"] = correction.id.uuidString
    row["article"] = stored(correction.article)
    row["change"] = try storedJSON(correction.change)
    row["snapshot"] = try storedJSON(correction.snapshot)
    row["created"] = stored(correction.created)
  }
}

extension Correction {
  /// The correction of a row; one that a newer hearsay wrote and this one does not understand is left alone.
  fileprivate init?(_ fields: Fields) {
    guard let id = fields.text("id").flatMap(UUID.init), let article = fields.text("article"),
      let change = fields.json("change", as: Change.self),
      let snapshot = fields.json("snapshot", as: Snapshot.self)
    else { return nil }
    self.init(
      id: id, article: article, change: change, snapshot: snapshot,
      created: fields.date("created") ?? Date(timeIntervalSinceReferenceDate: 0))
  }
}

// MARK: - Analyses with corrections

extension [Correction] {
  /// What tells an analysis with these corrections from one with others; empty where there are none.
  var fingerprint: String {
    // A correction never changes once it is made.
    map(\.id.uuidString).sorted().joined(separator: " ")
  }
}

// MARK: - The tables

extension Schema {
  /// A correction belongs to no row: it outlives its article, as a mark does. An analysis says with which
  /// corrections it was made.
  static func corrections(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE correction (
          id TEXT NOT NULL PRIMARY KEY,
          article TEXT NOT NULL,
          change TEXT NOT NULL,
          snapshot TEXT NOT NULL,
          created REAL NOT NULL
        );
        CREATE INDEX correctionByArticle ON correction (article, created);

        ALTER TABLE analysis ADD COLUMN corrections TEXT NOT NULL DEFAULT '';
        """)
  }
}
