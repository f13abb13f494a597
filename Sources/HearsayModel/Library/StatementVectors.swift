/// A vector for each statement of an article: the closer two vectors, the closer what is said.
///
/// They are kept in eight bits a number, which moves a likeness by less than half a per cent.
public struct StatementVectors: Hashable, Sendable {
  /// Which network made them: those of two networks cannot be compared.
  public var model: String
  /// Which statements they are of, by their short names: `a5`, `u2`.
  public var items: [ReadingPosition.Item]
  /// Of each vector its scale, as a little-endian 32-bit number, and its numbers.
  public var bytes: [UInt8]

  /// How many bytes the scale takes.
  public static let scaleBytes = 4

  /// These vectors as they are kept.
  public init(model: String, items: [ReadingPosition.Item], bytes: [UInt8]) {
    self.model = model
    self.items = items
    self.bytes = bytes
  }

  /// Vectors of length 1, one for each item and all with as many numbers.
  public init(model: String, items: [ReadingPosition.Item], _ vectors: [[Float]]) {
    self.init(model: model, items: items, bytes: [])
    for vector in vectors {
      let largest = vector.reduce(0) { max($0, abs($1)) }
      let scale = largest > 0 && largest.isFinite ? largest / 127 : 1
      withUnsafeBytes(of: scale.bitPattern.littleEndian) { bytes += $0 }
      bytes += vector.map { number in
        UInt8(bitPattern: Int8(clamping: Int((number.isFinite ? number / scale : 0).rounded())))
      }
    }
  }

  /// How many bytes each vector takes; `nil` where they do not come out even.
  public var stride: Int? {
    guard !items.isEmpty, bytes.count % items.count == 0,
      bytes.count / items.count > Self.scaleBytes
    else { return nil }
    return bytes.count / items.count
  }

  /// The vector of an item, as it is kept.
  public func vector(of item: ReadingPosition.Item) -> ArraySlice<UInt8>? {
    guard let stride, let index = items.firstIndex(of: item) else { return nil }
    return bytes[index * stride..<(index + 1) * stride]
  }
}

// MARK: - Comparing

extension StatementVectors {
  /// How much two kept vectors have in common, from -1 to 1; 0 where they are not of one kind.
  public static func likeness(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
  ) -> Float {
    guard one.count == other.count, one.count > scaleBytes else { return 0 }
    var sum: Int32 = 0
    for index in scaleBytes..<one.count {
      sum &+= Int32(Int8(bitPattern: one[index])) &* Int32(Int8(bitPattern: other[index]))
    }
    return Float(sum) * scale(one) * scale(other)
  }

  private static func scale(_ vector: UnsafeRawBufferPointer) -> Float {
    Float(bitPattern: UInt32(littleEndian: vector.loadUnaligned(as: UInt32.self)))
  }
}
