public import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// Keeps a mark, in place of an earlier state of it. Saving a removed mark again brings it back.
  public func save(_ mark: Mark) throws(StoreError) {
    try write(.mark) { db in try MarkRow(mark: mark).upsert(db) }
  }

  /// Keeps several marks, all of them or none.
  public func save(_ marks: [Mark]) throws(StoreError) {
    try write(.marks) { db in
      for mark in marks { try MarkRow(mark: mark).upsert(db) }
    }
  }

  /// Removes a mark. To undo it, save the mark again.
  public func removeMark(_ id: Mark.ID) throws(StoreError) {
    try write(.mark) { db in
      _ = try MarkRow.deleteOne(db, key: id.uuidString)
    }
  }

  /// All marks, in the order in which they were made.
  public func marks() throws(StoreError) -> [Mark] {
    try marks("ORDER BY created, id", arguments: [])
  }

  /// The marks on an article, in order of reading.
  public func marks(on article: Article.ID) throws(StoreError) -> [Mark] {
    try marks(
      "WHERE article = ? ORDER BY startByte, endByte, created, id", arguments: [stored(article)])
  }

  private func marks(
    _ condition: String, arguments: StatementArguments
  ) throws(StoreError) -> [Mark] {
    // Marks are few and matter most: they are read from their own pages alone, whatever became of an index.
    let rows = try read(.marks) { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM mark NOT INDEXED \(condition)", arguments: arguments)
    }
    // Apart from them, because a text that cannot be read takes what else is asked at that moment with it.
    var lengths: [Article.ID: Int] = [:]
    return rows.compactMap { row in
      let fields = Fields(row)
      guard let article = fields.text("article") else { return nil }
      let length =
        lengths[article] ?? (try? read(.marks) { MarkRow.length(of: article, in: $0) }) ?? Int.max
      lengths[article] = length
      return Mark(fields, inTextOf: length)
    }
  }
}

// MARK: - The row

/// A mark as its table has it: the one place that knows both, besides the migrations.
private struct MarkRow: PersistableRecord {
  static let databaseTableName = "mark"

  var mark: Mark

  func encode(to row: inout PersistenceContainer) throws {
    row["id"] = mark.id.uuidString
    row["article"] = stored(mark.article)
    row["startByte"] = mark.anchor.start
    row["endByte"] = mark.anchor.end
    row["exact"] = stored(mark.anchor.exact)
    row["prefix"] = stored(mark.anchor.prefix)
    row["suffix"] = stored(mark.anchor.suffix)
    row["snapshot"] = try storedJSON(mark.snapshot)
    row["status"] = mark.status.rawValue
    row["priority"] = mark.priority.rawValue
    row["due"] = stored(mark.due)
    row["note"] = stored(mark.note)
    row["notes"] = try storedJSON(mark.notes)
    row["evidence"] = try storedJSON(mark.evidence)
    row["tags"] = try storedJSON(mark.tags)
    row["refusedIn"] = try storedJSON(mark.refusedIn)
    row["created"] = stored(mark.created)
    row["modified"] = stored(mark.modified)
  }

  /// How long the text of an article is, in bytes; without an end where it is gone or cannot be read.
  static func length(of article: Article.ID, in db: Database) -> Int {
    let length = try? Int.fetchOne(
      db.cachedStatement(sql: "SELECT length(utf8) FROM articleText WHERE article = ?"),
      arguments: [stored(article)])
    return length ?? Int.max
  }
}

extension Mark {
  /// The mark of a row, as far as it is understood: only its name and its article have to be.
  fileprivate init?(_ fields: Fields, inTextOf length: Int) {
    guard let id = fields.text("id").flatMap(UUID.init), let article = fields.text("article") else {
      return nil
    }
    let created = fields.date("created") ?? Date(timeIntervalSinceReferenceDate: 0)
    self.init(
      id: id, article: article, anchor: Anchor(fields, inTextOf: length),
      snapshot: fields.json("snapshot", as: Snapshot.self) ?? .lost,
      status: fields.text("status").flatMap(Status.init) ?? .todo,
      priority: fields.text("priority").flatMap(Priority.init) ?? .normal, due: fields.text("due"),
      note: fields.text("note") ?? "",
      evidence: fields.json("evidence", as: [Evidence].self) ?? [],
      tags: fields.json("tags", as: [String].self) ?? [], created: created,
      modified: fields.date("modified") ?? created)
    // A library of the second version has only their text.
    let notes = fields.json("notes", as: [Note].self) ?? []
    if !notes.isEmpty { self.notes = notes }
    refusedIn = fields.json("refusedIn", as: [Article.ID].self) ?? []
  }
}

extension Mark.Anchor {
  fileprivate init(_ fields: Fields, inTextOf bytes: Int) {
    self.init(Span(0, 0), in: ArticleText(""))
    start = min(max(0, fields.integer("startByte") ?? 0), bytes)
    end = min(max(start, fields.integer("endByte") ?? 0), bytes)
    exact = fields.text("exact") ?? ""
    prefix = fields.text("prefix") ?? ""
    suffix = fields.text("suffix") ?? ""
  }
}

extension Mark.Snapshot {
  /// Nothing is known any more of how it was sourced.
  fileprivate static let lost = Mark.Snapshot(
    articleTitle: nil, publisher: nil, published: nil, location: nil, source: nil, cue: nil,
    manner: nil, kind: .none, naming: .implicit, chain: [], flags: [], engine: "")
}
