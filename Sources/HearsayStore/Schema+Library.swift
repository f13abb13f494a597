import GRDB

// The third migration: what the list of articles, the search and the sources across articles need.
extension Schema {
  /// Everything that is searched is kept in step by triggers, whoever saves.
  ///
  /// Articles have a small number beside their long name, because an index points at numbers. Statements are rows
  /// of their own, so that the library answers filters and finds what one source said without reading an analysis;
  /// those of analyses that are here already are added by ``Store/catchUp(limit:)``.
  static func searchesStatementsVoices(_ db: Database) throws {
    try db.execute(sql: listColumns)
    try db.execute(sql: articleSearch)
    try db.execute(sql: statements)
    try db.execute(sql: noteSearch)
    try db.execute(sql: voices)
    try fill(db)
  }

  private static let tokens = "tokenize = 'porter unicode61 remove_diacritics 2'"

  private static let listColumns = """
    ALTER TABLE article ADD COLUMN opened INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE analysis ADD COLUMN implicit INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE analysis ADD COLUMN grave INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE analysis ADD COLUMN hasStatements INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX analysisWithoutStatements ON analysis (article) WHERE NOT hasStatements;
    """

  /// The index holds no texts of its own, so it must be told the old words when they go.
  private static let articleSearch = """
    CREATE TABLE articleNumber (
      number INTEGER PRIMARY KEY,
      article TEXT NOT NULL UNIQUE REFERENCES article (id) ON DELETE CASCADE
    );
    CREATE VIEW searchedArticle AS
      SELECT number, articleNumber.article, title, publisher, byline, CAST(utf8 AS TEXT) AS body
      FROM articleNumber
      JOIN article ON article.id = articleNumber.article
      JOIN articleText ON articleText.article = articleNumber.article;
    CREATE VIRTUAL TABLE articleSearch USING fts5(
      title, publisher, byline, body,
      content = 'searchedArticle', content_rowid = 'number', \(tokens)
    );
    CREATE TRIGGER articleTextAdded AFTER INSERT ON articleText BEGIN
      INSERT INTO articleNumber (article) VALUES (new.article);
      INSERT INTO articleSearch (rowid, title, publisher, byline, body)
        SELECT number, title, publisher, byline, body FROM searchedArticle
        WHERE article = new.article;
    END;
    CREATE TRIGGER articleRenamed BEFORE UPDATE OF title, publisher, byline ON article
    WHEN old.title IS NOT new.title OR old.publisher IS NOT new.publisher
      OR old.byline IS NOT new.byline
    BEGIN
      INSERT INTO articleSearch (articleSearch, rowid, title, publisher, byline, body)
        SELECT 'delete', number, title, publisher, byline, body FROM searchedArticle
        WHERE article = old.id;
    END;
    CREATE TRIGGER articleWasRenamed AFTER UPDATE OF title, publisher, byline ON article
    WHEN old.title IS NOT new.title OR old.publisher IS NOT new.publisher
      OR old.byline IS NOT new.byline
    BEGIN
      INSERT INTO articleSearch (rowid, title, publisher, byline, body)
        SELECT number, title, publisher, byline, body FROM searchedArticle
        WHERE article = new.id;
    END;
    CREATE TRIGGER articleRemoved BEFORE DELETE ON article BEGIN
      INSERT INTO articleSearch (articleSearch, rowid, title, publisher, byline, body)
        SELECT 'delete', number, title, publisher, byline, body FROM searchedArticle
        WHERE article = old.id;
    END;
    """

  /// What is asked of many rows at once stands apart from the words.
  private static let statements = """
    CREATE TABLE statement (
      number INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articleNumber (number) ON DELETE CASCADE,
      item TEXT NOT NULL,
      startByte INTEGER NOT NULL,
      endByte INTEGER NOT NULL,
      voice TEXT,
      kind TEXT NOT NULL,
      naming TEXT NOT NULL,
      manner TEXT,
      attitude TEXT,
      certainty TEXT,
      support TEXT,
      sentence TEXT,
      sure INTEGER,
      relays INTEGER NOT NULL,
      flags TEXT NOT NULL
    );
    CREATE INDEX statementByArticle ON statement (article, startByte);
    CREATE INDEX statementByVoice ON statement (voice) WHERE voice IS NOT NULL;
    CREATE TABLE statementText (
      number INTEGER PRIMARY KEY REFERENCES statement (number) ON DELETE CASCADE,
      source TEXT,
      relays TEXT NOT NULL,
      words TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE statementSearch USING fts5(
      source, words, content = 'statementText', content_rowid = 'number', \(tokens)
    );
    CREATE TRIGGER statementAdded AFTER INSERT ON statementText BEGIN
      INSERT INTO statementSearch (rowid, source, words)
        VALUES (new.number, new.source, new.words);
    END;
    CREATE TRIGGER statementRemoved BEFORE DELETE ON statementText BEGIN
      INSERT INTO statementSearch (statementSearch, rowid, source, words)
        VALUES ('delete', old.number, old.source, old.words);
    END;
    CREATE TABLE statementVectors (
      article INTEGER NOT NULL PRIMARY KEY REFERENCES articleNumber (number) ON DELETE CASCADE,
      model TEXT NOT NULL,
      items TEXT NOT NULL,
      bytes BLOB NOT NULL
    );
    """

  private static let noteSearch = """
    CREATE VIRTUAL TABLE noteSearch USING fts5(
      mark UNINDEXED, note, tags, words, source, \(tokens)
    );
    CREATE TRIGGER markAdded AFTER INSERT ON mark BEGIN
      INSERT INTO noteSearch (mark, note, tags, words, source) VALUES (
        new.id, new.note, new.tags, new.exact,
        CASE WHEN json_valid(new.snapshot) THEN json_extract(new.snapshot, '$.source') END);
    END;
    CREATE TRIGGER markChanged AFTER UPDATE ON mark BEGIN
      DELETE FROM noteSearch WHERE mark = old.id;
      INSERT INTO noteSearch (mark, note, tags, words, source) VALUES (
        new.id, new.note, new.tags, new.exact,
        CASE WHEN json_valid(new.snapshot) THEN json_extract(new.snapshot, '$.source') END);
    END;
    CREATE TRIGGER markRemoved AFTER DELETE ON mark BEGIN
      DELETE FROM noteSearch WHERE mark = old.id;
    END;
    """

  /// What the reader has said of sources: that two are one, and what one is called.
  private static let voices = """
    CREATE TABLE voiceJoined (
      voice TEXT NOT NULL PRIMARY KEY,
      whole TEXT NOT NULL
    );
    CREATE INDEX voiceJoinedByWhole ON voiceJoined (whole);
    CREATE TABLE voiceName (
      voice TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL
    );
    """

  /// Takes up what is here already. Statements need their analyses read, which takes longer than an opening may.
  private static func fill(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO articleNumber (article) SELECT article FROM articleText ORDER BY rowid;
        INSERT INTO articleSearch (articleSearch) VALUES ('rebuild');
        INSERT INTO noteSearch (mark, note, tags, words, source)
          SELECT id, note, tags, exact,
            CASE WHEN json_valid(snapshot) THEN json_extract(snapshot, '$.source') END
          FROM mark;
        """)
  }
}
