import CKernels

/// What measurements and tests need to see of the inside.
extension Network {
  /// The network in the file at `path`, with kernels for less than this processor may have.
  ///
  /// - Parameter kernels: 0 for those that run anywhere, 1 for AVX2, 2 for AVX-512 VNNI; never more than can be run.
  package convenience init(path: String, kernels: Int) throws {
    let wanted = hk_processor(rawValue: Int32(clamping: max(0, kernels))) ?? hk_vnni
    let most = hk_this_processor()
    try self.init(path: path, processor: wanted.rawValue < most.rawValue ? wanted : most)
  }

  /// One line for every line of the text: piece numbers, word starts, cases, places.
  package func describePieces(of bytes: [UInt8]) -> String {
    var output = ""
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let blocks = TextBlock.blocks(of: bytes, start..<end, paragraph: 0, vocabulary: vocabulary)
      output += blocks.flatMap(\.pieces).map(String.init).joined(separator: " ") + "\t"
      output += blocks.flatMap(\.cases).map { String($0.rawValue) }.joined() + "\t"
      output += blocks.flatMap(\.places).map { String($0.rawValue) }.joined() + "\t"
      output += blocks.flatMap(\.words).map { "\($0.lowerBound - start)-\($0.upperBound - start)" }
        .joined(separator: " ")
      output += "\n"
      start = end + 1
    }
    return output
  }

  /// Reads a window of made-up pieces whenever it is called.
  package func benchmark(window: Int) -> () -> Void {
    let scratch = Scratch(encoder.settings, tokens: window)
    let pieces = (0..<window).map { Int32(1000 + $0 * 97 % 20000) }
    let zeros = [Int32](repeating: 0, count: window)
    let input = EncoderInput(pieces: pieces, cases: zeros, places: zeros)
    return { self.encoder.read(input, scratch) }
  }

  /// The states of these pieces, row by row. (pieces, hidden)
  package func states(pieces: [Int32], cases: [Int32], places: [Int32]) -> [Float] {
    let scratch = Scratch(encoder.settings, tokens: pieces.count)
    encoder.read(EncoderInput(pieces: pieces, cases: cases, places: places), scratch)
    return Array(
      UnsafeBufferPointer(start: scratch.states, count: pieces.count * encoder.settings.hidden))
  }
}
