import GRDB
public import HearsayModel
import HearsayText

extension Store {
  /// Keeps how far an article of the library was read.
  ///
  /// What was read through once stays so, even when somebody goes back to the beginning.
  public func save(_ position: ReadingPosition, of article: Article.ID) throws(StoreError) {
    try write(.position) { db in
      try db.execute(
        sql: """
          INSERT INTO position (article, byte, selected, isReadThrough) VALUES (?, ?, ?, ?)
          ON CONFLICT (article) DO UPDATE SET
            byte = excluded.byte, selected = excluded.selected,
            isReadThrough = max(excluded.isReadThrough, isReadThrough)
          """,
        arguments: [
          stored(article), position.offset, position.selected?.description, position.isReadThrough,
        ])
    }
  }

  /// Keeps that the end of an article of the library was seen; where it was left stays as it is.
  public func noteEnd(of article: Article.ID) throws(StoreError) {
    try write(.position) { db in
      try db.execute(
        sql: """
          INSERT INTO position (article, byte, selected, isReadThrough) VALUES (?, 0, NULL, 1)
          ON CONFLICT (article) DO UPDATE SET isReadThrough = 1
          """,
        arguments: [stored(article)])
    }
  }

  /// How far an article was read; `nil` where it was not yet.
  ///
  /// The offset always lies in the text, and at the start of a character unless the text is so long that it would
  /// have to be read for that.
  public func position(of article: Article.ID) throws(StoreError) -> ReadingPosition? {
    try read(.position) { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT position.*, length(utf8) AS length,
            CASE WHEN length(utf8) <= ? THEN utf8 END AS utf8
          FROM position LEFT JOIN articleText USING (article) WHERE article = ?
          """,
        arguments: [longText, stored(article)])
      guard let row else { return nil }
      let fields = Fields(row)
      let text = fields.bytes("utf8").map { Array(String(decoding: $0, as: UTF8.self).utf8) }
      let byte = max(0, fields.integer("byte") ?? 0)
      return ReadingPosition(
        offset: text.map { characterStart(at: byte, in: $0) }
          ?? min(byte, fields.integer("length") ?? Int.max),
        selected: fields.text("selected").flatMap { ReadingPosition.Item($0) },
        isReadThrough: fields.integer("isReadThrough") == 1)
    }
  }
}

/// A longer text is not read for where its reader was, in bytes.
private let longText = 1 << 18

/// The nearest offset inside `text`, and not inside a character.
private func characterStart(at offset: Int, in text: [UInt8]) -> Int {
  text.characterStart(upTo: min(max(0, offset), text.count))
}
