/// An address of a network, IPv4 or IPv6, and whether anything may be fetched from there that nobody typed.
package struct NetworkAddress: Hashable, Sendable {
  /// Four bytes or sixteen, as they travel.
  package let bytes: [UInt8]

  /// An address of these bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it is one of the open internet: no machine of one's own, no private or special network.
  ///
  /// Judged after a name is resolved and before anything connects: a name of the open internet may well stand for an
  /// address within one's own network.
  package var isPublic: Bool {
    switch bytes.count {
    case 4: !Self.isIn(Self.special4, bytes)
    case 16: isPublic6
    default: false
    }
  }

  private var isPublic6: Bool {
    // An IPv4 address in another dress is judged as what it is.
    for dress in Self.dresses where Self.isIn([dress.range], bytes) {
      return NetworkAddress(Array(bytes[dress.offset..<dress.offset + 4])).isPublic
    }
    // Nothing else than 2000::/3 is given out.
    return bytes[0] & 0xE0 == 0x20 && !Self.isIn(Self.special6, bytes)
  }
}

// MARK: - The ranges

extension NetworkAddress {
  private struct Range: Sendable {
    var start: [UInt8]
    /// How many bits of it count.
    var bits: Int
  }

  private static func isIn(_ ranges: [Range], _ bytes: [UInt8]) -> Bool {
    ranges.contains { range in
      (0..<range.bits).allSatisfy { bit in
        let mask = UInt8(0x80 >> (bit % 8))
        let start = bit / 8 < range.start.count ? range.start[bit / 8] : 0
        return (bytes[bit / 8] ^ start) & mask == 0
      }
    }
  }

  /// From IANA's registry of special IPv4 addresses.
  private static let special4: [Range] = [
    Range(start: [0], bits: 8),  // this network
    Range(start: [10], bits: 8),  // private
    Range(start: [100, 64], bits: 10),  // between a provider and its customers
    Range(start: [127], bits: 8),  // this machine
    Range(start: [169, 254], bits: 16),  // this link, clouds included
    Range(start: [172, 16], bits: 12),  // private
    Range(start: [192, 0, 0], bits: 24),  // protocols
    Range(start: [192, 0, 2], bits: 24),  // documentation
    Range(start: [192, 88, 99], bits: 24),  // relays of old
    Range(start: [192, 168], bits: 16),  // private
    Range(start: [198, 18], bits: 15),  // measurements
    Range(start: [198, 51, 100], bits: 24),  // documentation
    Range(start: [203, 0, 113], bits: 24),  // documentation
    Range(start: [224], bits: 4),  // groups
    Range(start: [240], bits: 4),  // kept back, and all at once
  ]

  /// From IANA's registry of special IPv6 addresses, within 2000::/3.
  private static let special6: [Range] = [
    Range(start: [0x20, 0x01, 0, 0], bits: 23),  // protocols, Teredo among them
    Range(start: [0x20, 0x01, 0x0D, 0xB8], bits: 32),  // documentation
    Range(start: [0x3F, 0xFF, 0], bits: 20),  // documentation
  ]

  /// Ranges of IPv6 that stand for IPv4, and where in it that stands.
  private static let dresses: [(range: Range, offset: Int)] = [
    // ::ffff:0:0/96, mapped
    (Range(start: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], bits: 96), 12),
    (Range(start: [], bits: 96), 12),  // ::/96, compatible; ::1 and :: are in 0.0.0.0/8
    (Range(start: [0, 0x64, 0xFF, 0x9B], bits: 96), 12),  // 64:ff9b::/96, translated
    (Range(start: [0x20, 0x02], bits: 16), 2),  // 2002::/16, 6to4
  ]
}
