import Foundation
import GRDB
import HearsayModel
import HearsayStore
import HearsayTestSupport
import Testing

@Suite("Opening a library")
struct OpeningTests {
  @Test("It is made on first use, for nobody but its owner")
  func madeOnFirstUse() throws {
    let library = TemporaryLibrary()
    let store = try Store.open(at: library.folder + "/data/hearsay")
    try store.save(.story(1), readAt: Date())
    let path = try #require(store.path)
    #expect(mode(of: path) == 0o600)
    #expect(mode(of: path + "-wal") == 0o600)
    #expect(mode(of: library.folder + "/data/hearsay") == 0o700)
    #expect(store.isReadOnly == false)
  }

  @Test("What others could read of it they cannot any more")
  func keptFromOthers() throws {
    let library = TemporaryLibrary()
    try library.open().save(.story(1), readAt: Date())
    chmod(library.folder, 0o755)
    chmod(library.file, 0o644)
    _ = try library.open()
    #expect(mode(of: library.folder) == 0o700)
    #expect(mode(of: library.file) == 0o600)
  }

  @Test(
    "Its place follows the XDG rules",
    arguments: [
      (["XDG_DATA_HOME": "/data", "HOME": "/home/ann"], "/data/hearsay"),
      (["XDG_DATA_HOME": "", "HOME": "/home/ann"], "/home/ann/.local/share/hearsay"),
      (["XDG_DATA_HOME": "data", "HOME": "/home/ann"], "/home/ann/.local/share/hearsay"),
      (["HOME": "/home/ann"], "/home/ann/.local/share/hearsay"),
      ([:], nil),
    ])
  func place(environment: [String: String], folder: String?) {
    #expect(Store.defaultFolder(environment: environment) == folder)
  }

  @Test("What one hearsay saved is there for the next")
  func nextTime() throws {
    let library = TemporaryLibrary()
    let mark = Mark.sample()
    try library.open().save(mark)
    #expect(try library.open().marks() == [mark])
  }

  @Test("A library of the first version is opened with all that is in it")
  func firstVersion() throws {
    let library = TemporaryLibrary()
    try library.makeDatabase(sql: FirstVersion.sql)
    let store = try library.open()
    #expect(try store.article("sha256:1")?.text.string == "The quay was closed. 🌉")
    #expect(try store.position(of: "sha256:1") == ReadingPosition(offset: 4, isReadThrough: true))
    let mark = try #require(try store.marks(on: "sha256:1").first)
    #expect(mark.anchor.exact == "quay")
    #expect(mark.status == .todo)
    #expect(mark.priority == .normal && mark.due == nil && mark.evidence == [])
    // Its note has the day on which the mark was last changed.
    #expect(mark.notes == (mark.note.isEmpty ? [] : [.init(mark.note, written: mark.modified)]))
    #expect(mark.refusedIn == [])
    #expect(mark.snapshot.chain == ["Norrvik Post", "a source"])
    #expect(mark.created == Date(timeIntervalSinceReferenceDate: 768_000_000.5))
    try store.save(Mark.sample())
    #expect(try store.marks().count == 2)
  }

  @Test("A first start that was cut off is begun again")
  func firstStartCutOff() throws {
    let library = TemporaryLibrary()
    try library.makeDatabase(
      sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    try library.open().save(Mark.sample())
    #expect(try library.open().marks().count == 1)
  }

  @Test("Odd rows are read as far as they are understood")
  func oddRows() throws {
    let library = TemporaryLibrary()
    try library.makeDatabase(
      sql: FirstVersion.sql + """
        UPDATE article SET title = x'ff41', words = 'many', lastRead = 'yesterday';
        UPDATE articleText SET utf8 = x'41ff42';
        UPDATE position SET byte = 99, selected = 'z9', isReadThrough = 'perhaps';
        UPDATE mark SET snapshot = '{', tags = '[1]', status = 'later', startByte = -4, endByte = 99;
        """)
    let store = try library.open()
    #expect(try store.article("sha256:1")?.text.string == "A\u{FFFD}B")
    #expect(try store.position(of: "sha256:1")?.offset == 5)
    let entry = try #require(try store.library().first)
    #expect(entry.title == "\u{FFFD}A")
    #expect(entry.words == 0)
    #expect(entry.isReadThrough == false)
    let mark = try #require(try store.marks().first)
    #expect(mark.status == .todo)
    #expect(mark.tags == [])
    #expect(mark.anchor.span == Span(0, 3))
    #expect(mark.note == "call")
  }

  private func mode(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}

@Suite("Several at once")
struct SeveralAtOnceTests {
  @Test("Each save of one store is seen by the next read of another")
  func seenAtOnce() throws {
    let library = TemporaryLibrary()
    let one = try library.open()
    let other = try library.open()
    for number in 1...20 {
      try one.save(.story(number), readAt: Date())
      #expect(try other.library().count == number)
      try other.save(Mark.sample())
      #expect(try one.marks().count == number)
    }
  }

  @Test("A save is on the disk before the call returns: a copy of the files has it")
  func writeThrough() throws {
    let library = TemporaryLibrary()
    let store = try library.open()
    let mark = Mark.sample()
    try store.save(mark)
    // What another process would find after a kill -9: the files as they are now, and nothing else.
    let copy = TemporaryLibrary()
    try FileManager.default.createDirectory(
      atPath: copy.folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: library.file + suffix, toPath: copy.file + suffix)
    }
    #expect(try copy.open().marks() == [mark])
    withExtendedLifetime(store) {}
  }

  @Test("Eight stores open, write and read one new library at the same time")
  func writingAtOnce() async throws {
    let library = TemporaryLibrary()
    let folder = library.folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let store = try Store.open(at: folder)
          for number in 0..<10 {
            try store.save(.story(writer * 100 + number), readAt: Date())
            try store.save(ReadingPosition(offset: 1), of: "sha256:\(writer * 100 + number)")
            _ = try store.library(limit: 5)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try library.open().library().count == 80)
  }
}

/// A library as the first version of hearsay made it. Never change it: it stands for files that exist.
enum FirstVersion {
  static let sql = """
    PRAGMA application_id = 1752331129;
    PRAGMA user_version = 1;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 articles, analyses, positions, marks');
    CREATE TABLE article (
      id TEXT NOT NULL PRIMARY KEY, title TEXT, publisher TEXT, byline TEXT, published TEXT,
      url TEXT, path TEXT, language TEXT NOT NULL, words INTEGER NOT NULL,
      firstRead REAL NOT NULL, lastRead REAL NOT NULL);
    CREATE INDEX articleByLastRead ON article (lastRead);
    CREATE TABLE articleText (
      article TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      utf8 BLOB NOT NULL);
    CREATE TABLE analysis (
      article TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      engine TEXT NOT NULL, version TEXT NOT NULL, model TEXT NOT NULL,
      attributions INTEGER NOT NULL, unnamed INTEGER NOT NULL, relayed INTEGER NOT NULL,
      unattributed INTEGER NOT NULL);
    CREATE TABLE analysisText (
      article TEXT NOT NULL PRIMARY KEY REFERENCES analysis (article) ON DELETE CASCADE,
      json BLOB NOT NULL);
    CREATE TABLE position (
      article TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      byte INTEGER NOT NULL, selected TEXT, isReadThrough INTEGER NOT NULL);
    CREATE TABLE mark (
      id TEXT NOT NULL PRIMARY KEY, article TEXT NOT NULL, startByte INTEGER NOT NULL,
      endByte INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
      snapshot TEXT NOT NULL, status TEXT NOT NULL, note TEXT NOT NULL, tags TEXT NOT NULL,
      created REAL NOT NULL, modified REAL NOT NULL);
    CREATE INDEX markByArticle ON mark (article, startByte);
    CREATE INDEX markByTime ON mark (created);
    INSERT INTO article VALUES (
      'sha256:1', 'The quay', 'Norrvik Post', NULL, '2025-05-13', NULL, 'quay.txt', 'en', 5,
      768000000.0, 768000000.0);
    INSERT INTO articleText VALUES ('sha256:1', CAST('The quay was closed. 🌉' AS BLOB));
    INSERT INTO position VALUES ('sha256:1', 4, NULL, 1);
    INSERT INTO mark VALUES (
      '6B29FC40-CA47-1067-B31D-00DD010662DA', 'sha256:1', 4, 8, 'quay', 'The ', ' was closed. 🌉',
      '{"articleTitle":"The quay","kind":"person","naming":"bare","chain":["Norrvik Post","a source"],"flags":["bare-source"],"engine":"hearsay 0.1.0 rules"}',
      'todo', 'call', '["quay"]', 768000000.5, 768000000.5);

    """
}
