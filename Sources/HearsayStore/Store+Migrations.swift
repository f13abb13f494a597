import GRDB

/// The tables of a library, and how older libraries get them.
///
/// A migration that has been released is never changed: add another at the end, and let it set the next
/// `user_version`, so that an older hearsay can say which one it met.
enum Schema {
  /// What this hearsay knows: the number of its last migration.
  static let version = migrations.count

  /// "hrsy": how the database of hearsay is told from those of other programs.
  static let applicationID = 0x6872_7379

  private static let migrations: [(name: String, migrate: @Sendable (Database) throws -> Void)] = [
    ("1 articles, analyses, positions, marks", articlesAnalysesPositionsMarks),
    ("2 priority, due day and evidence of marks", priorityDueEvidence),
    ("3 searches, statements and voices", searchesStatementsVoices),
    ("4 dated notes and refused places of marks", notesRefusals),
    ("5 corrections", corrections),
    ("6 articles that were taken out", articlesTakenOut),
    ("7 the verbs of statements", verbsOfStatements),
    ("8 subscriptions", subscriptions),
    ("9 links of articles", linksOfArticles),
    ("10 hosts that ask to be left alone", restingHosts),
    ("11 notes on articles", notesOnArticles),
  ]

  /// Brings a library up to date, each migration wholly or not at all.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, migration) in migrations.enumerated() {
      migrator.registerMigration(migration.name) { db in
        try migration.migrate(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }
}

// MARK: - Whose it is

extension Schema {
  /// Makes sure that the database is new, or a library that this hearsay understands.
  static func check(_ db: Database, path: String) throws {
    func refuse(_ reason: StoreError.Reason) -> StoreError {
      StoreError(reason, path: path, during: .opening)
    }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard tables > 0 else { return }
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == applicationID else {
      // Only the bookkeeping of migrations is there: the first of them was cut off, and nothing was in it yet.
      let names = try String.fetchSet(db, sql: "SELECT tbl_name FROM sqlite_master")
      let isUnfinished = application == 0 && names == ["grdb_migrations"]
      guard isUnfinished else { throw refuse(.notALibrary) }
      return
    }
    let written = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard written <= version, try !migrator.hasBeenSuperseded(db) else {
      let applied = try migrator.appliedIdentifiers(db).count
      throw refuse(.tooNew(schema: max(written, applied), known: version))
    }
  }

  /// Makes sure that no migration is missing, where none can be made.
  static func checkUpToDate(_ db: Database, path: String) throws {
    guard try !migrator.hasCompletedMigrations(db) else { return }
    let written = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    throw StoreError(
      .tooOld(schema: written, known: version), path: path, during: .opening)
  }
}

// MARK: - The migrations

extension Schema {
  /// Times are seconds since 2001, as Swift counts them, so that a date comes back as it went in.
  ///
  /// What is long (texts, analyses) stands apart from what lists show, so that a list of ten thousand articles
  /// reads a few megabytes. A mark belongs to no row: it outlives its article.
  private static func articlesAnalysesPositionsMarks(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);

        CREATE TABLE article (
          id TEXT NOT NULL PRIMARY KEY,
          title TEXT,
          publisher TEXT,
          byline TEXT,
          published TEXT,
          url TEXT,
          path TEXT,
          language TEXT NOT NULL,
          words INTEGER NOT NULL,
          firstRead REAL NOT NULL,
          lastRead REAL NOT NULL
        );
        CREATE INDEX articleByLastRead ON article (lastRead);

        CREATE TABLE articleText (
          article TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
          utf8 BLOB NOT NULL
        );

        CREATE TABLE analysis (
          article TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
          engine TEXT NOT NULL,
          version TEXT NOT NULL,
          model TEXT NOT NULL,
          attributions INTEGER NOT NULL,
          unnamed INTEGER NOT NULL,
          relayed INTEGER NOT NULL,
          unattributed INTEGER NOT NULL
        );

        CREATE TABLE analysisText (
          article TEXT NOT NULL PRIMARY KEY REFERENCES analysis (article) ON DELETE CASCADE,
          json BLOB NOT NULL
        );

        CREATE TABLE position (
          article TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
          byte INTEGER NOT NULL,
          selected TEXT,
          isReadThrough INTEGER NOT NULL
        );

        CREATE TABLE mark (
          id TEXT NOT NULL PRIMARY KEY,
          article TEXT NOT NULL,
          startByte INTEGER NOT NULL,
          endByte INTEGER NOT NULL,
          exact TEXT NOT NULL,
          prefix TEXT NOT NULL,
          suffix TEXT NOT NULL,
          snapshot TEXT NOT NULL,
          status TEXT NOT NULL,
          note TEXT NOT NULL,
          tags TEXT NOT NULL,
          created REAL NOT NULL,
          modified REAL NOT NULL
        );
        CREATE INDEX markByArticle ON mark (article, startByte);
        CREATE INDEX markByTime ON mark (created);
        """)
  }

  private static func priorityDueEvidence(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE mark ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
        ALTER TABLE mark ADD COLUMN due TEXT;
        ALTER TABLE mark ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';
        """)
  }

  /// What was one note stays in its column, as all notes in one text.
  private static func notesRefusals(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE mark ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE mark ADD COLUMN refusedIn TEXT NOT NULL DEFAULT '[]';
        """)
  }

  /// Links stand beside the words that carry them, so that lists do not read them.
  private static func linksOfArticles(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN updated TEXT;
        ALTER TABLE articleText ADD COLUMN links TEXT;
        """)
  }

  /// What a reader should know of how a text came: a few words, apart by blanks.
  private static func notesOnArticles(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE article ADD COLUMN notes TEXT")
  }

  /// The statements that are here are made anew, with the verb by which each is handed over,
  /// and the words on whose word they are.
  private static func verbsOfStatements(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE statement ADD COLUMN cue TEXT;
        ALTER TABLE statement ADD COLUMN stance TEXT;
        ALTER TABLE analysis ADD COLUMN namedWords INTEGER;
        ALTER TABLE analysis ADD COLUMN unnamedWords INTEGER;
        ALTER TABLE analysis ADD COLUMN nobodysWords INTEGER;
        UPDATE analysis SET hasStatements = 0;
        """)
  }
}
