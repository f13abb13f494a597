import TOMLKit

/// A value of a configuration file.
enum Value: Hashable, Sendable {
  case text(String)
  case whole(Int)
  case truth(Bool)
  case list([Value])
  case table([String: Value])
  /// A fraction, a date: nothing that any option takes. As it is written.
  case other(String)
}

extension Value {
  /// The texts of a list, or a single text as a list of one; `nil` where anything else is in it.
  var texts: [String]? {
    switch self {
    case .text(let text): return [text]
    case .list(let values):
      let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      return texts.count == values.count ? texts : nil
    default: return nil
    }
  }

  /// As it is written in TOML.
  var written: String {
    switch self {
    case .text(let text): Value.quoted(text)
    case .whole(let number): "\(number)"
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .list(let values): "[\(values.map(\.written).joined(separator: ", "))]"
    case .table: "a table"
    case .other(let text): text
    }
  }

  /// A text between quotation marks, with everything escaped that TOML wants escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

// MARK: - Reading

/// Why a text is not TOML, and in which line.
struct NotTOML: Error {
  var line: Int
  var reason: String
}

extension Value {
  /// A value as it is written in TOML.
  init(toml text: String) throws(NotTOML) {
    do {
      let table = try TOMLTable(string: "value = \(text)")
      guard table.count == 1, let value = table["value"] else {
        throw NotTOML(line: 1, reason: "this is no value")
      }
      self = Value(value.tomlValue)
    } catch let error as TOMLParseError {
      // "Error while parsing key-value pair: expected '=', saw '\n'": what comes last says it.
      let reason = error.description.split(separator: ": ", maxSplits: 1).last.map(String.init)
      throw NotTOML(line: max(1, error.source.begin.line), reason: reason ?? error.description)
    } catch {
      throw error as? NotTOML ?? NotTOML(line: 1, reason: "\(error)")
    }
  }

  private static func values(of table: TOMLTable) -> [String: Value] {
    var values: [String: Value] = [:]
    for key in table.keys {
      if let value = table[key] { values[key] = Value(value.tomlValue) }
    }
    return values
  }

  private init(_ value: TOMLValue) {
    if let text = value.string {
      self = .text(text)
    } else if let truth = value.bool {
      self = .truth(truth)
    } else if value.type == .int, let number = value.int {
      self = .whole(number)
    } else if let table = value.table {
      self = .table(Value.values(of: table))
    } else if let array = value.array {
      self = .list(array.map { Value($0.tomlValue) })
    } else {
      self = .other(value.debugDescription)
    }
  }
}
