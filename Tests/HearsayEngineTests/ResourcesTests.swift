import Foundation
import HearsayResources
import Testing

@Suite("Where the data files are")
struct ResourcesTests {
  @Test("The tests find the folder that the build copied")
  func beside() throws {
    #expect(try Resources.locate().text("languages/en/grammar.txt").contains("[determiner]"))
  }

  @Test("An installed program finds them in share")
  func share() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appendingPathComponent("share/hearsay")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("languages"), withIntermediateDirectories: true)
    let program = root.appendingPathComponent("bin/hearsay")
    #expect(try Resources.locate(named: nil, beside: [program.path]).folder.path == folder.path)
  }

  @Test("A folder that isn't there is said in one sentence")
  func missing() {
    let error = #expect(throws: ResourceError.self) {
      try Resources.locate(named: "/nowhere", beside: [])
    }
    #expect(
      error?.description
        == "The data files of hearsay are missing: set HEARSAY_RESOURCES to their folder"
        + " (looked in /nowhere).")
  }

  @Test("A file that isn't there is named")
  func unreadable() throws {
    let resources = Resources(folder: URL(fileURLWithPath: "/nowhere"))
    #expect(throws: ResourceError.unreadable(path: "/nowhere/cues.txt")) {
      try resources.text("cues.txt")
    }
  }
}
