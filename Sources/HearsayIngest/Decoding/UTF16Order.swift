/// Which byte of a two-byte unit comes first.
enum UTF16Order: Hashable {
  case littleEndian, bigEndian

  /// UTF-16 without a mark, by its zeros: in Western text every other byte is one.
  ///
  /// Most units must have a zero in the same place, and almost none in the other.
  init?(guessedFrom bytes: [UInt8]) {
    guard bytes.count % 2 == 0, bytes.count >= 4 else { return nil }
    let sample = bytes.prefix(4096)
    let first = stride(from: 0, to: sample.count - 1, by: 2).count { sample[$0] == 0 }
    let second = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    let units = sample.count / 2
    if second * 10 > units * 6, first * 50 <= units {
      self = .littleEndian
    } else if first * 10 > units * 6, second * 50 <= units {
      self = .bigEndian
    } else {
      return nil
    }
  }
}

// MARK: - Units

extension UTF16Order {
  /// The units of UTF-16; an odd byte at the end is a unit that lacks its half, and shows as U+FFFD.
  func units(of bytes: [UInt8]) -> [UInt16] {
    var units = [UInt16](unsafeUninitializedCapacity: bytes.count / 2 + 1) { units, count in
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units[count] = self == .littleEndian ? other << 8 | one : one << 8 | other
        count += 1
      }
    }
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return units
  }

  /// The units of UTF-32.
  func wideUnits(of bytes: [UInt8]) -> [UInt32] {
    var units = stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { index in
      let unit = bytes[index..<index + 4]
      return (self == .bigEndian ? Array(unit) : unit.reversed())
        .reduce(0) { $0 << 8 | UInt32($1) }
    }
    if bytes.count % 4 != 0 { units.append(0xFFFD) }
    return units
  }
}
