import Foundation
import GRDB

/// Rows of a database file, found page by page, whatever became of the trees that lead to them.
///
/// A row that was deleted may still stand on a page that nobody uses, so this is for what cannot be read in any other way.
/// Of a row whose end is lost what comes before it is handed over.
struct PageScan {
  private let bytes: Data
  private let pageSize: Int

  /// The file with these bytes; what it says of its pages is believed where that can be.
  init(_ bytes: Data) {
    self.bytes = bytes
    let said = bytes.count > 17 ? Int(bytes[16]) << 8 | Int(bytes[17]) : 0
    let size = said == 1 ? 65_536 : said
    pageSize = size >= 512 && size & (size - 1) == 0 ? size : 4_096
  }

  /// Hands over the values of every row of every table.
  func forEachRow(_ body: ([DatabaseValue]) throws -> Void) rethrows {
    for page in 0..<bytes.count / pageSize {
      let start = page * pageSize
      let header = page == 0 ? start + 100 : start
      // The last level of a table.
      guard bytes[header] == 0x0D else { continue }
      let count = number(at: header + 3, bytes: 2)
      guard header + 8 + 2 * count <= start + pageSize else { continue }
      for cell in 0..<count {
        let place = number(at: header + 8 + 2 * cell, bytes: 2)
        guard place < pageSize, let row = self.row(at: start + place, endingAt: start + pageSize)
        else {
          continue
        }
        try body(row)
      }
    }
  }
}

// MARK: - Cells

extension PageScan {
  /// Of a long row, so many bytes stand in its cell.
  private func local(_ size: Int) -> Int {
    guard size > pageSize - 35 else { return size }
    let least = (pageSize - 12) * 32 / 255 - 23
    let more = least + (size - least) % (pageSize - 4)
    return more <= pageSize - 35 ? more : least
  }

  private func row(at place: Int, endingAt end: Int) -> [DatabaseValue]? {
    var place = place
    guard let size = varint(in: bytes, at: &place, before: end),
      varint(in: bytes, at: &place, before: end) != nil, (1..<bytes.count).contains(size)
    else { return nil }
    let local = self.local(size)
    guard place + local <= end else { return nil }
    var record = Data(bytes[place..<place + local])
    if local < size, place + local + 4 <= end {
      append(to: &record, upTo: size, from: number(at: place + local, bytes: 4))
    }
    return values(of: record)
  }

  /// Adds what stands on the pages of an overflow chain, as far as it goes.
  private func append(to record: inout Data, upTo size: Int, from page: Int) {
    var page = page
    while record.count < size, page > 1, page * pageSize <= bytes.count {
      let start = (page - 1) * pageSize
      page = number(at: start, bytes: 4)
      record += bytes[start + 4..<start + 4 + min(pageSize - 4, size - record.count)]
    }
  }

  private func number(at place: Int, bytes count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// SQLite's numbers of one to nine bytes, of which each but the last says that another follows.
  private func varint(in bytes: Data, at place: inout Int, before end: Int) -> Int? {
    var number = 0
    for index in 0..<9 {
      guard place < end else { return nil }
      let byte = Int(bytes[place])
      place += 1
      if index == 8 { return number << 8 | byte }
      number = number << 7 | byte & 0x7F
      if byte < 0x80 { return number }
    }
    return nil
  }
}

// MARK: - Records

extension PageScan {
  /// The values of a record, up to the first that is not whole; `nil` where it is no record.
  private func values(of record: Data) -> [DatabaseValue]? {
    var place = 0
    guard let header = varint(in: record, at: &place, before: record.count),
      (1...record.count).contains(header)
    else { return nil }
    var types: [Int] = []
    while place < header {
      guard let type = varint(in: record, at: &place, before: header), type >= 0 else { return nil }
      types.append(type)
    }
    var values: [DatabaseValue] = []
    for type in types {
      guard let size = Self.size(of: type) else { return nil }
      guard place + size <= record.count else { break }
      values.append(Self.value(of: type, record[place..<place + size]))
      place += size
    }
    return values
  }

  /// How many bytes a value takes; `nil` for types that there are not.
  private static func size(of type: Int) -> Int? {
    switch type {
    case 0, 8, 9: 0
    case 1...4: type
    case 5: 6
    case 6, 7: 8
    case 12...: (type - 12) / 2
    default: nil
    }
  }

  private static func value(of type: Int, _ bytes: Data) -> DatabaseValue {
    switch type {
    case 0: return .null
    case 8, 9: return (type - 8).databaseValue
    case 1...6:
      let isNegative = bytes.first.map { $0 >= 0x80 } ?? false
      return bytes.reduce(Int64(isNegative ? -1 : 0)) { $0 << 8 | Int64($1) }.databaseValue
    case 7: return Double(bitPattern: bytes.reduce(0) { $0 << 8 | UInt64($1) }).databaseValue
    case _ where type % 2 == 1: return String(decoding: bytes, as: UTF8.self).databaseValue
    default: return Data(bytes).databaseValue
    }
  }
}
