/// The lines that a message of mail begins with.
enum MailHead {
  /// Whether bytes begin with the head of a message: who sent it, and at least one more line that only mail has.
  ///
  /// A letter that somebody copied from a screen has lines such as "From: " and "Subject: " too, and no others.
  ///
  /// - Parameter isNamedSo: whether the file's name says that it is mail; then a sender is enough.
  static func opens(_ bytes: [UInt8], isNamedSo: Bool) -> Bool {
    guard let names = names(in: bytes[...]), names.contains("from") else { return false }
    return isNamedSo || !names.isDisjoint(with: onlyInMail)
  }

  /// The names of the lines up to the first empty one; `nil` where one of them has none.
  static func names(in bytes: ArraySlice<UInt8>) -> Set<String>? {
    var names: Set<String> = []
    for line in bytes.prefix(1 << 16).split(separator: lineFeed, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first else { return names.isEmpty ? nil : names }
      // A long line goes on in the next one, further in.
      if first == 0x20 || first == 0x09, !names.isEmpty { continue }
      if names.isEmpty, line.starts(with: "From ".utf8) { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return nil }
      names.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
    }
    return names.isEmpty ? nil : names
  }

  private static let onlyInMail: Set<String> = [
    "message-id", "mime-version", "received", "return-path", "delivered-to",
    "content-transfer-encoding", "x-mailer", "dkim-signature", "list-id",
  ]
}
