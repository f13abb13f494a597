import Foundation
import HearsayTestSupport
import Testing

@testable import hearsay

/// Files that the program writes: all or nothing, as private as before, never over what is read.
@Suite("A file that is written")
struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func permissions(_ path: String) -> mode_t? {
    FileState(path, followingLinks: false)?.permissions
  }

  private func words(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// What is in the folder, temporary files included.
  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("It is as private as it was before", arguments: [0o600, 0o640, 0o444, 0o755] as [mode_t])
  func permissionsStay(mode: mode_t) throws {
    let file = try folder.file("page.html", "old")
    chmod(file, mode)
    // Who may do everything may write what nobody may write.
    if mode == 0o444, geteuid() != 0 {
      #expect(throws: WriteFailure.refused(place: .file(file), SystemReason(code: EACCES))) {
        try OutputFile(file).write(Array("new".utf8))
      }
    } else {
      try OutputFile(file).write(Array("new".utf8))
      #expect(try words(file) == "new")
    }
    #expect(permissions(file) == mode)
    #expect(try names() == ["page.html"])
  }

  @Test(
    "It keeps the owner it had", .enabled(if: geteuid() == 0, "skipped: only root gives files away")
  )
  func ownerStays() throws {
    let file = try folder.file("page.html", "old")
    chown(file, 12, 34)
    try OutputFile(file).write(Array("new".utf8))
    let state = try #require(FileState(file))
    #expect(state.owner == 12 && state.group == 34)
    #expect(try words(file) == "new")
  }

  @Test("Its other names lead to the same file afterwards")
  func hardLinksStay() throws {
    let file = try folder.file("page.html", "old words, and more of them")
    #expect(link(file, folder.path("other.html")) == 0)
    try OutputFile(file).write(Array("new".utf8))
    #expect(try words(file) == "new")
    #expect(try words(folder.path("other.html")) == "new")
    #expect(FileState(file)?.names == 2)
    #expect(try names() == ["other.html", "page.html"])
  }

  @Test("A link is replaced, and what it leads to stays")
  func linksAreReplaced() throws {
    let target = try folder.file("target", "precious")
    for name in ["link", "nowhere"] {
      let file = try folder.link(name, to: name == "link" ? target : folder.path("missing"))
      try OutputFile(file).write(Array("new".utf8))
      #expect(try words(file) == "new")
      #expect(FileState(file, followingLinks: false)?.isLink == false)
    }
    #expect(try words(target) == "precious")
    #expect(try names() == ["link", "nowhere", "target"])
  }

  @Test("A pipe or a device is written to, and not replaced")
  func devicesStay() throws {
    let link = try folder.link("null", to: "/dev/null")
    try OutputFile(link).write(Array("new".utf8))
    #expect(FileState(link, followingLinks: false)?.isLink == true)
    #expect(FileState("/dev/null").map { !$0.isFile } ?? false)
    #expect(throws: WriteFailure.refused(place: .file("/dev/full"), SystemReason(code: ENOSPC))) {
      try OutputFile("/dev/full").write(Array("new".utf8))
    }
  }

  @Test("Why it cannot be written is a sentence")
  func reasons() throws {
    let file = try folder.file("file", "old")
    for (path, words) in [
      (folder.path("nowhere/page.html"), "there is no such folder"),
      (folder.path, "that is a folder"),
      ("\(file)/page.html", "what should be a folder is a file"),
      (folder.path(String(repeating: "x", count: 300)), "the name is too long"),
    ] {
      let failure = #expect(throws: WriteFailure.self) { try OutputFile(path).write([1]) }
      #expect(failure?.description == "“\(path)” cannot be written: \(words).")
    }
  }

  @Test(
    "A full disk leaves the old one as it was",
    .enabled(if: Disk.canBeMade, Comment(rawValue: Disk.missing)))
  func fullDisk() throws {
    let disk = try Disk(at: folder.folder("disk"), kilobytes: 64)
    let file = disk.path + "/page.html"
    let old = String(repeating: "old ", count: 2_000)
    try Data(old.utf8).write(to: URL(fileURLWithPath: file))
    #expect(link(file, disk.path + "/other.html") == 0)
    let other = disk.path + "/alone.html"
    try Data(old.utf8).write(to: URL(fileURLWithPath: other))
    for path in [file, other] {
      #expect(throws: WriteFailure.refused(place: .file(path), SystemReason(code: ENOSPC))) {
        try OutputFile(path).write([UInt8](repeating: 0x61, count: 60_000))
      }
      #expect(try words(path) == old)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: disk.path)
    #expect(names.sorted() == ["alone.html", "other.html", "page.html"])
  }

  @Test func `What a killed program has left is taken away by the next one that writes there`()
    throws
  {
    let left = try folder.file(".hearsay-00abc4def7ghi.new", "half of a")
    let others = [
      // Still being written, linked to, of another name, or no file.
      ".hearsay-0000000000001.new", ".hearsay-0000000000002.new", ".hearsay-0000000000003.copy",
      ".hearsay-notes.new", ".hearsay-00ABC4DEF7GHI.new", "hearsay-0000000000004.new",
    ]
    for name in others { try folder.file(name, "words") }
    let writing = open(folder.path(others[0]), O_RDONLY | O_CLOEXEC)
    defer { close(writing) }
    #expect(flock(writing, LOCK_EX | LOCK_NB) == 0)
    #expect(link(folder.path(others[1]), folder.path("other-name")) == 0)
    let symbolic = try folder.link(".hearsay-0000000000005.new", to: left)
    _ = try folder.folder(".hearsay-0000000000006.new")
    mkfifo(folder.path(".hearsay-0000000000007.new"), 0o600)
    let before = Set(try names())
    try OutputFile(folder.path("page.html")).write(Array("new".utf8))
    #expect(before.subtracting(try names()) == [".hearsay-00abc4def7ghi.new"])
    #expect(FileState(symbolic, followingLinks: false)?.isLink == true)
  }

  @Test(.enabled(if: geteuid() == 0, "skipped: only root gives files away"))
  func `What somebody else has left stays`() throws {
    let left = try folder.file(".hearsay-00abc4def7ghi.new", "half of a")
    chown(left, 12, 34)
    try OutputFile(folder.path("page.html")).write(Array("new".utf8))
    #expect(try names() == [".hearsay-00abc4def7ghi.new", "page.html"])
  }

  @Test func `While it is written its spare is locked, and afterwards there is none`() throws {
    var isFree: Bool?
    let spare = try SpareFile(Array("new".utf8), in: folder.path) { _ in
      guard let name = try? FileManager.default.contentsOfDirectory(atPath: folder.path).first
      else { return }
      let descriptor = open(folder.path(name), O_RDONLY | O_CLOEXEC)
      defer { close(descriptor) }
      isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
    #expect(isFree == false)
    SpareFile.takeLeftovers(outOf: folder.path)
    #expect(try names().count == 1)
    try spare.take(folder.path("page.html"))
    #expect(try names() == ["page.html"])
  }

  @Test(
    "The folder of a path",
    arguments: [
      ("a", "."), (".", "."), ("", "."), ("a/b", "a"), ("a/b/", "a"), ("/a", "/"), ("/", "/"),
      ("//", "/"), ("/a/b", "/a"), ("./b", "."),
    ])
  func folders(path: String, folder: String) { #expect(path.folderOfPath == folder) }

  @Test("Files of one name are told apart by a number")
  func numbers() throws {
    var files = try OutputFolder(folder.path("out/deep"), keeping: [])
    let places = try ["fire", "fire", "flood", "fire", "fire-2"].map {
      try files.place(for: $0, endings: ["ann", "txt"])
    }
    #expect(
      places.map { ($0 as NSString).lastPathComponent }
        == ["fire", "fire-2", "flood", "fire-3", "fire-2-2"])
  }

  @Test("What is read is not written over, by whatever name; the same words do no harm")
  func inputsStay() throws {
    let article = try folder.file("fire.txt", "It burns.")
    let facts = try folder.file("fire.meta.json", "{}")
    let symbolic = try folder.link("link.txt", to: article)
    #expect(link(article, folder.path("hard.txt")) == 0)
    var files = try OutputFolder(folder.path, keeping: [article, symbolic])
    for file in [article, facts, symbolic, folder.path("hard.txt"), folder.path("./fire.txt")] {
      #expect(throws: WriteFailure.isRead(path: file)) {
        try files.write(Array("new".utf8), to: file)
      }
      try files.write(Array(file == facts ? "{}".utf8 : "It burns.".utf8), to: file)
    }
    #expect(try words(article) == "It burns." && words(facts) == "{}")
    #expect(FileState(symbolic, followingLinks: false)?.isLink == true)
  }
}

/// The same, asked of the commands.
@Suite(
  "Commands that write files", .enabled(if: Paper.isThere, Paper.missing), .timeLimit(.minutes(40)))
struct OutputFolderTests {
  private let paper: Paper

  init() throws { paper = try Paper() }

  private func words(_ name: String) throws -> String {
    try String(contentsOfFile: paper.home.path(name), encoding: .utf8)
  }

  @Test(
    "No article is replaced by what is said of it",
    arguments: [
      "report harbour.txt --output .", "analyze harbour.txt --format text --output .",
      "report . --output .", "report harbour.txt --output ../\"${PWD##*/}\"",
      "report link.txt --output .", "report - --output . < article.txt",
      "analyze harbour.txt --output . --format json",
    ])
  func articlesStay(command: String) throws {
    _ = try paper.harbour()
    // An article may be called as what is written of it would be.
    try paper.home.file("article.txt", Paper.harbour)
    let facts = "{\"title\": \"Quay\"}"
    try paper.home.file("quay.meta.txt", Paper.harbour)
    try paper.home.file("quay.txt", Paper.harbour)
    try paper.home.file("quay.meta.json", facts)
    _ = try paper.home.link("link.txt", to: "harbour.txt")
    let ended = try paper.shell("cd '\(paper.home.path)' && hearsay \(command)")
    #expect(try words("harbour.txt") == Paper.harbour)
    #expect(try words("article.txt") == Paper.harbour)
    #expect(try words("quay.meta.json") == facts)
    #expect(FileState(paper.home.path("link.txt"), followingLinks: false)?.isLink == true)
    if command.contains("json") {
      #expect(ended.status == 0 && ended.output == "")
      #expect(try words("harbour.json").hasPrefix("{"))
    } else {
      #expect(ended.status == 1)
      #expect(ended.output.contains("is not written: it is a file that is being read"))
    }
  }

  @Test("Two articles of one name leave two files")
  func namesAreKeptApart() throws {
    let article = try paper.harbour()
    let other = try paper.home.file("other/harbour.txt", "The ferry is late, a mate said.\n")
    let text = try paper.home.file("other/harbour.md", "The quay is shut, a clerk said.\n")
    let folder = paper.home.path("out")
    for _ in 1...2 {
      let ended = try paper.shell(
        "hearsay analyze '\(article)' '\(other)' '\(text)' --format text --output '\(folder)'")
      #expect(ended.status == 0 && ended.output == "")
      #expect(try words("out/harbour.txt").contains("Tomas Berg"))
      #expect(try words("out/harbour-2.txt").contains("The ferry is late"))
      #expect(try words("out/harbour-3.txt").contains("The quay is shut"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    }
  }

  @Test("Corrections and marks leave the article beside them as it is")
  func annotationsBesideTheArticle() throws {
    let article = try paper.harbour()
    // In an encoding of its own, the file is other than the text that annotations are on.
    let latin = try paper.home.file("latin/harbour.txt", [0xEF, 0xBB, 0xBF] + Paper.harbour.utf8)
    for file in [article, latin] {
      _ = try paper.screen(after: "Tab m x k 3", "'\(file)'")
      let folder = (file as NSString).deletingLastPathComponent
      let before = FileManager.default.contents(atPath: file)
      let ended = try paper.shell("hearsay corrections --format brat --output '\(folder)'")
      #expect(FileManager.default.contents(atPath: file) == before)
      #expect(FileManager.default.fileExists(atPath: "\(folder)/harbour.ann"), "\(ended)")
    }
  }

  @Test("In the reader, too, nothing is written over the article")
  func writingInTheReader() throws {
    let article = try paper.harbour()
    #expect(
      try paper.words(after: ": \"write! \(article)\" Enter", article)
        .contains("it is a file that is being read"))
    #expect(try words("harbour.txt") == Paper.harbour)
    let page = try paper.home.file("page.html", "old")
    chmod(page, 0o600)
    #expect(link(page, paper.home.path("other.html")) == 0)
    #expect(
      try paper.words(after: ": \"write! \(page)\" Enter", article).contains("written: "))
    #expect(FileState(page)?.permissions == 0o600)
    #expect(try words("other.html").contains("<svg"))
  }

  @Test("A folder that cannot be made is said once")
  func noFolder() throws {
    let article = try paper.harbour()
    try paper.home.file("file", "")
    let ended = try paper.shell(
      "hearsay analyze '\(article)' '\(article)' --output '\(paper.home.path)/file/out'")
    #expect(ended.status == 1)
    #expect(
      ended.output.contains("file/out” cannot be written: what should be a folder is a file."))
    #expect(ended.output.split(separator: "\n").count == 1)
  }
}
