import Foundation
import Testing

@testable import HearsayNeural

struct ModelFileTests {
  /// A file with these bytes that is gone when the test is over.
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("model-\(UInt64.random(in: 0 ... .max)).model")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  private func sentence(_ path: String) -> String {
    do {
      return try Network(path: path).name
    } catch {
      return "\(error)"
    }
  }

  @Test func `A file that is not there`() {
    #expect(sentence("/no/such.model") == "The model file /no/such.model cannot be read.")
  }

  @Test(arguments: ["", "Hello", String(repeating: "A long letter. ", count: 100)])
  func `A file of another kind`(text: String) throws {
    try withFile(Array(text.utf8)) { path in
      let expected =
        text.isEmpty
        ? "The model file \(path) cannot be read."
        : "\(path) is not a model file that this version can use."
      #expect(sentence(path) == expected)
    }
  }

  @Test(
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [16, 24, 39, 40, 500, 100_000, 9_999_999, -1])
  func `A damaged file is refused, wherever the damage is`(place: Int) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: #require(TestModel.path))))
    bytes[place < 0 ? bytes.count + place : place] ^= 0x10
    try withFile(bytes) { path in
      #expect(
        sentence(path) == "The model file \(path) is damaged; put a fresh copy in its place.")
    }
  }

  @Test(
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [40, 41, 4096, 1_000_000])
  func `A file that was cut short is refused`(length: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: #require(TestModel.path))))
    try withFile(Array(bytes[..<length])) { path in
      #expect(
        sentence(path) == "The model file \(path) is damaged; put a fresh copy in its place.")
    }
  }

  @Test("A pipe is no model file, and nobody waits for it", .timeLimit(.minutes(40)))
  func pipe() throws {
    let path = FileManager.default.temporaryDirectory.path + "/pipe-\(UUID().uuidString).model"
    mkfifo(path, 0o600)
    defer { unlink(path) }
    #expect(sentence(path) == "The model file \(path) cannot be read.")
  }

  @Test(
    "A file that is cut short while it is in use stops nothing, and is told from a whole one",
    .enabled(if: TestModel.isThere, TestModel.missing),
    arguments: [0, 5_000, 1_000_000, 20_000_000])
  func cutShortInUse(length: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: #require(TestModel.path))))
    try withFile(bytes) { path in
      let network = try Network(path: path)
      let text = Array("“The quay is closed,” Mayor Ana Lund said on Monday.".utf8)
      let found = network.attributions(in: text, paragraphs: [0..<text.count], wanted: 0..<1)
      #expect(network.isWhole && found.count == 1)
      #expect(truncate(path, length) == 0)
      for _ in 0..<2 {
        _ = network.attributions(in: text, paragraphs: [0..<text.count], wanted: 0..<1)
      }
      #expect(!network.isWhole)
    }
  }

  @Test(.enabled(if: TestModel.isThere, TestModel.missing))
  func `A model of the next generation is refused`() throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: #require(TestModel.path))))
    bytes[8] += 1
    try withFile(bytes) { path in
      #expect(sentence(path) == "\(path) is not a model file that this version can use.")
    }
  }

  @Test(.enabled(if: TestModel.isThere, TestModel.missing))
  func `A model says its name and version`() throws {
    #expect(try TestModel.network().name.hasPrefix("hearsay-minilm "))
  }
}
