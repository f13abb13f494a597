import Foundation
import GRDB

/// A row, read without trust: a value of another type is an absent one, never a crash.
struct Fields {
  private let row: Row

  init(_ row: Row) { self.row = row }

  func text(_ column: String) -> String? {
    switch value(column) {
    case .string(let string): string
    case .blob(let data): String(decoding: data, as: UTF8.self)
    default: nil
    }
  }

  func bytes(_ column: String) -> Data? {
    switch value(column) {
    case .string(let string): Data(string.utf8)
    case .blob(let data): data
    default: nil
    }
  }

  func integer(_ column: String) -> Int? {
    switch value(column) {
    case .int64(let integer): Int(integer)
    case .double(let double): Int(exactly: double.rounded())
    default: nil
    }
  }

  func date(_ column: String) -> Date? {
    switch value(column) {
    case .int64(let integer): Date(timeIntervalSinceReferenceDate: Double(integer))
    case .double(let double): Date(timeIntervalSinceReferenceDate: double)
    default: nil
    }
  }

  func json<Value: Decodable>(_ column: String, as type: Value.Type) -> Value? {
    bytes(column).flatMap { try? JSONDecoder().decode(type, from: $0) }
  }

  private func value(_ column: String) -> DatabaseValue.Storage? {
    (row[column] as DatabaseValue?)?.storage
  }
}

/// A text as it is kept. SQLite's texts end at the first NUL, so one that holds a NUL is kept as bytes.
func stored(_ text: String?) -> DatabaseValue {
  guard let text else { return .null }
  return text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
}

/// A value as JSON text.
func storedJSON(_ value: some Encodable) throws -> DatabaseValue {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self).databaseValue
}

/// A moment as it is kept.
func stored(_ date: Date) -> DatabaseValue { date.timeIntervalSinceReferenceDate.databaseValue }
