import Foundation
import GRDB
import HearsayModel
import HearsayStore
import HearsayTestSupport

/// A folder for a library, gone when the test is.
final class TemporaryLibrary {
  let folder: String
  var file: String { folder + "/hearsay.sqlite" }

  init() {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-test-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open(_ access: StoreAccess = .readWrite) throws -> Store {
    try Store.open(at: folder, access: access)
  }

  /// A database made by other hands than the store's.
  func makeDatabase(sql: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let database = try DatabaseQueue(path: file)
    try database.write { try $0.execute(sql: sql) }
    try database.close()
  }

  func makeFile(_ bytes: Data) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: file))
  }

  func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file)) }

  /// The sentence with which the library is refused.
  func refusal(_ access: StoreAccess = .readWrite) -> String? {
    do {
      _ = try open(access)
      return nil
    } catch {
      return "\(error)".replacingOccurrences(of: folder, with: "…")
    }
  }
}

// MARK: - Things to keep

extension Article {
  static func story(_ number: Int, _ text: String = "The quay was closed.") -> Article {
    Article(
      id: "sha256:\(number)", title: "Story \(number)", publisher: "Norrvik Post",
      text: ArticleText(text))
  }
}

extension Mark {
  static func sample(
    on article: Article.ID = "sha256:1", at start: Int = 4, note: String = "",
    created: Date = Date()
  ) -> Mark {
    var anchor = Anchor(Span(4, 8), in: ArticleText("The quay was closed. 🌉"))
    anchor.start = start
    anchor.end = start + 4
    return Mark(
      article: article, anchor: anchor,
      snapshot: Snapshot(
        articleTitle: "Norrvik closes its harbour bridge", publisher: "Norrvik Post",
        published: "2025-05-13", location: "bridge.txt", source: "a source", cue: "said",
        manner: .indirect, kind: .person, naming: .bare,
        chain: ["Norrvik Post", "Kustbladet", "a source"], flags: [.bareSource, .relayed],
        engine: "hearsay 0.1.0 rules"),
      status: .waiting, note: note, tags: ["bridge", "ask again"], created: created,
      modified: created.addingTimeInterval(0.001))
  }
}
