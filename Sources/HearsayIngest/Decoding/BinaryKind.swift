/// What a file is that is no text, by its first bytes.
struct BinaryKind: Hashable {
  /// With its article, for a sentence: "a PDF document".
  var name: String

  /// The kind of a file that begins with `bytes`, `nil` where they tell nothing.
  init?(openingOf bytes: [UInt8]) {
    guard let found = Self.table.first(where: { bytes.dropFirst($0.offset).starts(with: $0.mark) })
    else { return nil }
    name = found.name
  }

  /// Only marks that no article can begin with.
  private static let table: [(mark: [UInt8], offset: Int, name: String)] = [
    (Array("%PDF-".utf8), 0, "a PDF document"),
    (Array("PK\u{3}\u{4}".utf8), 0, "a zip archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old office document"),
    (Array("{\\rtf".utf8), 0, "a rich-text document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], 0, "a JPEG picture"),
    (Array("GIF87a".utf8), 0, "a GIF picture"),
    (Array("GIF89a".utf8), 0, "a GIF picture"),
    (Array("WEBP".utf8), 8, "a WebP picture"),
    (Array("ftyp".utf8), 4, "a video or a picture"),
    (Array("ID3\u{3}".utf8), 0, "a sound recording"),
    (Array("ID3\u{4}".utf8), 0, "a sound recording"),
    (Array("OggS\u{0}".utf8), 0, "a sound recording"),
    ([0x1F, 0x8B, 0x08], 0, "a gzip archive"),
    (Array("BZh9".utf8) + [0x31, 0x41, 0x59], 0, "a bzip2 archive"),
    ([0xFD] + Array("7zXZ".utf8), 0, "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "a Zstandard archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "a 7-Zip archive"),
    ([0x7F] + Array("ELF".utf8), 0, "a program"),
    (Array("SQLite format 3\u{0}".utf8), 0, "a database"),
  ]
}
