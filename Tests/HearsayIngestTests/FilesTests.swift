import Foundation
import HearsayIngest
import HearsayModel
import HearsayTestSupport
import Testing

/// What each path gave: the text of an article, or the sentence about the problem.
private func outcome(_ paths: [String], by ingest: Ingest = Ingest()) -> [String] {
  ingest.articles(at: paths).map { result in
    switch result {
    case .success(let article): article.text.string
    case .failure(let problem): problem.description
    }
  }
}

@Suite("Files, folders and what goes wrong with them")
struct FilesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `The text of a file is its text`() throws {
    let path = try folder.file("fire.txt", "  The mill burned.\n\n\tNobody was hurt. \n")
    let article = try #require(try Ingest().articles(at: [path]).first?.get())
    #expect(article.text.string == "  The mill burned.\n\n\tNobody was hurt. \n")
    #expect(article.path == path)
    #expect(article.language == "en")
  }

  @Test func `The same words are the same article`() throws {
    let one = try folder.file("one.txt", "The mill burned.\n")
    let other = try folder.file("other.txt", "The mill burned.\r\n")
    let ids = try Ingest().articles(at: [one, other]).map { try $0.get().id }
    #expect(ids[0] == ids[1])
    #expect(ids[0].hasPrefix("sha256:"))
    #expect(ids[0].count == "sha256:".count + 64)
  }

  @Test func `A problem keeps nothing else from opening`() throws {
    let good = try folder.file("good.txt", "The mill burned.")
    let empty = try folder.file("empty.txt", "")
    let blank = try folder.file("blank.txt", "\u{FEFF} \n\u{A0}\n")
    let program = try folder.file("program.bin", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0])
    let noise = try folder.file("noise", (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    let page = try folder.file("page.html", "<p>The mill burned.</p>")
    let saved = try folder.file("saved.txt", "\n<!DOCTYPE html>\n<p>The mill burned.</p>")
    let last = try folder.file("last.txt", "Nobody was hurt.")
    let missing = folder.path + "/missing.txt"
    #expect(
      outcome([good, missing, empty, blank, program, noise, page, saved, last]) == [
        "The mill burned.",
        "\(missing) does not exist.",
        "\(empty) is empty.",
        "\(blank) is empty.",
        "\(program) is not text: it is a program.",
        "\(noise) is not text: too many of its bytes stand for no letter.",
        "The mill burned.",
        "The mill burned.",
        "Nobody was hurt.",
      ])
  }

  @Test(arguments: [
    (Array("PK\u{3}\u{4}word/document.xml".utf8), "a zip archive or an office document"),
    (Array("{\\rtf1\\ansi The mill burned.}".utf8), "a rich-text document"),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10], "a JPEG picture"),
  ])
  func `A document is called what it is`(bytes: [UInt8], kind: String) throws {
    let path = try folder.file("story.txt", bytes)
    #expect(outcome([path]) == ["\(path) is not text: it is \(kind)."])
  }

  @Test func `A file over the limit is refused unread`() throws {
    let path = try folder.file("long.txt", String(repeating: "a ", count: 1000))
    #expect(outcome([path], by: Ingest(sizeLimit: 1024)) == ["\(path) is larger than 1 kB."])
    #expect(outcome([path], by: Ingest(sizeLimit: 2000)).first?.count == 2000)
  }

  @Test(.disabled(if: getuid() == 0, "root may read everything"))
  func `A file that may not be read says so`() throws {
    let path = try folder.file("secret.txt", "The mill burned.")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect(outcome([path]) == ["\(path) cannot be read: permission is denied."])
  }

  @Test func `Whatever the system answers is passed on`() {
    let long = "/tmp/" + String(repeating: "x", count: 300)
    #expect(
      outcome(["/proc/self/mem", long, "", "a\u{1B}[2J.txt", "/etc/passwd/a.txt"]) == [
        "/proc/self/mem cannot be read: input/output error.",
        "\(long) cannot be read: the name is too long.",
        "\"\" does not exist.",
        "a\u{FFFD}[2J.txt does not exist.",
        "/etc/passwd/a.txt does not exist.",
      ])
  }

  @Test func `A name that is not UTF-8 is read by what it is shown as`() throws {
    try folder.file("a.txt", "Words.")
    let name = Array((folder.path + "/caf").utf8) + [0xE9] + Array(".txt".utf8) + [0]
    let descriptor = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { name in
      name.baseAddress.map { creat($0, 0o600) } ?? -1
    }
    try #require(descriptor >= 0)
    try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).write(
      contentsOf: Data("More.".utf8))
    #expect(outcome([folder.path]) == ["Words.", "More."])
    let path = folder.path + "/caf<E9>.txt"
    #expect(outcome([path]) == ["More."])
    #expect(try Ingest().article(at: .file(path)).path == path)
    // Signs that somebody has written into a name are as good a name as any.
    try folder.file("a<E9>b<80>.txt", "Signs.")
    #expect(outcome([folder.path + "/a<E9>b<80>.txt"]) == ["Signs."])
    #expect(outcome([folder.path + "/<FF>.txt"]) == ["\(folder.path)/<FF>.txt does not exist."])
  }

  @Test func `What never ends is refused at the limit`() throws {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(repeating: 0x61, count: 5000))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect(outcome([path], by: Ingest(sizeLimit: 4096)) == ["\(path) is larger than 4 kB."])
  }

  @Test func `A pipe that nobody writes to is not waited for`() throws {
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    #expect(
      outcome([path, "/dev/zero"]) == [
        "\(path) is a pipe, not a file.", "/dev/zero is a device, not a file.",
      ])
  }

  @Test func `The pipe of the shell is read to its end`() throws {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data("From a command.\r\n".utf8))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    #expect(outcome([path]) == ["From a command.\n"])
  }

  // MARK: Folders

  @Test func `A folder is its texts by name, and those of the folders below`() throws {
    for name in [
      "10 flood.txt", "9 Fire.TXT", "notes.markdown", "old/story", "old/deeper/a.md", "B.text",
      ".hidden.txt", ".git/config.txt", "picture.png", "fire.meta.json", "page.html", "README.md",
    ] {
      try folder.file(name, name + " has words.")
    }
    try folder.file("old/tool", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0])
    #expect(
      outcome([folder.path]) == [
        "9 Fire.TXT has words.", "10 flood.txt has words.", "B.text has words.",
        "notes.markdown has words.",
        "old/deeper/a.md has words.", "old/story has words.", "page.html has words.",
      ])
  }

  @Test func `A folder without texts says so`() throws {
    let empty = try folder.folder("empty")
    try folder.file("pictures/deep/a.png", "x")
    let pictures = folder.path + "/pictures"
    #expect(
      outcome([empty, pictures]) == [
        "\(empty) holds no articles: no .txt, .text, .md, .markdown, .html, .htm, .xhtml, .mhtml, .mht, .eml, .mbox or .pdf files.",
        "\(pictures) holds no articles: no .txt, .text, .md, .markdown, .html, .htm, .xhtml, .mhtml, .mht, .eml, .mbox or .pdf files.",
      ])
  }

  @Test func `An empty text in a folder is a problem of its own`() throws {
    let empty = try folder.file("a.txt", "")
    try folder.file("b.txt", "Words.")
    #expect(outcome([folder.path]) == ["\(empty) is empty.", "Words."])
  }

  @Test func `Links that lead in a circle end`() throws {
    try folder.file("news/a.txt", "Words.")
    _ = try folder.link("news/again", to: folder.path)
    let loop = try folder.link("loop.txt", to: folder.path + "/loop.txt")
    #expect(outcome([folder.path]) == ["Words."])
    #expect(outcome([loop]) == ["\(loop) cannot be read: its links lead in a circle."])
  }

  @Test func `A file given twice is read once`() throws {
    let path = try folder.file("a.txt", "Words.")
    let link = try folder.link("b.txt", to: path)
    #expect(outcome([path, folder.path, link]) == ["Words."])
  }

  @Test func `A folder with too many texts opens the first ones`() throws {
    for number in 1...5 { try folder.file("\(number).txt", "Story \(number).") }
    #expect(
      outcome([folder.path], by: Ingest(fileLimit: 3)) == [
        "Story 1.", "Story 2.", "Story 3.",
        "\(folder.path) holds more than 3 texts; only the first 3 are opened.",
      ])
  }

  @Test func `Nothing is read before it is asked for`() throws {
    let path = try folder.file("a.txt", "Words.")
    let places = try Ingest().places(at: [path, "-"]).map { try $0.get() }
    #expect(places == [.file(path), .standardInput])
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: IngestError.missing(path: path)) { try Ingest().article(at: places[0]) }
  }

  @Test func `Bytes from elsewhere are an article without a path`() throws {
    let article = try Ingest().article(
      from: Array("\u{FEFF}Caf\u{E9} burns\r\n\r\nNo one was hurt.".utf8), path: nil)
    #expect(article.text.string == "Café burns\n\nNo one was hurt.")
    #expect(article.title == "Café burns")
    #expect(article.path == nil)
    #expect(throws: IngestError.empty(path: "standard input")) {
      try Ingest().article(from: [], path: nil)
    }
  }
}
