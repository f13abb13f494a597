import CKernels
import Foundation
import HearsayEngine
import HearsayLanguage
import HearsayModel
import HearsayResources
import HearsayTestSupport

// The trained network.
extension FuzzTarget {
  /// A model file with wrong bytes in it and checksums that fit: it is refused in a sentence, or whatever it finds lies inside
  /// the text.
  ///
  /// An input is a list of changes, seven bytes each: two for the way to reckon the place, four for the place, one for what
  /// stands there. A place with an even beginning lies in the header.
  static let model = FuzzTarget("model", longest: 210) { changes in
    guard let file = try modelFile.get() else { return }
    try file.changed(changes) { path in
      let tagger: ModelTagger
      do {
        tagger = try ModelTagger(path: path, threads: 1)
      } catch {
        return try requireSentence("\(error)".replacing(path, with: "x"))
      }
      let article = Article(id: "sha256:0", text: ArticleText("“No,” Ana Lund said.\n\nShe left."))
      let document = Document(article)
      for found in tagger.attributions(in: 0..<document.paragraphs.count, of: document) {
        for span in found.content + [found.source, found.cue].compactMap(\.self) {
          try require(
            0 <= span.start && span.start < span.end && span.end <= article.text.count,
            "Something is found outside of the text")
        }
      }
    }
  }

  private static let modelFile = Result { try ModelCopy(resources: Resources.locate()) }
}

/// A copy of the model file that is changed and mended again.
private final class ModelCopy: @unchecked Sendable {
  private let folder: TemporaryFolder
  private let path: String
  private let whole: [UInt8]
  private let lock = NSLock()
  private static let checked = 40

  /// `nil` where there is no model.
  init?(resources: Resources) throws {
    guard let name = resources.names(in: "model").last(where: { $0.hasSuffix(".model") }) else {
      return nil
    }
    folder = try TemporaryFolder()
    whole = Array(try Data(contentsOf: URL(fileURLWithPath: resources.path("model/\(name)"))))
    path = try folder.file(name, whole)
  }

  /// Makes the changes, puts the checksums right, hands over the file and takes the changes back.
  func changed(_ changes: [UInt8], _ body: (String) throws -> Void) throws {
    lock.lock()
    defer { lock.unlock() }
    var bytes = whole
    let header = 8_192
    for start in stride(from: 0, through: changes.count - 7, by: 7) {
      let change = changes[start..<start + 7]
      let number = change.dropFirst(2).prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let room = change[start] % 2 == 0 ? header : bytes.count - Self.checked
      bytes[Self.checked + number % room] = change[start + 6]
    }
    var (plain, placed): (UInt64, UInt64) = (0, 0)
    bytes.withUnsafeBytes {
      guard let start = $0.baseAddress else { return }
      hk_checksum(start + Self.checked, $0.count - Self.checked, &plain, &placed)
    }
    withUnsafeBytes(of: (plain.littleEndian, placed.littleEndian)) {
      bytes.replaceSubrange(24..<40, with: $0)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try body(path)
  }
}
