import Foundation
import HearsayIngest
import HearsayModel
import HearsayTestSupport
import Testing

@Suite("The beginning of a file")
struct BeginningTests {
  private func beginning(of bytes: [UInt8], named name: String = "fire.txt") throws -> ArticleText?
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return Ingest().beginning(of: .file(file.path))
  }

  @Test(arguments: [
    "A harbour burned. ", "Une école brûle, à l’aube. ", "A line.\r\n", "北方 建設 。\n",
  ])
  func `What is read first is the beginning of the article`(words: String) throws {
    for count in [1, 10, 20_000] {
      let bytes = Array(String(repeating: words, count: count).utf8)
      let whole = try Ingest().article(from: bytes, path: nil).text
      let beginning = try #require(try beginning(of: bytes))
      #expect(whole.bytes.starts(with: beginning.bytes))
      #expect(beginning.count > 0)
    }
  }

  @Test func `What can be read in several ways has none`() throws {
    #expect(try beginning(of: Array("caf".utf8) + [0xE9] + Array(" noir \n".utf8)) == nil)
    #expect(try beginning(of: [0xFF, 0xFE, 0x41, 0, 0x20, 0]) == nil)
    #expect(try beginning(of: Array("%PDF-1.4 x\n".utf8)) == nil)
    #expect(try beginning(of: Array("<html> <body>\n".utf8), named: "page.html") == nil)
    #expect(try beginning(of: []) == nil)
    #expect(try beginning(of: Array(" \n \n".utf8)) == nil)
    #expect(Ingest().beginning(of: .standardInput) == nil)
    #expect(Ingest().beginning(of: .file("/nowhere")) == nil)
    #expect(Ingest().beginning(of: .file("/")) == nil)
  }
}
