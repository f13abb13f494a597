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

  /// The forest in these resources.
  ///
  /// - Throws: `ResourceError` where there is none, or one that knows other features.
  init(in resources: Resources) throws {
    let path = "pages/blocks.model"
    var reader = ModelReader(try resources.bytes(path))
    var names: [String] = []
    while let word = reader.word() {
      switch word {
      case "start": start = reader.number()
      case "features": names = reader.restOfLine().split(separator: " ").map(String.init)
      default: _ = reader.restOfLine()
      }
      if word == "start" { break }
    }
    while let tree = reader.tree(features: names.count) { trees.append(tree) }
    guard names == BlockFeatures.names, !trees.isEmpty, reader.isAtEnd else {
      throw ResourceError.unreadable(path: resources.path(path))
    }
  }

  /// Goes over the bytes of a model once: taken apart as strings they would take as long as ten pages.
  ///
  /// A line is a tree: `feature:limit:left` for a question, `=answer` for an answer.
  private struct ModelReader {
    private let bytes: [CChar]
    private var position = 0

    init(_ data: Data) {
      // A zero ends the last number.
      bytes = data.map { CChar(bitPattern: $0) } + [0]
    }

    var isAtEnd: Bool { bytes[position...].allSatisfy { $0 == 0x0A || $0 == 0 } }

    mutating func word() -> String? {
      let start = position
      while bytes[position] > 0x20 { position += 1 }
      guard position > start else { return nil }
      return String(decoding: bytes[start..<position].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    mutating func restOfLine() -> String {
      let start = position
      while bytes[position] != 0x0A, bytes[position] != 0 { position += 1 }
      defer { if bytes[position] == 0x0A { position += 1 } }
      return String(decoding: bytes[start..<position].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    mutating func number() -> Float {
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        var end: UnsafeMutablePointer<CChar>?
        let value = strtof(base + position, &end)
        if let end { position = UnsafePointer(end) - base }
        return value
      }
    }

    private mutating func whole() -> Int32 {
      var value: Int32 = 0
      while bytes[position] >= 0x30, bytes[position] <= 0x39, value < 1_000_000 {
        value = value * 10 + Int32(bytes[position] - 0x30)
        position += 1
      }
      return value
    }

    private mutating func skip(_ byte: CChar) -> Bool {
      guard bytes[position] == byte else { return false }
      position += 1
      return true
    }

    /// The next tree; `nil` at the end, and where the line is none.
    mutating func tree(features: Int) -> [Node]? {
      while skip(0x0A) {}
      var nodes: [Node] = []
      while bytes[position] != 0x0A, bytes[position] != 0 {
        let start = position
        if skip(0x3D) {
          nodes.append(Node(feature: -1, value: number(), left: 0))
        } else {
          let feature = whole()
          guard skip(0x3A), feature < features else { return nil }
          let limit = number()
          guard skip(0x3A) else { return nil }
          nodes.append(Node(feature: feature, value: limit, left: whole()))
        }
        guard position > start + 1 else { return nil }
        _ = skip(0x20)
      }
      // Every question leads on: no tree goes round in circles, none ends outside.
      let isWhole = nodes.enumerated().allSatisfy { index, node in
        node.feature < 0 || Int(node.left) > index && Int(node.left) + 1 < nodes.count
      }
      return nodes.isEmpty || !isWhole ? nil : nodes
    }
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
