import Foundation
import HearsayResources

/// How likely a block is a part of the article: a forest of small decision trees, trained on pages.
///
/// `Sources/Training/blocks.py` grows it from what the features say of pages whose article is known; the file is text,
/// with a line for each tree.
struct BlockJudge: Sendable {
  /// A question in a tree, or an answer.
  private struct Node: Sendable {
    /// The feature that is asked for; -1 for an answer.
    var feature: Int32
    /// What it must not exceed to go left, or the answer.
    var value: Float
    /// Where the left side stands; the right one follows it.
    var left: Int32
  }

  private var trees: [[Node]] = []
  private var start: Float = 0

  init(in resources: Resources) throws {
    guard let text = try? resources.text("pages/blocks.model") else { return }
    var names: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      switch words.first {
      case "start": start = words.last.flatMap { Float($0) } ?? 0
      case "features": names = words.dropFirst().map(String.init)
      default:
        trees.append(
          try Self.tree(words, features: names.count, path: resources.path("pages/blocks.model")))
      }
    }
    guard names == BlockFeatures.names else {
      throw ResourceError.unreadable(path: resources.path("pages/blocks.model"))
    }
  }

  /// `feature:limit:left` for a question, `=answer` for an answer.
  private static func tree(_ words: [Substring], features: Int, path: String) throws -> [Node] {
    let nodes = words.compactMap { word -> Node? in
      if word.first == "=" {
        return Float(word.dropFirst()).map { Node(feature: -1, value: $0, left: 0) }
      }
      let parts = word.split(separator: ":")
      guard parts.count == 3, let feature = Int32(parts[0]), let limit = Float(parts[1]),
        let left = Int32(parts[2]), (0..<Int32(features)).contains(feature)
      else { return nil }
      return Node(feature: feature, value: limit, left: left)
    }
    // Every question leads on: no tree goes round in circles, none ends outside.
    let isWhole = nodes.enumerated().allSatisfy { index, node in
      node.feature < 0 || Int(node.left) > index && Int(node.left) + 1 < nodes.count
    }
    guard nodes.count == words.count, isWhole, !nodes.isEmpty else {
      throw ResourceError.unreadable(path: path)
    }
    return nodes
  }

  /// Between 0 and 1 for each row of features.
  func chances(_ rows: [[Float]]) -> [Float] {
    rows.map { row in
      var sum = start
      for tree in trees {
        var node = tree[0]
        while node.feature >= 0 {
          node = tree[Int(node.left) + (row[Int(node.feature)] <= node.value ? 0 : 1)]
        }
        sum += node.value
      }
      return 1 / (1 + exp(-sum))
    }
  }
}
