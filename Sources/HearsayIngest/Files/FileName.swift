#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names of files, which are bytes to the system and text to this program.
///
/// A byte that is no UTF-8 is written out as in a text: `caf<E9>.txt`. So the name can be shown, kept and exported, and who
/// asks for it gets the file with that byte in its name.
package enum FileName {
  /// The name as text.
  package static func text(_ bytes: [UInt8]) -> String {
    String(decoding: DamagedUTF8.repaired(bytes), as: UTF8.self)
  }

  /// What was said on the command line behind the name of the program.
  package static var arguments: [String] {
    (1..<max(1, CommandLine.argc)).map { index in
      guard let argument = CommandLine.unsafeArgv[Int(index)] else { return "" }
      return text(Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument))))
    }
  }

  /// Hands over the name as the system knows it.
  package static func withSystemName<Result>(
    of name: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    guard let bytes = oddBytes(of: name) else { return name.withCString(body) }
    return bytes.withUnsafeBufferPointer { bytes in
      var info = stat()
      // Somebody may have written the signs themselves into a name.
      guard let start = bytes.baseAddress, lstat(start, &info) == 0 else {
        return name.withCString(body)
      }
      return body(start)
    }
  }

  /// The name with every `<E9>` as that byte, and the NUL behind it; `nil` where there is none.
  private static func oddBytes(of name: String) -> [CChar]? {
    guard name.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var bytes: [UInt8] = []
    var isOdd = false
    var rest = Array(name.utf8)[...]
    while let first = rest.first {
      if let byte = byte(writtenAt: rest) {
        isOdd = true
        bytes.append(byte)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return isOdd ? (bytes + [0]).map { CChar(bitPattern: $0) } : nil
  }

  private static func byte(writtenAt place: ArraySlice<UInt8>) -> UInt8? {
    let sign = Array(place.prefix(4))
    guard sign.count == 4, sign[0] == UInt8(ascii: "<"), sign[3] == UInt8(ascii: ">"),
      let byte = UInt8(String(decoding: sign[1...2], as: UTF8.self), radix: 16), byte >= 0x80
    else { return nil }
    return byte
  }
}
