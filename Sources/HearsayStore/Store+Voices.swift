import GRDB
public import HearsayModel

extension Store {
  /// The sources that are the same across articles, those of most articles first.
  ///
  /// - Parameter limit: how many at most.
  public func voices(limit: Int = 5_000) throws(StoreError) -> [Voice] {
    try read(.library) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT key, statements, articles, kind, naming, coalesce(voiceName.name, source) AS name,
            voiceName.name IS NOT NULL AS isRenamed,
            (SELECT count(*) FROM voiceJoined WHERE whole = key) AS joined
          FROM (
            SELECT coalesce(whole, statement.voice) AS key, count(*) AS statements,
              count(DISTINCT article) AS articles, max(number) AS latest, kind, naming
            FROM statement LEFT JOIN voiceJoined ON voiceJoined.voice = statement.voice
            WHERE statement.voice IS NOT NULL
              AND (statement.voice NOT LIKE '#%' OR whole IS NOT NULL
                OR statement.voice IN (SELECT whole FROM voiceJoined)
                OR statement.voice IN (SELECT voice FROM voiceName))
            GROUP BY key
          )
          JOIN statementText ON statementText.number = latest
          LEFT JOIN voiceName ON voiceName.voice = key
          ORDER BY articles DESC, statements DESC, name LIMIT ?
          """,
        arguments: [limit])
      var voices: [Voice] = []
      while let row = try rows.next() { voices.append(Voice(Fields(row))) }
      return voices
    }
  }

  /// The statements with what a passage shows of them, before it is said which.
  static let passages = """
    SELECT id, article.title, article.publisher, published, startByte, statement.kind, naming, manner,
      cue, stance, item,
      source, statementText.words
    FROM statement
    JOIN statementText ON statementText.number = statement.number
    JOIN articleNumber ON articleNumber.number = statement.article
    JOIN article ON id = articleNumber.article
    """

  /// Everything that one source said, wherever it was read: the newest article first.
  ///
  /// - Returns: what it is called, and what it said; no name where the library does not know it.
  public func statements(
    by voice: VoiceKey, limit: Int = 1_000
  ) throws(StoreError) -> (name: String?, passages: [Passage]) {
    try read(.library) { db in
      let whole = try Self.whole(of: voice, in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          \(Self.passages)
          WHERE voice = ? OR voice IN (SELECT voice FROM voiceJoined WHERE whole = ?)
          ORDER BY published DESC, lastRead DESC, statement.article, startByte LIMIT ?
          """,
        arguments: [stored(whole.rawValue), stored(whole.rawValue), limit])
      let passages = rows.map { row -> Passage in
        let fields = Fields(row)
        let words = Highlighted(fields.bytes("words").map(Array.init) ?? []).excerpt(around: nil)
        return Passage(statement: fields, words: words.words)
      }
      let name = try String.fetchOne(
        db, sql: "SELECT name FROM voiceName WHERE voice = ?", arguments: [whole.rawValue])
      return (name ?? passages.first?.source, passages)
    }
  }

  /// What a source was joined with, else the source itself.
  private static func whole(of voice: VoiceKey, in db: Database) throws -> VoiceKey {
    let whole = try String.fetchOne(
      db, sql: "SELECT whole FROM voiceJoined WHERE voice = ?", arguments: [stored(voice.rawValue)])
    return whole.map { VoiceKey(rawValue: $0) } ?? voice
  }
}

extension Voice {
  fileprivate init(_ fields: Fields) {
    self.init(
      id: VoiceKey(rawValue: fields.text("key") ?? ""), name: fields.text("name") ?? "",
      kind: fields.text("kind").flatMap(SourceKind.init) ?? .none,
      naming: fields.text("naming").flatMap(Naming.init) ?? .implicit,
      statements: fields.integer("statements") ?? 0, articles: fields.integer("articles") ?? 0,
      joined: fields.integer("joined") ?? 0, isRenamed: fields.integer("isRenamed") == 1)
  }
}

// MARK: - The reader's own say

/// What the reader's say on sources was before a change: enough to take the change back.
public struct VoiceChange: Sendable {
  fileprivate let joined: [(voice: String, whole: String)]
  fileprivate let names: [(voice: String, name: String)]
}

extension Store {
  /// Says that two sources are one: the first is from now on the second, with all that was joined with it.
  @discardableResult
  public func join(_ voice: VoiceKey, with other: VoiceKey) throws(StoreError) -> VoiceChange {
    try changeVoices { db in
      let whole = try Self.whole(of: other, in: db).rawValue
      let part = try Self.whole(of: voice, in: db).rawValue
      guard part != whole else { return }
      try db.execute(
        sql: "UPDATE voiceJoined SET whole = ? WHERE whole = ?", arguments: [whole, part])
      try db.execute(
        sql: "INSERT OR REPLACE INTO voiceJoined (voice, whole) VALUES (?, ?)",
        arguments: [part, whole])
    }
  }

  /// Takes apart again all that was joined with a source.
  @discardableResult
  public func part(_ voice: VoiceKey) throws(StoreError) -> VoiceChange {
    try changeVoices { db in
      let whole = try Self.whole(of: voice, in: db).rawValue
      try db.execute(sql: "DELETE FROM voiceJoined WHERE whole = ?", arguments: [whole])
    }
  }

  /// Gives a source a name; an empty one gives it back the name that its articles give it.
  @discardableResult
  public func rename(_ voice: VoiceKey, to name: String) throws(StoreError) -> VoiceChange {
    try changeVoices { db in
      let whole = try Self.whole(of: voice, in: db).rawValue
      if name.allSatisfy(\.isWhitespace) {
        try db.execute(sql: "DELETE FROM voiceName WHERE voice = ?", arguments: [whole])
      } else {
        try db.execute(
          sql: "INSERT OR REPLACE INTO voiceName (voice, name) VALUES (?, ?)",
          arguments: [whole, stored(name)])
      }
    }
  }

  /// Takes a change back: everything that the reader said of sources is as it was before it.
  public func restore(_ change: VoiceChange) throws(StoreError) {
    try write(.library) { db in
      try db.execute(sql: "DELETE FROM voiceJoined; DELETE FROM voiceName")
      for row in change.joined {
        try db.execute(
          sql: "INSERT INTO voiceJoined (voice, whole) VALUES (?, ?)",
          arguments: [row.voice, row.whole])
      }
      for row in change.names {
        try db.execute(
          sql: "INSERT INTO voiceName (voice, name) VALUES (?, ?)",
          arguments: [row.voice, row.name]
        )
      }
    }
  }

  private func changeVoices(
    _ change: (Database) throws -> Void
  ) throws(StoreError) -> VoiceChange {
    try write(.library) { db in
      let joined = try Row.fetchAll(db, sql: "SELECT voice, whole FROM voiceJoined")
        .map(Fields.init).map { ($0.text("voice") ?? "", $0.text("whole") ?? "") }
      let names = try Row.fetchAll(db, sql: "SELECT voice, name FROM voiceName")
        .map(Fields.init).map { ($0.text("voice") ?? "", $0.text("name") ?? "") }
      try change(db)
      return VoiceChange(joined: joined, names: names)
    }
  }
}
