import Foundation
import GRDB
import HearsayModel
import HearsayTestSupport
import Testing

@testable import HearsayStore

@Suite("What cannot be opened or saved is said in one sentence, and nothing is overwritten")
struct RefusalTests {
  let library = TemporaryLibrary()

  /// Opens, expects a sentence, and makes sure that the file is as it was.
  private func refusalWithoutChange() throws -> String? {
    let before = try library.bytes()
    let sentence = library.refusal()
    #expect(try library.bytes() == before)
    return sentence
  }

  @Test("A file that is no database")
  func garbage() throws {
    try library.makeFile(Data("Dear diary, today the bridge was closed again. ".utf8))
    #expect(
      try refusalWithoutChange()
        == "…/hearsay.sqlite is not a hearsay library and was left as it is.")
  }

  @Test("A database of another program")
  func otherProgram() throws {
    try library.makeDatabase(sql: "CREATE TABLE moz_places (url TEXT)")
    #expect(
      try refusalWithoutChange()
        == "…/hearsay.sqlite is not a hearsay library and was left as it is.")
  }

  @Test("A library that was cut off in the middle")
  func cutOff() throws {
    try library.makeDatabase(sql: FirstVersion.sql)
    try library.makeFile(try library.bytes().prefix(10_000))
    let sentence = try refusalWithoutChange()
    #expect(
      sentence
        == "The library at …/hearsay.sqlite is damaged (database disk image is malformed) "
        + "and was left as it is; hearsay rescue copies what can be read of it.")
  }

  @Test("A library whose file is empty while its log is not")
  func emptyFileWithLog() throws {
    try library.makeFile(Data())
    let log = URL(fileURLWithPath: library.file + "-wal")
    try Data("pages".utf8).write(to: log)
    #expect(
      try refusalWithoutChange()
        == "The library at …/hearsay.sqlite is damaged (the file is empty) and was left as it is; "
        + "hearsay rescue copies what can be read of it.")
    #expect(try Data(contentsOf: log) == Data("pages".utf8))
  }

  @Test("A damaged page is met when it is read")
  func damagedPage() throws {
    let store = try library.open()
    try store.save(
      .story(1, String(repeating: "The quay was closed. ", count: 2_000)), readAt: Date())
    let database = try DatabaseQueue(path: library.file)
    try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try database.close()
    var bytes = try library.bytes()
    let pageSize = 4_096
    // Everything after the schema; the header keeps its promise about the size.
    for index in pageSize..<bytes.count { bytes[index] = 0xA5 }
    let copy = TemporaryLibrary()
    try copy.makeFile(bytes)

    #expect(
      copy.refusal()
        == "The library at …/hearsay.sqlite is damaged (database disk image is malformed) "
        + "and was left as it is; hearsay rescue copies what can be read of it.")
    #expect(try copy.bytes() == bytes)
  }

  @Test("A library of a newer hearsay, by its number or by a migration that is not known")
  func tooNew() throws {
    try library.makeDatabase(sql: FirstVersion.sql + "PRAGMA user_version = \(Schema.version + 1);")
    let known = Schema.version
    #expect(
      try refusalWithoutChange()
        == "The library at …/hearsay.sqlite was written by a newer hearsay (schema \(known + 1)); "
        + "this one knows \(known).")
    let other = TemporaryLibrary()
    try other.makeDatabase(
      sql: FirstVersion.sql + "INSERT INTO grdb_migrations VALUES ('2 dreams');")
    #expect(other.refusal()?.contains("newer hearsay (schema 2)") == true)
  }

  @Test("A folder where the file should be, a file where the folder should be")
  func wrongKind() throws {
    try FileManager.default.createDirectory(
      atPath: library.file, withIntermediateDirectories: true)
    #expect(
      library.refusal() == "…/hearsay.sqlite is not a hearsay library and was left as it is.")
    let file = TemporaryLibrary()
    try Data().write(to: URL(fileURLWithPath: file.folder))
    #expect(
      file.refusal()
        == "The library at …/hearsay.sqlite cannot be used (Not a directory).")
  }

  @Test(
    "A file too short for a database is somebody else's", arguments: [1, 2, 16, 100, 511, 512, 513])
  func shortFile(count: Int) throws {
    for byte: UInt8 in [0, 0x78] {
      try library.makeFile(Data(repeating: byte, count: count))
      let sentence = "…/hearsay.sqlite is not a hearsay library and was left as it is."
      #expect(try refusalWithoutChange() == sentence)
      #expect(library.refusal(.readOnly) == sentence)
    }
  }

  @Test("A pipe is no library, and nobody waits for it", .timeLimit(.minutes(40)))
  func pipe() throws {
    try FileManager.default.createDirectory(
      atPath: library.folder, withIntermediateDirectories: true)
    mkfifo(library.file, 0o600)
    for access in [StoreAccess.readWrite, .readOnly] {
      #expect(
        library.refusal(access)
          == "…/hearsay.sqlite is not a hearsay library and was left as it is.")
    }
  }

  @Test(
    "What cannot be looked at is no empty library", arguments: [StoreAccess.readWrite, .readOnly])
  func links(access: StoreAccess) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: library.folder, withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: library.file, withDestinationPath: library.file)
    #expect(
      library.refusal(access)
        == "The library at …/hearsay.sqlite cannot be used (Too many levels of symbolic links).")
    try files.removeItem(atPath: library.file)
    try files.createSymbolicLink(atPath: library.file, withDestinationPath: "/nowhere/at/all")
    let leadsNowhere = "The library at …/hearsay.sqlite cannot be used (a link leads nowhere)."
    #expect(library.refusal(access) == leadsNowhere)
    try files.removeItem(atPath: library.folder)
    try files.createSymbolicLink(atPath: library.folder, withDestinationPath: "/nowhere/at/all")
    #expect(library.refusal(access) == leadsNowhere)
  }

  @Test("A full disk: the sentence says what was not saved, and the rest is still there")
  func fullDisk() throws {
    let store = try library.open()
    try store.save(.story(1), readAt: Date())
    try store.limitPages(to: 20)
    let long = Article.story(2, String(repeating: "More words. ", count: 20_000))
    let error = #expect(throws: StoreError.self) { try store.save(long, readAt: Date()) }
    #expect(
      error?.description.replacingOccurrences(of: library.folder, with: "…")
        == "The disk that holds …/hearsay.sqlite is full: the article was not saved.")
    #expect(try store.library().map(\.title) == ["Story 1"])
    try store.limitPages(to: 1_000_000)
    try store.save(long, readAt: Date())
    #expect(try store.library().count == 2)
  }

  @Test("A read-only library can be read; saving says why not")
  func readOnly() throws {
    let mark = Mark.sample()
    try library.open().save(mark)
    let store = try library.open(.readOnly)
    #expect(store.isReadOnly)
    #expect(try store.marks() == [mark])
    let error = #expect(throws: StoreError.self) { try store.removeMark(mark.id) }
    #expect(
      error?.description.replacingOccurrences(of: library.folder, with: "…")
        == "The library at …/hearsay.sqlite is read-only: the mark was not saved.")
    #expect(try store.marks() == [mark])
  }

  @Test("Where there is no library none can be opened for reading")
  func readOnlyWithoutLibrary() {
    #expect(
      library.refusal(.readOnly)
        == "There is no library at …/hearsay.sqlite.")
  }

  @Test("A read-only library of an older hearsay")
  func readOnlyAndOld() throws {
    try library.makeDatabase(
      sql: FirstVersion.sql + "DELETE FROM grdb_migrations; PRAGMA user_version = 0;")
    #expect(
      library.refusal(.readOnly)
        == "The library at …/hearsay.sqlite has schema 0 and cannot be brought to "
        + "\(Schema.version), because it is read-only.")
  }

  @Test(
    "A library and folder without permission to write is opened for reading",
    .enabled(if: geteuid() != 0, "root may write everywhere"))
  func writeProtected() throws {
    let mark = Mark.sample()
    try library.open().save(mark)
    chmod(library.file, 0o400)
    chmod(library.folder, 0o500)
    defer { chmod(library.folder, 0o700) }
    let store = try library.open()
    #expect(store.isReadOnly)
    #expect(try store.marks() == [mark])
  }

  @Test(
    "A library on a disk where nothing can be written is read, whether or not it was closed",
    .enabled(if: Disk.canBeMade, Comment(rawValue: Disk.missing)), arguments: [true, false])
  func onAReadOnlyDisk(isClosed: Bool) throws {
    let home = try TemporaryFolder()
    let disk = try Disk(at: home.folder("disk"), kilobytes: 4_096)
    let mark = Mark.sample()
    var store: Store? = try library.open()
    try store?.save(mark)
    // What was not closed has its log beside it.
    if isClosed { store = nil }
    try Command.run("cp", "-r", library.folder + "/.", disk.path)
    try disk.makeReadOnly()
    let again = try Store.open(at: disk.path)
    #expect(again.isReadOnly)
    #expect(try again.marks() == [mark])
    #expect(throws: StoreError.self) { try again.save(mark) }
    withExtendedLifetime(store) {}
  }

  @Test("A library without permission to read", .enabled(if: geteuid() != 0, "root may read all"))
  func noPermission() throws {
    _ = try library.open()
    chmod(library.file, 0)
    #expect(library.refusal() == "There is no permission to open the library at …/hearsay.sqlite.")
  }

  @Test("Another program that holds the library")
  func busy() throws {
    let store = try library.open()
    try store.waitForOthers(seconds: 0)
    let other = try DatabaseQueue(path: library.file)
    try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: StoreError.self) { try store.save(Mark.sample()) }
      #expect(error?.reason == .busy)
      #expect(
        error?.description.hasSuffix("is in use by another program: the mark was not saved.")
          == true)
      try db.execute(sql: "ROLLBACK")
    }
    try store.save(Mark.sample())
  }
}
