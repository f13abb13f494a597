import Foundation
import HearsayTestSupport

/// The inputs of a target: those that are kept, and any number of others made of them.
public struct Inputs: Sendable {
  /// Small ones to begin with.
  public let seeds: [[UInt8]]
  private let pieces: [[UInt8]]
  private let longest: Int

  /// The inputs of a target.
  ///
  /// - Throws: where the files of the target cannot be read.
  public init(of target: FuzzTarget) throws {
    seeds = try Self.files(in: "Corpus", of: target).map(\.bytes) + target.seeds() + [[]]
    pieces = try target.dictionaries.flatMap(FuzzDictionary.pieces)
    longest = target.longest
  }

  /// The inputs that once broke something, by the names of their files.
  public static func kept(for target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    try files(in: "Broke", of: target)
  }

  private static func files(
    in folder: String, of target: FuzzTarget
  ) throws -> [(name: String, bytes: [UInt8])] {
    let folder = FuzzDictionary.home.appendingPathComponent("\(folder)/\(target.name)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }
}

// MARK: - Others

extension Inputs {
  /// The input of a number: for the same seed and number it is the same one.
  public func input(_ number: Int, seed: UInt64) -> [UInt8] {
    var dice = Dice(seed: seed &* 0x1_0000_0001 &+ UInt64(number))
    var bytes = seeds.randomElement(using: &dice) ?? []
    // Nothing but pieces, one time in six.
    if Int.random(in: 0..<6, using: &dice) == 0 { bytes = [] }
    for _ in 0..<Int.random(in: 1...12, using: &dice) { change(&bytes, &dice) }
    return Array(bytes.prefix(longest))
  }

  private func change(_ bytes: inout [UInt8], _ dice: inout Dice) {
    let place = Int.random(in: 0...bytes.count, using: &dice)
    let short = min(bytes.count, place + Int.random(in: 0..<8, using: &dice))
    let long = min(bytes.count, place + Int.random(in: 0..<400, using: &dice))
    switch Int.random(in: 0..<12, using: &dice) {
    case 0: bytes.removeSubrange(place..<short)
    case 1: bytes.removeSubrange(place..<long)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<long]), at: place)
    case 3:
      // A stretch of another one, or of the same.
      let other = seeds.randomElement(using: &dice) ?? []
      let start = Int.random(in: 0...other.count, using: &dice)
      let end = min(other.count, start + Int.random(in: 0..<300, using: &dice))
      bytes.replaceSubrange(place..<short, with: other[start..<end])
    case 4 where !bytes.isEmpty:
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        bytes[Int.random(in: bytes.indices, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      }
    case 5 where Int.random(in: 0..<3, using: &dice) == 0: bytes.removeSubrange(place...)
    case 6:
      // The same again and again: nested, or long.
      let piece = pieces.randomElement(using: &dice) ?? []
      let times = 1 << Int.random(in: 0...9, using: &dice)
      bytes.insert(contentsOf: Array(repeating: piece, count: times).joined(), at: place)
      if bytes.count > longest { bytes.removeSubrange(longest...) }
    default:
      let piece = pieces.randomElement(using: &dice) ?? []
      bytes.replaceSubrange(place..<(Bool.random(using: &dice) ? place : short), with: piece)
    }
  }
}
