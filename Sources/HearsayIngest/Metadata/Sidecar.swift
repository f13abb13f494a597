#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Metadata {
  /// What the file beside an article says: `fire.meta.json` for `fire.txt`.
  ///
  /// ```json
  /// {"title": "Mill burns", "url": "https://…", "date": "2024-06-13", "author": "Jane Doe", "site": "Gazette"}
  /// ```
  /// Names that are not known are passed over, and so is a file that is no such object: the article
  /// can be read without it.
  init(sidecar bytes: [UInt8]) {
    self.init()
    let decoder = JSONDecoder()
    guard let facts = try? decoder.decode([String: Fact].self, from: Data(bytes)) else { return }
    for (key, fact) in facts.sorted(by: { $0.key < $1.key }) {
      if let text = fact.text { note(text, for: key) }
    }
    if let url, publisher == nil { publisher = Outlets.name(ofAddress: url) }
  }

  /// A value of whatever kind; only words matter.
  private struct Fact: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let value = try? decoder.singleValueContainer()
      text =
        (try? value?.decode(String.self))
        ?? (try? value?.decode([String].self)).map { $0.joined(separator: ", ") }
    }
  }
}
