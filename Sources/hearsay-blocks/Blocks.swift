import Foundation
import HearsayPages
import HearsayResources

/// `hearsay-blocks FILE…`: the blocks of pages with their features, for the training program.
///
/// A line of JSON for each page. Not installed.
@main
enum Blocks {
  static func main() throws {
    let reader = try PageReader(resources: .locate())
    if CommandLine.arguments.contains("--names") {
      print(PageReader.featureNames.joined(separator: " "))
      return
    }
    let isText = CommandLine.arguments.contains("--text")
    for path in CommandLine.arguments.dropFirst() where !path.hasPrefix("--") {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      let began = clock()
      let object: [String: Any]
      if isText {
        let page = try? reader.read(bytes)
        let text = page?.paragraphs.map(\.text).joined(separator: "\n\n") ?? ""
        object = ["path": path, "text": text, "cpu": Double(clock() - began) / 1e6]
      } else {
        let (texts, rows, groups, parents) = reader.features(of: bytes)
        object = [
          "path": path, "texts": texts, "rows": rows.map { $0.map { Double($0) } },
          "groups": groups, "parents": parents,
        ]
      }
      let data = try JSONSerialization.data(withJSONObject: object)
      FileHandle.standardOutput.write(data + Data([0x0A]))
    }
  }
}
