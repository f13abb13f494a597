import Foundation
import Testing

@testable import HearsayNeural

/// The model file of the repository, or the one that `HEARSAY_MODEL` names.
enum TestModel {
  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["HEARSAY_MODEL"]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Resources/model").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = files.sorted().last { $0.hasSuffix(".model") }.map { folder + "/" + $0 }
    return named ?? own
  }()

  static let isThere = path != nil
  static let missing: Comment = "There is no model file in Resources/model."

  /// The network, with kernels for less than this processor may have where `kernels` says so.
  static func network(kernels: Int = .max) throws -> Network {
    try Network(path: #require(path), kernels: kernels)
  }

  /// The lines of a fixture, cut at tabs.
  static func fixture(_ name: String) throws -> [[String]] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name)")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
