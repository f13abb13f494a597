/// How many bytes of a text are control characters, and whether it has carriage returns.
struct ControlCensus {
  private(set) var controls = 0
  private(set) var hasCarriageReturns = false
  private let count: Int

  init(of utf8: [UInt8]) {
    count = utf8.count
    // Sums without branches, which the compiler turns into sixteen bytes at a time.
    (controls, hasCarriageReturns) = utf8.withUnsafeBufferPointer { bytes in
      var controls = 0
      var returns = 0
      for byte in bytes {
        controls &+= byte < 0x20 || byte == 0x7F ? 1 : 0
        controls &-= byte >= 0x09 && byte <= 0x0D ? 1 : 0
        returns &+= byte == carriageReturn ? 1 : 0
      }
      return (controls, returns > 0)
    }
  }

  /// Whether they are too many for words: more than one in twenty.
  ///
  /// A few are shown, not refused: news pasted from a terminal has escape characters. Bytes by chance have one in nine.
  var saysBinary: Bool { controls * 20 > count }
}
