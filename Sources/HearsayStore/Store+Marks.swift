public import Foundation
import GRDB
public import HearsayModel

extension Store {
  /// Keeps a mark, in place of an earlier state of it. Saving a removed mark again brings it back.
  public func save(_ mark: Mark) throws(StoreError) {
    try write(.mark) { db in try insert(mark, into: db) }
  }

  /// Keeps several marks, all of them or none.
  public func save(_ marks: [Mark]) throws(StoreError) {
    try write(.marks) { db in
      for mark in marks { try insert(mark, into: db) }
    }
  }

  private func insert(_ mark: Mark, into db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO mark
          (id, article, startByte, endByte, exact, prefix, suffix, snapshot, status, note, tags, created,
           modified, priority, due, evidence, notes, refusedIn)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          article = excluded.article, startByte = excluded.startByte,
          endByte = excluded.endByte,
          exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
          snapshot = excluded.snapshot, status = excluded.status, note = excluded.note,
          tags = excluded.tags, created = excluded.created, modified = excluded.modified,
          priority = excluded.priority, due = excluded.due, evidence = excluded.evidence,
          notes = excluded.notes, refusedIn = excluded.refusedIn
        """,
      arguments: [
        mark.id.uuidString, stored(mark.article), mark.anchor.start, mark.anchor.end,
        stored(mark.anchor.exact), stored(mark.anchor.prefix), stored(mark.anchor.suffix),
        try storedJSON(mark.snapshot), mark.status.rawValue, stored(mark.note),
        try storedJSON(mark.tags), stored(mark.created), stored(mark.modified),
        mark.priority.rawValue, stored(mark.due), try storedJSON(mark.evidence),
        try storedJSON(mark.notes), try storedJSON(mark.refusedIn),
      ])
  }

  /// Removes a mark. To undo it, save the mark again.
  public func removeMark(_ id: Mark.ID) throws(StoreError) {
    try write(.mark) { db in
      try db.execute(sql: "DELETE FROM mark WHERE id = ?", arguments: [id.uuidString])
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
    try read(.marks) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT mark.*,
            (SELECT length(utf8) FROM articleText WHERE articleText.article = mark.article) AS bytes
          FROM mark
          """ + " " + condition,
        arguments: arguments)
      var marks: [Mark] = []
      while let row = try rows.next() {
        if let mark = Mark(Fields(row)) { marks.append(mark) }
      }
      return marks
    }
  }
}

// MARK: - From a row

extension Mark {
  /// The mark of a row, as far as it is understood: only its name and its article have to be.
  fileprivate init?(_ fields: Fields) {
    guard let id = fields.text("id").flatMap(UUID.init), let article = fields.text("article") else {
      return nil
    }
    let created = fields.date("created") ?? Date(timeIntervalSinceReferenceDate: 0)
    self.init(
      id: id, article: article, anchor: Anchor(fields),
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
  fileprivate init(_ fields: Fields) {
    self.init(Span(0, 0), in: ArticleText(""))
    let bytes = fields.integer("bytes") ?? Int.max
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
