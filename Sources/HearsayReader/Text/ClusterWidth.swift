import HearsayModel
import HearsayScreen

/// How long and how wide the clusters of a text are, without making a `Character` of each.
///
/// Nearly all of a news text is ASCII and a few dozen other letters that never join with their neighbours;
/// those are told from their bytes. The rest goes through ``SafeText``, which also draws them.
struct ClusterWidth {
  /// Bytes and columns of a cluster.
  struct Extent {
    var bytes: Int
    var columns: Int
  }

  /// Columns between the stops of a tabulator.
  static let tab = 4

  private static let ascii: [UInt8] = (0..<128).map { code in
    let text = String(UnicodeScalar(UInt8(code)))
    return UInt8(SafeText.clusters(of: text).reduce(0) { $0 + $1.width })
  }

  private let ascii = Self.ascii

  /// The cluster that begins at byte `offset` of `bytes`, which ends at `end`.
  @inline(__always)
  func extent(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Extent {
    let byte = bytes[offset]
    if byte < 0x80 {
      let next = offset + 1
      if next >= end || bytes[next] < 0x80 || standsAlone(at: next, before: end, in: bytes) != nil {
        return Extent(bytes: 1, columns: Int(ascii[Int(byte)]))
      }
    } else if let (length, width) = standsAlone(at: offset, before: end, in: bytes) {
      let next = offset + length
      if next >= end || bytes[next] < 0x80 || standsAlone(at: next, before: end, in: bytes) != nil {
        return Extent(bytes: length, columns: width)
      }
    }
    return composed(at: offset, before: end, in: bytes)
  }

  /// Length and width of a letter beyond ASCII that never joins with others; `nil` where it might.
  @inline(__always)
  private func standsAlone(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> (Int, Int)?
  {
    let lead = bytes[offset]
    switch lead {
    case 0xC3...0xCA:  // Latin with accents
      return (2, 1)
    case 0xCE, 0xCF, 0xD0, 0xD1:  // Greek, Cyrillic
      return (2, 1)
    case 0xE2:  // dashes, quotation marks, bullets, the ellipsis
      guard offset + 2 < end, bytes[offset + 1] == 0x80 else { return nil }
      return (0x90...0xA6).contains(bytes[offset + 2]) ? (3, 1) : nil
    case 0xE4...0xE9, 0xEB, 0xEC:  // Han and most of Hangul
      return lead == 0xE4 && bytes[offset + 1] < 0xB8 ? nil : (3, 2)
    default:
      return nil
    }
  }

  /// Any other cluster, by the rules of Unicode.
  private func composed(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> Extent
  {
    // A cluster longer than this is no letter of any language; it is cut between code points.
    var stop = min(end, offset + 128)
    while stop < end, stop > offset + 1, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    let ahead = String(decoding: bytes[offset..<stop], as: UTF8.self)
    guard let character = ahead.first else { return Extent(bytes: 1, columns: 0) }
    let cluster = String(character)
    let columns = SafeText.clusters(of: cluster).reduce(0) { $0 + $1.width }
    return Extent(bytes: min(cluster.utf8.count, end - offset), columns: columns)
  }
}
