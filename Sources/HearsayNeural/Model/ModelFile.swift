import CKernels

/// Why a model file cannot be used.
public enum ModelFileError: Error, Hashable, Sendable {
  /// There is no such file, or it may not be read.
  case unreadable(path: String)
  /// It is something else, or a model of another generation.
  case notAModel(path: String)
  /// It ends too early, or its bytes are not those that were written.
  case damaged(path: String)
  /// A part is missing or has another shape than the program expects.
  case unexpected(part: String, path: String)
}

extension ModelFileError: CustomStringConvertible {
  /// One sentence for the reader.
  public var description: String {
    switch self {
    case .unreadable(let path): "The model file \(path) cannot be read."
    case .notAModel(let path): "\(path) is not a model file that this version can use."
    case .damaged(let path): "The model file \(path) is damaged; put a fresh copy in its place."
    case .unexpected(let part, let path):
      "The model file \(path) has no usable part '\(part)'; it was made for another version."
    }
  }
}

/// A model on disk: a header that can be read with the eye, and tables laid out as the arithmetic wants them.
///
/// ```
/// 0   HEARSAYM
/// 8   format (4 bytes), bytes of the header in all (4)
/// 16  bytes of the file (8), two checksums of all that follows byte 40 (8 each)
/// 40  lines: "name …", "version …", "hidden 384", …, "table NAME TYPE ROWS COLUMNS OFFSET"
/// ```
/// Numbers are little-endian; every table starts at a multiple of 64.
struct ModelFile {
  /// A table as the header lists it.
  struct Table {
    var type: String
    var rows: Int
    var columns: Int
    var offset: Int
  }

  let path: String
  private let file: MappedFile
  /// Whatever stands in the header beside tables.
  let facts: [String: String]
  private let tables: [String: Table]

  private static let magic: UInt64 = 0x4D59_4153_5241_4548  // "HEARSAYM"
  private static let format: UInt32 = 2
  private static let checked = 40

  /// Opens a model; throws ``ModelFileError``.
  init(path: String) throws {
    self.path = path
    guard let file = MappedFile(path: path) else { throw ModelFileError.unreadable(path: path) }
    self.file = file
    let bytes = file.bytes
    guard bytes.count >= Self.checked, bytes.number(at: 0, as: UInt64.self) == Self.magic,
      bytes.number(at: 8, as: UInt32.self) == Self.format
    else { throw ModelFileError.notAModel(path: path) }
    let header = Int(bytes.number(at: 12, as: UInt32.self))
    guard bytes.number(at: 16, as: UInt64.self) == UInt64(bytes.count), header >= Self.checked,
      header <= bytes.count, (bytes.count - Self.checked) % 8 == 0, Self.isWhole(bytes)
    else { throw ModelFileError.damaged(path: path) }

    var facts: [String: String] = [:]
    var tables: [String: Table] = [:]
    for line in String(decoding: bytes[Self.checked..<header], as: UTF8.self)
      .split(whereSeparator: { $0 == "\n" || $0 == "\0" })
    {
      let fields = line.split(separator: " ")
      if fields.count == 6, fields[0] == "table", let rows = Int(fields[3]),
        let columns = Int(fields[4]), let offset = Int(fields[5])
      {
        tables[String(fields[1])] = Table(
          type: String(fields[2]), rows: rows, columns: columns, offset: offset)
      } else if fields.count >= 2 {
        facts[String(fields[0])] = fields.dropFirst().joined(separator: " ")
      }
    }
    self.facts = facts
    self.tables = tables
  }

  /// The two checksums that the file carries of itself, as its 16 bytes.
  var checksums: [UInt8] { Array(file.bytes[24..<40]) }

  private static func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var plain: UInt64 = 0
    var placed: UInt64 = 0
    hk_checksum(start + checked, bytes.count - checked, &plain, &placed)
    return plain == bytes.number(at: 24, as: UInt64.self)
      && placed == bytes.number(at: 32, as: UInt64.self)
  }
}

// MARK: - Tables

extension ModelFile {
  /// Whether the file was still as long as at its opening whenever it was read.
  var isWhole: Bool { file.isWhole }

  /// A whole number of the header.
  func number(_ name: String) throws -> Int {
    guard let fact = facts[name], let number = Int(fact), number > 0, number < 1 << 24 else {
      throw ModelFileError.unexpected(part: name, path: path)
    }
    return number
  }

  /// The table `name` with numbers of this kind; its shape must be the one asked for.
  func table<Number>(_ name: String, _ rows: Int, _ columns: Int, of _: Number.Type) throws
    -> UnsafeBufferPointer<Number>
  {
    let table = try found(name)
    guard table.rows == rows, table.columns == columns else {
      throw ModelFileError.unexpected(part: name, path: path)
    }
    return try table.contents(in: file.bytes) ?? { throw ModelFileError.damaged(path: path) }()
  }

  /// The table `name` with as many columns as it has, in one row.
  func table<Number>(_ name: String, of kind: Number.Type) throws -> UnsafeBufferPointer<Number> {
    try table(name, 1, found(name).columns, of: kind)
  }

  private func found(_ name: String) throws -> Table {
    guard let table = tables[name] else {
      throw ModelFileError.unexpected(part: name, path: path)
    }
    return table
  }
}

extension ModelFile.Table {
  /// The numbers themselves; `nil` where the file does not hold them.
  fileprivate func contents<Number>(in bytes: UnsafeRawBufferPointer) -> UnsafeBufferPointer<
    Number
  >? {
    let (count, overflows) = rows.multipliedReportingOverflow(by: columns)
    let size = MemoryLayout<Number>.stride
    guard !overflows, rows >= 0, columns >= 0, offset >= 0, offset % 64 == 0,
      size == Self.size(of: type), count <= bytes.count / size,
      offset <= bytes.count - count * size, let start = bytes.baseAddress
    else { return nil }
    return UnsafeBufferPointer(
      start: (start + offset).assumingMemoryBound(to: Number.self), count: count)
  }

  private static func size(of type: String) -> Int {
    switch type {
    case "f32", "i32", "u32": 4
    case "u16": 2
    case "i8", "u8": 1
    default: 0
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number<Number: FixedWidthInteger>(at offset: Int, as _: Number.Type) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
