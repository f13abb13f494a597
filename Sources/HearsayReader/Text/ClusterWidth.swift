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

  /// The cluster that begins at byte `offset` of `bytes`, which ends at `end`.
  @inline(__always)
  func extent(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Extent {
    let byte = bytes[offset]
    if byte < 0x80 {
      let next = offset + 1
      if next >= end || bytes[next] < 0x80 || letter(at: next, before: end, in: bytes) != nil {
        return Extent(bytes: 1, columns: 1)
      }
    } else if let (length, width) = letter(at: offset, before: end, in: bytes) {
      let next = offset + length
      if next >= end || bytes[next] < 0x80 || letter(at: next, before: end, in: bytes) != nil {
        return Extent(bytes: length, columns: width)
      }
    }
    return composed(at: offset, before: end, in: bytes)
  }

  /// Whether a letter begins here that joins with none before it.
  func standsAlone(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[offset] < 0x80 || letter(at: offset, before: end, in: bytes) != nil
  }

  /// Length and width of a letter beyond ASCII that never joins with others; `nil` where it might.
  @inline(__always)
  private func letter(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>)
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

  /// Any other cluster, code point by code point.
  private func composed(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> Extent
  {
    // A cluster longer than this is no letter of any language; it is cut between code points.
    let limit = min(end, offset + 128)
    var (scalar, next) = decode(at: offset, before: end, in: bytes)
    var columns = SafeText.columns(of: scalar)
    var isHalfFlag = (0x1F1E6...0x1F1FF).contains(scalar.value)
    while next < limit {
      let (following, after) = decode(at: next, before: end, in: bytes)
      guard SafeText.keepsTogether(scalar, following) else { break }
      if SafeText.columns(of: following) > 0, (0x1F1E6...0x1F1FF).contains(following.value) {
        // Flags are pairs: a third half begins the next one.
        guard isHalfFlag else { break }
        isHalfFlag = false
      }
      columns += SafeText.columns(of: following)
      scalar = following
      next = after
    }
    return Extent(bytes: next - offset, columns: columns)
  }

  /// The code point at `offset`, and where the next one begins.
  @inline(__always)
  private func decode(at offset: Int, before end: Int, in bytes: UnsafeBufferPointer<UInt8>)
    -> (Unicode.Scalar, Int)
  {
    let lead = UInt32(bytes[offset])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= end else {
      return (Unicode.Scalar(lead < 0x80 ? UInt8(lead) : 0xBF), offset + 1)
    }
    var value = lead & (0xFF >> UInt32(length + 1))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + length)
  }
}
